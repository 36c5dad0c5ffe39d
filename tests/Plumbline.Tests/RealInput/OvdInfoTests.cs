using System.Text.Json;
using Plumbline.Bench.Reports;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>
/// A real report checked against the list behind it: which of its published figures hold, and which do not. The verdicts
/// in examples/ovdinfo-2012/places.txt were found by hand, the values are counted here again without Plumbline.
/// </summary>
public sealed class OvdInfoTests(OvdInfoCase report) : IClassFixture<OvdInfoCase>
{
    [Fact]
    public void Each_figure_of_a_real_report_gets_the_verdict_that_a_person_finds()
    {
        var checkedClaims = Check().Claims;
        Assert.Equal(OvdInfoCase.Links.Count, checkedClaims.Count);
        var wrong = new List<string>();
        foreach (var link in OvdInfoCase.Links.GroupBy(l => (l.Language, l.Claim, l.Text)))
        {
            var found = checkedClaims.Where(c => c.Draft == $"drafts/{link.Key.Language}.md" && c.Id == link.Key.Claim && c.Text == link.Key.Text).ToList();
            if (found.Count != link.Count() || found.Any(c => c.Verdict.Word() != link.First().Verdict))
            {
                wrong.Add($"{link.Key.Language} {link.Key.Claim}: {string.Join(", ", found.Select(c => c.Verdict.Word()))}, by hand {link.First().Verdict}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_value_of_a_claim_over_a_real_list_is_the_one_of_a_plain_loop()
    {
        var found = Check().Claims;
        foreach (var claim in found.Where(c => c.Id != "individuals"))
        {
            if (ListRow.DayByHand(claim.Id, report.Rows) is { } day)
            {
                Assert.Equal((claim.Id, day, day), (claim.Id, claim.LowDay, claim.HighDay));
                continue;
            }

            // "The majority" is of 0 to 1, a percentage of 0 to 100.
            var value = ListRow.ByHand(claim.Id, report.Rows) / (claim.Figure?.Kind == FigureKind.Share ? 100 : 1);
            Assert.NotNull(value);
            Assert.Equal((claim.Id, decimal.Round(value.Value, 6)), (claim.Id, decimal.Round(claim.Low!.Value, 6)));
            Assert.Equal(claim.Low, claim.High);
            Assert.Equal((claim.Id, 0L), (claim.Id, claim.Unread));
        }

        // The other way round: the list has figures of every kind of claim, of both verdicts, in both languages.
        Assert.Equal(2, found.Select(c => (c.Draft, c.Verdict)).Where(c => c.Verdict == Verdict.Holds).Distinct().Count());
        Assert.Equal(2, found.Select(c => (c.Draft, c.Verdict)).Where(c => c.Verdict == Verdict.Fails).Distinct().Count());
    }

    [Theory]
    [InlineData("en", "4,269")] // detentions with a known police station: not in the list
    [InlineData("en", "372 arrestees")]
    [InlineData("en", "about 200 people")] // of two places that are one row of the list
    [InlineData("en", "2,341 cases")]
    [InlineData("en", "up to 48 hours")]
    [InlineData("ru", "только 4269")]
    public void A_figure_that_the_list_cannot_tell_is_not_backed(string language, string text) =>
        Assert.Contains(Check().Unbacked, u => u.Draft == $"drafts/{language}.md" && u.Figure.Text == text);

    [Fact]
    public void The_command_gives_the_verdicts_of_the_library()
    {
        var library = Check();
        var (code, output, _) = BuiltProgram.Run(report.Open().Root, "check", ".", "--json");
        Assert.Equal(1, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            library.Claims.Select(c => $"{c.Draft} {c.Id} {c.Verdict.Word()} {c.Span.Start}"),
            json.RootElement.GetProperty("claims").EnumerateArray().Select(c => $"{c.GetProperty("draft")} {c.GetProperty("id")} {c.GetProperty("verdict")} {c.GetProperty("start")}"));
        Assert.Equal(library.Unbacked.Count, json.RootElement.GetProperty("unbacked").GetArrayLength());
    }

    [Fact]
    public void The_main_figures_of_the_report_are_those_of_the_list()
    {
        var found = Check().Claims;
        IEnumerable<string> Said(string claim) => found.Where(c => c.Id == claim).Select(c => $"{c.Figure!.Value} {c.Verdict.Word()} {c.Low}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["5166 fails 5169", "5169 holds 5169"], Said("arrests"));
        Assert.Equal(["228 holds 228"], Said("events"));
        Assert.Equal(["4087 fails 4090", "4090 holds 4090"], Said("arrests-unauthorised"));
        Assert.Equal(["1079 holds 1079"], Said("arrests-authorised"));
        Assert.Equal(["485 fails 488", "488 holds 488"], Said("arrests-by-solidarity"));
        Assert.Equal((67, 1763), report.Made.Stations());
    }

    [Fact]
    public void Every_figure_that_the_list_cannot_tell_has_a_reason()
    {
        var reasons = ReportReason.Read(Path.Combine(OvdInfoCase.Example, "reasons.txt"));
        Assert.All(reasons, r => Assert.Contains(r.Reason, ReportReason.All.Select(a => a.Reason)));
        Assert.Empty(Check().Unbacked.Where(u => !reasons.Any(r => r.Fits(Path.GetFileNameWithoutExtension(u.Draft), u.Line, u.Figure.Text))).Select(u => $"{u.Draft}:{u.Line}:{u.Column}"));
    }

    [Fact]
    public void The_page_of_the_report_is_what_the_command_writes()
    {
        var page = ReportPage.Write(Check(), OvdInfoCase.Example, report.Made.Stations());
        var path = Path.Combine(Support.Repository.Root, "docs", "ovdinfo-2012.md");
        if (Environment.GetEnvironmentVariable("PLUMB_ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }

    private CheckReport Check() => report.Check();
}
