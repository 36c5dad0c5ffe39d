using System.Text.RegularExpressions;

namespace Plumbline.Claims.Suggestions;

/// <summary>What a claim of claims.yaml is called, and which conditions its query has as far as they are simple. Only to compare words.</summary>
internal sealed partial record ClaimTerms
{
    /// <summary>Its id as words, and what is noted of it.</summary>
    public required IReadOnlyList<Term> Names { get; init; }

    /// <summary>Names of what it counts.</summary>
    public required IReadOnlyList<Term> Counted { get; init; }

    /// <summary>Table of its units; null where there is none.</summary>
    public string? Kind { get; init; }

    /// <summary>Its conditions; of one that allows several values each of them.</summary>
    public IReadOnlyList<IReadOnlyList<CountCondition>> Where { get; init; } = [];

    /// <summary>The variable of its amounts.</summary>
    public string? Amount { get; init; }

    /// <summary>Reads them out of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="kind">Table of its units, as it was read.</param>
    public static ClaimTerms Of(Claim claim, string? kind)
    {
        var sql = claim.Query?.Sql ?? "";
        return new ClaimTerms
        {
            Names = Terms.Of(claim.Id),
            Counted = Terms.Of(claim.Counts.SelectMany(c => c.Value)),
            Kind = kind,
            Where = [.. Conditions(sql)],
            Amount = AsAmount().Match(sql) is { Success: true } amount ? amount.Groups[1].Value : null,
        };
    }

    private static IEnumerable<IReadOnlyList<CountCondition>> Conditions(string sql)
    {
        foreach (Match match in Equal().Matches(sql))
        {
            yield return [new CountCondition(match.Groups[1].Value, CountPart.Value, Text(match.Groups[2].Value))];
        }

        foreach (Match match in Among().Matches(sql))
        {
            yield return [.. Quoted().Matches(match.Groups[2].Value).Select(m => new CountCondition(match.Groups[1].Value, CountPart.Value, Text(m.Groups[1].Value)))];
        }

        foreach (Match match in Holds().Matches(sql))
        {
            yield return [new CountCondition(match.Groups[1].Value, CountPart.Contains, Text(match.Groups[2].Value))];
        }

        foreach (Match match in WholeYear().Matches(sql))
        {
            yield return [new CountCondition(match.Groups[1].Value, CountPart.Year, match.Groups[2].Value)];
        }
    }

    private static string Text(string literal) => literal.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"(\w+)\s*=\s*'((?:[^']|'')*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Equal();

    [GeneratedRegex(@"(\w+)\s+IN\s*\(\s*((?:'(?:[^']|'')*'\s*,?\s*)+)\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Among();

    [GeneratedRegex("'((?:[^']|'')*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"list_contains\(\s*(?:\w+\.)?(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Holds();

    [GeneratedRegex(@"within\(\s*(?:\w+\.)?(\w+)\s*,\s*DATE\s*'(\d{4})-01-01'\s*,\s*DATE\s*'\2-12-31'\s*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"(\w+)\s+AS\s+amount\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AsAmount();
}
