using System.Text.RegularExpressions;
using Plumbline.Cases;
using Plumbline.Cases.Yaml;
using Plumbline.Cli;
using Plumbline.Cli.Verbs;

namespace Plumbline.Tests.RepositoryFace;

public sealed partial class DocsTests
{
    private static readonly string Docs = Path.Combine(Support.Repository.Root, "docs");

    private static readonly string Pages = string.Join('\n', Directory.GetFiles(Docs, "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Fact]
    public void The_page_of_the_command_is_what_the_program_says()
    {
        var page = CliPage.Write(VerbList.Create());
        var path = Path.Combine(Docs, "cli.md");
        if (Environment.GetEnvironmentVariable("PLUMB_ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }

    [Fact]
    public void Every_problem_code_stands_in_a_table_of_problems()
    {
        var codes = Sources("src").SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal);
        NothingLeft(codes.Where(c => !Regex.IsMatch(Pages, $@"^\|[^|]*\b{c}\b[^|]*\|", RegexOptions.Multiline)));
    }

    [Fact]
    public void Every_key_of_the_yaml_files_is_explained() => Assert.All(CaseSchemas.All, schema =>
        NothingLeft(Keys(schema.Shape).Distinct().Where(k => !Pages.Contains($"`{k}`", StringComparison.Ordinal) && !Pages.Contains($"`{k}:", StringComparison.Ordinal))));

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var root = Support.Repository.Root;
        var pages = Directory.GetFiles(root, "*.md").Concat(Directory.GetFiles(Docs, "*.md", SearchOption.AllDirectories));
        NothingLeft(pages.SelectMany(p => Link().Matches(Fenced().Replace(File.ReadAllText(p), "")).Select(m => (Page: Path.GetRelativePath(root, p), To: m.Groups[1].Value)))
            .Where(l => !l.To.Contains(':', StringComparison.Ordinal) && !Path.Exists(Path.Combine(root, Path.GetDirectoryName(l.Page)!, l.To.Split('#')[0]))).Select(l => $"{l.Page} -> {l.To}"));
    }

    [Fact]
    public void Every_package_has_its_reason_written()
    {
        var page = File.ReadAllText(Path.Combine(Docs, "dependencies.md"));
        var packages = Regex.Matches(File.ReadAllText(Path.Combine(Support.Repository.Root, "Directory.Packages.props")), "PackageVersion Include=\"([^\"]+)\"").Select(m => m.Groups[1].Value);
        NothingLeft(packages.Where(p => !page.Contains($"| {p} |", StringComparison.Ordinal)));
    }

    internal static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Support.Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static void NothingLeft(IEnumerable<string> missing) => Assert.Equal("", string.Join("\n", missing));

    private static IEnumerable<string> Keys(YamlShape shape) => shape switch
    {
        MapShape map => map.Keys.SelectMany(k => Keys(k.Shape).Prepend(k.Name)),
        NamedShape named => Keys(named.Value),
        ListShape list => Keys(list.Item),
        EitherShape either => either.Shapes.SelectMany(Keys),
        _ => [],
    };

    [GeneratedRegex("\"([A-Z]{3}[0-9]{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
