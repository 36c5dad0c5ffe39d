using Plumbline.App.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline.Changes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>What is said of a codebook while somebody edits it, and what is saved.</summary>
public sealed class CodebookDeskTests : IDisposable
{
    private const string File1 = "notes.yaml";

    private readonly TestCase given = FinedNotes.Given();
    private readonly OpenCase open;

    public CodebookDeskTests() => open = new OpenCase(given.Folder, HostileInputTests.Options(given));

    private string Text => open.Codebooks.Text(File1);

    [Fact]
    public void A_fault_is_told_with_its_line_and_is_never_saved()
    {
        var broken = Text.Replace("type: category", "type: categorie", StringComparison.Ordinal);
        var check = open.Codebooks.Check(File1, broken);
        Assert.Null(check.Codebook);
        Assert.Equal(6, Assert.Single(check.Problems).Place.Line);
        Assert.Throws<UsageException>(() => open.Codebooks.Save(File1, Text, broken));
        Assert.DoesNotContain("categorie", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_that_comes_out_otherwise_is_told() => Assert.Contains(
        open.Codebooks.Check(File1, Text.Replace("no-match: [an arrest]", "no-match: [a fine]", StringComparison.Ordinal)).Problems, p => p.Severity != Severity.Note && p.Place.Line is > 10 and < 20);

    [Fact]
    public void Decisions_at_risk_are_those_of_another_definition_alone()
    {
        var rules = open.Codebooks.Check(File1, Text.Replace("when: fine", "when: fine OR fines", StringComparison.Ordinal));
        Assert.Equal([new VariableGlance("outcome", VariableChange.Rules, 0)], rules.Changes);
        var definition = open.Codebooks.Check(File1, Text.Replace("What the court decided.", "What it said.", StringComparison.Ordinal));
        Assert.Equal([new VariableGlance("outcome", VariableChange.Definition, 1)], definition.Changes);
        var renamed = open.Codebooks.Check(File1, Text.Replace("fine: { label: Fine }", "fined: { label: Fine, was: fine }", StringComparison.Ordinal).Replace("value: fine", "value: fined", StringComparison.Ordinal));
        Assert.Equal(0, Assert.Single(renamed.Changes).Decisions);
        Assert.Empty(open.Codebooks.Check(File1, Text).Changes);
    }

    [Fact]
    public async Task The_glance_says_of_decisions_what_the_whole_comparison_says()
    {
        var text = Text.Replace("What the court decided.", "What it said.", StringComparison.Ordinal);
        open.Codebooks.Compare(text);
        await open.Codebooks.Comparing.WhenDone();
        Assert.Null(open.Codebooks.Comparing.Fault);
        var diff = Assert.Single(open.Codebooks.Comparing.Result!).Diff;
        Assert.Equal(diff.Decisions.Count, open.Codebooks.Check(File1, text).Changes.Sum(c => c.Decisions));
        Assert.Contains(diff.Figures, f => f.IsBroken);
    }

    [Fact]
    public void The_rule_that_was_edited_is_the_one_that_is_shown()
    {
        var check = open.Codebooks.Check(File1, Text.Replace("when: arrest", "when: arrest OR court", StringComparison.Ordinal));
        var preview = open.Codebooks.Preview(File1, check.Codebook!, null)!;
        Assert.Equal(("outcome/arrest", 2L), (preview.Rule, preview.Report.Texts));
        Assert.Equal(1, open.Codebooks.Preview(File1, check.Codebook!, "outcome/fine")!.Report.Texts);
    }

    [Fact]
    public void What_another_program_wrote_meanwhile_is_not_overwritten()
    {
        var before = Text;
        File.AppendAllText(Path.Combine(given.Folder.Codebooks, File1), "\n# by hand\n");
        Assert.Equal("APP044", Assert.Throws<UsageException>(() => open.Codebooks.Save(File1, before, before + "# mine\n")).Code);
        open.Codebooks.Save(File1, Text, Text + "# mine\n");
        Assert.Contains("# by hand\n# mine", Text, StringComparison.Ordinal);
        Assert.True(open.IsStale() || open.Codebooks.Check(File1, Text).Changes.Count == 0);
    }

    [Fact]
    public void Two_codebooks_are_never_of_one_unit()
    {
        given.Codebook("other", FinedNotes.Codebook.Replace("unit: notes", "unit: others", StringComparison.Ordinal));
        Assert.Equal("APP043", Assert.Single(open.Codebooks.Check("other.yaml", FinedNotes.Codebook).Problems).Code);
        Assert.Throws<UsageException>(() => open.Codebooks.Text("../case.yaml"));
    }

    public void Dispose()
    {
        open.Dispose();
        given.Dispose();
    }
}
