using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>All units that a claim touches with their standing: what two builds are compared by.</summary>
internal static class ClaimUnits
{
    private const string Columns = "unit_id, c, p, ((u AND NOT p) OR (wu AND NOT wp) OR an) AS unread, wc, wp, clo, chi, plo, phi, pcur";

    /// <summary>The units, by id; those that the claim leaves out and waits for nothing of are not there.</summary>
    public static List<ClaimUnit> Of(DbConnection connection, PreparedClaim claim)
    {
        var special = claim.IsFlat && !claim.Rows.HasSpecial ? "" : $"SELECT {Columns}, group_id FROM ({claim.UnitFlags})";
        var plain = claim.IsFlat ? $"SELECT {Columns}, NULL AS group_id FROM ({claim.PlainFlags})" : "";
        var units = string.Join(" UNION ALL ", new[] { plain, special }.Where(s => s.Length > 0));
        var more = claim.HasAmount ? "concat_ws('|', clo, chi, plo, phi, pcur, group_id)" : claim.Whole is not null ? "concat_ws('|', wc, wp, group_id)" : "coalesce(group_id, '')";
        return [.. TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture,
            $"SELECT unit_id, c, p, unread, {more} FROM ({units}) WHERE c OR p OR unread OR wc OR wp ORDER BY unit_id"))
            .Select(r => new ClaimUnit((string)r[0]!, r[1] is true, r[2] is true, r[3] is true, r[4] as string ?? ""))];
    }
}
