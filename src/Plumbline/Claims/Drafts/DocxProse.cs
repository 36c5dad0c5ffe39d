using System.Text;
using System.Xml.Linq;

namespace Plumbline.Claims.Drafts;

/// <summary>Writes the prose of the parts of a DOCX into the text that is given, and keeps where each character came from.</summary>
internal sealed class DocxProse(GivenText given, string main)
{
    private static readonly HashSet<string> Namespaces =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math",
    ];

    private readonly List<DocxText> texts = [];
    private readonly Dictionary<string, XDocument> trees = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Note, string Id), XElement> references = [];
    private readonly Stack<Field> fields = new();
    private readonly TablePlace place = new();
    private Dictionary<string, string> links = [];
    private OpenPassage? current, unended;
    private List<XElement> boxes = [];
    private XElement? anchor;
    private int characters;

    /// <summary>Name of the main part.</summary>
    public string Main => main;

    /// <summary>The trees by the name of their part.</summary>
    public IReadOnlyDictionary<string, XDocument> Trees => trees;

    /// <summary>Text elements in the order that they were read in.</summary>
    public IReadOnlyList<DocxText> Texts => texts;

    /// <param name="part">Name of the part.</param>
    /// <param name="tree">The part.</param>
    /// <param name="claims">Ids of claims by the relation that names them.</param>
    public void Read(string part, XDocument tree, Dictionary<string, string> claims)
    {
        trees[part] = tree;
        links = claims;
        fields.Clear();
        Walk(tree.Root!);
        EndParagraph();
    }

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private void Children(XElement element)
    {
        foreach (var child in element.Elements())
        {
            Walk(child);
        }
    }

    private void Walk(XElement e)
    {
        var name = e.Name.LocalName;
        if (name == "AlternateContent")
        {
            // The same thing twice, for programs that know more and less.
            if ((Child(e, "Choice") ?? Child(e, "Fallback")) is { } chosen)
            {
                Children(chosen);
            }

            return;
        }

        if (!Namespaces.Contains(e.Name.NamespaceName))
        {
            Children(e);
            return;
        }

        switch (name)
        {
            case "del" or "moveFrom" or "delText" or "delInstrText" or "rPr" or "pPr" or "tblPr" or "trPr" or "tcPr" or "sectPr" or "sdtPr" or "rt" or "annotationRef":
            case "tr" when Child(Child(e, "trPr"), "del") is not null:
            case "tc" when Child(Child(e, "tcPr"), "cellDel") is not null:
            case "sdt" when e.Elements().Where(c => c.Name.LocalName == "sdtPr").Descendants().Any(d => d.Name.LocalName == "docPartGallery" && Attribute(d, "val") == "Table of Contents"):
                break;
            case "footnote" or "endnote":
                if (Attribute(e, "type") is null or "normal")
                {
                    anchor = references.GetValueOrDefault((name, Attribute(e, "id") ?? ""));
                    Children(e);
                    EndParagraph();
                    anchor = null;
                }

                break;
            case "footnoteReference" or "endnoteReference":
                references.TryAdd((name[..^9], Attribute(e, "id") ?? ""), e.Parent!);
                break;
            case "p":
                Paragraph(e);
                break;
            case "txbxContent":
                boxes.Add(e);
                break;
            case "tbl" or "tr" or "tc":
                EndParagraph();
                place.Pass(name, isEnd: false);
                Children(e);
                EndParagraph();
                place.Pass(name, isEnd: true);
                break;
            case "fldSimple" when CountsPages(Attribute(e, "instr") ?? ""):
                break;
            case "hyperlink" or "fldSimple":
                Link(e);
                break;
            case "r" when IsHidden(e):
                break;
            case "fldChar":
                FieldSign(Attribute(e, "fldCharType"));
                break;
            case "instrText":
                if (fields.TryPeek(out var field) && field.Instruction.Length < 4096)
                {
                    field.Instruction.Append(e.Value);
                }

                break;
            case "t":
                Characters(e);
                break;
            case "tab" or "ptab" or "br" or "cr":
                current?.Put(' ', -1);
                break;
            case "noBreakHyphen":
                current?.Put('\u2011', -1);
                break;
            case "sym":
                current?.Put('\uFFFD', -1);
                break;
            default:
                Children(e);
                break;
        }
    }

    private static bool IsHidden(XElement run) => Child(Child(run, "rPr"), "vanish") is { } vanish && Attribute(vanish, "val") is not ("0" or "false" or "off");

    private void Paragraph(XElement p)
    {
        var properties = Child(p, "pPr");
        if (Attribute(Child(properties, "pStyle") ?? p, "val") is { Length: 4 } style && style.StartsWith("TOC", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(style[3]))
        {
            return;
        }

        // Where the end of a paragraph was deleted the next one goes on in it.
        var (outer, outerBoxes) = (current, boxes);
        (current, unended, boxes) = (unended ?? new OpenPassage { Cell = place.Cell }, null, []);
        var own = current;
        Children(p);
        var marks = Child(properties, "rPr");
        if (Child(marks, "del") is not null || Child(marks, "moveFrom") is not null)
        {
            unended = own;
        }
        else
        {
            given.Add(own);
        }

        var inside = boxes;
        (current, boxes) = (outer, outerBoxes);
        foreach (var box in inside)
        {
            Box(box);
        }
    }

    private void Box(XElement box)
    {
        var (waiting, outerAnchor, outer) = (unended, anchor, current);
        (unended, current) = (null, null);
        anchor ??= box.Ancestors().LastOrDefault(a => a.Name.LocalName == "r");
        Children(box);
        EndParagraph();
        (unended, anchor, current) = (waiting, outerAnchor, outer);
    }

    private void EndParagraph()
    {
        if (unended is { } open)
        {
            given.Add(open);
            unended = null;
        }
    }

    private void Link(XElement e)
    {
        var start = current?.Length ?? 0;
        Children(e);
        var id = e.Name.LocalName == "fldSimple" ? ClaimOfField(Attribute(e, "instr") ?? "")
            : e.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Contains("relationships", StringComparison.OrdinalIgnoreCase)) is { } relation
                ? links.GetValueOrDefault(relation.Value) : null;
        if (id is not null)
        {
            End(id, start, current);
        }
    }

    /// <summary>A link whose text was all deleted is deleted too.</summary>
    private void End(string id, int start, OpenPassage? passage)
    {
        if (passage is not null && passage.Length > start)
        {
            passage.Link(id, start);
        }
    }

    private void FieldSign(string? type)
    {
        switch (type)
        {
            case "begin":
                fields.Push(new Field());
                break;
            case "separate" when fields.TryPeek(out var field):
                (field.Passage, field.Start, field.IsPageNumber) = (current, current?.Length ?? 0, CountsPages(field.Instruction.ToString()));
                break;
            case "end" when fields.TryPop(out var ended):
                if (ended.Passage is { } passage && ReferenceEquals(passage, current) && ClaimOfField(ended.Instruction.ToString()) is { } id)
                {
                    End(id, ended.Start, passage);
                }

                break;
        }
    }

    /// <summary>What Word counts by itself is no figure of the author's.</summary>
    private static bool CountsPages(string instruction) => instruction.AsSpan().Trim() is var text
        && (text.StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) || text.StartsWith("NUMPAGES", StringComparison.OrdinalIgnoreCase) || text.StartsWith("SECTIONPAGES", StringComparison.OrdinalIgnoreCase));

    private static string? ClaimOfField(string instruction)
    {
        var text = instruction.Trim();
        if (!text.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = text.Split('"');
        return ClaimAddress.ClaimOf(parts.Length >= 3 ? parts[1] : text["HYPERLINK".Length..].Trim().Split(' ')[0]);
    }

    private void Characters(XElement t)
    {
        if (current is null || fields.Any(f => f.IsPageNumber))
        {
            return;
        }

        texts.Add(new DocxText(characters, t, anchor));
        foreach (var c in t.Value)
        {
            current.Put(char.IsControl(c) ? ' ' : c, characters++);
        }
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public OpenPassage? Passage { get; set; }

        public int Start { get; set; }

        public bool IsPageNumber { get; set; }
    }
}
