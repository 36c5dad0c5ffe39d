namespace Plumbline.Ingest.Html.Courts;

/// <summary>Pages of a court's site that list cases: results of a search, hearings of a day.</summary>
internal static class CourtListing
{
    private static readonly string[] Found = ["по запросу найдено", "найдено:", "найдено дел", "результаты поиска", "на странице записи с"];

    /// <summary>How many cases a page lists by links to them; null when it is no list.</summary>
    public static int? Of(PageNodes page, string text)
    {
        var cases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in page.All())
        {
            if (page[i].Element == Element.Link && page[i].Characters is > 3 and < 80 && IsOfCase(string.Concat(page.Words(i))) && IsNumber(page.Text(i)))
            {
                cases.Add(page.Text(i));
            }
        }

        return cases.Count > 1 || Found.Any(f => text.Contains(f, StringComparison.OrdinalIgnoreCase)) ? cases.Count : cases.Count == 1 ? 1 : null;
    }

    private static bool IsOfCase(string href) =>
        href.Contains("name_op=case", StringComparison.Ordinal) || href.Contains("name_op=doc", StringComparison.Ordinal) || href.Contains("case_id=", StringComparison.Ordinal)
        || (href.Contains("/cases/", StringComparison.Ordinal) && href.Contains("/details/", StringComparison.Ordinal))
        || href.Contains("/lk/practice/appeals/", StringComparison.Ordinal) || href.Contains("/lk/practice/cases/", StringComparison.Ordinal);

    private static bool IsNumber(string text) => text.Any(char.IsDigit) && text.Contains('-', StringComparison.Ordinal);
}
