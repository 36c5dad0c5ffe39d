using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;
using Plumbline.Cases;

namespace Plumbline.Tests.RepositoryFace;

public sealed class ArchitectureTests
{
    private static readonly Assembly Library = typeof(CaseFolder).Assembly;

    private static readonly string[] Stages = ["Custody", "Ingest", "Coding", "Review", "Claims"];

    /// <summary>Namespaces that a namespace must not use.</summary>
    public static TheoryData<string, string> Forbidden()
    {
        var data = new TheoryData<string, string>();
        foreach (var stage in Stages)
        {
            foreach (var other in Stages.Where(s => s != stage).Append("Pipeline").Append("Invented"))
            {
                data.Add(stage, other);
            }
        }

        foreach (var (low, highs) in new[]
        {
            ("Evidence", Stages.Append("Cases").Append("Processes").Append("Pipeline").Append("Invented")),
            ("Cases", Stages.Append("Processes").Append("Pipeline").Append("Invented")),
            ("Processes", Stages.Append("Cases").Append("Pipeline").Append("Invented")),
            ("Invented", Stages.Append("Cases").Append("Processes").Append("Pipeline")),
        })
        {
            foreach (var high in highs)
            {
                data.Add(low, high);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Stages_meet_in_the_shared_nouns_only(string from, string to)
    {
        var result = Types.InAssembly(Library).That().ResideInNamespaceMatching($@"^Plumbline\.{from}(\..*)?$")
            .ShouldNot().HaveDependencyOn($"Plumbline.{to}").GetResult();
        Assert.True(result.IsSuccessful, $"{from} uses {to}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void The_library_opens_no_network_connection()
    {
        var result = Types.InAssembly(Library).ShouldNot().HaveDependencyOnAny("System.Net.Http", "System.Net.Sockets", "System.Net.WebSockets", "System.Net.Mail").GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Nothing_here_can_recognise_a_person()
    {
        var locks = Directory.GetFiles(Support.Repository.Root, "packages.lock.json", SearchOption.AllDirectories);
        var packages = locks.SelectMany(l => Regex.Matches(File.ReadAllText(l), "^ {6}\"([^\"]+)\": \\{", RegexOptions.Multiline).Select(m => m.Groups[1].Value)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, p => Regex.IsMatch(
            p, @"\bface\w*|arcface|insightface|facerec|dlib|opencv|emgu|biometr|voice|speaker|speech|\bgait|onnx|tensorflow|torch|mediapipe|rekognition", RegexOptions.IgnoreCase));
    }

    [Fact]
    public void Only_the_host_and_item_loops_write_to_the_console()
    {
        var found = DocsTests.Sources("src/Plumbline").Where(f => Regex.IsMatch(File.ReadAllText(f), @"\bConsole\.(Write|Error|Out)\b"));
        Assert.Empty(found.Select(Path.GetFileName));
    }

    [Fact]
    public void Nothing_below_the_hosts_reads_the_clock_or_the_environment()
    {
        var found = DocsTests.Sources("src/Plumbline").Where(f => Regex.IsMatch(
            File.ReadAllText(f), @"DateTime(Offset)?\.(Now|UtcNow|Today)|Environment\.GetEnvironmentVariable|new Random\(\)|Random\.Shared"));
        Assert.Empty(found.Select(Path.GetFileName));
    }

    [Fact]
    public void Files_are_short()
    {
        // The one file of the app's texts is a list, in both languages, and no code.
        var lengths = DocsTests.Sources("src").Where(f => Path.GetFileName(f) != "Words.cs").Select(f => (Lines: File.ReadLines(f).Count(), Name: Path.GetFileName(f))).OrderBy(f => f.Lines).ToList();
        var longest = string.Join(", ", lengths.TakeLast(5).Select(f => $"{f.Name} {f.Lines}"));
        TestContext.Current.SendDiagnosticMessage($"{lengths.Count} files, median {lengths[lengths.Count / 2].Lines}, 90% below {lengths[lengths.Count * 9 / 10].Lines}; longest: {longest}");
        Assert.InRange(lengths[lengths.Count / 2].Lines, 20, 120);
        Assert.InRange(lengths[^1].Lines, 0, 600);
    }

    [Fact]
    public void No_file_is_a_drawer()
    {
        var found = DocsTests.Sources("src").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(n => Regex.IsMatch(n, "(Manager|Helper|Util|Utils|Service|Dto|Impl|Base|Misc)$"));
        Assert.Empty(found);
    }

    [Fact]
    public void Golden_files_all_have_a_test()
    {
        var tests = DocsTests.Sources("tests").ToDictionary(f => f, File.ReadAllText);
        var dangling = Directory.EnumerateFiles(Path.Combine(Support.Repository.Root, "tests"), "*.verified.txt", SearchOption.AllDirectories)
            .Where(g =>
            {
                var parts = Path.GetFileName(g).Split('.');
                return !tests.Any(t => Path.GetFileName(t.Key) == parts[0] + ".cs" && t.Value.Contains(parts[1] + "(", StringComparison.Ordinal));
            });
        Assert.Empty(dangling.Select(Path.GetFileName));
    }
}
