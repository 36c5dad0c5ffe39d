namespace Plumbline.Ingest.Pdf;

/// <summary>Puts the glyphs of a page, which come in any order, together to lines.</summary>
internal static class PageLines
{
    /// <summary>The lines from top to bottom. Several columns still stand in one line: see <see cref="PageColumns"/>.</summary>
    public static List<PageLine> Of(int page, List<Glyph> glyphs)
    {
        var runs = Runs(glyphs);
        runs.Sort((a, b) => b[0].Base != a[0].Base ? b[0].Base.CompareTo(a[0].Base) : a[0].Ordinal.CompareTo(b[0].Ordinal));
        List<PageLine> lines = [];
        for (var i = 0; i < runs.Count;)
        {
            List<List<Glyph>> row = [runs[i]];
            var (lineBase, size) = (runs[i][0].Base, runs[i][0].Size);
            for (i++; i < runs.Count && IsOnLine(runs[i][0], lineBase, size); i++)
            {
                row.Add(runs[i]);
                // A raised sign comes before the line that it belongs to.
                if (runs[i][0].Size > size)
                {
                    (lineBase, size) = (runs[i][0].Base, runs[i][0].Size);
                }
            }

            row.Sort((a, b) => a[0].Left != b[0].Left ? a[0].Left.CompareTo(b[0].Left) : a[0].Ordinal.CompareTo(b[0].Ordinal));
            if (PageLine.Of(page, Join(row)) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static bool IsOnLine(in Glyph glyph, double lineBase, double size) =>
        lineBase - glyph.Base < (glyph.Size < 0.8 * size || glyph.Size > 1.25 * size ? 0.45 : 0.3) * Math.Max(glyph.Size, size);

    // Glyphs that follow each other on one base line, as they were drawn.
    private static List<List<Glyph>> Runs(List<Glyph> glyphs)
    {
        List<List<Glyph>> runs = [];
        List<Glyph>? run = null;
        foreach (var glyph in glyphs)
        {
            if (run is null || Math.Abs(glyph.Base - run[^1].Base) > 0.1 * glyph.Size
                || glyph.Left - run[^1].Right is var gap && (gap < -0.5 * glyph.Size || gap > 1.5 * glyph.Size))
            {
                // Spaces that stand alone only fill up.
                if (run is null || !glyph.IsSpace)
                {
                    runs.Add(run = []);
                }
                else
                {
                    continue;
                }
            }

            run.Add(glyph);
        }

        runs.RemoveAll(r => r.TrueForAll(g => g.IsSpace));
        foreach (var r in runs)
        {
            r.RemoveRange(0, r.FindIndex(g => !g.IsSpace));
        }

        return runs;
    }

    // Bold is often drawn as the same words twice, a little aside: the second time goes.
    private static List<Glyph> Join(List<List<Glyph>> row)
    {
        if (row.Count == 1)
        {
            return row[0];
        }

        List<Glyph> glyphs = [.. row[0]];
        for (var i = 1; i < row.Count; i++)
        {
            var isSecondDrawing = row[i - 1].Count == row[i].Count && Math.Abs(row[i - 1][0].Left - row[i][0].Left) < 0.15 * row[i][0].Size
                && row[i].Select(g => g.Value).SequenceEqual(row[i - 1].Select(g => g.Value));
            if (!isSecondDrawing)
            {
                glyphs.AddRange(row[i]);
            }
        }

        return glyphs;
    }
}
