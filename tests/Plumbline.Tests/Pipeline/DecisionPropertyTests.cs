using CsCheck;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class DecisionPropertyTests
{
    private static readonly string[] Claims =
    [
        "SELECT unit_id FROM rulings WHERE outcome = 'fine'",
        "SELECT unit_id FROM rulings WHERE outcome IN ('fine', 'arrest') AND video = 'yes'",
        "SELECT unit_id FROM rulings WHERE outcome = 'arrest' OR video = 'yes'",
        "SELECT unit_id FROM rulings WHERE outcome_status = 'not-stated'",
    ];

    [Fact]
    public void Decisions_in_any_steps_give_the_digest_of_a_clean_build() => Gen.Select(Gen.Int[0, 15], Gen.Int[0, 5], Gen.Int[0, 2]).Array[6, 14].Sample(
        steps =>
        {
            using var given = Case("one");
            var number = 10;
            foreach (var (what, unit, coder) in steps)
            {
                // What was judged the same has one file in the table, and what was withdrawn none.
                if (given.Query($"SELECT member FROM store.members WHERE file = '{unit}.txt'") is [var member, ..])
                {
                    Step(given, what, member, $"coder-{coder}", ref number);
                }

                if (what % 3 == 0)
                {
                    given.Build(workers: 1 + (what % 2));
                }
            }

            var way = given.Build();
            return way.Digest == given.Build(clean: true).Digest;
        },
        iter: 4,
        threads: 1);

    [Fact]
    public void However_open_codings_are_settled_figures_fall_into_the_ends_computed_before() =>
        Gen.Select(Gen.Int[0, 2].Select(i => new[] { "one", "two", "two-blind" }[i]), Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 9]).Array[3, 6]).Sample(
            (settles, steps) =>
            {
                using var given = Case(settles);
                var before = Ends(given);
                foreach (var (unit, variable, coder, pick) in steps)
                {
                    Settle(given, given.Unit($"{unit}.txt"), variable == 0 ? "video" : "outcome", $"coder-{coder}", pick);
                    given.Build();
                    var after = Ends(given);
                    Assert.All(before.Zip(after).Index(), e => Assert.True(
                        e.Item.First.Low <= e.Item.Second.Low && e.Item.Second.High <= e.Item.First.High,
                        $"claim {e.Index}: {e.Item.First} then {e.Item.Second}"));
                    before = after;
                }
            },
            iter: 4,
            threads: 1);

    /// <summary>Decides with one of the values that are possible now, or adjudicates so.</summary>
    private static void Settle(TestCase given, string unit, string variable, string coder, int pick)
    {
        var possible = given.Possible(unit, variable).ToList();
        var stands = given.Stands(unit, variable).Split(" | ");
        if (possible.Count == 0 && stands[0] != "∅")
        {
            possible.Add(stands[0]);
        }

        // A settled value, and one that nobody has read, are not open.
        if (possible.Count == 0 || stands[2] == "true")
        {
            return;
        }

        var act = pick > 7 ? DecisionAct.Adjudication : DecisionAct.Coding;
        given.Decide(unit, variable, possible[pick % possible.Count], coder, variable == "video" && possible[pick % possible.Count] == "no" ? null : "ПОСТАНОВИЛ", act: act, shown: pick % 2 == 0 ? ShownBefore.Nothing : null);
    }

    private static void Step(TestCase given, int what, string unit, string coder, ref int number)
    {
        switch (what)
        {
            case < 3:
                given.Decide(unit, "outcome", new[] { "fine", "arrest", "warning" }[what], coder, "ПОСТАНОВИЛ");
                break;
            case 3:
                given.Decide(unit, "video", "no", coder);
                break;
            case 4:
                given.Decide(unit, "outcome", "fine|warning", coder, status: Status.Unclear);
                break;
            case 5:
                given.Decide(unit, "outcome", "arrest", coder, "ПОСТАНОВИЛ", act: DecisionAct.Adjudication);
                break;
            case 6:
                Attempt(() => new CaseReview(given.Folder, new()).Undo(unit, "outcome", DecisionAct.Coding, coder, null));
                break;
            case 7:
                given.Give($"{++number}.txt", DecidedCase.Ruling(number % 6, "штрафа, копия") + $"\nКопия {number}");
                break;
            case 10 or 11 or 12 or 13:
                var other = given.Query("SELECT member FROM store.members ORDER BY rank").First(m => m != unit);
                Attempt(() => what < 13 ? new UnitJudging(given.Folder, new()).Judge(unit, other, (Sameness)(what - 10), coder, null) : new UnitJudging(given.Folder, new()).Undo(unit, other, coder, null));
                break;
            case 14:
                var (carrying, isCarry) = (new DefinitionCarrying(given.Folder, new()), number % 2 == 0);
                Attempt(() => isCarry ? carrying.Enter(carrying.Plan("outcome", "wording", coder)) : carrying.Undo("outcome", coder, null));
                break;
            case 15:
                var document = given.Query("SELECT document FROM store.members ORDER BY rank DESC LIMIT 1")[0];
                Attempt(() => given.Withdraw(document));
                number++;
                break;
            default:
                given.Codebook("rulings", DecidedCase.Rulings.Replace("values: {fine", what == 8 ? "instructions: Twice.\n    values: {fine" : "values: {fine", StringComparison.Ordinal));
                given.Build();
                break;
        }
    }

    /// <summary>Does it, unless there is nothing to take back, to carry or to withdraw.</summary>
    private static void Attempt(Func<object> step)
    {
        try
        {
            step();
        }
        catch (UsageException)
        {
            // Nothing was entered.
        }
    }

    private static TestCase Case(string settles)
    {
        var given = DecidedCase.New(settles: settles);
        string[] operative = ["штрафа", "ареста", "штрафа. Просмотрена видеозапись", "работ", "штрафа или ареста", "ареста, видеозапись приобщена"];
        given.Give([.. operative.Select((o, i) => ($"{i}.txt", System.Text.Encoding.UTF8.GetBytes(DecidedCase.Ruling(i / 2, o))))]);
        given.Build();
        return given;
    }

    private static List<(decimal Low, decimal High)> Ends(TestCase given) =>
        [.. Claims.Select(given.Read).Select(r => (r.Low!.Value.Number!.Value, r.High!.Value.Number!.Value))];
}
