using System.IO.Compression;
using Plumbline.Evidence;

namespace Plumbline.Tests.Ingest;

public sealed class DocxTests
{
    [Fact]
    public void Paragraphs_headings_lists_tables_and_notes_are_read_with_changes_accepted()
    {
        var read = Given.Read(
            Given.Docx(
                "<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr><w:r><w:t>Отчёт</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t xml:space='preserve'>Задержано </w:t></w:r><w:del><w:r><w:delText>5</w:delText><w:t>5</w:t></w:r></w:del><w:ins><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:br/><w:t>человек</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>пункт</w:t></w:r></w:p><w:p/>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p><w:p><w:r><w:t>б</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>в</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
                ("word/styles.xml", Given.Wordprocessing("styles", "<w:style w:styleId='h'><w:name w:val='heading 1'/></w:style>")),
                ("word/footnotes.xml", Given.Wordprocessing("footnotes", "<w:footnote w:type='separator'><w:p><w:r><w:t>нет</w:t></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>сноска</w:t></w:r></w:p></w:footnote>"))),
            withOrigin: true);
        Assert.Equal("Отчёт\n\nЗадержано 6\nчеловек\n\nпункт\n\nа б\t\tв\n\nсноска", read.Text!.Text);
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.TableRow, BlockKind.Paragraph], read.Text.Blocks.Select(b => b.Kind));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_package_that_unpacks_to_gigabytes_is_cut_and_told()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
            {
                entry.Write(zeros);
            }
        }

        var read = Given.Read(stream.ToArray(), "bomb.docx");
        Assert.Null(read.Text);
        Assert.Equal("ING008", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void Entities_are_not_expanded_and_what_came_before_a_fault_stays()
    {
        var bomb = Given.Read(Given.Docx("", ("word/document2.xml", "")), "a.docx");
        Assert.Equal("ING022", Assert.Single(bomb.Problems).Code);
        var cut = Given.Read(Given.Docx("<w:p><w:r><w:t>начало</w:t></w:r></w:p><w:p><w:r><w:t>конец"), "a.docx");
        Assert.StartsWith("начало", cut.Text!.Text, StringComparison.Ordinal);
        Assert.False(cut.Text.IsWhole);
    }
}
