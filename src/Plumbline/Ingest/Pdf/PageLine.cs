using System.Runtime.InteropServices;
using System.Text;

namespace Plumbline.Ingest.Pdf;

/// <summary>Glyphs that stand on one line, left to right, with the gaps between them told apart.</summary>
internal sealed class PageLine
{
    private PageLine(int page, List<Glyph> glyphs)
    {
        (Page, Glyphs) = (page, glyphs);
        Left = glyphs[0].Left;
        Right = glyphs[^1].Right;
        Base = glyphs[0].Base;
        Size = glyphs.Max(g => g.Size);
    }

    public int Page { get; }

    /// <summary>Without spaces at either end.</summary>
    public List<Glyph> Glyphs { get; }

    public double Left { get; }

    public double Right { get; }

    public double Base { get; }

    public double Size { get; }

    /// <summary>Indexes of glyphs before which a cell starts: the gap is much wider than between the words of this line.</summary>
    public List<int> Cells { get; } = [];

    /// <summary>A line of these glyphs; null where they are all spaces.</summary>
    public static PageLine? Of(int page, List<Glyph> glyphs)
    {
        var from = glyphs.FindIndex(g => !g.IsSpace);
        if (from < 0)
        {
            return null;
        }

        var to = glyphs.FindLastIndex(g => !g.IsSpace);
        var line = new PageLine(page, from == 0 && to == glyphs.Count - 1 ? glyphs : glyphs.GetRange(from, to - from + 1));
        line.FindCells();
        return line;
    }

    /// <summary>True when there is a space between this glyph and the one before, drawn or only left free.</summary>
    public bool HasSpaceBefore(int index) =>
        !Glyphs[index].IsSpace && !Glyphs[index - 1].IsSpace && Glyphs[index].Left - Glyphs[index - 1].Right > 0.17 * Math.Max(Glyphs[index].Size, Glyphs[index - 1].Size);

    /// <summary>Width of the first word.</summary>
    public double FirstWord
    {
        get
        {
            var end = 1;
            while (end < Glyphs.Count && !Glyphs[end].IsSpace && !HasSpaceBefore(end))
            {
                end++;
            }

            return Glyphs[end - 1].Right - Left;
        }
    }

    /// <summary>The characters, for comparing lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Glyphs.Count; i++)
        {
            text.Append(i > 0 && HasSpaceBefore(i) ? " " : "").Append(Glyphs[i].Value);
        }

        return text.ToString();
    }

    // In justified lines all gaps are alike, however wide.
    private void FindCells()
    {
        List<(double Width, int At)> gaps = [];
        var last = 0;
        var glyphs = CollectionsMarshal.AsSpan(Glyphs);
        for (var i = 1; i < glyphs.Length; i++)
        {
            if (!glyphs[i].IsSpace)
            {
                if (i - last > 1 || glyphs[i].Left - glyphs[last].Right > 0.17 * Size)
                {
                    gaps.Add((glyphs[i].Left - glyphs[last].Right, i));
                }

                last = i;
            }
        }

        if (gaps.Count == 0 || gaps.Max(g => g.Width) < 1.8 * Size)
        {
            return;
        }

        var widths = gaps.ConvertAll(g => g.Width);
        widths.Sort();
        var usual = gaps.Count < 3 ? 1.3 * Size : Math.Max(0.4 * Size, widths[(widths.Count - 1) / 2]);
        foreach (var (width, at) in gaps)
        {
            if (width > Math.Max(1.8 * Size, 2.5 * usual))
            {
                Cells.Add(at);
            }
        }
    }
}
