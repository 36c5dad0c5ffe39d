using System.Text.RegularExpressions;

namespace Plumbline.Ingest.Html.Courts;

/// <summary>Pages of a court's site that list cases: results of a search, hearings of a day.</summary>
internal static partial class CourtListing
{
    /// <summary>How many cases a page lists by links to them, -1 when it says that there are none; null when it is no list.</summary>
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

        var found = Found().Match(text);
        return cases.Count > 1 ? cases.Count : !found.Success ? null : cases.Count == 0 && found.Groups["count"].Value == "0" ? -1 : cases.Count;
    }

    [GeneratedRegex(@"(по запросу найдено|найдено дел|найдено:)[\s—–:-]{0,5}(?<count>\d{1,9})|на странице записи с", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Found();

    private static bool IsOfCase(string href) =>
        href.Contains("name_op=case", StringComparison.Ordinal) || href.Contains("name_op=doc", StringComparison.Ordinal) || href.Contains("case_id=", StringComparison.Ordinal)
        || (href.Contains("/cases/", StringComparison.Ordinal) && href.Contains("/details/", StringComparison.Ordinal))
        || href.Contains("/lk/practice/appeals/", StringComparison.Ordinal) || href.Contains("/lk/practice/cases/", StringComparison.Ordinal);

    private static bool IsNumber(string text) => text.Any(char.IsDigit) && text.Contains('-', StringComparison.Ordinal);
}
