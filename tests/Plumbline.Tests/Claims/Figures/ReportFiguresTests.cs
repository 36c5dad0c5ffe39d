using System.Globalization;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Claims.Figures.Accuracy;
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

    [Theory]
    [InlineData("report-en")] // read in full
    [InlineData("report-ru")]
    public void The_page_of_accuracy_says_what_is_measured(string name)
    {
        var folder = Path.Combine(Support.Repository.Root, "docs", "accuracy");
        var labels = FigureLabel.Read(Path.Combine(folder, $"figures-{name}.jsonl"));
        var measured = FigureAccuracy.Measure(Path.GetDirectoryName(Corpus.Path("ovdinfo-2012"))!, labels);
        var page = FigureAccuracyPage.Write([($"figures-{name}", measured)]);
        Assert.Contains(page[page.IndexOf("## ", StringComparison.Ordinal)..].TrimEnd(), File.ReadAllText(Path.Combine(folder, "figures.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_list_item_is_none_of_its_sentence()
    {
        var figures = FigureParser.Parse("1. Three fines were paid;\n2. the rest, nearly\n40. Nobody paid these.");
        Assert.Equal([FigureKind.ListNumber, FigureKind.Count, FigureKind.ListNumber, FigureKind.Count], figures.Select(f => f.Kind));
    }

    private static Draft Read(string file) => MarkdownDraft.Read(new DraftFile("report.md", File.ReadAllText(Corpus.Path("ovdinfo-2012", file))));
}
