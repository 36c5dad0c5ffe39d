namespace Plumbline.Claims.Next;

/// <summary>The ways to decide one open figure, and the cheapest of them if the machine is right.</summary>
internal sealed class FigurePlan
{
    private const int EachTried = 32;

    private readonly Func<IReadOnlyCollection<SettledUnit>, Verdict> verdict;
    private readonly IReadOnlyList<(ClaimQuery Query, OpenUnits Open)> queries;

    /// <param name="id">Id of the claim.</param>
    /// <param name="queries">The queries that its figure is made of.</param>
    /// <param name="verdict">Its verdict if units were settled.</param>
    public FigurePlan(string id, IReadOnlyList<(ClaimQuery Query, OpenUnits Open)> queries, Func<IReadOnlyCollection<SettledUnit>, Verdict> verdict)
    {
        (Id, this.queries, this.verdict) = (id, queries, verdict);
        Confirmed = TurnBy(isIn: true);
        Refuted = TurnBy(isIn: false);
        var options = Directions().Select(d => Option([.. d.SelectMany(q => Toward(q.Query, q.Open, q.IsIn, withUnread: false))]))
            .Append(Option([.. queries.SelectMany(q => Toward(q.Query, q.Open, isIn: false, withUnread: true))])).Append(Option(All())).ToList();
        var best = options.Where(o => o.Verdict != Verdict.Open).OrderBy(o => o.Expense).FirstOrDefault() ?? options[^1];
        (Pool, Codings, Expected) = (best.Pool, best.Verdict == Verdict.Open ? null : best.Cost, best.Verdict);
    }

    /// <summary>Id of the claim.</summary>
    public string Id { get; }

    public Turn Confirmed { get; }

    public Turn Refuted { get; }

    /// <summary>Units worth settling for it, best first.</summary>
    public IReadOnlyList<SettledUnit> Pool { get; }

    /// <summary>Codings that decide it as expected.</summary>
    public long? Codings { get; }

    public Verdict Expected { get; }

    /// <summary>True when these settle it.</summary>
    public bool IsDecidedBy(IReadOnlyCollection<SettledUnit> settled) => verdict(settled) != Verdict.Open;

    private sealed record Way(IReadOnlyList<SettledUnit> Pool, Verdict Verdict, long Cost, double Expense);

    private IEnumerable<IReadOnlyList<(ClaimQuery Query, OpenUnits Open, bool IsIn)>> Directions()
    {
        yield return [.. queries.Select(q => (q.Query, q.Open, true))];
        yield return [.. queries.Select(q => (q.Query, q.Open, false))];
        if (queries.Count > 1)
        {
            // A difference or a quotient rises when one part rises and the other falls.
            yield return [.. queries.Select((q, i) => (q.Query, q.Open, i == 0))];
            yield return [.. queries.Select((q, i) => (q.Query, q.Open, i != 0))];
        }
    }

    private Turn TurnBy(bool isIn)
    {
        var all = queries.SelectMany(q => q.Open.Units.Where(u => u.State == OpenState.Possible).Select(u => new SettledUnit(q.Query, u, u.State, isIn))
            .Concat(Beyond(q.Query, q.Open, OpenState.Possible, isIn))).OrderByDescending(s => s.Weight).ToList();
        var units = First(all);
        return units is null ? new Turn(null, Verdict.Open, all.Count) : new Turn(units, verdict(all[..units.Value]), all.Count);
    }

    private Way Option(List<SettledUnit> pool)
    {
        var units = First(pool);
        var taken = units is null ? pool : pool[..units.Value];
        return new Way(pool, units is null ? Verdict.Open : verdict(taken), taken.Sum(s => (long)s.Cost), taken.Sum(s => s.Cost / s.Likely));
    }

    /// <summary>Length of the shortest beginning that decides the figure; null when all of it does not.</summary>
    private int? First(List<SettledUnit> settled)
    {
        for (var few = 1; few <= Math.Min(settled.Count, EachTried); few++)
        {
            if (verdict(settled[..few]) != Verdict.Open)
            {
                return few;
            }
        }

        if (settled.Count <= EachTried || verdict(settled) == Verdict.Open)
        {
            return null;
        }

        var (low, high) = (EachTried, 2 * EachTried);
        while (high < settled.Count && verdict(settled[..high]) == Verdict.Open)
        {
            (low, high) = (high, high * 2);
        }

        high = Math.Min(high, settled.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = verdict(settled[..middle]) == Verdict.Open ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Units to settle one way, those that come out so most likely and cheapest first.</summary>
    private static IEnumerable<SettledUnit> Toward(ClaimQuery query, OpenUnits open, bool isIn, bool withUnread)
    {
        var listed = open.Units.Where(u => u.State == OpenState.Possible || (withUnread && u.State == OpenState.Unread)).Where(u => (isIn ? u.In : u.Out) is not null || u.Group is not null)
            .Select(u => new SettledUnit(query, u, u.State, isIn));
        var unread = withUnread ? Beyond(query, open, OpenState.Unread, isIn) : [];
        return InOrder(listed, query).Concat(unread).Concat(Beyond(query, open, OpenState.Possible, isIn));
    }

    private List<SettledUnit> All() =>
    [
        .. queries.SelectMany(q => InOrder(
                q.Open.Units.Where(u => u.In is not null || u.Out is not null || u.Group is not null)
                    .Select(u => new SettledUnit(q.Query, u, u.State, (u.IsExpected && u.In is not null) || (u.Out is null && u.In is not null))), q.Query)
            .Concat(Beyond(q.Query, q.Open, OpenState.Possible, true)).Concat(Beyond(q.Query, q.Open, OpenState.Unread, false))),
    ];

    private static IEnumerable<SettledUnit> InOrder(IEnumerable<SettledUnit> settled, ClaimQuery query) => settled
        .OrderBy(s => s.IsMerge).ThenByDescending(s => (double)Math.Min(s.Weight, 1_000_000_000_000m) * s.Likely / s.Cost)
        .ThenBy(s => query.Measure switch { Measure.Min or Measure.First => s.Unit!.Least ?? 0, Measure.Max or Measure.Last => -(s.Unit!.Most ?? 0), _ => 0 })
        .ThenBy(s => s.Unit!.UnitId, StringComparer.Ordinal);

    /// <summary>Those that are not listed, of which only the number is known.</summary>
    private static IEnumerable<SettledUnit> Beyond(ClaimQuery query, OpenUnits open, OpenState state, bool isIn) => Enumerable.Repeat(
        new SettledUnit(query, null, state, isIn), (int)Math.Clamp(open.Total(state) - open.Units.Count(u => u.State == state), 0, 1_000_000));
}
