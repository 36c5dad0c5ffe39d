using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Plumbline.Tests.Claims.Drafts;

/// <summary>A small Word file with all that a draft meets on its way: tracked changes, a comment, notes, a table, a text box, links of both kinds.</summary>
internal static class SmallDocx
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public const string Body = """
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:hyperlink r:id="rHead"><w:r><w:t>7 rulings</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> of a summer</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Contents 9911</w:t></w:r></w:p>
        <w:p>
          <w:r><w:t xml:space="preserve">Courts fined </w:t></w:r>
          <w:commentRangeStart w:id="4"/>
          <w:hyperlink r:id="rFined"><w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>9912</w:delText></w:r></w:del><w:ins w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:rPr><w:b/></w:rPr><w:t>at least 9</w:t></w:r></w:ins><w:r><w:t>0</w:t></w:r></w:hyperlink>
          <w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>
          <w:r><w:t xml:space="preserve"> people.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>
          <w:moveFrom w:id="3" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>moved 9913 away</w:t></w:r></w:moveFrom>
          <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden 9914</w:t></w:r>
        </w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="5" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Twenty-</w:t></w:r></w:p>
        <w:p><w:r><w:t>nine people were held, </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://claim.invalid/field" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12 of them</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> twice.</w:t></w:r></w:p>
        <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>
          <w:tr><w:tc><w:p><w:r><w:t>Tverskoy</w:t></w:r></w:p></w:tc><w:tc><w:p><w:hyperlink r:id="rCell"><w:r><w:t>21</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr>
          <w:tr><w:trPr><w:del w:id="6" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:trPr><w:tc><w:p><w:r><w:t>gone row</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9915</w:t></w:r></w:p></w:tc></w:tr>
        </w:tbl>
        <w:p><w:r><w:t xml:space="preserve">A box: </w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:hyperlink r:id="rBox"><w:r><w:t>5 trucks</w:t></w:r></w:hyperlink></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>
        """;

    public static byte[] Make(string body = Body)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            Put(main, $"<w:document {Word}><w:body>{body}</w:body></w:document>");
            foreach (var (id, address) in new[] { ("rHead", "claim:head"), ("rFined", "claim:fined"), ("rCell", "https://claim.invalid/cell"), ("rBox", "claim:box") })
            {
                main.AddHyperlinkRelationship(new Uri(address), true, id);
            }

            Put(main.AddNewPart<WordprocessingCommentsPart>(), $"<w:comments {Word}><w:comment w:id=\"4\" w:author=\"A\" w:initials=\"A\"><w:p><w:r><w:t>Are these 9916?</w:t></w:r></w:p></w:comment></w:comments>");
            var notes = main.AddNewPart<FootnotesPart>();
            Put(notes, $"<w:footnotes {Word}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> Besides, </w:t></w:r><w:hyperlink r:id=\"rNote\"><w:r><w:t>3 fines</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> were paid.</w:t></w:r></w:p></w:footnote></w:footnotes>");
            notes.AddHyperlinkRelationship(new Uri("claim:note"), true, "rNote");
            Put(main.AddNewPart<HeaderPart>(), $"<w:hdr {Word}><w:p><w:r><w:t>Report on 6 courts</w:t></w:r></w:p></w:hdr>");
            Put(main.AddNewPart<FooterPart>(), $"<w:ftr {Word}><w:p><w:r><w:t xml:space=\"preserve\">page </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>9918</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>");
            Put(main.AddNewPart<EndnotesPart>(), $"<w:endnotes {Word}><w:endnote w:id=\"7\"><w:p><w:r><w:t>At the end 8 more.</w:t></w:r></w:p></w:endnote></w:endnotes>");
        }

        return stream.ToArray();
    }

    /// <summary>A package with these parts, whatever they are.</summary>
    public static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static void Put(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
