using Plumbline.Evidence;
using Plumbline.Ingest.Charsets;

namespace Plumbline.Ingest.Html;

/// <summary>
/// Web pages: the main text in blocks, without menus, scripts, banners and footers. The bytes decide on the charset, not
/// what the page declares.
/// </summary>
internal sealed class HtmlReader : IDocumentReader
{
    public string Name => "html/1";

    public ReadDocument Read(in ReadInput input)
    {
        var bytes = input.Bytes.Span;
        var declared = DeclaredCharset.Of(bytes);
        var source = DecodedSource.Of(bytes, CharsetDetection.Of(bytes, declared), input.WithOrigin);
        var tree = HtmlTree.Of(source.Text);
        var text = Write(source, tree, Boilerplate.Of(tree.Nodes), input.WithOrigin);
        if (text.Length == 0)
        {
            text = Write(source, tree, [], input.WithOrigin);
        }

        var problems = SourceProblems.Of(input, source, text.IsCut);
        if (declared is not null && !IsSame(declared, source.Charset))
        {
            problems.Add(IngestProblems.WrongCharsetDeclared(input, declared, source.Charset.Name));
        }

        var written = text.ToString();
        var gate = Gates.Of(written);
        if (written.Length == 0)
        {
            problems.Add(IngestProblems.NoText(input));
        }
        else if (gate is not null)
        {
            problems.Add(IngestProblems.NotTheDocument(input, gate));
        }

        return new ReadDocument
        {
            Document = input.Document,
            Reader = Name,
            Problems = problems,
            Text = new SourceText
            {
                Document = input.Document, Reader = Name, Text = written, Blocks = text.Blocks, Origin = text.Origin,
                IsWhole = !text.IsCut && source.Broken == 0 && gate is null, Title = Title(source, tree),
            },
        };
    }

    private static BlockText Write(DecodedSource source, HtmlTree tree, HashSet<int> leftOut, bool withOrigin)
    {
        var text = new BlockText(withOrigin, 1024 + (source.Text.Length / 4));
        new HtmlText(source, tree.Nodes, leftOut, text).Write();
        return text;
    }

    private static string? Title(DecodedSource source, HtmlTree tree)
    {
        HtmlNode[] nodes =
        [
            new HtmlNode { Element = Element.Root, Parent = -1, End = 2 },
            new HtmlNode { Element = Element.Text, Parent = 0, End = 2, From = tree.Title.From, To = tree.Title.To },
        ];
        var text = new BlockText(withOrigin: false, 256);
        new HtmlText(source, nodes, [], text).Write();
        return text.Length == 0 ? null : text.ToString();
    }

    private static bool IsSame(string declared, Charset used) =>
        declared.Equals(used.Name, StringComparison.OrdinalIgnoreCase)
        || (declared.Equals("cp1251", StringComparison.OrdinalIgnoreCase) && used.Name == "windows-1251")
        || (declared.Equals("utf8", StringComparison.OrdinalIgnoreCase) && used.Name == "utf-8");
}
