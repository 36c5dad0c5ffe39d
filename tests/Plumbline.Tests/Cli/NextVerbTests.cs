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
