using System.Data.Common;
using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>Reads claims over an open connection, in this process: what the worker does, without its limits.</summary>
internal sealed class ClaimRunner(DbConnection connection, TablesSchema schema)
{
    private const string Flags =
        "c, p, u, wc, wp, wu, an";

    /// <summary>The figure's ends.</summary>
    public ClaimReading Read(ClaimQuery claim)
    {
        var problems = new List<Problem>();
        if (Prepare(claim, problems) is not { } prepared)
        {
            return new ClaimReading { Problems = problems };
        }

        var units = Units(prepared);
        var merged = prepared.IsFlat && prepared.Reads.Kind.HasOpenMerges ? Merged(connection, prepared) : [];
        var (low, high) = ClaimEnds.Of(claim.Measure, units, merged);
        var currencies = units.Select(u => u.Currencies).Concat(merged.Values.Select(m => m.Currencies)).SelectMany(c => new[] { c.First, c.Last })
            .Where(c => c is not null).Distinct().ToList();
        if (currencies.Count > 1)
        {
            problems.Add(SqlProblems.Currencies(prepared.Part.CurrencyOf!));
        }

        if (claim.Measure == Measure.Sum && units.Any(u => u.PossibleMin < 0 || u.ConfirmedMin < 0))
        {
            problems.Add(SqlProblems.Negative());
        }

        var reads = prepared.AllReads.SelectMany(r => r.Variables.Select(v => v.Name)).Distinct().ToList();
        return problems.Count > 0
            ? new ClaimReading { Problems = problems, Kind = prepared.Part.Kind.Name, Reads = reads }
            : new ClaimReading
            {
                Low = low,
                High = high,
                Unread = units.Where(u => u.IsUnread).Sum(u => u.Count),
                Confirmed = units.Where(u => u.Confirmed).Sum(u => u.Count),
                Rows = units.Where(u => u.Possible).Sum(u => u.Count),
                Currency = currencies.Count == 1 ? currencies[0] : prepared.Part.Currency,
                Kind = prepared.Part.Kind.Name,
                Reads = reads,
            };
    }

    /// <summary>The claim after its gate; null with problems when it is refused.</summary>
    internal PreparedClaim? Prepare(ClaimQuery claim, List<Problem> problems)
    {
        var part = Shape(claim.Sql, claim.Measure, problems);
        if (claim.Measure != Measure.Share)
        {
            return part is null ? null : new PreparedClaim(claim.Measure, part, null);
        }

        if (claim.OfSql is null)
        {
            problems.Add(SqlProblems.NoWhole());
            return null;
        }

        var whole = Shape(claim.OfSql, Measure.Count, problems);
        if (part is null || whole is null)
        {
            return null;
        }

        if (part.Kind != whole.Kind)
        {
            problems.Add(SqlProblems.OtherWhole());
            return null;
        }

        return new PreparedClaim(claim.Measure, part, whole);
    }

    private ClaimShape? Shape(string sql, Measure measure, List<Problem> problems) =>
        SqlTree.Parse(connection, sql, problems) is { } tree && ClaimGate.Read(tree, schema, problems) is { } rows
            ? ClaimShape.Of(rows, measure, tree, problems) : null;

    // Units in no open merge are added up, without a table of groups: that is most of what reading a claim costs.
    private List<UnitCounts> Units(PreparedClaim claim)
    {
        var counts = new List<UnitCounts>();
        var amounts = claim.HasAmount
            ? ", sum(clo) FILTER (c), min(chi) FILTER (c), max(clo) FILTER (c), sum(phi) FILTER (p), min(plo) FILTER (p), max(phi) FILTER (p), min(pcur) FILTER (p), max(pcur2) FILTER (p)"
            : ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";
        var sums = $"count(*) FILTER (c), count(*) FILTER (p), count(*) FILTER (wp), count(*) FILTER (wc AND NOT p), count(*) FILTER ((u AND NOT p) OR (wu AND NOT wp) OR an){amounts}";
        if (claim.IsFlat)
        {
            AddSums(counts, TablesSchema.Rows(connection, $"SELECT {sums} FROM ({claim.PlainFlags})")[0]);
        }

        if (!claim.IsFlat || claim.Rows.HasSpecial)
        {
            var alone = claim.Reads.Kind.HasOpenMerges ? " WHERE group_id IS NULL" : "";
            if (!claim.IsFlat || claim.Rows.HasSeveral)
            {
                AddSums(counts, TablesSchema.Rows(connection, $"SELECT {sums} FROM ({claim.UnitFlags}){alone}")[0]);
            }

            if (claim.Reads.Kind.HasOpenMerges)
            {
                var own = claim.HasAmount ? ", IF(c, clo, NULL), IF(c, chi, NULL), IF(c, clo, NULL), IF(p, phi, NULL), IF(p, plo, NULL), IF(p, phi, NULL), pcur, pcur2" : amounts;
                counts.AddRange(TablesSchema.Rows(connection, $"SELECT group_id, CAST(key AS VARCHAR), {Flags}{own} FROM ({claim.UnitFlags}) WHERE group_id IS NOT NULL").Select(row => Amounts(row, 9) with
                {
                    Group = row[0] as string, Key = (string?)row[1] ?? "",
                    Confirmed = row[2] is true, Possible = row[3] is true, Unknown = row[4] is true,
                    WholeConfirmed = row[5] is true, WholePossible = row[6] is true, WholeUnknown = row[7] is true, AmountUnknown = row[8] is true,
                }));
            }
        }

        return counts;
    }

    /// <summary>A number for each thing that is counted, so that each is counted once.</summary>
    private static void AddSums(List<UnitCounts> counts, object?[] row)
    {
        long Count(int at) => Convert.ToInt64(row[at], CultureInfo.InvariantCulture);
        counts.Add(Amounts(row, 5) with { Count = 0 });
        counts.Add(new UnitCounts { Count = Count(0), Confirmed = true });
        counts.Add(new UnitCounts { Count = Count(1), Possible = true });
        counts.Add(new UnitCounts { Count = Count(2), WholePossible = true });
        counts.Add(new UnitCounts { Count = Count(3), WholeConfirmed = true });
        counts.Add(new UnitCounts { Count = Count(4), AmountUnknown = true });
    }

    private static UnitCounts Amounts(object?[] row, int at) => new()
    {
        ConfirmedSum = Number(row[at]), ConfirmedMin = Number(row[at + 1]), ConfirmedMax = Number(row[at + 2]),
        PossibleSum = Number(row[at + 3]), PossibleMin = Number(row[at + 4]), PossibleMax = Number(row[at + 5]),
        Currencies = (row[at + 6] as string, row[at + 7] as string),
    };

    /// <summary>What open merges could be, by group.</summary>
    internal static Dictionary<string, MergedCounts> Merged(DbConnection connection, PreparedClaim claim) => TablesSchema.Rows(connection, claim.MergedFlags)
        .Select(r => new MergedCounts((string)r[0]!, r[1] is true, r[2] is true, Number(r[3]), Number(r[4]), (r[5] as string, r[6] as string)))
        .ToDictionary(m => m.Group, StringComparer.Ordinal);

    /// <summary>An amount without needless zeros.</summary>
    internal static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;
}
