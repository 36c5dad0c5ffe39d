using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The units that keep a claim open, each with what has to be settled. One statement finds and orders them over all units
/// and gives the first of each state; what people and rules said of those few is read after that.
/// </summary>
internal sealed class OpenUnitRows(DbConnection connection, PreparedClaim claim)
{
    private const int Fixed = 14;

    private readonly ClaimConditions conditions = new(claim.IsFlat ? claim.Condition : null, claim.IsFlat ? claim.Part.Amount : null);

    /// <summary>The first of each state, and how many there are.</summary>
    public OpenUnits Read(int limit)
    {
        var rows = limit < 0 ? [] : TablesSchema.Rows(connection, Statement(limit));
        long[] totals = [0, 0, 0, 0];
        var (whole, rest) = claim.Whole is null ? (0L, 0L) : Whole();
        if (rows.Count > 0)
        {
            (totals[0], totals[1], totals[2]) = (Long(rows[0][11]), Long(rows[0][12]), Long(rows[0][13]));
        }

        var units = rows.ConvertAll(Unit);
        foreach (var other in claim.IsFlat ? [] : claim.AllReads.Where(r => r.Kind != claim.Reads.Kind && r.Variables.Count > 0))
        {
            var found = Others(other, limit);
            totals[3] += found.Total;
            units.AddRange(found.Units);
        }

        return new OpenUnits { Units = WithCodings(units), Totals = totals, WholePossible = whole, SurelyRest = rest };
    }

    private bool HasLeaves => claim.IsFlat && conditions.Leaves.Count <= ClaimConditions.MostLeaves;

    private string Flags
    {
        get
        {
            const string Columns = "c, p, u, wc, wp, wu, an, clo, chi, plo, phi";
            return claim.IsFlat
                ? $"SELECT unit_id, NULL::VARCHAR AS group_id, {Columns} FROM ({claim.PlainFlags})"
                  + (claim.Rows.HasSpecial ? $" UNION ALL SELECT unit_id, group_id, {Columns} FROM ({claim.UnitFlags})" : "")
                : $"SELECT unit_id, group_id, {Columns} FROM ({claim.UnitFlags})";
        }
    }

    private string Statement(int limit)
    {
        var amount = claim.HasAmount ? "p AND NOT an AND (clo IS DISTINCT FROM plo OR chi IS DISTINCT FROM phi)" : "FALSE";
        var state = $"CASE WHEN (p AND NOT c AND NOT an) OR ({amount}) OR (group_id IS NOT NULL AND p) THEN 0 WHEN (u AND NOT p) OR an OR (wu AND NOT wp) THEN 1 WHEN wp AND NOT wc THEN 2 END";
        var known = claim.Reads.Variables.Select(v => SqlText.Name(v.Name + "~k")).ToList();
        var leaves = HasLeaves
            ? string.Concat(conditions.Leaves.Select((l, i) => $", {claim.Confirmed.PrintKnown(l)} AS k{i}, coalesce({claim.Standing.Print(l)}, FALSE) AS e{i}")) : "";
        var open = known.Count == 0 ? "0" : string.Join(" + ", known.Select(k => $"(NOT {k})::INTEGER"));
        var weight = claim.Measure switch
        {
            Measure.Min or Measure.First => "plo NULLS LAST, ",
            Measure.Max or Measure.Last or Measure.Sum => "phi DESC NULLS LAST, ",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            WITH o AS (SELECT * FROM (SELECT *, {state} AS state FROM ({Flags})) WHERE state IS NOT NULL),
            s AS (SELECT unit_id, "file~c" AS file, {open} AS opens{string.Concat(known.Select((k, i) => $", {k} AS v{i}"))}{leaves} FROM ({claim.Rows.Standings}))
            SELECT unit_id, file, state, group_id, c, wc, wp, plo, phi, clo, p,
                count(*) FILTER (state = 0) OVER (), count(*) FILTER (state = 1) OVER (), count(*) FILTER (state = 2) OVER (){string.Concat(known.Select((_, i) => $", v{i}"))}{(HasLeaves ? string.Concat(conditions.Leaves.Select((_, i) => $", k{i}, e{i}")) : "")}
            FROM o JOIN s USING (unit_id)
            QUALIFY row_number() OVER (PARTITION BY state ORDER BY {weight}opens, unit_id) <= {limit}
            ORDER BY state, {weight}opens, unit_id
            """);
    }

    private OpenUnit Unit(object?[] row)
    {
        var variables = claim.Reads.Variables.Where((_, i) => row[Fixed + i] is not true).Select(v => v.Name).ToList();
        var open = variables.ToHashSet(StringComparer.Ordinal);
        var at = Fixed + claim.Reads.Variables.Count;
        var leaves = HasLeaves ? conditions.Leaves.Select((_, i) => new LeafState(row[at + (2 * i)] as bool?, row[at + (2 * i) + 1] is true)).ToList() : [];
        IReadOnlyList<string>? all = variables.Count == 0 ? null : variables;
        var (inside, outside) = HasLeaves ? (conditions.In(leaves, open), conditions.Out(leaves, open)) : (all, all);
        return new OpenUnit
        {
            UnitId = (string)row[0]!, Kind = claim.Reads.Kind.Name, File = row[1] as string ?? "", State = (OpenState)Convert.ToInt32(row[2], CultureInfo.InvariantCulture),
            Group = row[3] as string, IsConfirmed = row[4] is true, IsWholeConfirmed = row[5] is true, IsWhole = row[6] is true,
            Least = Number(row[7]), Most = Number(row[8]), Settled = Number(row[9]),
            IsExpected = HasLeaves ? conditions.Expected(leaves) : row[10] is true,
            Variables = variables.ConvertAll(v => new OpenVariable(v, "")),
            // Nothing to settle in the condition: then the amount, the whole of a share or a merge is open.
            In = inside is { Count: 0 } ? all : inside,
            Out = outside is { Count: 0 } ? all : outside,
        };
    }

    private (long Total, List<OpenUnit> Units) Others(TableReads reads, int limit)
    {
        var rows = new ReadingRows(reads);
        var known = reads.Variables.Select(v => SqlText.Name(v.Name + "~k")).ToList();
        var found = TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture,
            $"SELECT unit_id, \"file~c\", count(*) OVER (), {string.Join(", ", known)} FROM ({rows.Standings}) WHERE NOT ({string.Join(" AND ", known)}) ORDER BY unit_id LIMIT {limit}"));
        return (found.Count == 0 ? 0 : Long(found[0][2]), found.ConvertAll(r =>
        {
            var variables = reads.Variables.Where((_, i) => r[3 + i] is not true).Select(v => v.Name).ToList();
            return new OpenUnit
            {
                UnitId = (string)r[0]!, Kind = reads.Kind.Name, File = r[1] as string ?? "", State = OpenState.Other, IsExpected = true,
                Variables = variables.ConvertAll(v => new OpenVariable(v, "")), In = variables, Out = variables,
            };
        }));
    }

    private (long Possible, long SurelyRest) Whole()
    {
        var row = TablesSchema.Rows(connection, $"SELECT count(*) FILTER (wp), count(*) FILTER (wc AND NOT p) FROM ({Flags})")[0];
        return (Long(row[0]), Long(row[1]));
    }

    /// <summary>Adds what stands of each open variable, and what people and rules said of it.</summary>
    private List<OpenUnit> WithCodings(List<OpenUnit> units)
    {
        var tables = TablesSchema.Rows(connection, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'store'").Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        var known = new Dictionary<(string Unit, string Variable), OpenVariable>();
        foreach (var kind in units.GroupBy(u => u.Kind))
        {
            var ids = string.Join(", ", kind.Select(u => SqlText.Literal(u.UnitId)));
            var decisions = tables.Contains(kind.Key + "_decisions")
                ? TablesSchema.Rows(connection,
                    $"SELECT unit, variable, count(DISTINCT coder) FILTER (NOT stale), coalesce(bool_or(stale), FALSE), coalesce(bool_or(status = 'unclear' AND NOT stale), FALSE) FROM store.{SqlText.Name(kind.Key + "_decisions")} WHERE unit IN ({ids}) GROUP BY ALL")
                    .ToDictionary(r => ((string)r[0]!, (string)r[1]!))
                : [];
            foreach (var variable in kind.SelectMany(u => u.Variables).Select(v => v.Name).Distinct())
            {
                var codings = $"{kind.Key}.{variable}";
                var guessed = tables.Contains(codings)
                    ? TablesSchema.Rows(connection, $"SELECT DISTINCT m.unit_id FROM store.{SqlText.Name(codings)} c JOIN store.members m ON m.ordinal = c.member WHERE NOT c.certain AND m.unit_id IN ({ids})").Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal)
                    : [];
                var records = tables.Contains(codings) && tables.Contains(kind.Key + "_decisions") ? Records(kind.Key, variable, ids) : [];
                foreach (var row in TablesSchema.Rows(connection, $"SELECT unit_id, {SqlText.Name(variable + "_status")}::VARCHAR FROM store.{SqlText.Name(kind.Key)} WHERE unit_id IN ({ids})"))
                {
                    var (unit, status) = ((string)row[0]!, row[1] as string ?? "");
                    var people = decisions.GetValueOrDefault((unit, variable));
                    var (tried, right) = records.GetValueOrDefault(unit);
                    known[(unit, variable)] = new OpenVariable(variable, status)
                    {
                        IsSure = status is "stated" or "not-stated" or "not-applicable" && !guessed.Contains(unit),
                        Tried = tried, Right = right,
                        Coders = people is null ? 0 : (int)Long(people[2]), IsStale = people?[3] is true, IsUnclear = people?[4] is true,
                    };
                }
            }
        }

        return units.ConvertAll(u => u with { Variables = [.. u.Variables.Select(v => known.GetValueOrDefault((u.UnitId, v.Name)) ?? v)] });
    }

    /// <summary>Of how many units people decided what the rules that read a unit had read there, and how often they agreed; guesses, sure readings and silence apart.</summary>
    private Dictionary<string, (int Tried, int Right)> Records(string kind, string variable, string ids)
    {
        var decisions = $"store.{SqlText.Name(kind + "_decisions")}";
        var decided = $"SELECT unit, list(DISTINCT concat_ws('|', status, value)) AS says FROM {decisions} WHERE variable = {SqlText.Literal(variable)} AND NOT stale AND status <> 'unclear' GROUP BY unit";
        return TablesSchema.Rows(connection, $"SELECT 1 FROM {decisions} WHERE variable = {SqlText.Literal(variable)} LIMIT 1").Count == 0 ? [] : TablesSchema.Rows(connection, $"""
            WITH decided AS ({decided}),
            said AS (SELECT DISTINCT m.unit_id, d.name, c.certain, c.evidence = 'silence' AS silent, concat_ws('|', c.status, c.value) AS says
                FROM store.{SqlText.Name($"{kind}.{variable}")} c JOIN store.members m ON m.ordinal = c.member JOIN store.coders d ON d.coder = c.coder
                WHERE d.kind = 'rule' AND (m.unit_id IN ({ids}) OR m.unit_id IN (SELECT unit FROM decided))),
            record AS (SELECT name, certain, silent, count(*) AS tried, count(*) FILTER (list_contains(decided.says, said.says)) AS rights FROM said JOIN decided ON unit = unit_id GROUP BY ALL)
            SELECT unit_id, sum(tried)::BIGINT, sum(rights)::BIGINT FROM said JOIN record USING (name, certain, silent) WHERE unit_id IN ({ids}) GROUP BY unit_id
            """).ToDictionary(r => (string)r[0]!, r => ((int)Long(r[1]), (int)Long(r[2])), StringComparer.Ordinal);
    }

    private static long Long(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;
}
