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
        var merged = prepared.IsFlat && prepared.Reads.Kind.HasOpenMerges ? Merged(prepared) : [];
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

    private List<UnitCounts> Units(PreparedClaim claim)
    {
        var counts = new List<UnitCounts>();
        var amounts = claim.HasAmount
            ? ", sum(clo) FILTER (c), min(chi) FILTER (c), max(clo) FILTER (c), sum(phi) FILTER (p), min(plo) FILTER (p), max(phi) FILTER (p), min(pcur) FILTER (p), max(pcur2) FILTER (p)"
            : ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";
        if (claim.IsFlat)
        {
            Add(counts, $"SELECT NULL, '', count(*), {Flags}{amounts} FROM ({claim.PlainFlags}) GROUP BY {Flags}");
        }

        if (!claim.IsFlat || claim.Rows.HasSpecial)
        {
            Add(counts, $"SELECT NULL, '', count(*), {Flags}{amounts} FROM ({claim.UnitFlags}) WHERE group_id IS NULL GROUP BY {Flags}");
        }

        if (claim.Reads.Kind.HasOpenMerges)
        {
            Add(counts, $"SELECT group_id, CAST(key AS VARCHAR), 1, {Flags}{(claim.HasAmount ? ", IF(c, clo, NULL), IF(c, chi, NULL), IF(c, clo, NULL), IF(p, phi, NULL), IF(p, plo, NULL), IF(p, phi, NULL), pcur, pcur2" : amounts)} FROM ({claim.UnitFlags}) WHERE group_id IS NOT NULL");
        }

        return counts;
    }

    private void Add(List<UnitCounts> counts, string sql)
    {
        foreach (var row in TablesSchema.Rows(connection, sql))
        {
            counts.Add(new UnitCounts
            {
                Group = row[0] as string, Key = (string?)row[1] ?? "", Count = Convert.ToInt64(row[2], CultureInfo.InvariantCulture),
                Confirmed = row[3] is true, Possible = row[4] is true, Unknown = row[5] is true,
                WholeConfirmed = row[6] is true, WholePossible = row[7] is true, WholeUnknown = row[8] is true, AmountUnknown = row[9] is true,
                ConfirmedSum = Number(row[10]), ConfirmedMin = Number(row[11]), ConfirmedMax = Number(row[12]),
                PossibleSum = Number(row[13]), PossibleMin = Number(row[14]), PossibleMax = Number(row[15]),
                Currencies = (row[16] as string, row[17] as string),
            });
        }
    }

    private Dictionary<string, MergedCounts> Merged(PreparedClaim claim) => TablesSchema.Rows(connection, claim.MergedFlags)
        .Select(r => new MergedCounts((string)r[0]!, r[1] is true, r[2] is true, Number(r[3]), Number(r[4]), (r[5] as string, r[6] as string)))
        .ToDictionary(m => m.Group, StringComparer.Ordinal);

    private static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;
}
