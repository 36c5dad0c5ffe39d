using System.Globalization;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Figures;

/// <summary>Both languages of a real report. Only numbers are looked at and printed.</summary>
public sealed class ReportFiguresTests
{
    [Theory]
    [InlineData("2012-12-10-report-en.md")]
    [InlineData("2012-12-10-report.md")]
    public void The_figures_of_the_summary_are_found_with_their_values(string file)
    {
        var draft = Read(file);
        var figures = draft.Passages.SelectMany(p => FigureParser.Parse(p.Text)).Where(f => f.NeedsBacking).ToList();
        decimal[] expected = [5169, 228, 1312, 3857, 1079, 20, 208, 4090, 65, 682, 23, 1983, 49, 305, 44, 1773, 35, 1750, 137, 60, 2300, 94, 3256, 63, 5166, 78, 17, 10, 70, 15];
        Assert.Empty(expected.Except(figures.Select(f => f.Value ?? -1)));
        Assert.Contains(figures, f => f is { Value: 3256, Relation: Relation.AtLeast });
        Assert.DoesNotContain(figures, f => f is { Kind: FigureKind.Count, Value: >= 2011 and <= 2013 });
    }

    [Theory]
    [InlineData("2012-12-10-report-en.md")]
    [InlineData("2012-12-10-report.md")]
    public void Every_figure_lies_in_the_file_where_the_draft_says(string file)
    {
        var draft = Read(file);
        var wrong = 0;
        var all = 0;
        foreach (var passage in draft.Passages)
        {
            foreach (var figure in FigureParser.Parse(passage.Text))
            {
                var span = passage.InFile(figure.Number);
                var there = span.In(draft.File.Text).Replace("*", "", StringComparison.Ordinal).Replace("&nbsp;", "\u00a0", StringComparison.Ordinal).ReplaceLineEndings(" ");
                wrong += there == figure.Number.In(passage.Text).ReplaceLineEndings(" ") ? 0 : 1;
                all++;
            }
        }

        Assert.True(wrong == 0, string.Create(CultureInfo.InvariantCulture, $"{wrong} of {all} figures lie elsewhere"));
    }

    private static Draft Read(string file) => MarkdownDraft.Read(new DraftFile("report.md", File.ReadAllText(Corpus.Path("ovdinfo-2012", file))));
}
