using System.Text;
using Plumbline.Cli;
using Plumbline.Coding.Accuracy;
using Plumbline.Evidence;
using Plumbline.Invented;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Coding;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Invented;

/// <summary>A template that is neither Russian nor about courts, on generated and on hand-written texts.</summary>
public sealed class InventedInterviewTests(ITestOutputHelper output)
{
    private static readonly Plumbline.Coding.Codebook Book = Coded.Book(Coded.Template("interviews-en/codebooks/interviews.yaml"));

    private static readonly string Fixtures = Path.Combine(Support.Repository.Root, "tests", "Plumbline.Tests", "Invented", "Interviews");

    [Fact]
    public void An_interview_depends_on_its_seed_and_number_only()
    {
        Assert.Equal(InventedInterviews.Make(3, 20).Select(i => Convert.ToHexString(i.Bytes)), InventedInterviews.Make(3, 90).Take(20).Select(i => Convert.ToHexString(i.Bytes)));
        Assert.NotEqual(InventedInterviews.Make(3, 1).Single().Bytes, InventedInterviews.Make(4, 1).Single().Bytes);
    }

    [Fact]
    public void Every_text_says_that_it_is_invented()
    {
        Assert.All(InventedInterviews.Make(1, 100), i => Assert.StartsWith("INVENTED TEXT", Encoding.UTF8.GetString(i.Bytes), StringComparison.Ordinal));
        var written = Directory.GetFiles(Fixtures, "*.txt");
        Assert.True(written.Length >= 8);
        Assert.All(written, f => Assert.StartsWith("INVENTED TEXT", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_read_generated_interviews()
    {
        var labels = InventedInterviews.Make(5, 300).Select(i => new RuleLabel(
            i.FileName, Encoding.UTF8.GetString(i.Bytes),
            Book.Kind.Variables.ToDictionary(v => v.Name, IReadOnlyList<string> (v) => i.Truth.TryGetValue(v.Name, out var value) ? [value] : [])));
        Report(RuleScores.Of(Book, labels), atLeast: 0.98);
    }

    [Fact]
    public void Rules_read_most_of_what_people_write()
    {
        var problems = new List<Problem>();
        var labels = RuleLabels.Read(Path.Combine(Fixtures, "labels.jsonl"), Book, problems);
        Assert.Empty(problems);
        Assert.Equal(Directory.GetFiles(Fixtures, "*.txt").Length, labels.Count);
        Report(RuleScores.Of(Book, labels), atLeast: 0.75);
    }

    [Theory]
    [InlineData("transcript-unsure.txt", "system_named", "unclear")]
    [InlineData("transcript-unsure.txt", "stopped_by", "unclear")]
    [InlineData("transcript-unsure.txt", "held_for", "unclear")]
    [InlineData("notes-silent.txt", "held_for", "not-stated")]
    [InlineData("notes-silent.txt", "stopped_by", "not-stated")]
    [InlineData("notes-silent.txt", "charged", "not-stated")]
    public void What_nobody_can_tell_is_not_told(string file, string variable, string status)
    {
        var coding = Assert.Single(AccuracyRun.Code(File.ReadAllText(Path.Combine(Fixtures, file)), Book).Codings, c => c.Variable == variable);
        Assert.Equal(status, coding.Status.Word());
    }

    [Fact]
    public void The_template_goes_from_new_to_check()
    {
        using var folder = new TemporaryFolder("interviews");
        foreach (var interview in InventedInterviews.Make(7, 12))
        {
            Directory.CreateDirectory(folder["given"]);
            File.WriteAllBytes(folder["given", interview.FileName], interview.Bytes);
        }

        void Runs(params string[] args)
        {
            var run = BuiltProgram.Run(folder.Path, args);
            Assert.True(run.Code == 0, $"{string.Join(' ', args)}: {run.Code}\n{run.Out}\n{run.Error}");
        }

        Runs("new", "case", "--template", "interviews-en");
        Runs("ingest", "case", "given");
        Runs("build", "case");
        Runs("check", "case", "--allow-open");
        Runs("codebook", "lint", "case");
        Runs("codebook", "test", "case");
        Runs("codebook", "preview", "case", "held_for/duration");
    }

    private void Report(RuleScores scores, double atLeast)
    {
        foreach (var line in scores.Lines().Where(l => l.Rule is null))
        {
            output.WriteLine($"{line.Variable}: precision {line.Precision.Hits} of {line.Precision.Of}, recall {line.Recall.Hits} of {line.Recall.Of}");
        }

        foreach (var miss in scores.Misses.Take(40))
        {
            output.WriteLine($"{miss.Name} {miss.Variable}: {miss.Found}, right is {miss.Right} ({miss.Rule}) {miss.Evidence?.Exact}");
        }

        Assert.All(scores.Lines().Where(l => l.Rule is null), l => Assert.True(
            l.Precision.Value >= atLeast && l.Recall.Value >= atLeast, $"{l.Variable}: precision {l.Precision.Hits} of {l.Precision.Of}, recall {l.Recall.Hits} of {l.Recall.Of}"));
    }
}
