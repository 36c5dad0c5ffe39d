using System.Xml.Linq;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Reads DOCX: paragraphs, headings, captions, cells, text boxes, then footnotes, endnotes, headers and footers, each a passage, as if every
/// tracked change were accepted. Comments, page numbers and the table of contents are left out. Nothing outside of the package is opened.
/// </summary>
internal static class DocxDraft
{
    public static Draft Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var given = new GivenText();
        try
        {
            using var parts = new DocxParts(bytes);
            Read(parts, given);
            return given.Finish(name, DraftForm.Docx, given.Length > MarkdownDraft.MaxLength ? [ClaimsProblems.DraftTooLong(name, MarkdownDraft.MaxLength)] : []);
        }
        catch (DocxFaultException e)
        {
            // Half a draft looks like a whole one: none of it is checked.
            return new Draft(new DraftFile(name, "") { Form = DraftForm.Docx }, [], [], [ClaimsProblems.DocxNotRead(name, e.Message)]);
        }
    }

    /// <summary>Reads the prose, and gives the trees that it came from.</summary>
    /// <exception cref="DocxFaultException">It can't be read.</exception>
    public static DocxProse Read(DocxParts parts, GivenText given)
    {
        var main = parts.Related("", "officeDocument") ?? "word/document.xml";
        var prose = new DocxProse(given, main);
        prose.Read(main, parts.Tree(main) ?? throw new DocxFaultException("its main text is missing"), Links(parts, main));
        foreach (var part in ((string[])["footnotes", "endnotes", "header", "footer"]).SelectMany(type => parts.AllRelated(main, type)))
        {
            if (parts.Tree(part) is { } tree)
            {
                prose.Read(part, tree, Links(parts, part));
            }
        }

        return prose;
    }

    private static Dictionary<string, string> Links(DocxParts parts, string part) =>
        parts.RelationsOf(part).Where(r => r.Value.Type == "hyperlink").Select(r => (r.Key, Id: ClaimAddress.ClaimOf(r.Value.Target))).Where(r => r.Id is not null)
            .ToDictionary(r => r.Key, r => r.Id!, StringComparer.Ordinal);
}

/// <summary>Characters of one text element of a DOCX: from which on, in the order of the given text.</summary>
/// <param name="From">Origin of its first character.</param>
/// <param name="Text">The element.</param>
/// <param name="Anchor">The run of the main text where a comment on it can stand: of a footnote its reference, of a text box what holds it.</param>
internal readonly record struct DocxText(int From, XElement Text, XElement? Anchor);
