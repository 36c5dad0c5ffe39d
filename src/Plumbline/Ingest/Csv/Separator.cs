namespace Plumbline.Ingest.Csv;

/// <summary>
/// Tells the separator of a table: the one that gives the same number of cells, more than one, on most of its first
/// records. Quoted text is not looked into. Ties go to the one that gives more cells.
/// </summary>
internal static class Separator
{
    private const string Candidates = ";\t,|";
    private const int Records = 50;

    /// <summary>The separator; a comma where there is only one column.</summary>
    public static char Of(ReadOnlySpan<char> text, string fileName)
    {
        var (best, bestScore) = (',', 0.0);
        foreach (var candidate in Candidates)
        {
            var score = Score(text, candidate);
            score += score > 0 && candidate == '\t' && Path.GetExtension(fileName).ToUpperInvariant() is ".TSV" or ".TAB" ? 10 : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    private static double Score(ReadOnlySpan<char> text, char separator)
    {
        Dictionary<int, int> counts = [];
        int cells = 1, records = 0;
        var quoted = false;
        for (var i = 0; i < text.Length && records < Records; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == separator)
            {
                cells++;
            }
            else if (!quoted && c is '\n' or '\r')
            {
                if (i > 0 && text[i - 1] is not ('\n' or '\r'))
                {
                    counts[cells] = counts.GetValueOrDefault(cells) + 1;
                    records++;
                }

                cells = 1;
            }
        }

        if (cells > 1)
        {
            counts[cells] = counts.GetValueOrDefault(cells) + 1;
            records++;
        }

        var usual = counts.OrderByDescending(c => c.Value).ThenByDescending(c => c.Key).FirstOrDefault();
        return usual.Key < 2 ? 0 : ((double)usual.Value / records) + (Math.Min(usual.Key, 100) / 1000.0);
    }
}
