using System.Text;
using Plumbline.Claims.Drafts;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Drafts;

public sealed class DraftReaderTests
{
    private const string Page = """
        <!doctype html><html><head><title>9910 pages</title><style>p { width: 9911px }</style></head><body>
        <h1>Headline with <a href="claim:head">7 rulings</a></h1>
        <p>In <b>5169</b> arrests, <code>9912</code> and <a class="x" href='https://claim.invalid/people'>at <em>least</em>
        141</a> &amp; 10&nbsp;000&#32;rubles.<script>document.write("9913 people")</script><br>New line</p>
        <table><caption>A caption of 6 rows</caption><tr><td>Tverskoy<td><a href="CLAIM:cell">21</a></table>
        <figure><img alt="9914"><figcaption>5 people</figcaption></figure>
        <p><del>9915</del><ins>8</ins> people</p><!-- 9916 --><a href="javascript:alert(9917)">x</a>
        </body></html>
        """;

    [Fact]
    public void Every_kind_of_prose_of_a_docx_is_read_as_if_all_changes_were_accepted()
    {
        var draft = DraftReader.Read("draft.docx", SmallDocx.Make());
        Assert.Empty(draft.Problems);
        Assert.Equal(
            ["7 rulings of a summer", "Courts fined at least 90 people.", "Twenty-nine people were held, 12 of them twice.", "Tverskoy", "21", "A box: ", "5 trucks", " Besides, 3 fines were paid.", "At the end 8 more.", "Report on 6 courts", "page "],
            draft.Passages.Select(p => p.Text));
        Assert.Equal(["head", "fined", "field", "cell", "box", "note"], draft.Links.Select(l => l.Id));
        Assert.DoesNotContain("99", draft.File.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Offsets_of_docx_and_html_are_in_the_text_that_is_given()
    {
        foreach (var draft in new[] { DraftReader.Read("draft.docx", SmallDocx.Make()), DraftReader.Read("draft.html", Encoding.UTF8.GetBytes(Page)) })
        {
            Assert.All(draft.Links, l => Assert.Equal(l.Text, l.InFile.In(draft.File.Text)));
            Assert.False(draft.File.IsText);
        }
    }

    [Fact]
    public void The_prose_of_a_page_is_read_and_what_is_run_or_hidden_is_not()
    {
        var draft = DraftReader.Read("draft.html", Encoding.UTF8.GetBytes(Page));
        Assert.DoesNotContain("99", draft.File.Text, StringComparison.Ordinal);
        Assert.All(new[] { "5169 arrests", "& 10\u00a0000 rubles. New line", "A caption of 6 rows", "5 people", "8 people" }, t => Assert.Contains(t, draft.File.Text, StringComparison.Ordinal));
        Assert.Equal([("head", "7 rulings"), ("people", "at least 141"), ("cell", "21")], draft.Links.Select(l => (l.Id, l.Text)));
    }

    [Theory]
    [InlineData("draft.md", DraftForm.Markdown)]
    [InlineData("draft.TXT", DraftForm.PlainText)]
    [InlineData("draft.htm", DraftForm.Html)]
    [InlineData("draft", DraftForm.Markdown)]
    public void The_ending_tells_the_form(string name, DraftForm form) =>
        Assert.Equal(form, DraftReader.Read(name, Encoding.UTF8.GetBytes("7 people")).File.Form);

    [Fact]
    public void A_draft_in_an_old_charset_is_read_and_says_so()
    {
        var draft = DraftReader.Read("draft.txt", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Осуждены 29 человек."));
        Assert.Equal("Осуждены 29 человек.", draft.File.Text);
        Assert.Equal("CHK008", Assert.Single(draft.Problems).Code);
    }

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData(@"{\rtf1 x}")]
    public void A_file_of_another_form_is_a_problem_and_no_prose(string start)
    {
        var draft = DraftReader.Read("draft.md", Encoding.ASCII.GetBytes(start));
        Assert.Equal("CHK010", Assert.Single(draft.Problems).Code);
        Assert.Empty(draft.Passages);
    }

    [Fact]
    public void A_hostile_docx_is_a_problem_and_no_crash()
    {
        const string Open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>7 people</w:t></w:r></w:p>";
        const string Relation = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"http://localhost:9/a.xml\" TargetMode=\"External\"/></Relationships>";
        var hostile = new Dictionary<string, byte[]>
        {
            ["no package"] = [.. "PK\x03\x04"u8, .. new byte[64]],
            ["nothing"] = [],
            ["no main text"] = SmallDocx.Package(("a.txt", "x")),
            ["main text elsewhere"] = SmallDocx.Package(("_rels/.rels", Relation)),
            ["broken"] = SmallDocx.Package(("word/document.xml", Open)),
            ["entities"] = SmallDocx.Package(("word/document.xml", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Open + "&a;</w:body></w:document>")),
            ["deep"] = SmallDocx.Package(("word/document.xml", Open + string.Concat(Enumerable.Repeat("<w:x>", 100_000)))),
            ["bomb"] = SmallDocx.Package(("word/document.xml", Open + new string(' ', 130 << 20) + "</w:body></w:document>")),
            ["twice"] = SmallDocx.Package(("word/document.xml", Open + "</w:body></w:document>"), ("word/document.xml", Open + "</w:body></w:document>")),
        };
        Assert.All(hostile, h =>
        {
            var draft = DraftReader.Read("draft.docx", h.Value);
            Assert.Equal("CHK009", Assert.Single(draft.Problems).Code);
            Assert.Empty(draft.Passages);
        });
    }

    [Fact]
    public void Relations_out_of_the_package_are_inert()
    {
        const string Relation = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://x/footnotes\" Target=\"http://localhost:9/notes.xml\" TargetMode=\"External\"/></Relationships>";
        var draft = DraftReader.Read("d.docx", SmallDocx.Package(
            ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>7 people</w:t></w:r></w:p></w:body></w:document>"),
            ("word/_rels/document.xml.rels", Relation)));
        Assert.Empty(draft.Problems);
        Assert.Equal("7 people\n", draft.File.Text);
    }

    [Fact]
    public void Files_of_word_that_are_open_are_no_drafts() =>
        Assert.Equal([true, true, false, false], new[] { "a.docx", "b.MD", "~$a.docx", "notes.pdf" }.Select(DraftReader.IsDraft));

    [Fact]
    public void Real_word_files_are_read()
    {
        var folder = Corpus.Path("parser_corpus");
        var files = Directory.EnumerateFiles(folder, "*.docx", SearchOption.AllDirectories).ToList();
        Assert.SkipWhen(files.Count == 0, "no DOCX in the real data");
        var drafts = files.Select(f => DraftReader.Read("d.docx", File.ReadAllBytes(f))).ToList();
        Assert.All(drafts, d => Assert.All(d.Problems, p => Assert.Contains(p.Code, new[] { "CHK009", "CHK010" })));
        Assert.True(drafts.Count(d => d.Passages.Count > 0) * 2 > drafts.Count);
        Assert.All(drafts.SelectMany(d => d.Passages.Select(p => (d, p))), x => Assert.Equal(x.p.Text, x.p.InFile(new Plumbline.Evidence.TextSpan(0, x.p.Text.Length)).In(x.d.File.Text)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{drafts.Count} files, {drafts.Count(d => d.Passages.Count > 0)} with prose, {drafts.Count(d => d.Problems.Count > 0)} refused");
    }
}
