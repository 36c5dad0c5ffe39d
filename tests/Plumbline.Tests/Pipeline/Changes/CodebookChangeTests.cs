using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Pipeline.Signing;
using Plumbline.Tests.Pipeline.Signing;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Changes;

public sealed class CodebookChangeTests
{
    private static BuildOptions Options => new() { Workers = 2, ReaderCommand = TestCase.Hidden("read-worker") };

    [Fact]
    public void A_changed_rule_changes_codings_and_figures_and_no_decision()
    {
        using var given = Case();
        var digest = given.Build().Digest;
        given.Decide(given.Unit("c.txt"), "outcome", "arrest");
        given.Build();
        var diff = Diff(given, DecidedCase.Rulings.Replace("when: арест", "when: арест OR штраф", StringComparison.Ordinal).Replace("when: наказание w/5 штраф", "when: никогда", StringComparison.Ordinal));
        var outcome = Assert.Single(diff.Variables);
        Assert.Equal(("outcome", VariableChange.Rules, 2L), (outcome.Name, outcome.Change, outcome.Changed));
        Assert.Equal(("fine", "arrest", 2L, false), Assert.Single(outcome.Moves) is var m ? (m.Before, m.After, m.Units, m.IsConfirmed) : default);
        Assert.Equal(2, Assert.Single(outcome.Moves).Examples.Count);
        Assert.Equal((0, 1L), (diff.Decisions.Count, diff.DecisionsInAll));
        var figure = Assert.Single(diff.Figures);
        Assert.Equal(("fined", 2m, 0m), (figure.Claim, figure.Before!.High!.Value.Number, figure.After!.High!.Value.Number));
        Assert.Empty(Directory.GetDirectories(given.Folder.Temporary));
        Assert.NotEqual(digest, given.Build().Digest);
        Assert.True(given.Build().NothingToDo);
    }

    [Fact]
    public void A_changed_definition_names_the_decisions_to_look_at_again_and_renamings_that_carry()
    {
        using var given = Case();
        given.Decide(given.Unit("a.txt"), "outcome", "fine");
        given.Decide(given.Unit("c.txt"), "outcome", "arrest", "boris");
        given.Build();
        var renamed = Diff(given, DecidedCase.Rulings.Replace("fine: Fine", "fined: {label: Fine, was: fine}", StringComparison.Ordinal).Replace("value: fine", "value: fined", StringComparison.Ordinal));
        var outcome = Assert.Single(renamed.Variables);
        Assert.Equal(VariableChange.Definition, outcome.Change);
        Assert.Equal("fined", Assert.Single(Assert.Single(outcome.Renamed).After));
        Assert.Empty(renamed.Decisions);
        Assert.Contains(outcome.Moves, m => m is { Before: "fine", WasConfirmed: true, After: "fined", IsConfirmed: true, Units: 1 });
        Assert.True(Assert.Single(renamed.Figures).After!.Verdict is Plumbline.Claims.Verdict.Error or null);

        var reworded = Diff(given, DecidedCase.Rulings.Replace("values: {fine", "instructions: Look twice.\n    values: {fine", StringComparison.Ordinal));
        Assert.Equal(["anna", "boris"], reworded.Decisions.Select(d => d.Coder).Order());
        Assert.All(reworded.Decisions, d => Assert.False(d.IsLost));
        Assert.Equal((1m, 0m), Assert.Single(reworded.Figures) is var f ? (f.Before!.Low!.Value.Number, f.After!.Low!.Value.Number) : default);

        var gone = Diff(given, DecidedCase.Rulings.Replace("outcome:", "result:", StringComparison.Ordinal));
        Assert.Equal([VariableChange.Added, VariableChange.Removed], gone.Variables.Select(v => v.Change));
        Assert.All(gone.Decisions, d => Assert.True(d.IsLost));
    }

    [Fact]
    public void Units_that_are_cut_otherwise_are_counted()
    {
        using var given = Case();
        var diff = Diff(given, DecidedCase.Rulings.Replace("\"*.txt\"", "\"a.txt\"", StringComparison.Ordinal));
        Assert.Equal((true, false, 3L, 1L, 1L), (diff.CutsOtherwise, diff.HasOtherKey, diff.UnitsBefore, diff.UnitsAfter, diff.UnitsInBoth));
    }

    [Fact]
    public void What_cannot_be_compared_is_said()
    {
        using var given = Case();
        Assert.Equal("BLD071", Assert.Throws<UsageException>(() => Diff(given, DecidedCase.Rulings.Replace("unit: rulings", "unit: others", StringComparison.Ordinal))).Code);
        Assert.Equal("BLD003", Assert.Throws<UsageException>(() => Diff(given, "unit: rulings\n")).Code);
    }

    [Fact]
    public void A_carry_lets_stale_decisions_stand_until_it_is_taken_back()
    {
        using var given = Case();
        given.Decide(given.Unit("a.txt"), "outcome", "fine");
        given.Decide(given.Unit("c.txt"), "outcome", "arrest", "boris");
        given.Codebook("rulings", DecidedCase.Rulings.Replace("values: {fine: Fine, arrest: Arrest", "instructions: Look twice.\n    values: {fine: Fine, day-arrest: {label: Days, was: arrest}, long-arrest: {label: Long, was: arrest}", StringComparison.Ordinal)
            .Replace("value: arrest", "value: day-arrest", StringComparison.Ordinal));
        var stale = given.Build().Digest;
        Assert.Equal(["REV023", "REV023"], given.ProblemCodes());
        var carrying = new DefinitionCarrying(given.Folder, new JournalOptions { Who = "coder-test" });
        Assert.Equal("REV080", Assert.Throws<UsageException>(() => carrying.Plan("outcome", " ", "clara")).Code);
        Assert.Equal("REV081", Assert.Throws<UsageException>(() => carrying.Plan("video", "wording", "clara")).Code);
        Assert.Equal("REV084", Assert.Throws<UsageException>(() => carrying.Plan("outcom", "wording", "clara")).Code);
        var plan = carrying.Plan("rulings.outcome", "wording", "clara");
        Assert.Equal([("anna", true), ("boris", false)], plan.Decisions.Select(d => (d.Coder, d.Carries)).Order());
        carrying.Enter(plan);
        Assert.Equal(0, given.Build().Stages[2].Done); // Only cells that people decided are written.
        Assert.Equal("fine | stated | true", given.Stands(given.Unit("a.txt"), "outcome"));
        Assert.EndsWith("| false", given.Stands(given.Unit("c.txt"), "outcome"), StringComparison.Ordinal);
        Assert.Equal(["REV023"], given.ProblemCodes());
        Assert.Equal("REV082", Assert.Throws<UsageException>(() => carrying.Plan("outcome", "wording", "clara")).Code);
        Assert.Equal("REV083", Assert.Throws<UsageException>(() => carrying.Undo("outcome", "anna", null)).Code);
        carrying.Undo("outcome", "clara", null);
        var undone = given.Build();
        Assert.Equal((stale, 0L), (undone.Digest, undone.Stages[2].Done));
        Assert.Equal(stale, given.Build(clean: true).Digest);
    }

    [Fact]
    public void The_codebook_that_was_signed_is_compared_with_that_of_now()
    {
        using var given = SignedCase.New();
        var signature = given.Sign("first-print");
        Assert.Empty(Since(given, signature).Variables);
        given.Codebook("rulings", DecidedCase.Rulings.Replace("type: category", "type: category\n    instructions: Only the operative part.", StringComparison.Ordinal));
        var diff = Since(given, signature);
        Assert.Equal(("outcome", VariableChange.Definition), Assert.Single(diff.Variables) is var v ? (v.Name, v.Change) : default);
        Assert.Equal(4, diff.Decisions.Count);
        Assert.Contains(diff.Figures, f => f.IsBroken);

        var other = Path.Combine(given.Folder.Root, "other.yaml");
        File.WriteAllText(other, DecidedCase.Rulings.Replace("video:", "film:", StringComparison.Ordinal));
        Assert.Equal([VariableChange.Added, VariableChange.Removed], Since(given, signature, other).Variables.Select(x => x.Change));
        File.WriteAllText(other, DecidedCase.Rulings.Replace("unit: rulings", "unit: others", StringComparison.Ordinal));
        Assert.Equal("BLD074", Assert.Throws<UsageException>(() => Since(given, signature, other)).Code);
        Assert.Empty(Directory.GetDirectories(given.Folder.Temporary));
    }

    [Fact]
    public void Of_several_codebooks_that_changed_since_one_must_be_named()
    {
        using var given = SignedCase.New();
        given.Codebook("others", DecidedCase.Rulings.Replace("unit: rulings", "unit: others", StringComparison.Ordinal));
        given.Build();
        var signature = given.Sign();
        foreach (var kind in new[] { "rulings", "others" })
        {
            given.Codebook(kind, DecidedCase.Rulings.Replace("unit: rulings", $"unit: {kind}", StringComparison.Ordinal).Replace("when: арест", "when: никогда", StringComparison.Ordinal));
        }

        Assert.Equal("BLD073", Assert.Throws<UsageException>(() => Since(given, signature)).Code);
        Assert.Equal("others", Since(given, signature, Path.Combine(given.Folder.Codebooks, "others.yaml")).Kind);
    }

    private static CodebookDiff Since(TestCase given, Signature signature, string? after = null) =>
        CodebookChange.Since(given.Folder, signature, after, Options, TestCase.Hidden("sql-worker"), null, CancellationToken.None);

    private static TestCase Case()
    {
        var given = DecidedCase.New();
        File.WriteAllText(given.Folder.ClaimsYaml, "fined:\n  sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'\n");
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"));
        given.Give("c.txt", DecidedCase.Ruling(3, "ареста"));
        given.Build();
        return given;
    }

    private static CodebookDiff Diff(TestCase given, string codebook)
    {
        var path = Path.Combine(given.Folder.Root, "новая книга.yaml");
        File.WriteAllText(path, codebook);
        return CodebookChange.Between(given.Folder, null, path, Options, TestCase.Hidden("sql-worker"), null, CancellationToken.None);
    }
}
