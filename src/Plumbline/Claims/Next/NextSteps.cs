namespace Plumbline.Claims.Next;

/// <summary>
/// The order over all open figures. A unit is worth, for each figure that it serves, its part of what that figure still
/// takes, divided by what it costs that figure. So the figures that are nearly decided come first, and units that serve several.
/// </summary>
internal static class NextSteps
{
    public static IReadOnlyList<NextStep> InOrder(IReadOnlyList<FigurePlan> plans, int limit, out bool more)
    {
        var candidates = plans.SelectMany(p => p.Pool.Where(s => s.Unit is not null).Select(s => (Plan: p, Settled: s)))
            .GroupBy(c => (c.Settled.Unit!.Kind, c.Settled.Unit.UnitId))
            .Select(g => (Unit: g.ToList(), Value: Value([.. g])))
            .OrderByDescending(c => c.Value).ThenBy(c => c.Unit[0].Settled.Unit!.UnitId, StringComparer.Ordinal).Select(c => c.Unit).ToList();
        var taken = plans.ToDictionary(p => p, _ => new List<SettledUnit>());
        var done = new HashSet<FigurePlan>();
        var steps = new List<NextStep>();
        var judged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in candidates)
        {
            var serves = unit.Where(c => !done.Contains(c.Plan)).ToList();
            if (serves.Count == 0)
            {
                continue;
            }

            if (steps.Count >= limit)
            {
                more = true;
                return [.. steps.Take(limit)];
            }

            foreach (var (plan, settling) in serves)
            {
                taken[plan].Add(settling);
            }

            foreach (var plan in serves.Select(s => s.Plan).Distinct().Where(p => p.IsDecidedBy(taken[p])))
            {
                done.Add(plan);
            }

            steps.AddRange(Of(serves, judged));
        }

        more = steps.Count > limit || plans.Any(p => !done.Contains(p) && p.Pool.Any(s => s.Unit is null));
        return [.. steps.Take(limit)];
    }

    // What one figure alone reads costs that figure; a variable that several read serves them all for the one coding.
    private static double Value(List<(FigurePlan Plan, SettledUnit Settled)> unit) => unit.GroupBy(c => c.Plan).Sum(g => g.Max(c => Part(c.Plan, c.Settled) / c.Settled.Cost));

    private static double Part(FigurePlan plan, SettledUnit settling)
    {
        // Behind the first that are enough come those that stand in when an answer is another than expected.
        var weight = settling.Query.Measure == Measure.Sum ? (double)(settling.Weight / Math.Max(1, plan.Pool.Max(s => s.Weight))) : 1;
        var place = settling.Query.Measure is Measure.Min or Measure.Max or Measure.First or Measure.Last ? 1.0 / (1 + plan.Pool.ToList().IndexOf(settling)) : 1;
        return weight * place * settling.Likely / (plan.Codings ?? 1_000_000);
    }

    private static IEnumerable<NextStep> Of(List<(FigurePlan Plan, SettledUnit Settled)> serves, HashSet<string> judged)
    {
        var unit = serves[0].Settled.Unit!;
        IReadOnlyList<string> Ids(IEnumerable<(FigurePlan Plan, SettledUnit Settled)> some) => [.. some.Select(s => s.Plan.Id).Distinct()];
        NextStep Step(NextAct act, OpenVariable? variable, List<(FigurePlan Plan, SettledUnit Settled)> some) => new()
        {
            Act = act, Unit = unit, Variable = variable, Claims = Ids(some), Within = Ids(some.Where(s => s.Settled.Unit!.IsExpected)),
        };
        if (unit.Group is { } group && judged.Add(group))
        {
            yield return Step(NextAct.Judge, null, serves);
        }

        var states = serves.SelectMany(s => s.Settled.Unit!.Variables).DistinctBy(v => v.Name).ToDictionary(v => v.Name);
        foreach (var name in serves.SelectMany(s => s.Settled.Variables).Distinct().OrderByDescending(n => serves.Count(s => s.Settled.Variables.Contains(n))))
        {
            yield return Step(Act(states[name]), states[name], [.. serves.Where(s => s.Settled.Variables.Contains(name))]);
        }
    }

    private static NextAct Act(OpenVariable variable) => variable switch
    {
        { IsStale: true, Coders: 0 } => NextAct.Affirm,
        { IsUnclear: true } or { Coders: > 1 } => NextAct.Adjudicate,
        { Coders: 1 } => NextAct.SecondCoder,
        _ => NextAct.Code,
    };
}
