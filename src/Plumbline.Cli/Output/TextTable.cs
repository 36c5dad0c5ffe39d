using System.Text;

namespace Plumbline.Cli.Output;

/// <summary>
/// A table that fits a width. Wide columns are wrapped, never cut: a quote that ends in the middle proves nothing. Where
/// even that does not fit (many columns, 40 characters), each row is shown as a list of names and values.
/// </summary>
internal sealed class TextTable(params string[] headers)
{
    private const int Gap = 2;
    private const int Narrowest = 8;

    private readonly List<string[]> rows = [];
    private readonly HashSet<int> numbers = [];

    /// <summary>Number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>Sets columns to the right: numbers.</summary>
    public TextTable Right(params int[] columns)
    {
        numbers.UnionWith(columns);
        return this;
    }

    /// <summary>Adds a row; cells are cleaned here. A missing value shows as an empty cell.</summary>
    public void Add(params string?[] cells)
    {
        var row = new string[headers.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = SafeText.Line(i < cells.Length ? cells[i] : "");
        }

        rows.Add(row);
    }

    /// <summary>Writes the table; nothing when it has no rows.</summary>
    public void Write(Screen screen)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (Fit(screen.Width) is { } widths)
        {
            WriteRow(screen, headers, widths, isHeader: true);
            foreach (var row in rows)
            {
                WriteRow(screen, row, widths, isHeader: false);
            }
        }
        else
        {
            WriteList(screen);
        }
    }

    private int[]? Fit(int width)
    {
        var widths = new int[headers.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(SafeText.WidthOf(headers[i]), rows.Max(r => SafeText.WidthOf(r[i])));
        }

        var room = width - (Gap * (widths.Length - 1));
        if (widths.Sum() <= room)
        {
            return widths;
        }

        // The widest columns give way until all fit; numbers and short columns keep their width.
        var floor = widths.Select((w, i) => numbers.Contains(i) ? w : Math.Min(w, Narrowest)).ToArray();
        if (floor.Sum() > room)
        {
            return null;
        }

        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(floor[i], Math.Min(widths[i], room));
        }

        while (widths.Sum() > room)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => widths[i] > floor[i]).MaxBy(i => widths[i]);
            widths[widest]--;
        }

        return widths;
    }

    private void WriteRow(Screen screen, string[] cells, int[] widths, bool isHeader)
    {
        var wrapped = cells.Select((c, i) => Wrapping.Wrap(c, widths[i])).ToArray();
        for (var line = 0; line < wrapped.Max(w => w.Count); line++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < widths.Length; i++)
            {
                var part = line < wrapped[i].Count ? wrapped[i][line] : "";
                var fill = new string(' ', Math.Max(0, widths[i] - SafeText.WidthOf(part)));
                text.Append(numbers.Contains(i) ? fill + part : part + fill).Append(' ', i + 1 < widths.Length ? Gap : 0);
            }

            screen.WriteLine(text.ToString().TrimEnd(), isHeader ? Ink.Bold : Ink.None);
        }
    }

    private void WriteList(Screen screen)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            if (r > 0)
            {
                screen.WriteLine();
            }

            for (var i = 0; i < headers.Length; i++)
            {
                screen.WriteWrapped($"{headers[i]}: {rows[r][i]}", hang: 2);
            }
        }
    }
}
