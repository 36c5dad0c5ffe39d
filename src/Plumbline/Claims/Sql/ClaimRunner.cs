using System.Data.Common;
using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>Reads claims over an open connection, in this process: what the worker does, without its limits.</summary>
/// <param name="connection">The tables.</param>
/// <param name="schema">What they are.</param>
/// <param name="known">Of which units what is known; nothing is taken out if not given.</param>
internal sealed class ClaimRunner(DbConnection connection, TablesSchema schema, KnownUnits? known = null)
{
    private readonly KnownUnits known = known ?? new KnownUnits(connection, schema);


    /// <summary>The figure's ends.</summary>
    public ClaimReading Read(ClaimQuery claim)
    {
        var problems = new List<Problem>();
        return Prepare(claim, problems) is { } prepared ? Read([prepared])[0] : new ClaimReading { Problems = problems };
    }

    /// <summary>The ends of claims that can be read in one pass.</summary>
    public IReadOnlyList<ClaimReading> Read(IReadOnlyList<PreparedClaim> pass) => Read(pass, 0, out _);

    /// <summary>The ends of claims that can be read in one pass, with the first settled units where those come for nothing (else null).</summary>
    public IReadOnlyList<ClaimReading> Read(IReadOnlyList<PreparedClaim> pass, int firstUnits, out IReadOnlyList<FirstUnit>? first)
    {
        var read = new ClaimPass(connection, pass, firstUnits);
        var readings = read.Read().Select((r, i) => Reading(pass[i], r.Units, r.Merged)).ToList();
        first = read.First;
        return readings;
    }

    private static ClaimReading Reading(PreparedClaim claim, List<UnitCounts> units, Dictionary<string, MergedCounts> merged)
    {
        var problems = new List<Problem>();
        var (low, high) = ClaimEnds.Of(claim.Measure, units, merged);
        var currencies = units.Select(u => u.Currencies).Concat(merged.Values.Select(m => m.Currencies)).SelectMany(c => new[] { c.First, c.Last })
            .Where(c => c is not null).Distinct().ToList();
        if (currencies.Count > 1)
        {
            problems.Add(SqlProblems.Currencies(claim.Part.CurrencyOf!));
        }

        if (claim.Measure == Measure.Sum && units.Any(u => u.PossibleMin < 0 || u.ConfirmedMin < 0))
        {
            problems.Add(SqlProblems.Negative());
        }

        var reads = claim.AllReads.SelectMany(r => r.Variables.Select(v => v.Name)).Distinct().ToList();
        return problems.Count > 0
            ? new ClaimReading { Problems = problems, Kind = claim.Part.Kind.Name, Reads = reads }
            : new ClaimReading
            {
                Low = low,
                High = high,
                Unread = units.Where(u => u.IsUnread).Sum(u => u.Count),
                Confirmed = units.Where(u => u.Confirmed).Sum(u => u.Count),
                Rows = units.Where(u => u.Possible).Sum(u => u.Count),
                Currency = currencies.Count == 1 ? currencies[0] : claim.Part.Currency,
                Kind = claim.Part.Kind.Name,
                Reads = reads,
                Tables = [.. claim.AllReads.Select(r => new ReadTable(r.Kind.Name, [.. r.Variables.Select(v => v.Name)]))],
            };
    }

    /// <summary>The claim after its gate; null with problems when it is refused.</summary>
    internal PreparedClaim? Prepare(ClaimQuery claim, List<Problem> problems)
    {
        var part = Shape(claim.Sql, claim.Measure, problems);
        if (claim.Measure != Measure.Share)
        {
            return part is null ? null : new PreparedClaim(claim.Measure, part, null, known);
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

        return new PreparedClaim(claim.Measure, part, whole, known);
    }

    private ClaimShape? Shape(string sql, Measure measure, List<Problem> problems) =>
        SqlTree.Parse(connection, sql, problems) is { } tree && ClaimGate.Read(tree, schema, problems) is { } rows
            ? ClaimShape.Of(rows, measure, tree, problems) : null;

    /// <summary>An amount without needless zeros.</summary>
    internal static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;
}
