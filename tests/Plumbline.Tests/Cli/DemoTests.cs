using System.Text;
using System.Text.Json;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Cli.Demo;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

/// <summary>The case Sphere, made once by the program.</summary>
public sealed class BuiltSphere : IDisposable
{
    private readonly TemporaryFolder folder = new("демо и проба");

    public BuiltSphere() => Demo = Run("demo", "case", "--json");

    public (int Code, string Out, string Error) Demo { get; }

    public (int Code, string Out, string Error) Run(params string[] args) => BuiltProgram.Run(folder.Path, args);

    public void Dispose() => folder.Dispose();
}

public sealed class DemoTests(BuiltSphere sphere) : IClassFixture<BuiltSphere>
{
    private static readonly string Example = Path.Combine(Support.Repository.Root, "examples", "sphere");

    [Fact]
    public void The_demo_finds_the_four_figures_that_are_wrong_on_purpose_and_no_other()
    {
        var (code, output, error) = sphere.Demo;
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.All(json.RootElement.GetProperty("drafts").EnumerateArray(), draft => Assert.Equal(
            DemoErrors.All.Select(e => e.Claim).Order(StringComparer.Ordinal),
            claims.Where(c => c.GetProperty("draft").GetString() == draft.GetString() && c.GetProperty("verdict").GetString() == "fails").Select(c => c.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)));
        Assert.Equal(["fails", "holds"], claims.Select(c => c.GetProperty("verdict").GetString()).Distinct().Order());
        Assert.Empty(json.RootElement.GetProperty("unbacked").EnumerateArray());
        Assert.Empty(json.RootElement.GetProperty("problems").EnumerateArray());
        Assert.All(claims.Where(c => c.GetProperty("id").GetString() == DemoPeople.Claim).SelectMany(c => c.GetProperty("evidence").EnumerateArray()), row =>
            Assert.All(row.GetProperty("cells").EnumerateArray(), cell => Assert.NotEmpty(cell.GetProperty("quote").GetString()!)));
    }

    [Theory]
    [InlineData(7, 1), InlineData(10, 2), InlineData(14, 7), InlineData(20, 33), InlineData(60, 5)]
    public void Just_the_planted_errors_are_found(int count, int seed)
    {
        var (code, output, error) = sphere.Run("demo", "case", "--plant", $"{count}", "--seed", $"{seed}", "--json");
        using var json = JsonDocument.Parse(output);
        Assert.True(code == 0, output + error);
        var errors = json.RootElement.GetProperty("drafts").EnumerateArray().SelectMany(d => d.GetProperty("errors").EnumerateArray()).ToList();
        Assert.Equal(errors.Count, json.RootElement.GetProperty("found").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("false_alarms").GetInt32());
        Assert.True(count > 20 || errors.Count == 2 * count);
        Assert.True(errors.Select(e => e.GetProperty("error").GetString()).Distinct().Count() >= 5, output);
    }

    [Fact]
    public void The_same_seed_plants_the_same()
    {
        string Planted(int seed) => sphere.Run("demo", "case", "--plant", "5", "--seed", $"{seed}", "--json").Out;
        Assert.Equal(Planted(3), Planted(3));
        Assert.NotEqual(Planted(3), Planted(4));
    }

    [Fact]
    public void An_error_that_the_check_passes_is_told()
    {
        // What is no figure at all can't be found: a draft in which the planted number stands as a word that nobody reads.
        var claim = new Plumbline.Claims.CheckedClaim
        {
            Draft = "a.md", Id = "x", Text = "5 rulings", Span = new(0, 9), Line = 1, Column = 1, Sentence = "", Verdict = Plumbline.Claims.Verdict.Holds, Reason = "",
        };
        var passed = new PlantedError(PlantKind.OffByOne, claim, new(0, 1), "6") { Found = Plumbline.Claims.Verdict.Holds };
        Assert.False(passed.IsFound);
        Assert.False((passed with { Found = Plumbline.Claims.Verdict.Open }).IsFound);
        Assert.False((passed with { Found = null }).IsFound);
        Assert.True((passed with { Found = Plumbline.Claims.Verdict.Fails }).IsFound);
    }

    [Fact]
    public void The_draft_has_figures_of_every_kind()
    {
        var draft = DraftReader.Read("sphere.md", File.ReadAllBytes(Path.Combine(Example, "drafts", "sphere.md")));
        var links = draft.Links.ToLookup(l => l.Passage);
        var figures = draft.Passages.SelectMany(p => FigureParser.Parse(p.Text, [.. links[p].Select(l => l.Span)])).ToList();
        Assert.True(figures.Count(f => f.NeedsBacking) >= 40);
        Assert.Superset(
            new HashSet<FigureKind>
            {
                FigureKind.Count, FigureKind.Money, FigureKind.Percent, FigureKind.Share, FigureKind.Multiple, FigureKind.Average, FigureKind.Duration, FigureKind.Vague,
                FigureKind.Date, FigureKind.Time, FigureKind.Age, FigureKind.Year, FigureKind.Name, FigureKind.Reference, FigureKind.Ordinal, FigureKind.Idiom,
            },
            figures.Select(f => f.Kind).ToHashSet());
        Assert.Equal(7, figures.Where(f => f.NeedsBacking).Select(f => f.Relation).Distinct().Count());
        Assert.Contains(figures, f => f.IsNone);
        Assert.Contains(figures, f => f.IsAll);
        Assert.Contains(figures, f => f.IsNearly);
        var words = string.Join(' ', draft.Passages.Select(p => p.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.InRange(words, 800, 1000);
    }

    [Fact]
    public void Each_error_stands_once_in_each_draft_and_can_be_mended()
    {
        foreach (var draft in (string[])["sphere.md", "sphere-ru.md"])
        {
            var text = File.ReadAllText(Path.Combine(Example, "drafts", draft));
            var mended = DemoErrors.Mended(text);
            Assert.All(DemoErrors.All, e => Assert.Equal(2, text.Split($"(claim:{e.Claim})").Length));
            Assert.Equal(4, text.Split('[').Zip(mended.Split('[')).Count(p => p.First != p.Second));
        }
    }

    [Fact]
    public void Everything_in_the_demo_says_that_it_is_invented()
    {
        using var folder = new TemporaryFolder();
        DemoCase.WriteFiles(folder.Path, 20, CancellationToken.None);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 70);
        Assert.All(files, f =>
        {
            var bytes = File.ReadAllBytes(f);
            var text = Path.GetFileName(f) == "customs-2021.csv" ? Encoding.GetEncoding(1251).GetString(bytes) : Encoding.UTF8.GetString(bytes);
            Assert.True(text.Contains("вымышлен", StringComparison.OrdinalIgnoreCase) || text.Contains("invented", StringComparison.OrdinalIgnoreCase), f);
            Assert.All(f.EndsWith(".csv", StringComparison.Ordinal) ? text.TrimEnd().Split('\n').Skip(1) : [], row => Assert.Contains("вымышлено (invented)", row, StringComparison.Ordinal));
        });
        Assert.All(Directory.GetFiles(Example, "*.md", SearchOption.AllDirectories), f => Assert.Contains("nvented", File.ReadAllText(f).Replace("вымышлено", "invented"), StringComparison.Ordinal));
    }
}
