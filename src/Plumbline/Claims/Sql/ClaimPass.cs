using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>
/// One pass over the rows of a table for several claims that read the same columns of it: the engine unpacks each column, finds the
/// units with several possible values, and mixes those in open merges, once for all of them. A claim that is not flat has a pass alone, and so has
/// one of which most units are settled: there the engine skips rows that the claim leaves out, which costs less than to look at all for several.
/// </summary>
/// <param name="connection">The tables.</param>
/// <param name="claims">The claims.</param>
/// <param name="firstUnits">How many of the first settled units are told, where they are read apart.</param>
internal sealed class ClaimPass(DbConnection connection, IReadOnlyList<PreparedClaim> claims, int firstUnits = 0)
{
    /// <summary>Most claims of a pass: what the engine takes to plan a statement grows with the square of its length (16 claims of amounts: 2.7 s; 4: 0.25 s).</summary>
    public const int MostClaims = 4;

    private const string Nothing = ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";

    private const int OfSums = 13, OfUnit = 16, OfMixture = 6;

    private readonly PreparedClaim first = claims[0];

    /// <summary>The first of the claim's settled units, by id, once it was read; null where they were not told.</summary>
    public IReadOnlyList<FirstUnit>? First { get; private set; }

    /// <summary>Claims that can be read together, as places in the list given.</summary>
    public static IEnumerable<IReadOnlyList<int>> Of(IReadOnlyList<PreparedClaim> claims) =>
        Enumerable.Range(0, claims.Count).GroupBy(i => claims[i] is { IsFlat: true, IsMostlySettled: false } ? SameRows(claims[i].Reads) : i.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .SelectMany(g => g.Chunk(MostClaims));

    /// <summary>Units of each claim, and what open merges could be for it, by group.</summary>
    public IReadOnlyList<(List<UnitCounts> Units, Dictionary<string, MergedCounts> Merged)> Read()
    {
        var counts = claims.Select(_ => new List<UnitCounts>()).ToList();
        if (first.IsMostlySettled)
        {
            var beginning = firstUnits > 0 ? first.BeginningFlags : null;
            First = AddSums(counts, first.SettledFlags, first.HasAmount || beginning is not null ? 0 : firstUnits);
            if (beginning is not null)
            {
                var some = FirstUnits.OfPart(connection, beginning, confirmed: true, firstUnits);
                var all = counts[0].Where(c => c.Confirmed).Sum(c => c.Count);
                First = some.Count == Math.Min(firstUnits, all) ? some : FirstUnits.OfPart(connection, first.SettledFlags, confirmed: true, firstUnits);
            }

            if (first.Rows.HasUnsettled)
            {
                AddSums(counts, first.UnsettledFlags);
            }
        }
        else if (first.IsFlat)
        {
            AddSums(counts, FlagsOver(first.Rows.Plain, (_, n) => $", pcur{n} AS pcur2{n}"));
        }

        var hasMerges = first.Reads.Kind.HasOpenMerges;
        if (!first.IsFlat || first.Rows.HasSpecial)
        {
            var units = first.IsFlat
                ? $"SELECT unit_id, any_value(group_id) AS group_id{Each((c, n) => c.UnitOfRows(n))} FROM ({FlagsOver(first.Rows.Special, (_, _) => "")}) GROUP BY unit_id"
                : first.UnitFlags;
            if (!first.IsFlat || first.Rows.HasSeveral)
            {
                AddSums(counts, hasMerges ? $"SELECT * FROM ({units}) WHERE group_id IS NULL" : units);
            }

            if (hasMerges)
            {
                AddUnits(counts, units);
            }
        }

        var merged = first.IsFlat && hasMerges ? Merged() : null;
        return [.. counts.Select((c, i) => (c, merged?[i] ?? []))];
    }

    /// <summary>What open merges could be for each claim, by group.</summary>
    public IReadOnlyList<Dictionary<string, MergedCounts>> Merged()
    {
        var sums = Each((_, n) => $", bool_or(p{n}), bool_or(wp{n}), min(plo{n}) FILTER (p{n}), max(phi{n}) FILTER (p{n}), min(pcur{n}) FILTER (p{n}), max(pcur{n}) FILTER (p{n})");
        var rows = TablesSchema.Rows(connection, $"SELECT group_id{sums} FROM (SELECT group_id{Each((c, n) => c.MixtureFlags(n))} FROM ({first.Rows.Merged})) GROUP BY group_id");
        return [.. claims.Select((_, i) => rows.Select(r => Mixture(r, 1 + (i * OfMixture))).ToDictionary(m => m.Group, StringComparer.Ordinal))];
    }

    // Units in no open merge are added up, without a table of groups: that is most of what reading a claim costs.
    // Where the units with the first ids were not taken out, the first units come with them: what reads a large table once need not read it twice. Not with amounts: the least
    // of pairs takes longer than a second look.
    private List<FirstUnit>? AddSums(List<List<UnitCounts>> counts, string units, int firstUnits = 0)
    {
        var sums = Each((c, n) =>
            $", count(*) FILTER (c{n}), count(*) FILTER (p{n}), count(*) FILTER (wp{n}), count(*) FILTER (wc{n} AND NOT p{n}), count(*) FILTER ((u{n} AND NOT p{n}) OR (wu{n} AND NOT wp{n}) OR an{n})"
            + (c.HasAmount
                ? $", sum(clo{n}) FILTER (c{n}), min(chi{n}) FILTER (c{n}), max(clo{n}) FILTER (c{n}), sum(phi{n}) FILTER (p{n}), min(plo{n}) FILTER (p{n}), max(phi{n}) FILTER (p{n}), min(pcur{n}) FILTER (p{n}), max(pcur2{n}) FILTER (p{n})"
                : Nothing));
        var told = firstUnits == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", min(unit_id, {firstUnits})");
        var row = TablesSchema.Rows(connection, $"SELECT {sums[2..]}{told} FROM ({units})")[0];
        for (var i = 0; i < counts.Count; i++)
        {
            var at = i * OfSums;
            long Count(int column) => Convert.ToInt64(row[at + column], CultureInfo.InvariantCulture);

            // A number for each thing that is counted, so that each is counted once.
            counts[i].Add(Amounts(row, at + 5) with { Count = 0 });
            counts[i].Add(new UnitCounts { Count = Count(0), Confirmed = true });
            counts[i].Add(new UnitCounts { Count = Count(1), Possible = true });
            counts[i].Add(new UnitCounts { Count = Count(2), WholePossible = true });
            counts[i].Add(new UnitCounts { Count = Count(3), WholeConfirmed = true });
            counts[i].Add(new UnitCounts { Count = Count(4), AmountUnknown = true });
        }

        if (firstUnits == 0)
        {
            return null;
        }

        return row is [.., IEnumerable<string> ids] ? [.. ids.Select(id => new FirstUnit(id, true, null))] : [];
    }

    private void AddUnits(List<List<UnitCounts>> counts, string units)
    {
        var own = Each((c, n) => $", CAST(key{n} AS VARCHAR), c{n}, p{n}, u{n}, wc{n}, wp{n}, wu{n}, an{n}"
            + (c.HasAmount ? $", IF(c{n}, clo{n}, NULL), IF(c{n}, chi{n}, NULL), IF(c{n}, clo{n}, NULL), IF(p{n}, phi{n}, NULL), IF(p{n}, plo{n}, NULL), IF(p{n}, phi{n}, NULL), pcur{n}, pcur2{n}" : Nothing));
        foreach (var row in TablesSchema.Rows(connection, $"SELECT group_id{own} FROM ({units}) WHERE group_id IS NOT NULL"))
        {
            for (var i = 0; i < counts.Count; i++)
            {
                var at = 1 + (i * OfUnit);
                bool Flag(int column) => row[at + column] is true;
                counts[i].Add(Amounts(row, at + 8) with
                {
                    Group = row[0] as string, Key = (string?)row[at] ?? "", Confirmed = Flag(1), Possible = Flag(2), Unknown = Flag(3),
                    WholeConfirmed = Flag(4), WholePossible = Flag(5), WholeUnknown = Flag(6), AmountUnknown = Flag(7),
                });
            }
        }
    }

    private string FlagsOver(string rows, Func<PreparedClaim, string, string> more) =>
        $"SELECT *{Each((c, n) => c.AmountFlag(n) + more(c, n))} FROM (SELECT *{Each((c, n) => c.RowFlags(n))} FROM ({rows}))";

    /// <summary>A text for each claim, with what the names of its columns end in; nothing when there is only one claim.</summary>
    private string Each(Func<PreparedClaim, string, string> text) =>
        claims.Count == 1 ? text(first, "") : string.Concat(claims.Select((c, i) => text(c, i.ToString(CultureInfo.InvariantCulture))));

    private static string SameRows(TableReads reads) =>
        $"{reads.Kind.Name} {reads.Own} {string.Join(' ', reads.Variables.Select(v => reads.Statuses.Contains(v) ? v.Name + "_status" : v.Name))}";

    private static MergedCounts Mixture(object?[] row, int at) =>
        new((string)row[0]!, row[at] is true, row[at + 1] is true, ClaimRunner.Number(row[at + 2]), ClaimRunner.Number(row[at + 3]), (row[at + 4] as string, row[at + 5] as string));

    private static UnitCounts Amounts(object?[] row, int at) => new()
    {
        ConfirmedSum = ClaimRunner.Number(row[at]), ConfirmedMin = ClaimRunner.Number(row[at + 1]), ConfirmedMax = ClaimRunner.Number(row[at + 2]),
        PossibleSum = ClaimRunner.Number(row[at + 3]), PossibleMin = ClaimRunner.Number(row[at + 4]), PossibleMax = ClaimRunner.Number(row[at + 5]),
        Currencies = (row[at + 6] as string, row[at + 7] as string),
    };
}
