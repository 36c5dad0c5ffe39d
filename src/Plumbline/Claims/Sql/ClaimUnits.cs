using System.Data.Common;

namespace Plumbline.Claims.Sql;

/// <summary>All units that a claim touches with their standing: what two builds are compared by.</summary>
internal static class ClaimUnits
{
    private const string Columns = "unit_id, c, p, ((u AND NOT p) OR (wu AND NOT wp) OR an) AS unread, wc, wp, clo, chi, plo, phi, pcur";

    /// <summary>The units, by id; those that the claim leaves out and waits for nothing of are not there.</summary>
    public static List<ClaimUnit> Of(DbConnection connection, PreparedClaim claim)
    {
        var special = claim.IsFlat && !claim.Rows.HasSpecial ? "" : $"SELECT {Columns}, group_id, key FROM ({claim.UnitFlags})";
        var plain = claim.IsFlat ? $"SELECT {Columns}, NULL AS group_id, 0 AS key FROM ({claim.PlainFlags})" : "";
        var units = string.Join(" UNION ALL ", new[] { plain, special }.Where(s => s.Length > 0));
        var more = claim.HasAmount ? "concat_ws('|', clo, chi, plo, phi, pcur, group_id)" : claim.Whole is not null ? "concat_ws('|', wc, wp, group_id)" : "coalesce(group_id, '')";
        const string Touched = "(c OR p OR unread OR wc OR wp)";
        if (claim.Measure != Measure.Sum)
        {
            return [.. TablesSchema.Rows(connection, $"SELECT unit_id, c, p, unread, {more}, group_id FROM ({units}) WHERE {Touched} ORDER BY unit_id").Select(Unit)];
        }

        // What a merge adds depends on all its units, also on those that the claim leaves out.
        var rows = TablesSchema.Rows(connection,
            $"SELECT unit_id, c, p, unread, {more}, group_id, {Touched}, IF(c, clo, 0), IF(p, phi, 0), CAST(key AS VARCHAR) FROM ({units}) WHERE {Touched} OR group_id IS NOT NULL ORDER BY unit_id");
        var mixtures = claim.IsFlat && claim.Reads.Kind.HasOpenMerges ? new ClaimPass(connection, [claim]).Merged()[0] : [];
        var merges = rows.Where(r => r[5] is not null).GroupBy(r => (string)r[5]!, StringComparer.Ordinal)
            .ToDictionary(g => g.FirstOrDefault(IsTouched) ?? g.First(), g => new OpenMerge([.. g.Select(Counts)], mixtures.GetValueOrDefault(g.Key)));
        return [.. rows.Where(IsTouched).Select(r => Unit(r) with
        {
            Low = r[5] is null ? Amount(r[7]) : merges.TryGetValue(r, out var least) ? least.LeastSum : 0,
            High = r[5] is null ? Amount(r[8]) : merges.TryGetValue(r, out var most) ? most.MostSum : 0,
        })];
    }

    private static ClaimUnit Unit(object?[] row) => new((string)row[0]!, row[1] is true, row[2] is true, row[3] is true, row[4] as string ?? "") { Group = row[5] as string };

    private static bool IsTouched(object?[] row) => row[6] is true;

    private static decimal Amount(object? value) => ClaimRunner.Number(value) ?? 0;

    private static UnitCounts Counts(object?[] row) => new()
    {
        Confirmed = row[1] is true, Possible = row[2] is true, ConfirmedSum = Amount(row[7]), PossibleSum = Amount(row[8]), Key = row[9] as string ?? "",
    };
}
