using CsCheck;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class JudgementTests
{
    private const string Fined = "SELECT unit_id FROM rulings WHERE outcome = 'fine'";

    [Fact]
    public void Same_joins_two_units_and_their_decisions_and_undo_parts_them()
    {
        using var given = Two();
        var (a, b) = (given.Unit("a.txt"), given.Unit("b.txt"));
        given.Decide(b, "outcome", "fine");
        given.Build();
        Assert.Equal((0, 2), Ends(given, Fined));
        Judging(given).Judge(a, b, Sameness.Same, "anna", "one hearing");
        given.Build();
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM rulings"));
        Assert.Equal("fine | stated | true", given.Stands(given.Unit("a.txt"), "outcome"));
        Assert.Equal((1, 1), Ends(given, Fined));
        Assert.Empty(given.Query("SELECT * FROM store.maybe_same"));
        Judging(given).Undo(a, b, "anna", null);
        var parted = given.Build();
        Assert.Equal((0, 2), Ends(given, Fined));
        Assert.Equal(parted.Digest, given.Build(clean: true).Digest);
        Assert.Equal("REV072", Assert.Throws<UsageException>(() => Judging(given).Undo(a, b, "anna", null)).Code);
    }

    [Fact]
    public void Two_settled_units_that_disagree_and_are_one_are_in_dispute_until_somebody_adjudicates()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "ареста"));
        given.Build();
        given.Decide(given.Unit("a.txt"), "outcome", "fine");
        given.Decide(given.Unit("b.txt"), "outcome", "arrest", "boris");
        given.Build();
        Assert.Equal((1, 1), Ends(given, Fined));
        Judging(given).Judge(given.Unit("a.txt"), given.Unit("b.txt"), Sameness.Same, "anna", null);
        given.Build();
        Assert.Equal((0, 1), Ends(given, Fined));
        given.Decide(given.Unit("a.txt"), "outcome", "fine", "vera", act: DecisionAct.Adjudication);
        given.Build();
        Assert.Equal((1, 1), Ends(given, Fined));
    }

    [Fact]
    public void Different_takes_an_open_merge_away_and_what_was_joined_can_be_told_apart_again()
    {
        using var given = Two();
        var (a, b) = (given.Unit("a.txt"), given.Unit("b.txt"));
        Judging(given).Judge(b, a, Sameness.Different, "anna", null);
        given.Build();
        Assert.Empty(given.Query("SELECT * FROM store.maybe_same"));
        given.Decide(a, "outcome", "fine");
        given.Decide(b, "outcome", "fine");
        given.Build();
        Assert.Equal((2, 2), Ends(given, Fined));
        Judging(given).Judge(a, b, Sameness.Same, "boris", null);
        given.Build();
        Assert.Equal((1, 1), Ends(given, Fined));
        Assert.Equal("REV070", Assert.Throws<UsageException>(() => Judging(given).Judge(a, b, Sameness.Same, "anna", null)).Code);
        Judging(given).Judge(a, b, Sameness.Different, "anna", null);
        given.Build();
        Assert.Equal((2, 2), Ends(given, Fined));
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void Unsure_opens_a_merge_that_no_key_made()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"));
        given.Build();
        foreach (var file in new[] { "a.txt", "b.txt" })
        {
            given.Decide(given.Unit(file), "outcome", "fine");
        }

        given.Build();
        Assert.Equal((2, 2), Ends(given, Fined));
        Judging(given).Judge(given.Unit("a.txt"), given.Unit("b.txt"), Sameness.Unsure, "anna", "the scan is bad");
        given.Build();
        Assert.Equal((1, 2), Ends(given, Fined));
    }

    [Fact]
    public void Copies_stay_one_unit_against_a_judgement_and_that_is_listed()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("copy.txt", DecidedCase.Ruling(1, "ШТРАФА") + "\n\n");
        given.Build();
        var members = given.Query("SELECT member FROM store.members ORDER BY rank");
        Judging(given).Judge(members[0], members[1], Sameness.Different, "anna", null);
        given.Build();
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM rulings"));
        Assert.Equal(["REV076"], given.ProblemCodes());
    }

    [Fact]
    public void A_judgement_whose_unit_is_gone_is_listed_and_comes_back_with_it()
    {
        using var given = Two();
        Judging(given).Judge(given.Unit("a.txt"), given.Unit("b.txt"), Sameness.Same, "anna", null);
        given.Codebook("rulings", DecidedCase.Rulings.Replace("\"*.txt\"", "\"a.*\"", StringComparison.Ordinal).Replace("key: [case_number]", "key: []", StringComparison.Ordinal));
        given.Build();
        Assert.Equal(["REV074"], given.ProblemCodes());
        given.Codebook("rulings", DecidedCase.Rulings);
        given.Build();
        Assert.Empty(given.ProblemCodes());
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM rulings"));
    }

    [Fact]
    public void A_judgement_writes_only_the_units_that_it_joins_or_parts()
    {
        using var given = Six();
        var units = given.Query("SELECT unit_id FROM store.members ORDER BY rank");
        given.Decide(units[1], "outcome", "arrest", "anna", "ПОСТАНОВИЛ");
        given.Decide(units[4], "outcome", "fine", "anna");
        given.Build();
        foreach (var (a, b, says, count) in new[] { (0, 1, Sameness.Same, 5), (3, 4, Sameness.Same, 4), (0, 1, Sameness.Different, 5), (2, 5, Sameness.Unsure, 5) })
        {
            Judging(given).Judge(units[a], units[b], says, "anna", null);
            AssertUpdated(count);
        }

        // An undo lets the judgement before it stand again only where its coder made none; here none is left of the pair.
        Judging(given).Undo(units[3], units[4], "anna", null);
        AssertUpdated(6);

        // With a changed rule at the same time, both are done.
        Judging(given).Judge(units[3], units[5], Sameness.Same, "boris", null);
        given.Codebook("rulings", DecidedCase.Rulings.Replace("when: видеозапись", "when: видео*", StringComparison.Ordinal));
        AssertUpdated(5);

        void AssertUpdated(long count)
        {
            var way = given.Build();
            Assert.Equal((0L, count), (way.Stages[2].Done, way.Units["rulings"]));
            var rows = given.Query(Everything);
            var codes = given.ProblemCodes();
            var clean = given.Build(clean: true);
            Assert.Equal(clean.Digest, way.Digest);
            Assert.Equal(given.Query(Everything), rows);
            Assert.Equal(given.ProblemCodes(), codes);
        }
    }

    /// <summary>All that the digest covers, and more: cells, members, open merges, alternatives, codings.</summary>
    private const string Everything = """
        SELECT * FROM (
            SELECT 'row' AS what, r::VARCHAR AS is FROM store.rulings r
            UNION ALL SELECT 'member', (m.unit_id, m.member, m.file, m.rank)::VARCHAR FROM store.members m
            UNION ALL SELECT 'merge', s::VARCHAR FROM store.maybe_same s
            UNION ALL SELECT 'alternative', a::VARCHAR FROM store.rulings_alternatives a
            UNION ALL SELECT 'coding', (c.unit_id, c.variable, c.status, c.value, c.coder, c.member, c.quote, c.entry)::VARCHAR FROM main.rulings_codings c) ORDER BY ALL
        """;

    [Fact]
    public void Judgements_in_any_steps_give_the_digest_of_a_clean_build() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 9]).Array[4, 9].Sample(
        steps =>
        {
            using var given = Six();
            var members = given.Query("SELECT member FROM store.members ORDER BY rank");
            foreach (var (a, b, what) in steps)
            {
                try
                {
                    _ = what < 7 ? Judging(given).Judge(members[a], members[b], (Sameness)(what % 3), what % 2 == 0 ? "anna" : "boris", null)
                        : Judging(given).Undo(members[a], members[b], what % 2 == 0 ? "anna" : "boris", null);
                    given.Decide(members[b], "outcome", what % 2 == 0 ? "fine" : "arrest", "anna", "ПОСТАНОВИЛ");
                }
                catch (UsageException e) when (e.Code is "REV070" or "REV072")
                {
                    // One unit already, or nothing to take back.
                }

                if (what % 3 == 0)
                {
                    given.Build(workers: 1 + (what % 2));
                }
            }

            return given.Build().Digest == given.Build(clean: true).Digest;
        },
        iter: 2,
        threads: 1);

    [Fact]
    public void However_open_merges_are_judged_figures_fall_into_the_ends_computed_before() => Gen.Select(Gen.Int[0, 2].Array[6], Gen.Int[0, 2].Array[6], Gen.Int[0, 1000]).Sample(
        (truth, values, seed) =>
        {
            using var given = Six();
            var units = given.Query("SELECT unit_id FROM store.members ORDER BY rank");
            for (var i = 0; i < units.Count; i++)
            {
                given.Decide(units[i], "outcome", new[] { "fine", "arrest", "warning" }[values[i]], "anna", "ПОСТАНОВИЛ");
                given.Decide(units[i], "video", "no");
            }

            given.Build();
            string[] claims = [Fined, "SELECT unit_id FROM rulings WHERE outcome IN ('fine', 'arrest')", "SELECT unit_id FROM rulings WHERE outcome = 'warning' AND video = 'no'"];
            var before = claims.Select(c => Ends(given, c)).ToList();

            // Two keys, three units each: every pair of one key is judged, in any order, by what is true of them.
            var pairs = new[] { (0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5) };
            new Random(seed).Shuffle(pairs);
            foreach (var (a, b) in pairs)
            {
                try
                {
                    Judging(given).Judge(units[a], units[b], truth[a] == truth[b] ? Sameness.Same : Sameness.Different, "anna", null);
                }
                catch (UsageException e) when (e.Code == "REV070")
                {
                    // By way of a third.
                }

                given.Build();
                var after = claims.Select(c => Ends(given, c)).ToList();
                Assert.All(before.Zip(after), e => Assert.True(e.First.Low <= e.Second.Low && e.Second.High <= e.First.High, $"{e.First} then {e.Second}"));
                before = after;
            }

            Assert.Empty(given.Query("SELECT * FROM store.maybe_same"));
            Assert.All(before, e => Assert.Equal(e.Low, e.High));
        },
        iter: 2,
        threads: 1);

    private static TestCase Two()
    {
        var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", "БАННЕР: сайт переехал\n\n" + DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        return given;
    }

    private static TestCase Six()
    {
        var given = DecidedCase.New();
        given.Give([.. Enumerable.Range(0, 6).Select(i => ($"{i}.txt", System.Text.Encoding.UTF8.GetBytes($"Копия {i}. " + DecidedCase.Ruling(i / 3, "штрафа"))))]);
        given.Build();
        return given;
    }

    private static UnitJudging Judging(TestCase given) => new(given.Folder, new JournalOptions { Who = "coder-test" });

    private static (decimal Low, decimal High) Ends(TestCase given, string sql) =>
        given.Read(sql) is var r ? (r.Low!.Value.Number!.Value, r.High!.Value.Number!.Value) : default;
}
