using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The units of a claim's possible reading with the codings of what it reads. Statements are narrow on purpose: a draft
/// has hundreds of claims, and planning a join costs more than running it.
/// </summary>
internal static class ClaimEvidence
{
    private const int CodingsACell = 3;

    /// <summary>The first units, confirmed ones before others, then by id.</summary>
    /// <param name="connection">The tables.</param>
    /// <param name="schema">What they hold.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="limit">Most units.</param>
    /// <param name="known">How many units there are in all, when that is known.</param>
    /// <param name="total">How many units there are in all.</param>
    public static List<EvidenceRow> Rows(DbConnection connection, TablesSchema schema, PreparedClaim claim, int limit, long? known, out long total)
    {
        // Of a flat claim each row knows its file; units that were put together of several rows are looked up.
        var special = claim.IsFlat && !claim.Rows.HasSpecial ? "" : $"SELECT unit_id, NULL AS file, NULL AS document, c, phi FROM ({claim.UnitFlags}) WHERE p";
        var plain = claim.IsFlat ? $"SELECT unit_id, \"file~c\" AS file, \"document~c\" AS document, c, phi FROM ({claim.PlainFlags}) WHERE p" : "";
        var units = string.Join(" UNION ALL ", new[] { plain, special }.Where(s => s.Length > 0));
        total = known ?? Convert.ToInt64(TablesSchema.Rows(connection, $"SELECT count(*) FROM ({units})")[0][0], CultureInfo.InvariantCulture);
        if (limit <= 0 || total == 0)
        {
            return [];
        }

        var kind = claim.Part.Kind;
        var first = TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT unit_id, file, document, c, phi FROM ({units}) ORDER BY c DESC, unit_id LIMIT {limit}"));
        var ids = List(first.Select(r => SqlText.Literal((string)r[0]!)));
        var files = first.All(r => r[1] is not null) ? [] : TablesSchema.Rows(connection, $"SELECT unit_id, file, document FROM store.{SqlText.Name(kind.Name)} WHERE unit_id IN ({ids})")
            .ToDictionary(r => (string)r[0]!, StringComparer.Ordinal);
        var cells = claim.Reads.Variables.Count == 0 ? [] : Cells(connection, schema, claim, ids);
        return first.ConvertAll(r => new EvidenceRow(
            (string)r[0]!, (r[1] ?? files.GetValueOrDefault((string)r[0]!)?[1]) as string ?? "", (r[2] ?? files.GetValueOrDefault((string)r[0]!)?[2]) as string ?? "", r[3] is true,
            r[4] is null ? null : Convert.ToDecimal(r[4], CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m,
            cells.GetValueOrDefault((string)r[0]!) ?? []));
    }

    /// <summary>The surest codings of each variable that the claim reads: people's before rules', then in the order of the text.</summary>
    private static Dictionary<string, List<EvidenceCell>> Cells(DbConnection connection, TablesSchema schema, PreparedClaim claim, string ids)
    {
        var kind = claim.Part.Kind.Name;
        var members = TablesSchema.Rows(connection, $"SELECT ordinal, unit_id, document FROM store.members WHERE kind = {SqlText.Literal(kind)} AND unit_id IN ({ids})")
            .ToDictionary(r => Convert.ToInt32(r[0], CultureInfo.InvariantCulture), r => (Unit: (string)r[1]!, Document: (string)r[2]!));
        var ordinals = List(members.Keys.Select(o => o.ToString(CultureInfo.InvariantCulture)));
        var names = List(claim.Reads.Variables.Select(v => SqlText.Literal(v.Name)));
        var read = members.Count == 0 ? [] : claim.Reads.Variables.Select(v => $"""
            SELECT {SqlText.Literal(v.Name)} AS variable, c.member, NULL AS unit_id, NULL AS document, value, CAST(status AS VARCHAR), CAST(evidence AS VARCHAR), quote, prefix, suffix, page, section,
                "row", "column", search, coder, certain, "start", "end" FROM store.{SqlText.Name($"{kind}.{v.Name}")} c WHERE c.member IN ({ordinals})
            """);
        var decided = $"""
            SELECT variable, NULL, unit, document, value, CAST(status AS VARCHAR), CASE WHEN quote IS NOT NULL THEN 'text' WHEN "column" IS NOT NULL THEN 'record' WHEN whole_unit THEN 'silence' END,
                quote, prefix, suffix, page, NULL, "row", "column", NULL, NULL, TRUE, "start", "end" FROM store.{SqlText.Name(kind + "_decisions")} WHERE unit IN ({ids}) AND variable IN ({names})
            """;
        var codings = TablesSchema.Rows(connection, string.Join(" UNION ALL ", read.Append(decided))).ConvertAll(r =>
        {
            var (unit, document) = r[1] is null ? ((string)r[2]!, (string)r[3]!) : members[Convert.ToInt32(r[1], CultureInfo.InvariantCulture)];
            var search = r[14] is null ? [] : schema.Searches.GetValueOrDefault(Convert.ToInt32(r[14], CultureInfo.InvariantCulture)) ?? [];
            var cell = new EvidenceCell((string)r[0]!, r[4] as string, r[5] as string ?? "", r[6] as string)
            {
                Quote = r[7] as string, Prefix = r[8] as string, Suffix = r[9] as string, Page = r[10] is null ? null : Convert.ToInt32(r[10], CultureInfo.InvariantCulture),
                Section = r[11] as string, Row = Number(r[12]), Column = r[13] as string, Searched = search,
                CoderKind = r[15] is null ? "person" : schema.Coders[Convert.ToInt32(r[15], CultureInfo.InvariantCulture)], Start = Number(r[17]), End = Number(r[18]), Document = document,
            };
            return (Unit: unit, Document: document, IsCertain: r[16] is true, Cell: cell);
        });
        return codings.GroupBy(c => c.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => claim.Reads.Variables.SelectMany(v => g
            .Where(c => c.Cell.Variable == v.Name)
            .OrderByDescending(c => c.Cell.CoderKind == "person").ThenByDescending(c => c.IsCertain).ThenByDescending(c => c.Cell.Value is not null)
            .ThenBy(c => c.Document, StringComparer.Ordinal).ThenBy(c => c.Cell.Start ?? long.MaxValue).ThenBy(c => c.Cell.Value, StringComparer.Ordinal)
            .Take(CodingsACell).Select(c => c.Cell)).ToList(), StringComparer.Ordinal);
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static long? Number(object? value) => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
