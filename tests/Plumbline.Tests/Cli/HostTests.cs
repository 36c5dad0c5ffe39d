using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Output;
using Plumbline.Cli.Verbs;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class HostTests
{
    public static TheoryData<string> VerbNames => [.. VerbList.Create().Select(v => v.Entry.Name)];

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public void Help_fits_the_screen(int width) =>
        Golden.Verify(CommandLine.RunAt(width, "--help").Session("/nowhere"), width.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [MemberData(nameof(VerbNames))]
    public void Every_verb_has_help_with_examples_that_parse(string name)
    {
        string[] words = name.Split(' ');
        var verb = VerbList.Create().Single(v => v.Entry.Name == name);
        var help = CommandLine.Run([.. words, "--help"]);
        Assert.Equal(ExitCode.Clean, help.Code);
        Assert.NotEmpty(verb.Examples);
        Assert.All(verb.Examples, e =>
        {
            Assert.Contains(e.CommandLine, help.Out, StringComparison.Ordinal);
            if (e.CommandLine == "plumb")
            {
                Assert.Equal("app", name); // What plumb alone does.
                return;
            }

            Assert.StartsWith($"plumb {name}", e.CommandLine, StringComparison.Ordinal);
            var args = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(e.CommandLine.Split(" > ")[0]).Skip(1 + words.Length).ToArray();
            Assert.Empty(verb.Parse(args).Errors);
        });
        Assert.All(verb.Options, o => Assert.False(string.IsNullOrEmpty(o.Description)));
        Assert.All(verb.Arguments, a => Assert.False(string.IsNullOrEmpty(a.Description)));
    }

    [Theory]
    [InlineData("verfy")]
    [InlineData("log")]
    [InlineData("log", "x", "--lst", "3")]
    [InlineData("log", "x", "--last", "three")]
    [InlineData("log", "/nonexistent/дело о митингах")]
    [InlineData("new", "x", "--template", "rulngs-ru")]
    public void A_wrong_command_line_says_what_was_meant(params string[] args)
    {
        var run = CommandLine.Run(args);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
        Assert.Matches(@"^error [A-Z]{3}\d{3}: ", run.Error);
        Assert.Contains("Try: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_json_a_fault_is_an_answer_too()
    {
        var run = CommandLine.Run("log", "/nonexistent", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("CAS001", json.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(ExitCode.Usage, run.Code);
    }

    [Fact]
    public void Each_kind_of_fault_has_its_exit_code()
    {
        static ExitCode Of(Exception e) => Faults.Of(e, CancellationToken.None).Code;
        Assert.Equal(ExitCode.Usage, Of(new UsageException("CLI001", "", "")));
        Assert.Equal(ExitCode.Integrity, Of(new IntegrityException("CUS001", "", "")));
        Assert.Equal(ExitCode.Environment, Of(new StoreFailedException("CUS001", "", "", isTransient: true)));
        Assert.Equal(ExitCode.Environment, Of(new IOException("disk")));
        Assert.Equal(ExitCode.ProblemsFound, Of(new ItemFailedException("ING001", "", "")));
        Assert.Equal(ExitCode.Stopped, Faults.Of(new OperationCanceledException(), new CancellationToken(canceled: true)).Code);
    }

    [Fact]
    public void An_unknown_fault_shows_an_id_and_never_its_message()
    {
        const string Secret = "текст документа";
        var e = Assert.Throws<InvalidOperationException>(new Action(() => throw new InvalidOperationException(Secret)));
        var (code, problems) = Faults.Of(e, CancellationToken.None);
        Assert.Equal(ExitCode.Environment, code);
        Assert.Matches(@"\(id [0-9a-f]{8}\)", Assert.Single(problems).Sentence);
        Assert.DoesNotContain(Secret, problems[0].Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Faults.Stack(e), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_without_a_terminal_is_a_line_with_the_time_left() => Assert.Equal(
        "ingest: 2,500 of 10,000 documents, 3 problems, about 1 min 30 s left",
        ProgressDisplay.Line(new StageProgress("ingest", "documents", 2500, 10000, 3), TimeSpan.FromSeconds(30)));

    [Fact]
    public void Json_is_the_same_whatever_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "tr-TR", "ar-SA", "" })
            {
                System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(name);
                Assert.Equal("1,234,567", Screen.Digits(1234567));
                Assert.Contains("\"version\": 1", CommandLine.Run("log", "/nonexistent", "--json").Out, StringComparison.Ordinal);
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
