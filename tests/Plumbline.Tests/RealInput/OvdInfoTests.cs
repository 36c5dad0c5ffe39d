using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Pipeline;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>
/// A real report checked against the list behind it: which of its published figures hold, and which do not. The verdicts
/// in Fixtures/ovdinfo-2012.links.txt were found by hand, the values are counted here again without Plumbline.
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

            var value = ListRow.ByHand(claim.Id, report.Rows);
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
    [InlineData("en", "87")] // police stations
    [InlineData("en", "372 arrestees")]
    [InlineData("en", "about 200 people")] // of two places that are one row of the list
    [InlineData("en", "94%")] // rulings of courts
    [InlineData("en", "2,341 cases")]
    [InlineData("en", "up to 48 hours")]
    [InlineData("ru", "87")]
    [InlineData("ru", "94%")]
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

    private CheckReport Check()
    {
        var folder = report.Open();
        return report.Checked ??= Read(folder);

        static CheckReport Read(CaseFolder folder)
        {
            using var built = BuiltCase.Open(folder);
            using var reader = new TablesProcess(built.TablesPath, TestCase.Hidden("sql-worker"));
            return CaseCheck.Check(folder, built, [], reader, new CheckOptions(), TestContext.Current.CancellationToken);
        }
    }
}
