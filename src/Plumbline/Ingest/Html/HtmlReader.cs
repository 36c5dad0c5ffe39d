using Plumbline.Evidence;
using Plumbline.Ingest.Charsets;
using Plumbline.Ingest.Html.Courts;

namespace Plumbline.Ingest.Html;

/// <summary>
/// Web pages: the main text in blocks, without menus, scripts, banners and footers. The bytes decide on the charset, not
/// what the page declares.
/// </summary>
internal sealed class HtmlReader : IDocumentReader
{
    public string Name => "html/2";

    public ReadDocument Read(in ReadInput input)
    {
        var bytes = input.Bytes.Span;
        var declared = DeclaredCharset.Of(bytes);
        var source = DecodedSource.Of(bytes, CharsetDetection.Of(bytes, declared), input.WithOrigin);
        var isOfCourt = CourtSigns.Are(source.Text);
        var tree = HtmlTree.Of(source.Text, withNames: isOfCourt);
        if (isOfCourt)
        {
            var (nodes, title) = tree.WithTitle();
            var leftOut = Boilerplate.Of(nodes);
            if (CourtPage.Of(tree, nodes, title, leftOut, source.Text) is { } page)
            {
                return page.Card is { } card ? ReadCard(input, source, tree, card, nodes, leftOut, declared) : NoDocument(input, source, declared, page.Instead!.Value, page.Cases);
            }
        }

        var text = Write(source, tree, Boilerplate.Of(tree.Nodes), input.WithOrigin);
        if (text.Length == 0)
        {
            text = Write(source, tree, [], input.WithOrigin);
        }

        var written = text.ToString();
        var shown = Title(source, tree);
        if ((Gates.Of(written, isOfCourt) ?? Gates.OfTitle(shown, written) ?? Gates.OfSource(written, source.Text)) is { } gate && !ActWords.AreIn(written))
        {
            return NoDocument(input, source, declared, gate, 0);
        }

        var problems = Problems(input, source, declared, text);
        if (written.Length == 0)
        {
            problems.Add(IngestProblems.NoText(input));
        }

        return Document(input, source, text, written, shown, problems, isWhole: true, cardStart: null);
    }

    private ReadDocument ReadCard(in ReadInput input, DecodedSource source, HtmlTree tree, CourtCard card, HtmlNode[] nodes, HashSet<int> leftOut, string? declared)
    {
        var text = new BlockText(input.WithOrigin, 1024 + (source.Text.Length / 4));
        var start = CourtCardText.Write(card, new HtmlText(source, nodes, leftOut, text), text);
        var problems = Problems(input, source, declared, text);
        if (card.Acts.Count != 1)
        {
            problems.Add(card.Acts.Count == 0 ? IngestProblems.NoAct(input) : IngestProblems.SeveralActs(input, card.Acts.Count));
        }

        return Document(input, source, text, text.ToString(), Title(source, tree), problems, isWhole: card.Acts.Count > 0, start);
    }

    private ReadDocument Document(in ReadInput input, DecodedSource source, BlockText text, string written, string? title, List<Problem> problems, bool isWhole, int? cardStart) => new()
    {
        Document = input.Document,
        Reader = Name,
        Problems = problems,
        Text = new SourceText
        {
            Document = input.Document, Reader = Name, Text = written, Blocks = text.Blocks, Origin = text.Origin,
            IsWhole = isWhole && !text.IsCut && source.Broken == 0, Title = title, CardStart = cardStart,
        },
    };

    private ReadDocument NoDocument(in ReadInput input, DecodedSource source, string? declared, NotADocument what, int cases) => new()
    {
        Document = input.Document, Reader = Name,
        Problems = [.. Problems(input, source, declared, null), IngestProblems.NotTheDocument(input, what, cases)],
    };

    private static List<Problem> Problems(in ReadInput input, DecodedSource source, string? declared, BlockText? text)
    {
        var problems = SourceProblems.Of(input, source, text?.IsCut == true);
        if (declared is not null && !IsSame(declared, source.Charset))
        {
            problems.Add(IngestProblems.WrongCharsetDeclared(input, declared, source.Charset.Name));
        }

        return problems;
    }

    private static BlockText Write(DecodedSource source, HtmlTree tree, HashSet<int> leftOut, bool withOrigin)
    {
        var text = new BlockText(withOrigin, 1024 + (source.Text.Length / 4));
        new HtmlText(source, tree.Nodes, leftOut, text).Write();
        return text;
    }

    private static string? Title(DecodedSource source, HtmlTree tree)
    {
        if (tree.Title.To == 0)
        {
            return null;
        }

        HtmlNode[] nodes = [new() { Element = Element.Root, Parent = -1, End = 2 }, tree.TitleNode(2)];
        var text = new BlockText(withOrigin: false, 256);
        new HtmlText(source, nodes, [], text).Write();
        return text.Length == 0 ? null : text.ToString();
    }

    private static bool IsSame(string declared, Charset used) =>
        declared.Equals(used.Name, StringComparison.OrdinalIgnoreCase)
        || (declared.Equals("cp1251", StringComparison.OrdinalIgnoreCase) && used.Name == "windows-1251")
        || (declared.Equals("utf8", StringComparison.OrdinalIgnoreCase) && used.Name == "utf-8");
}
