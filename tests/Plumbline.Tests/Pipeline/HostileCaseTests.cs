using System.Globalization;
using System.Text;
using Plumbline.Cli;
using Plumbline.Evidence;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>A case of somebody else: its YAML, its journal and its builds are hostile too.</summary>
public sealed class HostileCaseTests
{
    private const string Good = "unit: texts\nvariables:\n  a: {type: text}\n";

    public static TheoryData<string> Yaml => [.. Bombs.Keys];

    private static Dictionary<string, Func<byte[]>> Bombs { get; } = new(StringComparer.Ordinal)
    {
        ["aliases"] = () => Utf8("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
        ["depth"] = () => Utf8("unit: " + new string('[', 200_000)),
        ["map depth"] = () => Utf8(string.Concat(Enumerable.Range(0, 3000).Select(i => new string(' ', i) + "a:\n"))),
        ["length"] = () => Utf8(Good + "# " + new string('x', 10 << 20)),
        ["same key"] = () => Utf8(Good + "unit: other\n"),
        ["tabs"] = () => Utf8("unit: texts\nvariables:\n\ta:\n\t\ttype: text\n"),
        ["not UTF-8"] = () => [.. Utf8("unit: texts\nvariables:\n  a: {type: text, labell: "), 0xff, 0xfe, 0x1b, (byte)'}', (byte)'\n'],
        ["zeros"] = () => new byte[10_000],
        ["injection"] = () => Utf8("unit: \"x; DROP TABLE y\"\nvariables:\n  \"a' OR 1=1 --\": {type: text}\n"),
        ["quote in a value"] = () => Utf8("unit: texts\nvariables:\n  a: {type: category, values: {\"it's\": it}}\n"),
        ["companion"] = () => Utf8("unit: texts\nvariables:\n  outcome: {type: text}\n  outcome_status: {type: text}\n"),
        ["escapes"] = () => Utf8("unit: \"\\e[31m\\u202e\"\n\"\\e]0;x\\a\": 1\nvariables: {}\n"),
        ["long query"] = () => Utf8(Good[..^2] + ", silence: x, rules: [{value: x, when: '" + string.Join(" w/999 ", Enumerable.Repeat("a*", 5000)) + "'}]}\n"),
        ["deep query"] = () => Utf8("unit: texts\nvariables:\n  a: {type: text, rules: [{value: x, when: '" + new string('(', 9000) + "'}]}\n"),
        ["tag"] = () => Utf8("unit: !!python/object:os.system texts\nvariables: !<x> {a: {type: txt}}\n"),
    };

    [Theory]
    [MemberData(nameof(Yaml))]
    public void A_hostile_codebook_is_told_as_faults_of_it(string name)
    {
        using var given = new TestCase();
        File.WriteAllBytes(Path.Combine(given.Folder.Codebooks, "texts.yaml"), Bombs[name]());
        var run = CommandLine.Run("build", given.Folder.Root);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.DoesNotContain("CLI900", run.Error, StringComparison.Ordinal);
        Assert.Contains("codebooks/texts.yaml", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Error, c => c != '\n' && (char.IsControl(c) || c == '\u202e'));
        Assert.True(run.Error.Length < 20_000, $"{run.Error.Length}");
    }

    [Theory]
    [InlineData("bom", "\ufeff")]
    [InlineData("crlf", "")]
    public void Marks_and_line_ends_of_other_systems_are_no_faults(string name, string start)
    {
        using var given = new TestCase();
        given.Codebook("texts", start + (name == "crlf" ? Good.ReplaceLineEndings("\r\n") : Good));
        given.Give("a.txt", "Text.");
        Assert.Equal(1, given.Build().Units["texts"]);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("folder")]
    [InlineData("cut")]
    public void A_journal_that_is_none_is_told(string what)
    {
        using var given = new TestCase();
        given.Codebook("texts", Good);
        given.Give("a.txt", "Text.");
        var path = given.Folder.Journal;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        if (what == "folder")
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            File.WriteAllBytes(path, what switch { "garbage" => [.. Enumerable.Range(0, 9000).Select(i => (byte)(i * 7))], "empty" => [], _ => bytes[..(bytes.Length / 2)] });
        }

        foreach (var args in (string[][])[["build"], ["verify"], ["log"], ["ingest"]])
        {
            var run = CommandLine.Run([.. args, given.Folder.Root, .. args[0] == "ingest" ? [Path.Combine(given.Folder.Sources, "1")] : Array.Empty<string>()]);
            Assert.True(run.Code is ExitCode.Integrity or ExitCode.Environment or ExitCode.Usage, $"{args[0]}: {run.Code} {run.Out} {run.Error}");
            Assert.DoesNotContain("CLI900", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void The_computers_language_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        using var given = new TestCase("ДЕЛО İı №1");
        given.Codebook("lines", "unit: lines\nof: row\nkey: [title]\nvariables:\n  title: {type: text, column: TITLE}\n  day: {type: date, column: Day}\n  paid: {type: money, currency: RUB, column: paid}\n  n: {type: number, column: n}\n");
        given.Give("list.csv", "TITLE,Day,paid,n\nI-1,2022-06-12,1500.50,1.5\n");
        var expected = given.Build().Digest;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, given.Build(clean: true).Digest);
            Assert.Equal(["I-1 | 2022-06-12 | 1500.50 | 1.5"], given.Query("SELECT title, day, paid, n FROM lines"));
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = null;
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
