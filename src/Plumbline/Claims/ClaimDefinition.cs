using System.Globalization;

namespace Plumbline.Claims;

/// <summary>What a claim says, as text: equal texts, equal claims. Notes and names of what is counted are left out.</summary>
internal static class ClaimDefinition
{
    /// <summary>The claim with all that it is made of; empty when there is none.</summary>
    public static string Of(ClaimsFile file, string id) => file.Claims.GetValueOrDefault(id) is not { } claim ? "" : string.Join('\u001f', (string?[])
    [
        claim.Query?.Sql, claim.Query?.Measure.ToString(), claim.Query?.OfSql, claim.Largest?.Sql, Text(claim.Expression), claim.Quote?.Document, claim.Quote?.Exact,
        claim.Unit, claim.AcceptsUnread ? "accept" : "", claim.Tolerance?.ToString(CultureInfo.InvariantCulture),
        .. (claim.Expression?.Names ?? []).Distinct().Select(n => Of(file, n)),
    ]);

    private static string Text(ClaimExpression? expression) => expression is null ? ""
        : FormattableString.Invariant($"({Text(expression.Left)}{expression.Sign}{expression.Name}{expression.Number}{Text(expression.Right)})");
}
