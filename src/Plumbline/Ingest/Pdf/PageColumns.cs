namespace Plumbline.Ingest.Pdf;

/// <summary>
/// Parts a page into columns of running text. A gutter is a strip free of glyphs beside which lines stand on both sides,
/// filled like prose; the cells of a table are not, and its rows stay whole.
/// </summary>
internal static class PageColumns
{
    private const int FewestLines = 6;
    private const double Step = 4;

    /// <summary>Groups of lines in the order in which they are read; each is one column.</summary>
    public static List<List<PageLine>> Of(List<PageLine> lines, int depth = 0)
    {
        var (x, from, to) = depth > 4 ? default : Gutter(lines);
        if (x is not { } gutter)
        {
            return [lines];
        }

        List<PageLine> left = [], right = [];
        foreach (var line in lines.GetRange(from, to - from))
        {
            var cut = line.Glyphs.FindIndex(g => g.Left >= gutter);
            Add(left, line.Page, cut < 0 ? line.Glyphs : line.Glyphs.GetRange(0, cut));
            Add(right, line.Page, cut < 0 ? [] : line.Glyphs.GetRange(cut, line.Glyphs.Count - cut));
        }

        List<List<PageLine>> groups = [];
        if (from > 0)
        {
            groups.AddRange(Of(lines.GetRange(0, from), depth + 1));
        }

        groups.AddRange(Of(left, depth + 1));
        groups.AddRange(Of(right, depth + 1));
        if (to < lines.Count)
        {
            groups.AddRange(Of(lines.GetRange(to, lines.Count - to), depth + 1));
        }

        return groups;
    }

    private static void Add(List<PageLine> lines, int page, List<Glyph> glyphs)
    {
        if (glyphs.Count > 0 && PageLine.Of(page, glyphs) is { } line)
        {
            lines.Add(line);
        }
    }

    private static (double? X, int From, int To) Gutter(List<PageLine> lines)
    {
        if (lines.Count < FewestLines || lines.Count(l => l.Cells.Count > 0) < FewestLines)
        {
            return default;
        }

        var (min, max) = (lines.Min(l => l.Left), lines.Max(l => l.Right));
        (double? X, int From, int To, int Both) best = default;
        for (var x = min + (0.15 * (max - min)); x < max - (0.15 * (max - min)); x += Step)
        {
            var run = LongestRun(lines, x);
            if (run.Both > best.Both && run.Both >= FewestLines && IsProse(lines, x, run.From, run.To, min, max))
            {
                best = (x, run.From, run.To, run.Both);
            }
        }

        return (best.X, best.From, best.To);
    }

    private static (int From, int To, int Both) LongestRun(List<PageLine> lines, double x)
    {
        (int From, int To, int Both) best = default, run = default;
        for (var i = 0; i <= lines.Count; i++)
        {
            var side = i < lines.Count ? Side(lines[i], x) : Crossing.Through;
            if (side == Crossing.Through)
            {
                best = run.Both > best.Both ? run with { To = i } : best;
                run = (i + 1, 0, 0);
            }
            else if (side == Crossing.Both)
            {
                run.Both++;
            }
        }

        return best;
    }

    private static Crossing Side(PageLine line, double x)
    {
        if (line.Right <= x || line.Left >= x)
        {
            return Crossing.OneSide;
        }

        foreach (var at in line.Cells)
        {
            if (line.Glyphs[at].Left > x)
            {
                var before = at - 1;
                while (before > 0 && line.Glyphs[before].IsSpace)
                {
                    before--;
                }

                return line.Glyphs[before].Right < x ? Crossing.Both : Crossing.Through;
            }
        }

        return Crossing.Through;
    }

    private static bool IsProse(List<PageLine> lines, double x, int from, int to, double min, double max)
    {
        int both = 0, full = 0, characters = 0;
        for (var i = from; i < to; i++)
        {
            var cut = lines[i].Glyphs.FindIndex(g => g.Left >= x);
            if (cut <= 0)
            {
                continue;
            }

            both++;
            var left = lines[i].Glyphs.FindLast(g => g.Left < x && !g.IsSpace).Right - lines[i].Left;
            var right = lines[i].Right - lines[i].Glyphs[cut].Left;
            full += left > 0.55 * (x - min) && right > 0.55 * (max - x) ? 1 : 0;
            characters += Math.Min(cut, lines[i].Glyphs.Count - cut);
        }

        return both > 0 && full * 2 > both && characters > 15 * both;
    }

    private enum Crossing
    {
        Through,
        OneSide,
        Both,
    }
}
