using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The units of claims' possible readings with the codings of what is read, for all claims at once: each table is looked through once.
/// Statements are narrow on purpose: planning a join costs more than running it.
/// </summary>
internal sealed class ClaimEvidence(DbConnection connection, TablesSchema schema)
{
    private const int CodingsACell = 3;

    /// <summary>The first units of one claim, confirmed ones before others, then by id.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="limit">Most units.</param>
    /// <param name="known">How many units there are in all, when that is known.</param>
    /// <param name="total">How many units there are in all.</param>
    public List<EvidenceRow> Rows(PreparedClaim claim, int limit, long? known, out long total)
    {
        total = known ?? FirstUnits.Count(connection, claim);
        return limit <= 0 || total == 0 ? [] : Rows([(claim, FirstUnits.Of(connection, claim, limit))])[0];
    }

    /// <summary>Rows for the units of each claim.</summary>
    public IReadOnlyList<List<EvidenceRow>> Rows(IReadOnlyList<(PreparedClaim Claim, List<FirstUnit> Units)> claims)
    {
        var files = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        var cells = new Dictionary<(string Unit, string Variable), List<EvidenceCell>>();
        foreach (var kind in claims.Where(c => c.Units.Count > 0).GroupBy(c => c.Claim.Part.Kind))
        {
            var ids = List(kind.SelectMany(c => c.Units).Select(u => u.Id).Distinct().Select(SqlText.Literal));
            foreach (var row in TablesSchema.Rows(connection, $"SELECT unit_id, file, document FROM store.{SqlText.Name(kind.Key.Name)} WHERE unit_id IN ({ids})"))
            {
                files[(string)row[0]!] = row;
            }

            Cells(kind.Key, [.. kind], ids, cells);
        }

        return [.. claims.Select(c => c.Units.ConvertAll(u => new EvidenceRow(
            u.Id, files.GetValueOrDefault(u.Id)?[1] as string ?? "", files.GetValueOrDefault(u.Id)?[2] as string ?? "", u.Confirmed, u.Amount,
            [.. c.Claim.Reads.Variables.SelectMany(v => cells.GetValueOrDefault((u.Id, v.Name)) ?? [])])))];
    }

    /// <summary>The surest codings of each variable that a claim reads: people's before rules', then in the order of the text.</summary>
    private void Cells(TableKind kind, IReadOnlyList<(PreparedClaim Claim, List<FirstUnit> Units)> claims, string ids, Dictionary<(string Unit, string Variable), List<EvidenceCell>> cells)
    {
        var readOf = claims.SelectMany(c => c.Claim.Reads.Variables.SelectMany(v => c.Units.Select(u => (Variable: v.Name, u.Id)))).Distinct().ToLookup(r => r.Variable, r => r.Id, StringComparer.Ordinal);
        if (readOf.Count == 0)
        {
            return;
        }

        var members = TablesSchema.Rows(connection, $"SELECT ordinal, unit_id, document FROM store.members WHERE kind = {SqlText.Literal(kind.Name)} AND unit_id IN ({ids})")
            .ConvertAll(r => (Ordinal: Convert.ToInt32(r[0], CultureInfo.InvariantCulture), Unit: (string)r[1]!, Document: (string)r[2]!));
        var ofUnit = members.ToLookup(m => m.Unit, m => m.Ordinal, StringComparer.Ordinal);
        var byOrdinal = members.ToDictionary(m => m.Ordinal);
        var decided = TablesSchema.Rows(connection, $"""
            SELECT variable, NULL, unit, document, value, CAST(status AS VARCHAR), CASE WHEN quote IS NOT NULL THEN 'text' WHEN "column" IS NOT NULL THEN 'record' WHEN whole_unit THEN 'silence' END,
                quote, prefix, suffix, page, NULL, "row", "column", NULL, NULL, TRUE, "start", "end" FROM store.{SqlText.Name(kind.Name + "_decisions")} WHERE unit IN ({ids})
            """).ToLookup(r => (string)r[0]!, StringComparer.Ordinal);
        foreach (var variable in readOf)
        {
            var units = variable.ToHashSet(StringComparer.Ordinal);
            var ordinals = List(units.SelectMany(u => ofUnit[u]).Order().Select(o => o.ToString(CultureInfo.InvariantCulture)));
            var read = ordinals.Length == 0 ? [] : TablesSchema.Rows(connection, $"""
                SELECT NULL, c.member, NULL, NULL, value, CAST(status AS VARCHAR), CAST(evidence AS VARCHAR), quote, prefix, suffix, page, section,
                    "row", "column", search, coder, certain, "start", "end" FROM store.{SqlText.Name($"{kind.Name}.{variable.Key}")} c WHERE c.member IN ({ordinals})
                """);
            var codings = read.Concat(decided[variable.Key].Where(d => units.Contains((string)d[2]!))).Select(r =>
            {
                var (unit, document) = r[1] is null ? ((string)r[2]!, (string)r[3]!) : byOrdinal[Convert.ToInt32(r[1], CultureInfo.InvariantCulture)] is var m ? (m.Unit, m.Document) : default;
                return (Unit: unit, Document: document, IsCertain: r[16] is true, Cell: Cell(variable.Key, document, r));
            });
            foreach (var unit in codings.GroupBy(c => c.Unit, StringComparer.Ordinal))
            {
                cells[(unit.Key, variable.Key)] = [.. unit
                    .OrderByDescending(c => c.Cell.CoderKind == "person").ThenByDescending(c => c.IsCertain).ThenByDescending(c => c.Cell.Value is not null)
                    .ThenBy(c => c.Document, StringComparer.Ordinal).ThenBy(c => c.Cell.Start ?? long.MaxValue).ThenBy(c => c.Cell.Value, StringComparer.Ordinal)
                    .Take(CodingsACell).Select(c => c.Cell)];
            }
        }
    }

    private EvidenceCell Cell(string variable, string document, object?[] row) => new(variable, row[4] as string, row[5] as string ?? "", row[6] as string)
    {
        Quote = row[7] as string, Prefix = row[8] as string, Suffix = row[9] as string, Page = row[10] is null ? null : Convert.ToInt32(row[10], CultureInfo.InvariantCulture),
        Section = row[11] as string, Row = Number(row[12]), Column = row[13] as string,
        Searched = row[14] is null ? [] : schema.Searches.GetValueOrDefault(Convert.ToInt32(row[14], CultureInfo.InvariantCulture)) ?? [],
        CoderKind = row[15] is null ? "person" : schema.Coders[Convert.ToInt32(row[15], CultureInfo.InvariantCulture)], Start = Number(row[17]), End = Number(row[18]), Document = document,
    };

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static long? Number(object? value) => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
