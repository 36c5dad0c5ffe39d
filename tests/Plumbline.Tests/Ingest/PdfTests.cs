using Plumbline.Evidence;
using Plumbline.Tests.Support;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Plumbline.Tests.Ingest;

public sealed class PdfTests
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void Lines_of_a_paragraph_are_joined_over_hyphens_and_pages()
    {
        var read = Given.Read(Pdf(
            [(100, 700, "The court of the district has heard the case on admini-"), (72, 684, "strative offences and has found the accused of it guilty, a well-"), (72, 668, "KNOWN fact, and so the judge of this very court"), (72, 60, "1")],
            [(72, 700, "orders the accused to pay a fine."), (100, 684, "It may be appealed."), (72, 60, "2")]));
        Assert.Equal(
            "The court of the district has heard the case on administrative offences and has found the accused of it guilty, a well-KNOWN fact, and so the judge of this very court "
            + "orders the accused to pay a fine.\n\nIt may be appealed.",
            read.Text!.Text);
        Assert.Equal([0, read.Text.Text.IndexOf("orders", StringComparison.Ordinal)], read.PageStarts);
        Assert.True(read.Text.IsWhole);
    }

    [Fact]
    public void Every_character_has_its_page_and_box()
    {
        var text = Given.Read(Pdf([(72, 700, "A fine of 500")], [(72, 700, "Second page")]), withOrigin: true).Text!;
        Assert.Equal("A fine of 500\n\nSecond page", text.Text.Replace("500 Second", "500\n\nSecond", StringComparison.Ordinal));
        Assert.Equal(text.Text.Length, text.Boxes.Count);
        var at = text.Text.IndexOf("Second", StringComparison.Ordinal);
        Assert.Equal(2, text.Boxes[at].Page);
        Assert.Equal(2, text.OriginOf(new TextSpan(at, at + 6))!.Value.Page);
        Assert.InRange(text.Boxes[at].Left, 70, 80);
        Assert.InRange(text.Boxes[at].Bottom, 695, 705);
    }

    [Fact]
    public void A_page_that_is_a_picture_makes_the_text_not_whole()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).AddPng(Dot, new PdfRectangle(0, 0, 500, 800));
        var read = Given.Read(builder.Build());
        Assert.False(read.Text!.IsWhole);
        Assert.Contains(read.Problems, p => p.Code == "ING013");
    }

    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        var lines = Enumerable.Range(0, 8).SelectMany(i => new[]
        {
            (72, 700 - (14 * i), $"left column line {i} of running text"), (320, 700 - (14 * i), $"right column line {i} of running text"),
        }).ToArray();
        var text = Given.Read(Pdf(lines)).Text!.Text;
        Assert.True(text.IndexOf("left column line 7", StringComparison.Ordinal) < text.IndexOf("right column line 0", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Rows_of_a_table_keep_their_cells()
    {
        var text = Given.Read(Pdf([(72, 700, "Date"), (200, 700, "Fine"), (72, 680, "1 May"), (200, 680, "500")]), withOrigin: true).Text!;
        Assert.Equal("Date\tFine\n\n1 May\t500", text.Text);
        Assert.All(text.Blocks, b => Assert.Equal(BlockKind.TableRow, b.Kind));
    }

    [Fact]
    public void Real_rulings_are_read_whole_in_paragraphs()
    {
        foreach (var file in Directory.EnumerateFiles(Corpus.Path("court_pdfs"), "*.pdf"))
        {
            var bytes = File.ReadAllBytes(file);
            var read = Given.Read(bytes, withOrigin: true);
            Assert.True(read.Text!.IsWhole, Path.GetFileName(file));
            Assert.Equal(read.Text.Text.Length, read.Text.Boxes.Count);
            Assert.Equal(Given.Read(bytes).Text!.Text, read.Text.Text);
            Assert.Contains(read.Text.Blocks, b => b.Span.Length > 400);
        }
    }

    internal static byte[] Pdf(params (int X, int Y, string Text)[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (x, y, text) in lines)
            {
                page.AddText(text, 12, new PdfPoint(x, y), font);
            }
        }

        return builder.Build();
    }
}
