using System.Globalization;
using CsCheck;
using Plumbline.Claims;
using Plumbline.Claims.Next;
using Plumbline.Evidence;
using Plumbline.Tests.Claims.Sql;

namespace Plumbline.Tests.Claims.Next;

/// <summary>Small random cases, random claims about them, and a reviewer who answers what is true.</summary>
public sealed class NextPropertyTests
{
    private static readonly string[] Hedges = ["at least", "more than", "no more than", "fewer than", "exactly", "about"];

    [Fact]
    public void Following_it_with_any_truthful_answers_leaves_no_figure_open_that_reading_could_decide() =>
        Gen.Int[0, int.MaxValue - 1].Sample(Follow, iter: 5, threads: 1);

    [Fact]
    public void Confirmations_and_refutations_are_counted_from_the_ends()
    {
        var rulings = new SmallKind(SmallClaims.Rulings, [.. Enumerable.Range(0, 12).Select(i => new SmallUnit(
            $"r{i:000000000000000}", new() { ["outcome"] = i < 4 ? new(true, "fine") : i < 10 ? new(false, "fine") : new(false, "arrest") }))]);
        using var tables = new TablesInMemory(rulings, new SmallKind(SmallClaims.Courts, []));
        var claims = ClaimsFile.Parse("fined: {sql: \"SELECT unit_id FROM rulings WHERE outcome = 'fine'\"}");
        OpenFigure Figure(string text) => Assert.Single(tables.Next($"There are [{text}](claim:fined).", claims).Figures);
        (long?, Verdict, long?, Verdict, long?) Turns(string text) => Figure(text) is var f ? (f.Confirmed.Units, f.Confirmed.Verdict, f.Refuted.Units, f.Refuted.Verdict, f.Codings) : default;
        Assert.Equal((3, Verdict.Holds, 4, Verdict.Fails, 3), Turns("at least 7 fines"));
        Assert.Equal((5, Verdict.Fails, 3, Verdict.Fails, 5), Turns("exactly 8 fines"));
        Assert.Equal((null, Verdict.Open, 1, Verdict.Fails, 8), Turns("exactly 10 fines"));
        Assert.Equal((null, Verdict.Open, null, Verdict.Open, 2), Turns("no more than 10 fines"));
        Assert.Equal((6, 2), (Figure("exactly 10 fines").Possible, Figure("exactly 10 fines").Unread));
    }

    [Fact]
    public void A_coding_that_serves_several_claims_comes_first_and_one_refutation_is_enough_for_an_AND()
    {
        var rulings = new SmallKind(SmallClaims.Rulings,
        [
            new SmallUnit("r000000000000000", new() { ["outcome"] = new(false, "fine"), ["days"] = new(true, "1") }),
            new SmallUnit("r000000000000001", new() { ["outcome"] = new(false, "fine"), ["days"] = new(true, "20") }),
            new SmallUnit("r000000000000002", new() { ["outcome"] = new(false, "arrest"), ["days"] = new(false, "1"), ["court"] = new(false, "Omsk") }),
        ]);
        using var tables = new TablesInMemory(rulings, new SmallKind(SmallClaims.Courts, []));
        var claims = ClaimsFile.Parse("""
            fined: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine'"}
            long: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine' AND days > 10 AND court IS NOT NULL OR outcome = 'fine' AND days > 15"}
            none: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine' AND days > 10 AND court = 'Tver'"}
            """);
        var both = tables.Next("[at least 1 fine](claim:fined) and [at least 1 fine](claim:long)", claims);
        Assert.Equal(("r000000000000001", "outcome", NextAct.Code), (both.Steps[0].Unit.UnitId, both.Steps[0].Variable!.Name, both.Steps[0].Act));
        Assert.Equal(["fined", "long"], both.Steps[0].Claims.Order());
        Assert.Single(both.Steps);
        var unread = tables.Next("[no fines](claim:none)", claims);
        Assert.Single(unread.Steps, s => s.Unit.UnitId == "r000000000000002");
    }

    [Fact]
    public void Units_that_may_be_the_same_are_offered_to_be_judged()
    {
        var rulings = new SmallKind(SmallClaims.Rulings, [.. Enumerable.Range(0, 2).Select(i => new SmallUnit($"r{i:000000000000000}", new() { ["outcome"] = new(true, "fine") }, Merge: 1))]);
        using var tables = new TablesInMemory(rulings, new SmallKind(SmallClaims.Courts, []));
        var report = tables.Next("[exactly 2 fines](claim:fined)", ClaimsFile.Parse("fined: {sql: \"SELECT unit_id FROM rulings WHERE outcome = 'fine'\"}"));
        Assert.Equal(NextAct.Judge, Assert.Single(report.Steps).Act);
    }

    private static void Follow(int seed)
    {
        var random = new Random(seed);
        var rulings = SmallClaims.Units(SmallClaims.Rulings, random, 6, open: true, merges: false);
        var courts = SmallClaims.Units(SmallClaims.Courts, random, 3, open: true, merges: false);
        var (claims, draft) = Drafted(random);
        using var tables = new TablesInMemory(rulings, courts);
        var all = rulings.Units.Concat(courts.Units).ToList();
        var most = all.Sum(u => u.Values.Count(v => !v.Value.IsSettled));
        for (var step = 0; tables.Next(draft, claims) is { Steps: [var first, ..] }; step++)
        {
            Assert.True(step <= most, $"seed {seed}: asks more often than there is to settle; {draft}");
            var unit = all.Single(u => u.Id == first.Unit.UnitId);
            var before = unit[first.Variable!.Name];
            Assert.False(before.IsSettled, $"seed {seed}: {first.Variable.Name} of {unit.Id} is settled already");
            tables.Settle(first.Unit.Kind, unit.Id, first.Variable.Name, Truth(random, first.Unit.Kind, first.Variable.Name, before));
        }

        var open = tables.Check(draft, claims).Claims.Where(c => c.Verdict == Verdict.Open).Select(c => c.Id).ToList();
        foreach (var kind in new[] { rulings, courts })
        {
            foreach (var (unit, variable) in kind.Units.SelectMany(u => kind.Kind.Variables.Where(v => !u[v.Name].IsSettled).Select(v => (u, v.Name))).ToList())
            {
                tables.Settle(kind.Kind.Table, unit.Id, variable, Truth(random, kind.Kind.Table, variable, unit[variable]));
            }
        }

        var still = tables.Check(draft, claims).Claims.Where(c => c.Verdict == Verdict.Open).Select(c => c.Id).ToHashSet();
        Assert.True(open.TrueForAll(still.Contains), $"seed {seed}: {string.Join(", ", open.Where(o => !still.Contains(o)).Select(o => claims.Claims[o].Query))} could be decided; {draft}");
    }

    /// <summary>Any value is an answer, most often one that was possible.</summary>
    private static string? Truth(Random random, string kind, string variable, Known before) =>
        random.Next(8) == 0 ? null
        : before.Values.Length > 0 && random.Next(4) > 0 ? before.Values[random.Next(before.Values.Length)]
        : SmallClaims.AnyValue(variable, random);

    private static (ClaimsFile Claims, string Draft) Drafted(Random random)
    {
        var (yaml, draft) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        var count = random.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            var claim = SmallClaims.Claim(random).Query;
            yaml.Append(CultureInfo.InvariantCulture, $"c{i}:\n  sql: \"{claim.Sql}\"\n  measure: {claim.Measure.ToString().ToLowerInvariant()}\n");
            if (claim.OfSql is { } whole)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"  of: w{i}\nw{i}:\n  sql: \"{whole}\"\n");
            }

            var hedge = Hedges[random.Next(Hedges.Length)];
            var figure = claim.Measure switch
            {
                Measure.Share => $"{hedge} {random.Next(0, 11) * 10}%",
                Measure.Sum => $"{hedge} {random.Next(1, 30) * 10}",
                Measure.Exists => "there were such rulings",
                Measure.First or Measure.Last => $"on {random.Next(1, 28)} February 2016",
                _ => $"{hedge} {random.Next(1, 6)}",
            };
            draft.Append(CultureInfo.InvariantCulture, $"There are [{figure}](claim:c{i}) in it.\n\n");
        }

        return (ClaimsFile.Parse(yaml.ToString()), draft.ToString());
    }
}
