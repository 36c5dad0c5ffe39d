using Plumbline.Coding.Accuracy;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding;

/// <summary>Each rule is scored for what it decided.</summary>
public sealed class RuleScoresTests
{
    private static readonly Plumbline.Coding.Codebook Book = Coded.Book("""
        unit: notes
        variables:
          outcome:
            type: category
            values: {fine: Fine, arrest: Arrest}
            rules: [{value: fine, when: fine}, {value: arrest, when: cell}, {value: fine, when: ticket}]
        """);

    [Fact]
    public void A_rule_answers_for_its_own_values_only()
    {
        var scores = RuleScores.Of(Book, [Label("a", "a fine", "fine"), Label("b", "fine day in a cell", "arrest"), Label("c", "a ticket", "fine"), Label("d", "a cell", "arrest"), Label("e", "a dungeon", "arrest"), Label("f", "nothing")]);
        Assert.Equal(
            ["outcome 3/4 3/5", "outcome/fine 1/2 1/2", "outcome/arrest 1/1 1/3", "outcome/fine#2 1/1 1/2"],
            scores.Lines().Select(l => $"{l.Rule ?? l.Variable} {l.Precision.Hits}/{l.Precision.Of} {l.Recall.Hits}/{l.Recall.Of}"));
        Assert.Equal(["b outcome/fine fine arrest", "e  not-stated arrest"], scores.Misses.Select(m => $"{m.Name} {m.Rule} {m.Found} {m.Right}"));
    }

    [Fact]
    public void Labels_are_lines_with_a_text_or_a_file_beside_them()
    {
        using var folder = new TemporaryFolder("labels");
        Directory.CreateDirectory(folder["texts"]);
        File.WriteAllText(folder["texts", "one.txt"], "a fine");
        File.WriteAllText(folder["two.txt"], "a cell");
        File.WriteAllText(folder["labels.jsonl"], """
            {"file": "one.txt", "outcome": "fine"}
            {"file": "two.txt", "outcome": "arrest"}

            {"text": "nothing", "outcome": null}
            {"text": "whatever"}
            {"file": "../two.txt", "outcome": "fine"}
            {"file": "three.txt"}
            not json
            [1]
            """);
        var problems = new List<Problem>();
        var labels = RuleLabels.Read(folder["labels.jsonl"], Book, problems);
        Assert.Equal(["one.txt fine", "two.txt arrest", "line 4 ", "line 5 ?"], labels.Select(l => $"{l.Name} {(l.Truth.TryGetValue("outcome", out var v) ? string.Join(',', v) : "?")}"));
        Assert.Equal([6, 7, 8, 9], problems.Select(p => p.Place.Line));
        Assert.All(problems, p => Assert.Equal("COD115", p.Code));
    }

    private static RuleLabel Label(string name, string text, params string[] values) => new(name, text, new Dictionary<string, IReadOnlyList<string>> { ["outcome"] = values });
}
