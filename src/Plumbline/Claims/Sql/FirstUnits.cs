using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>One of the first units of a claim: confirmed ones before others, then by id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Confirmed">In the confirmed reading.</param>
/// <param name="Amount">Its largest possible amount; null when the claim has none.</param>
internal sealed record FirstUnit(string Id, bool Confirmed, decimal? Amount);

/// <summary>Finds the first units of a claim, each part of its rows in a statement of its own: so the engine looks at few rows to tell the first few.</summary>
internal static class FirstUnits
{
    /// <param name="connection">The tables.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="limit">Most units.</param>
    /// <param name="known">How many units are confirmed, and possible, where that is known.</param>
    /// <param name="settled">The first of the settled units that are read apart, where they were told with the claim.</param>
    public static List<FirstUnit> Of(DbConnection connection, PreparedClaim claim, int limit, (long Confirmed, long Possible)? known = null, IReadOnlyList<FirstUnit>? settled = null)
    {
        var units = new List<FirstUnit>();
        foreach (var confirmed in (bool[])[true, false])
        {
            var left = limit - units.Count;
            if (left > 0 && (known is not { } k || (confirmed ? k.Confirmed : k.Possible - k.Confirmed) > 0))
            {
                // A settled unit is never possible without being confirmed.
                var parts = confirmed && settled is null ? Parts(claim) : Others(claim);
                units.AddRange(parts.SelectMany(part => OfPart(connection, part, confirmed, left)).Concat(confirmed ? settled ?? [] : []).OrderBy(u => u.Id, StringComparer.Ordinal).Take(left));
            }
        }

        return units;
    }

    /// <summary>How many units there are.</summary>
    public static long Count(DbConnection connection, PreparedClaim claim) =>
        Parts(claim).Sum(part => Convert.ToInt64(TablesSchema.Rows(connection, $"SELECT count(*) FROM ({part}) WHERE p")[0][0], CultureInfo.InvariantCulture));

    private static IEnumerable<string> Parts(PreparedClaim claim) => claim.IsMostlySettled ? Others(claim).Prepend(claim.SettledFlags) : Others(claim);

    /// <summary>All parts but that of the settled units, where those are read apart.</summary>
    private static IEnumerable<string> Others(PreparedClaim claim)
    {
        if (claim.IsFlat && (!claim.IsMostlySettled || claim.Rows.HasUnsettled))
        {
            yield return claim.IsMostlySettled ? claim.UnsettledFlags : claim.PlainFlags;
        }

        if (!claim.IsFlat || claim.Rows.HasSpecial)
        {
            yield return claim.UnitFlags;
        }
    }

    /// <summary>The first units of some rows with flags.</summary>
    public static IReadOnlyList<FirstUnit> OfPart(DbConnection connection, string part, bool confirmed, int limit) => [.. TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture,
        $"SELECT unit_id, phi FROM ({part}) WHERE p AND {(confirmed ? "c" : "NOT c")} ORDER BY unit_id LIMIT {limit}"))
        .Select(r => new FirstUnit((string)r[0]!, confirmed, ClaimRunner.Number(r[1])))];
}
