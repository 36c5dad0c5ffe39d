using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class DecisionTests
{
    [Fact]
    public void A_persons_coding_settles_a_value_and_says_where_it_stands()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        Assert.Equal("fine | stated | false", given.Stands(unit, "outcome"));
        given.Decide(unit, "outcome", "fine");
        var report = given.Build();
        Assert.Equal((0, 0), (report.Stages[0].Done, report.Stages[1].Done));
        Assert.Equal("fine | stated | true", given.Stands(unit, "outcome"));
        Assert.Equal(["person | anna | fine | text | machine | coding | member | false"], given.Query(
            "SELECT coder_kind, coder, value, evidence, shown, act, found_by, stale FROM rulings_codings WHERE coder_kind = 'person'"));
        Assert.Equal(1, given.Read("SELECT unit_id FROM rulings WHERE outcome = 'fine'").Low!.Value.Number);
        Assert.Equal(report.Digest, given.Build(clean: true).Digest);
    }

    [Fact]
    public void Another_value_needs_the_words_that_say_it_and_they_must_stand_in_the_unit()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        Assert.Equal("REV006", Assert.Throws<UsageException>(() => given.Decide(unit, "outcome", "warning")).Code);
        Assert.Equal("REV005", Assert.Throws<UsageException>(() => given.Decide(unit, "outcome", "warning", quote: "предупреждение вынесено устно")).Code);
        Assert.Equal("REV001", Assert.Throws<UsageException>(() => given.Decide(unit, "outcome", "warnin")).Code);
        Assert.Equal("REV002", Assert.Throws<UsageException>(() => given.Decide(unit, "outcome", "fine|arrest")).Code);
        Assert.Equal("REV007", Assert.Throws<UsageException>(() => given.Decide(unit, "video", "no", readWhole: false)).Code);
        Assert.Equal("REV009", Assert.Throws<UsageException>(() => given.Decide(unit, "outcome", "fine", coder: "a b")).Code);
        given.Decide(unit, "outcome", "warning", quote: "признать   виновным");
        given.Decide(unit, "video", "no");
        given.Build();
        Assert.Equal("warning | stated | true", given.Stands(unit, "outcome"));
        Assert.Equal("no | stated | true", given.Stands(unit, "video"));
        Assert.Equal(["outcome | признать виновным | ∅", "video | ∅ | silence"], given.Query(
            "SELECT variable, quote, CASE WHEN evidence = 'silence' THEN evidence END FROM rulings_codings WHERE coder_kind = 'person' ORDER BY variable"));
    }

    [Fact]
    public void Words_near_to_a_wrong_quote_are_offered()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var review = new CaseReview(given.Folder, new JournalOptions());
        Assert.Throws<UsageException>(() => review.Decide(new() { Unit = given.Unit("a.txt"), Variable = "outcome", Values = ["fine"], Coder = "anna", Quotes = ["Наказание в виде штрафов"] }));
        Assert.Equal("наказание в виде штрафа", Assert.Single(review.Near).Words);
    }

    [Fact]
    public void Coders_who_disagree_make_it_disputed_and_an_adjudication_settles_it()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        given.Decide(unit, "outcome", "fine");
        given.Decide(unit, "outcome", "warning", "boris", "признать виновным");
        given.Build();
        Assert.Equal("∅ | disputed | false", given.Stands(unit, "outcome"));
        Assert.Equal(["fine", "warning"], given.Possible(unit, "outcome"));
        Assert.Equal(["other"], given.Query("SELECT shown FROM rulings_codings WHERE coder = 'boris'"));
        given.Decide(unit, "outcome", "fine", "clara", act: DecisionAct.Adjudication);
        given.Build();
        Assert.Equal("fine | stated | true", given.Stands(unit, "outcome"));
        new CaseReview(given.Folder, new JournalOptions()).Undo(unit, "outcome", DecisionAct.Adjudication, "clara", null);
        given.Build();
        Assert.Equal("∅ | disputed | false", given.Stands(unit, "outcome"));
    }

    [Fact]
    public void Undo_brings_back_what_stood_before()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        var before = given.Build(clean: true).Digest;
        given.Decide(unit, "outcome", "fine");
        given.Decide(unit, "outcome", "warning", quote: "признать виновным");
        var review = new CaseReview(given.Folder, new JournalOptions());
        review.Undo(unit, "outcome", DecisionAct.Coding, "anna", "a slip");
        given.Build();
        Assert.Equal("fine | stated | true", given.Stands(unit, "outcome"));
        review.Undo(unit, "outcome", DecisionAct.Coding, "anna", null);
        Assert.Equal("REV010", Assert.Throws<UsageException>(() => review.Undo(unit, "outcome", DecisionAct.Coding, "anna", null)).Code);
        Assert.Equal(before, given.Build().Digest);
    }

    [Fact]
    public void Unclear_leaves_open_what_it_names_and_else_what_the_machine_read()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        given.Decide(unit, "outcome", "arrest|warning", status: Status.Unclear);
        given.Build();
        Assert.Equal("∅ | unclear | false", given.Stands(unit, "outcome"));
        Assert.Equal(["arrest", "warning"], given.Possible(unit, "outcome"));
        given.Decide(unit, "outcome", "", status: Status.Unclear);
        given.Build();
        Assert.Equal(["fine"], given.Possible(unit, "outcome"));
        var reading = given.Read("SELECT unit_id FROM rulings WHERE outcome = 'fine'");
        Assert.Equal((0, 1), (reading.Low!.Value.Number, reading.High!.Value.Number));
    }

    [Theory]
    [InlineData("two", null, null, true)]
    [InlineData("two-blind", null, null, false)]
    [InlineData("two-blind", ShownBefore.Nothing, ShownBefore.Machine, true)]
    [InlineData("two-blind", ShownBefore.Nothing, ShownBefore.Other, false)]
    public void As_many_people_settle_a_value_as_the_case_asks_for(string settles, ShownBefore? first, ShownBefore? second, bool isSettled)
    {
        using var given = DecidedCase.New(settles: settles);
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        given.Decide(unit, "outcome", "warning", quote: "признать виновным", shown: first);
        given.Build();
        Assert.Equal("warning | stated | false", given.Stands(unit, "outcome"));
        Assert.Equal(["fine", "warning"], given.Possible(unit, "outcome"));
        given.Decide(unit, "outcome", "warning", "anna", "виновным", shown: first);
        given.Build();
        Assert.Equal("warning | stated | false", given.Stands(unit, "outcome"));
        given.Decide(unit, "outcome", "warning", "boris", "признать виновным", shown: second);
        given.Build();
        Assert.Equal($"warning | stated | {(isSettled ? "true" : "false")}", given.Stands(unit, "outcome"));
        File.WriteAllText(given.Folder.CaseYaml, "settles: one\n");
        given.Build();
        Assert.Equal("warning | stated | true", given.Stands(unit, "outcome"));
    }

    [Fact]
    public void A_changed_definition_makes_a_decision_stale_and_a_renamed_value_does_not()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        given.Decide(unit, "outcome", "warning", quote: "признать виновным");
        given.Codebook("rulings", DecidedCase.Rulings.Replace("warning: Warning", "caution: {label: Caution, was: warning}", StringComparison.Ordinal));
        given.Build();
        Assert.Equal("caution | stated | true", given.Stands(unit, "outcome"));
        given.Codebook("rulings", DecidedCase.Rulings.Replace("values: {fine", "instructions: Look twice.\n    values: {fine", StringComparison.Ordinal));
        given.Build();
        Assert.Equal("warning | stated | false", given.Stands(unit, "outcome"));
        Assert.Equal(["fine", "warning"], given.Possible(unit, "outcome"));
        Assert.Equal(["REV023"], given.ProblemCodes());
        given.Codebook("rulings", DecidedCase.Rulings.Replace(", warning: Warning", "", StringComparison.Ordinal));
        given.Build();
        Assert.Equal("fine | stated | false", given.Stands(unit, "outcome"));
        Assert.Equal(["REV023"], given.ProblemCodes());
        given.Codebook("rulings", DecidedCase.Rulings.Replace("outcome:", "result:", StringComparison.Ordinal));
        given.Build();
        Assert.Equal(["REV022"], given.ProblemCodes());
    }

    [Fact]
    public void A_changed_rule_never_touches_a_decision()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        given.Decide(unit, "outcome", "fine");
        given.Codebook("rulings", DecidedCase.Rulings.Replace("when: арест", "when: виновным", StringComparison.Ordinal));
        given.Build();
        Assert.Equal("fine | stated | true", given.Stands(unit, "outcome"));
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void People_show_before_the_machine_with_what_they_had_been_shown()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var unit = given.Unit("a.txt");
        var entry = given.Decide(unit, "outcome", "fine", shown: ShownBefore.Nothing, note: "clear").Entry;
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var codings = built.Show(unit, "outcome").Variables.Single().Codings;
        Assert.Equal(["person", "rule"], codings.Select(c => c.CoderKind));
        Assert.Equal(("anna", "nothing", "clear", entry.ToString(), false), (codings[0].Coder, codings[0].Shown, codings[0].Note, codings[0].Entry, codings[0].IsStale));
        Assert.EndsWith("назначить административное ", codings[0].Before, StringComparison.Ordinal);
    }
}
