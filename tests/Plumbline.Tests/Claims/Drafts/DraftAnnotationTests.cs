using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Drafts;

public sealed class DraftAnnotationTests
{
    private const string Hostile = "fails: <script>alert(1)</script> \"x\" [y](z) `c`";

    [Fact]
    public void A_markdown_copy_names_each_verdict_behind_its_figure_and_says_why_below()
    {
        const string Source = "We read [7 rulings](claim:a) and **5 letters**.\n\n| x | 9 |\n| --- | --- |\n| y | [3](claim:b) |\n";
        var draft = DraftReader.Read("a.md", Encoding.UTF8.GetBytes(Source));
        var copy = Encoding.UTF8.GetString(DraftAnnotation.Write(draft, Encoding.UTF8.GetBytes(Source), Marks(draft)));
        Assert.StartsWith("We read [7 rulings](claim:a)[^fails-1] and **5 letters[^fails-2]**.", copy, StringComparison.Ordinal);
        Assert.Contains("| y | [3](claim:b)[^fails-4] |", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", copy.Replace("\\<script\\>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(draft.Links.Select(l => l.Text), DraftReader.Read("a.md", Encoding.UTF8.GetBytes(copy)).Links.Select(l => l.Text));
    }

    [Fact]
    public void A_page_is_marked_without_a_word_changed_and_its_notes_are_escaped()
    {
        var source = "<p>We read <a href=\"claim:a\">7 rulings</a>, at <b>least</b> 12&nbsp;letters &amp; more.</p><script>var a = '9 people';</script>"u8.ToArray();
        var draft = DraftReader.Read("a.html", source);
        var copy = DraftAnnotation.Write(draft, source, Marks(draft));
        var text = Encoding.UTF8.GetString(copy);
        Assert.Contains("<a href=\"claim:a\"><mark class=\"plumb-fails\" title=\"fails: &lt;script&gt;", text, StringComparison.Ordinal);
        Assert.Contains("12&nbsp;letters</mark> &amp; more", text, StringComparison.Ordinal);
        Assert.EndsWith("<script>var a = '9 people';</script>", text, StringComparison.Ordinal);
        Assert.Equal(draft.File.Text, DraftReader.Read("a.html", copy).File.Text);
    }

    [Fact]
    public void A_word_copy_is_valid_and_keeps_comments_changes_and_every_other_part()
    {
        var source = SmallDocx.Make();
        var draft = DraftReader.Read("a.docx", source);
        var marks = Marks(draft);
        var copy = DraftAnnotation.Write(draft, source, marks);
        var again = DraftReader.Read("a.docx", copy);
        Assert.Equal(draft.File.Text, again.File.Text);
        Assert.Equal(draft.Links.Select(l => (l.Id, l.Text)), again.Links.Select(l => (l.Id, l.Text)));
        using var file = WordprocessingDocument.Open(new MemoryStream(copy), false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Except(Faults(source)).Select(f => f.Description));
        var comments = file.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().ToList();
        Assert.Equal(marks.Count + 1, comments.Count);
        Assert.Equal("Are these 9916?", comments[0].InnerText);
        Assert.Equal(comments.Select(c => c.Id!.Value).Order(), file.MainDocumentPart.Document!.Descendants<CommentReference>().Select(r => r.Id!.Value).Order());
        Assert.Equal(comments.Count, comments.Select(c => c.Id!.Value).Distinct().Count());
        Assert.Equal(3, file.MainDocumentPart.Document.Descendants<DeletedRun>().Count() + file.MainDocumentPart.Document.Descendants<InsertedRun>().Count() + file.MainDocumentPart.Document.Descendants<MoveFromRun>().Count());
        Assert.Equal(["word/comments.xml", "word/document.xml"], Changed(source, copy));
    }

    [Fact]
    public void A_comment_stands_around_its_figure_and_nothing_else()
    {
        var source = SmallDocx.Make("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Courts fined at least 90 people, and 12 left.</w:t></w:r></w:p>");
        var draft = DraftReader.Read("a.docx", source);
        using var file = WordprocessingDocument.Open(new MemoryStream(DraftAnnotation.Write(draft, source, Marks(draft))), false);
        var paragraph = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Single();
        var around = new List<string>();
        foreach (var start in paragraph.Descendants<CommentRangeStart>())
        {
            around.Add(string.Concat(start.ElementsAfter().TakeWhile(e => e is not CommentRangeEnd end || end.Id != start.Id).Select(e => e.InnerText)));
        }

        // The notes of this file have no reference here: their comments stand at the first run.
        Assert.Equal(["at least 90 people", "12"], around.Where(a => a != paragraph.InnerText));
        Assert.All(paragraph.Descendants<Run>().Where(r => r.InnerText.Length > 0), r => Assert.NotNull(r.RunProperties?.Bold));
    }

    [Fact]
    public void Real_word_files_are_marked_and_read_the_same()
    {
        var files = Directory.EnumerateFiles(Corpus.Path("parser_corpus"), "*.docx", SearchOption.AllDirectories).ToList();
        var marked = 0;
        foreach (var bytes in files.Select(File.ReadAllBytes))
        {
            var draft = DraftReader.Read("d.docx", bytes);
            var marks = Marks(draft);
            if (draft.Problems.Count == 0 && marks.Count > 0)
            {
                marked++;
                Assert.Equal(draft.File.Text, DraftReader.Read("d.docx", DraftAnnotation.Write(draft, bytes, marks)).File.Text);
            }
        }

        Assert.True(marked > 0);
    }

    private static List<DraftMark> Marks(Draft draft)
    {
        var links = draft.Links.Select(l => new DraftMark(l.InFile, l.Whole?.End ?? l.InFile.End, Verdict.Fails, Hostile));
        var figures = DraftFigure.Of(draft).Where(f => f.Figure.NeedsBacking && !draft.Links.Any(l => l.InFile.Overlaps(f.InFile))).Select(f => new DraftMark(f.InFile, f.InFile.End, Verdict.Fails, Hostile));
        return [.. links.Concat(figures).OrderBy(m => m.Span)];
    }

    private static List<ValidationErrorInfo> Faults(byte[] source)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(source), false);
        var faults = new OpenXmlValidator().Validate(file).ToList();
        Assert.Empty(faults.Select(f => f.Description));
        return faults;
    }

    private static IEnumerable<string> Changed(byte[] source, byte[] copy)
    {
        using var before = new ZipArchive(new MemoryStream(source));
        using var after = new ZipArchive(new MemoryStream(copy));
        static byte[] Bytes(ZipArchiveEntry? entry)
        {
            using var memory = new MemoryStream();
            entry?.Open().CopyTo(memory);
            return memory.ToArray();
        }

        return [.. after.Entries.Where(e => !Bytes(e).AsSpan().SequenceEqual(Bytes(before.GetEntry(e.FullName)))).Select(e => e.FullName).Order(StringComparer.Ordinal)];
    }
}
