using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>The units of a claim's possible reading with the codings of what it reads.</summary>
internal static class ClaimEvidence
{
    private const int CodingsACell = 3;

    /// <summary>The first units, confirmed ones before others, then by id.</summary>
    public static List<EvidenceRow> Rows(DbConnection connection, PreparedClaim claim, int limit, out long total)
    {
        var special = claim.IsFlat && !claim.Rows.HasSpecial ? "" : $"SELECT unit_id, c, phi FROM ({claim.UnitFlags}) WHERE p";
        var plain = claim.IsFlat ? $"SELECT unit_id, c, phi FROM ({claim.PlainFlags}) WHERE p" : "";
        var units = string.Join(" UNION ALL ", new[] { plain, special }.Where(s => s.Length > 0));
        if (limit <= 0)
        {
            total = Convert.ToInt64(TablesSchema.Rows(connection, $"SELECT count(*) FROM ({units})")[0][0], CultureInfo.InvariantCulture);
            return [];
        }

        var kind = claim.Part.Kind;
        var first = TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture,
            $"WITH u AS MATERIALIZED ({units}) SELECT u.unit_id, s.file, s.document, u.c, u.phi, (SELECT count(*) FROM u) FROM u JOIN store.{SqlText.Name(kind.Name)} s ON s.unit_id = u.unit_id ORDER BY u.c DESC, u.unit_id LIMIT {limit}"));
        total = first.Count > 0 ? Convert.ToInt64(first[0][5], CultureInfo.InvariantCulture) : 0;
        var cells = Cells(connection, claim, first.Select(r => (string)r[0]!).ToList());
        return first.Select(r => new EvidenceRow(
            (string)r[0]!, r[1] as string ?? "", r[2] as string ?? "", r[3] is true,
            r[4] is null ? null : Convert.ToDecimal(r[4], CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m,
            cells.GetValueOrDefault((string)r[0]!) ?? [])).ToList();
    }

    private static Dictionary<string, List<EvidenceCell>> Cells(DbConnection connection, PreparedClaim claim, IReadOnlyList<string> units)
    {
        var cells = new Dictionary<string, List<EvidenceCell>>(StringComparer.Ordinal);
        if (units.Count == 0 || claim.Reads.Variables.Count == 0)
        {
            return cells;
        }

        var order = string.Join(" ", claim.Reads.Variables.Select((v, i) => string.Create(CultureInfo.InvariantCulture, $"WHEN {SqlText.Literal(v.Name)} THEN {i}")));
        var rows = TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture,
            $"""
            SELECT unit_id, variable, value, CAST(status AS VARCHAR), CAST(evidence AS VARCHAR), quote, prefix, suffix, page, section, "row", "column", searched, CAST(coder_kind AS VARCHAR), start, "end", document
            FROM ({string.Join(" UNION ALL ", claim.Reads.Variables.Select(v => $"SELECT * FROM store.{SqlText.Name($"{claim.Part.Kind.Name}.{v.Name}.shown")} WHERE unit_id IN ({string.Join(", ", units.Select(SqlText.Literal))})"))})
            QUALIFY row_number() OVER (PARTITION BY unit_id, variable ORDER BY (coder_kind = 'person') DESC, certain DESC, (value IS NOT NULL) DESC, document, start, value) <= {CodingsACell}
            ORDER BY unit_id, CASE variable {order} END, (coder_kind = 'person') DESC, certain DESC, (value IS NOT NULL) DESC, document, start, value
            """));
        foreach (var r in rows)
        {
            if (!cells.TryGetValue((string)r[0]!, out var list))
            {
                cells[(string)r[0]!] = list = [];
            }

            list.Add(new EvidenceCell((string)r[1]!, r[2] as string, r[3] as string ?? "", r[4] as string)
            {
                Quote = r[5] as string, Prefix = r[6] as string, Suffix = r[7] as string, Page = r[8] is null ? null : Convert.ToInt32(r[8], CultureInfo.InvariantCulture),
                Section = r[9] as string, Row = Number(r[10]), Column = r[11] as string, Searched = r[12] is IEnumerable<string> searched ? [.. searched] : [],
                CoderKind = r[13] as string, Start = Number(r[14]), End = Number(r[15]), Document = r[16] as string,
            });
        }

        return cells;
    }

    private static long? Number(object? value) => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
