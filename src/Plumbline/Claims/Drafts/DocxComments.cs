using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Writes marks as comments into a copy of a DOCX. Comments and changes that are there stay; of all parts only the main text, the
/// comments and, when there were no comments, the two lists that name them are written anew.
/// </summary>
internal static class DocxComments
{
    private const string Author = "Plumbline";
    private const string Types = "[Content_Types].xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    /// <exception cref="DocxFaultException">It can't be read.</exception>
    public static byte[] Write(ReadOnlyMemory<byte> bytes, IReadOnlyList<DraftMark> marks)
    {
        if (marks.Count == 0)
        {
            return bytes.ToArray();
        }

        using var parts = new DocxParts(bytes);
        var given = new GivenText();
        var prose = DocxDraft.Read(parts, given);
        var main = prose.Trees[prose.Main];
        XNamespace w = main.Root!.Name.Namespace;
        var changed = new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase) { [prose.Main] = main };
        var comments = Comments(parts, prose.Main, w, changed);
        var anchors = new DocxAnchors(prose.Texts, w);
        var id = main.Descendants().Concat(comments.Descendants()).Where(e => e.Name.LocalName.StartsWith("comment", StringComparison.Ordinal))
            .Select(e => int.TryParse(e.Attribute(w + "id")?.Value, out var number) ? number : -1).DefaultIfEmpty(-1).Max();

        // From the end on: what is cut never moves what comes before it. The numbers go up with the text all the same.
        id += marks.Count;
        var added = new List<XElement>();
        foreach (var mark in marks.Reverse())
        {
            var origins = Enumerable.Range(mark.Span.Start, mark.Span.Length).Select(i => given.Origins[i]).Where(o => o >= 0).ToList();
            if (origins.Count > 0 && anchors.Put(origins[0], origins[^1], id))
            {
                added.Add(new XElement(
                    w + "comment", new XAttribute(w + "id", id), new XAttribute(w + "author", Author), new XAttribute(w + "initials", "P"),
                    new XElement(w + "p", new XElement(w + "r", new XElement(w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), mark.Note)))));
            }

            id--;
        }

        added.Reverse();
        comments.Root!.Add(added);
        return Package(bytes, changed);
    }

    private static XDocument Comments(DocxParts parts, string main, XNamespace w, Dictionary<string, XDocument> changed)
    {
        if (parts.Related(main, "comments") is { } part && parts.Tree(part) is { } there)
        {
            return changed[part] = there;
        }

        var name = main[..(main.LastIndexOf('/') + 1)] + "plumbline-comments.xml";
        var relations = parts.Tree(DocxParts.RelationsPart(main)) ?? new XDocument(new XElement(XName.Get("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships")));
        var types = parts.Tree(Types) ?? throw new DocxFaultException("its list of content types is missing");
        var office = w.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal)
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
        relations.Root!.Add(new XElement(
            relations.Root.Name.Namespace + "Relationship", new XAttribute("Id", "rPlumblineComments"), new XAttribute("Type", office), new XAttribute("Target", "/" + name)));
        types.Root!.Add(new XElement(types.Root.Name.Namespace + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", CommentsType)));
        changed[DocxParts.RelationsPart(main)] = relations;
        changed[Types] = types;
        return changed[name] = new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(w + "comments", new XAttribute(XNamespace.Xmlns + "w", w.NamespaceName)));
    }

    private static byte[] Package(ReadOnlyMemory<byte> bytes, Dictionary<string, XDocument> changed)
    {
        using var parts = new DocxParts(bytes);
        using var stream = new MemoryStream();
        using (var copy = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in parts.All)
            {
                var made = copy.CreateEntry(entry.FullName);
                made.LastWriteTime = entry.LastWriteTime;
                using var to = made.Open();
                if (changed.Remove(entry.FullName.TrimStart('/'), out var tree))
                {
                    Save(tree, to);
                }
                else
                {
                    to.Write(parts.Bytes(entry));
                }
            }

            foreach (var (name, tree) in changed)
            {
                var made = copy.CreateEntry(name);
                made.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var to = made.Open();
                Save(tree, to);
            }
        }

        return stream.ToArray();
    }

    private static void Save(XDocument tree, Stream to)
    {
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CheckCharacters = false, CloseOutput = false });
        tree.Save(writer);
    }
}
