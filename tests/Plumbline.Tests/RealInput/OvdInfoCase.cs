using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>A figure of the report that a claim stands behind, with the verdict that a person finds from the list.</summary>
internal sealed record ReportLink(string Language, string Claim, string Before, string Text, string After, string Verdict, int Which, int Of)
{
    public static IReadOnlyList<ReportLink> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|').Select(f => f.Trim()).ToArray()).Select(f =>
        {
            var place = (f.Length > 6 ? f[6] : "1/1").Split('/').Select(int.Parse).ToArray();
            return new ReportLink(f[0], f[1], f[2], f[3], f[4], f[5], place[0], place[1]);
        })];

    /// <summary>Where the figure stands in the report. The words round it must stand there as often as is said, so that a changed report is noticed.</summary>
    public (int Start, int End) Find(string report)
    {
        var pattern = (Before.Length > 0 ? Regex.Escape(Before) + @"\s*" : "") + "(" + Regex.Escape(Text) + ")" + (After.Length > 0 ? @"\s*" + Regex.Escape(After) : @"(?!\w)");
        var found = Regex.Matches(report, pattern, RegexOptions.CultureInvariant);
        Assert.True(found.Count == Of, $"{Language} {Claim}: found in {found.Count} places, not {Of}");
        var figure = found[Which - 1].Groups[1];
        return (figure.Index, figure.Index + figure.Length);
    }
}

/// <summary>
/// The list and the reports of the real data as a case in a temporary folder, with links put round figures in copies of
/// the reports. Made once for all tests, when the first one asks.
/// </summary>
public sealed class OvdInfoCase : IDisposable
{
    private const string Name = "ovdinfo-2012";
    private TestCase? made;

    internal static IReadOnlyList<ReportLink> Links { get; } = ReportLink.Read(Path.Combine(Fixtures, Name + ".links.txt"));

    /// <summary>The check of both reports, made by the first test that needs it.</summary>
    internal CheckReport? Checked { get; set; }

    internal IReadOnlyList<ListRow> Rows { get; private set; } = [];

    private static string Fixtures => Path.Combine(Support.Repository.Root, "tests", "Plumbline.Tests", "RealInput", "Fixtures");

    internal CaseFolder Open()
    {
        if (made is not null)
        {
            return made.Folder;
        }

        var data = Corpus.Path(Name);
        Rows = ListRow.Read(Path.Combine(data, "list_2012.csv"));
        var reports = new Dictionary<string, string> { ["en"] = "2012-12-10-report-en.md", ["ru"] = "2012-12-10-report.md" };
        made = new TestCase("отчёт 2012");
        made.Codebook("events", File.ReadAllText(Path.Combine(Fixtures, Name + ".codebook.yaml")));
        made.Give([.. reports.Values.Append("list_2012.csv").Select(f => (f, File.ReadAllBytes(Path.Combine(data, f))))]);
        File.Copy(Path.Combine(Fixtures, Name + ".claims.yaml"), made.Folder.ClaimsYaml);
        Directory.CreateDirectory(made.Folder.Drafts);
        foreach (var (language, file) in reports)
        {
            File.WriteAllText(Path.Combine(made.Folder.Drafts, language + ".md"), Linked(File.ReadAllText(Path.Combine(data, file)), language), new UTF8Encoding(false));
        }

        Assert.Equal(0, made.Build().Stages.Sum(s => s.Problems));
        return made.Folder;
    }

    public void Dispose() => made?.Dispose();

    private static string Linked(string report, string language)
    {
        var text = new StringBuilder(report);
        foreach (var (link, (start, end)) in Links.Where(l => l.Language == language).Select(l => (l, l.Find(report))).OrderByDescending(l => l.Item2.Start))
        {
            text.Insert(end, $"](claim:{link.Claim})").Insert(start, '[');
        }

        return text.ToString();
    }
}
