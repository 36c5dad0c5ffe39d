using System.Text;
using System.Text.Json;
using Plumbline.Tests.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class NextVerbTests
{
    [Fact]
    public void Following_its_commands_makes_a_figure_hold()
    {
        using var given = Case();
        var root = given.Folder.Root;
        Assert.Equal("3", Figure(root).GetProperty("high").GetString());
        for (var step = 0; Steps(root) is [var first, ..]; step++)
        {
            Assert.True(step < 3);
            var words = first.GetProperty("command").GetString()!.Replace("YOU", "quiet-heron-17", StringComparison.Ordinal).Split(' ')[1..];
            Assert.Equal(0, BuiltProgram.Run(root, [.. words.Select(w => w == "CASE" ? "." : w)]).Code);
            given.Build();
        }

        var run = BuiltProgram.Run(root, "next", ".");
        Assert.Equal((0, "None of 1 figure is open.\n"), (run.Code, run.Out));
        Assert.Contains("holds", BuiltProgram.Run(root, "check", ".").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_coders_disagree_on_is_offered_for_adjudication_and_what_is_stale_to_be_affirmed()
    {
        using var given = Case();
        foreach (var file in new[] { "1.txt", "2.txt" })
        {
            given.Decide(given.Unit(file), "outcome", "fine");
        }

        given.Decide(given.Unit("2.txt"), "outcome", "arrest", coder: "boris", quote: "признать виновным");
        given.Build();
        var root = given.Folder.Root;
        var step = Steps(root).Single(s => s.GetProperty("unit_id").GetString() == given.Unit("2.txt"));
        Assert.Equal("adjudicate", step.GetProperty("act").GetString());
        Assert.Contains("anna said fine, boris said arrest", step.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("plumb adjudicate CASE", step.GetProperty("command").GetString(), StringComparison.Ordinal);

        given.Codebook("rulings", DecidedCase.Rulings.Replace("type: category", "type: category\n    instructions: What the court ordered.", StringComparison.Ordinal));
        given.Build();
        step = Steps(root).Single(s => s.GetProperty("unit_id").GetString() == given.Unit("1.txt"));
        Assert.Equal(("affirm", $"plumb code CASE {given.Unit("1.txt")} outcome fine --as YOU"), (step.GetProperty("act").GetString(), step.GetProperty("command").GetString()));
    }

    [Fact]
    public void One_coder_where_two_are_asked_for_is_a_step_for_a_second()
    {
        using var given = Case("two");
        given.Decide(given.Unit("1.txt"), "outcome", "fine");
        given.Build();
        Assert.Contains(Steps(given.Folder.Root), s => s.GetProperty("act").GetString() == "second-coder" && s.GetProperty("unit_id").GetString() == given.Unit("1.txt"));
    }

    [Fact]
    public void What_is_not_for_publication_is_left_out_and_counted_unless_asked_for()
    {
        using var given = Case();
        given.GiveFrom("clerk", "secret.txt", DecidedCase.Ruling(9, "штрафа"));
        File.WriteAllText(given.Folder.SourcesYaml, "clerk: {terms: not-for-publication}\n");
        given.Build();
        var (root, unit) = (given.Folder.Root, given.Unit("secret.txt"));
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "Courts fined people [at least 4 times](claim:fined).\n");
        var answer = Answer(root);
        Assert.Equal(1, answer.GetProperty("confidential").GetInt32());
        Assert.Equal(3, answer.GetProperty("steps").GetArrayLength());
        Assert.All([unit, "secret.txt"], secret => Assert.DoesNotContain(secret, BuiltProgram.Run(root, "next", ".").Out + answer.GetRawText(), StringComparison.Ordinal));
        Assert.Contains("1 decision from a source not for publication, not shown", BuiltProgram.Run(root, "next", ".").Out, StringComparison.Ordinal);
        Assert.Contains(unit, BuiltProgram.Run(root, "next", ".", "--show-confidential").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_people_found_wrong_is_trusted_less()
    {
        using var given = DecidedCase.New();
        given.Give([.. Enumerable.Range(1, 8).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(i, i < 5 ? "штрафа" : "ареста"))))]);
        given.Build();
        given.Decide(given.Unit("1.txt"), "outcome", "warning", quote: "признать виновным");
        given.Decide(given.Unit("2.txt"), "outcome", "warning", quote: "признать виновным");
        given.Decide(given.Unit("5.txt"), "outcome", "arrest");
        given.Decide(given.Unit("6.txt"), "outcome", "arrest");
        given.Build();
        File.WriteAllText(given.Folder.ClaimsYaml, "punished:\n  sql: SELECT unit_id FROM rulings WHERE outcome IN ('fine', 'arrest')\n");
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "[At least 4 times](claim:punished).\n");
        var steps = Steps(given.Folder.Root);
        Assert.Equal([given.Unit("7.txt"), given.Unit("8.txt")], steps.Select(s => s.GetProperty("unit_id").GetString()).Order().Intersect([given.Unit("7.txt"), given.Unit("8.txt")]));
        Assert.Equal((2, 2), (steps[0].GetProperty("tried").GetInt32(), steps[0].GetProperty("right").GetInt32()));
        Assert.Contains("people agreed with its rule 2 of 2 times", steps[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static TestCase Case(string settles = "one")
    {
        var given = DecidedCase.New(settles: settles);
        given.Give([.. Enumerable.Range(1, 4).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(i, i < 4 ? "штрафа" : "ареста"))))]);
        given.Build();
        File.WriteAllText(given.Folder.ClaimsYaml, "fined:\n  sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'\n  counts: {en: [fine, fines]}\n");
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "Courts fined people [at least 3 times](claim:fined).\n");
        return given;
    }

    private static JsonElement Figure(string root) => Answer(root).GetProperty("figures")[0];

    private static IReadOnlyList<JsonElement> Steps(string root) => [.. Answer(root).GetProperty("steps").EnumerateArray()];

    private static JsonElement Answer(string root) => JsonElement.Parse(BuiltProgram.Run(root, "next", ".", "--json").Out);
}
