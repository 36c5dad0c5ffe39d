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
        Gen.Int[0, int.MaxValue - 1].Sample(Follow, iter: 25, threads: 1);

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
