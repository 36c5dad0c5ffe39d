using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Pipeline.Coverage;

/// <summary>
/// A case number out of a running sequence: <c>5-1234/2022</c>, <c>05-0123/77/2022</c>, <c>3/12-456/2020</c>. What stands around the number
/// and the year names the sequence.
/// </summary>
internal readonly partial record struct CaseNumber(string Form, int Year, long Number)
{
    /// <summary>Longest text that is looked at.</summary>
    private const int MostLetters = 60;

    /// <summary>Reads one; null when it has another form, such as a case's unique identifier.</summary>
    public static CaseNumber? Read(string text)
    {
        var clean = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c != '№')]);
        if (clean.Length > MostLetters || Pattern().Match(clean) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        year += year < 100 ? 2000 : 0;
        if (year is < 1990 or > 2100)
        {
            return null;
        }

        var (before, middle, after) = (match.Groups["before"].Value, match.Groups["middle"].Value, match.Groups["after"].Value);
        return new CaseNumber($"{before}…{middle}/{year.ToString(CultureInfo.InvariantCulture)}{after}", year, long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<before>[\p{L}0-9]{1,6}(/[0-9]{1,4})?-)?(?<number>[0-9]{1,7})(?<middle>/[0-9]{1,4})?/(?<year>[0-9]{4}|[0-9]{2})(?<after>-[\p{L}0-9]{1,6})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>Finds what is missing in sequences of numbers.</summary>
internal static class NumberGaps
{
    /// <summary>The sequences of one court's numbers each, those with most missing first.</summary>
    public static IReadOnlyList<NumberSeries> Of(IEnumerable<(string? Court, CaseNumber Number)> numbers) =>
    [
        .. numbers.GroupBy(n => (n.Court, n.Number.Form)).Select(g => One(g.Key.Court, g.Key.Form, [.. g.Select(n => n.Number.Number)]))
            .OrderByDescending(s => s.Missing).ThenBy(s => s.Court, StringComparer.Ordinal).ThenBy(s => s.Form, StringComparer.Ordinal),
    ];

    private static NumberSeries One(string? court, string form, List<long> all)
    {
        var numbers = all.Distinct().Order().ToList();
        var gaps = new List<(long, long)>();
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i] > numbers[i - 1] + 1)
            {
                gaps.Add((numbers[i - 1] + 1, numbers[i] - 1));
            }
        }

        return new NumberSeries
        {
            Court = court, Form = form, First = numbers[0], Last = numbers[^1], Seen = numbers.Count, Gaps = gaps,
            Twice = all.GroupBy(n => n).LongCount(g => g.Count() > 1),
        };
    }
}
