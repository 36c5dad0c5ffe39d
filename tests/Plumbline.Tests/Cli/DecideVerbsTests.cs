using System.Text;
using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Tests.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class DecideVerbsTests
{
    [Fact]
    public void Decisions_move_the_claim_on_fines_from_open_to_holds()
    {
        using var given = DecidedCase.New();
        given.Give([.. Enumerable.Range(1, 3).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(i, i < 3 ? "штрафа" : "ареста"))))]);
        given.Build();
        var root = given.Folder.Root;
        File.WriteAllText(given.Folder.ClaimsYaml, "fined:\n  sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'\n  counts: {en: [fine, fines, ruling, rulings]}\n");
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "[More than 1 of the rulings](claim:fined) end in a fine. [Exactly 2 rulings](claim:fined) do.\n");
        Assert.Equal(["open", "open"], Verdicts(root));
        foreach (var unit in given.Query("SELECT unit_id FROM rulings WHERE outcome = 'fine'"))
        {
            var (code, output, error) = BuiltProgram.Run(root, "code", ".", unit[..8], "outcome", "fine", "--as", "quiet-heron-17");
            Assert.Equal((0, ""), (code, error.Contains("Counted after: plumb build", StringComparison.Ordinal) ? "" : error));
            Assert.Contains("outcome: fine by quiet-heron-17", output, StringComparison.Ordinal);
        }

        given.Build();
        Assert.Equal(["holds", "open"], Verdicts(root));
        given.Decide(given.Unit("3.txt"), "outcome", "arrest");
        given.Build();
        Assert.Equal(["holds", "holds"], Verdicts(root));
    }

    [Fact]
    public void A_decision_is_told_by_the_log_and_by_show_and_in_json()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var (root, unit) = (given.Folder.Root, given.Unit("a.txt"));
        var run = CommandLine.Run("code", root, unit, "outcome", "warning", "--quote", "признать виновным", "--as", "anna", "--blind", "--note", "устно", "--json");
        Assert.Equal((ExitCode.Clean, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("nothing", json.RootElement.GetProperty("decision").GetProperty("shown").GetProperty("what").GetString());
        Assert.Contains($"rulings {unit} outcome: warning by anna, shown nothing, note: устно", CommandLine.RunAt(200, "log", root, "--what", "coding").Out, StringComparison.Ordinal);
        Assert.Contains("taken back", CommandLine.Run("code", root, unit, "outcome", "--undo", "--as", "anna").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, CommandLine.Run("code", root, unit, "video", "да", "--quote", "станции метро", "--as", "anna").Code);
        given.Build();
        var shown = CommandLine.RunAt(200, "show", root, unit, "video").Out;
        Assert.Matches(@"video.*: yes, confirmed\n  yes: person anna, had seen the machine's value  \[[0-9a-f]{8}:\d+\]", shown);
        Assert.True(shown.IndexOf("person anna", StringComparison.Ordinal) < shown.IndexOf(": rule ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("REV004", "fine", "--not-stated")]
    [InlineData("REV004", "--not-stated", "--undo")]
    [InlineData("REV003")]
    [InlineData("REV014", "fine", "--blind", "--shown", "machine")]
    [InlineData("REV008", "--not-applicable")]
    public void What_is_said_twice_or_not_at_all_is_refused(string code, params string[] arguments)
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var run = CommandLine.Run(["code", given.Folder.Root, given.Unit("a.txt"), "outcome", .. arguments, "--as", "anna"]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Empty(CommandLine.Run("log", given.Folder.Root, "--what", "coding").Out);
    }

    private static IReadOnlyList<string?> Verdicts(string root)
    {
        using var json = JsonDocument.Parse(BuiltProgram.Run(root, "check", ".", "--json").Out);
        return [.. json.RootElement.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("verdict").GetString())];
    }
}
