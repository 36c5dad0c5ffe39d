using System.Xml;
using Plumbline.Evidence;

namespace Plumbline.Ingest.Docx;

/// <summary>DOCX: paragraphs, headings, lists and tables of the main part, then its footnotes and endnotes.</summary>
internal sealed class DocxReader : IDocumentReader
{
    private static readonly string[] Parts = ["word/footnotes.xml", "word/endnotes.xml"];

    public string Name => "docx/1";

    public ReadDocument Read(in ReadInput input)
    {
        List<Problem> problems = [];
        var text = new BlockText(input.WithOrigin);
        using var package = new DocxPackage(input.Bytes);
        using var styles = package.Open("word/styles.xml");
        var known = DocxStyles.Of(styles);
        var isWhole = true;
        using (var main = package.Open("word/document.xml") ?? package.Open("word/document2.xml"))
        {
            if (main is null)
            {
                return DocumentReaders.Nothing(input, package.IsCut
                    ? IngestProblems.Cut(input, $"its parts unpack to more than {ReadLimits.UnpackedBytes >> 20} MiB")
                    : IngestProblems.MissingPart(input, "its main text"));
            }

            isWhole &= Write(input, main, text, known, "its main text", problems);
        }

        foreach (var name in Parts)
        {
            using var part = package.Open(name);
            isWhole &= part is null || Write(input, part, text, known, name, problems);
        }

        if (package.IsCut)
        {
            problems.Add(IngestProblems.Cut(input, $"its parts unpack to more than {ReadLimits.UnpackedBytes >> 20} MiB"));
        }

        if (text.IsCut)
        {
            problems.Add(IngestProblems.Cut(input, $"it is longer than {ReadLimits.TextLength} characters"));
        }

        if (text.Length == 0)
        {
            problems.Add(IngestProblems.NoText(input));
        }

        return new ReadDocument
        {
            Document = input.Document,
            Reader = Name,
            Problems = problems,
            Text = new SourceText
            {
                Document = input.Document, Reader = Name, Text = text.ToString(), Blocks = text.Blocks, Origin = text.Origin,
                IsWhole = isWhole && !package.IsCut && !text.IsCut, Title = Title(package),
            },
        };
    }

    // What was read before a fault stays.
    private static bool Write(in ReadInput input, XmlReader part, BlockText text, DocxStyles styles, string name, List<Problem> problems)
    {
        try
        {
            new DocxText(text, styles).Write(part);
            return true;
        }
        catch (XmlException)
        {
            text.End();
            problems.Add(IngestProblems.MissingPart(input, "the end of " + name));
            return false;
        }
    }

    private static string? Title(DocxPackage package)
    {
        using var core = package.Open("docProps/core.xml");
        try
        {
            return core is not null && core.ReadToFollowing("title", "http://purl.org/dc/elements/1.1/") && core.ReadElementContentAsString() is { Length: > 0 } title
                ? title : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
