namespace Plumbline.Ingest.Pdf;

/// <summary>
/// Tells lines that belong to the page and not to the text: its number, and a first or last line that comes again on most
/// pages with no more than other digits. They would cut sentences that run over two pages.
/// </summary>
internal static class RunningLines
{
    private const int FewestPages = 3;

    /// <summary>Removes them. Pages are lists of lines from top to bottom.</summary>
    public static void Remove(IReadOnlyList<List<PageLine>> pages)
    {
        for (var side = 0; side < 2; side++)
        {
            // Twice: a number may stand above a running title, or below.
            for (var pass = 0; pass < 2; pass++)
            {
                var again = Again(pages, side);
                foreach (var page in pages)
                {
                    if (page.Count > 1 && Edge(page, side) is var line && (IsNumber(line) || again.Contains(Key(line))))
                    {
                        page.Remove(line);
                    }
                }
            }
        }
    }

    private static HashSet<string> Again(IReadOnlyList<List<PageLine>> pages, int side)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var page in pages.Where(p => p.Count > 1))
        {
            var key = Key(Edge(page, side));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts.Where(c => c.Value >= FewestPages && c.Value * 2 > pages.Count).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static PageLine Edge(List<PageLine> page, int side) => side == 0 ? page[0] : page[^1];

    private static string Key(PageLine line) =>
        FormattableString.Invariant($"{Math.Round(line.Base / 6)} {string.Concat(line.ToString().Select(c => char.IsDigit(c) ? '0' : c))}");

    private static bool IsNumber(PageLine line)
    {
        var text = line.ToString().AsSpan().Trim("-–— .");
        return text.Length is > 0 and < 5 && int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && Math.Abs(number - line.Page) <= 2;
    }
}
