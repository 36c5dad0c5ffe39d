using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Plumbline.Ingest.Html;

/// <summary>One node; the nodes of a page lie in document order, a node's descendants right after it.</summary>
internal struct HtmlNode
{
    /// <summary>What it is.</summary>
    public Element Element;

    /// <summary>Its names (class, id, role) are those of boilerplate.</summary>
    public bool IsNamedChrome;

    /// <summary>Index of the parent, -1 for the first.</summary>
    public int Parent;

    /// <summary>Index after its last descendant.</summary>
    public int End;

    /// <summary>Range in the source, of texts only.</summary>
    public int From, To;

    /// <summary>Visible characters in it, and those of them within links; number of links.</summary>
    public int Characters, LinkCharacters, Links;
}

/// <summary>
/// The page as a tree of meanings, made from the tokens of AngleSharp's tokenizer (HTML standard 13.2.5), whose positions
/// lead back to the file; a DOM has none for texts. Where elements are not closed, or closed in the wrong order, the usual
/// rules hold: text is never moved nor lost, so it stays in the order of the source.
/// </summary>
internal sealed class HtmlTree
{
    private readonly List<HtmlNode> nodes = new(1024);
    private readonly List<int> open = new(64);
    private readonly Dictionary<int, string> names = [];
    private readonly string source;
    private readonly bool withNames;
    private int dropped;

    private HtmlTree(string source, bool withNames) => (this.source, this.withNames) = (source, withNames);

    public HtmlNode[] Nodes { get; private set; } = [];

    /// <summary>Range of the title in the source; empty where there is none.</summary>
    public (int From, int To) Title { get; private set; }

    /// <summary>Id and classes of nodes, parted by spaces, and where links lead; empty unless asked for.</summary>
    public IReadOnlyDictionary<int, string> Names => names;

    public static HtmlTree Of(string source, bool withNames = false)
    {
        var tree = new HtmlTree(source, withNames);
        tree.Push(Element.Root, false);
        tree.Read();
        tree.Measure();
        return tree;
    }

    /// <summary>The title as a node of its own.</summary>
    public HtmlNode TitleNode(int end) => new() { Element = Element.Text, Parent = 0, End = end, From = Title.From, To = Title.To };

    /// <summary>The nodes with the title behind them, outside of the page's root, and its index; -1 where there is none.</summary>
    public (HtmlNode[] Nodes, int Title) WithTitle() =>
        Title.To == 0 ? (Nodes, -1) : ([.. Nodes, TitleNode(Nodes.Length + 1)], Nodes.Length);

    private void Read()
    {
        using var text = new TextSource(source);
        var tokenizer = new HtmlTokenizer(text, HtmlEntityProvider.ResolverExtended)
        {
            IsNotConsumingCharacterReferences = true, SkipComments = true, IsAcceptingCharacterData = false,
        };
        var inTitle = false;
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    var element = Elements.Of(token.Name.Memory.Span);
                    inTitle = element == Element.Title;
                    tokenizer.State = StateAfter(token.Name.Memory.Span);
                    Start(element, ref token);
                    break;
                case HtmlTokenType.EndTag:
                    inTitle = false;
                    Close(Elements.Of(token.Name.Memory.Span));
                    break;
                case HtmlTokenType.Character:
                    Characters(token.Position.Index, Math.Min(text.Index, source.Length), inTitle);
                    break;
                case HtmlTokenType.EndOfFile:
                    CloseTo(0);
                    return;
            }
        }
    }

    private void Characters(int from, int to, bool inTitle)
    {
        if (inTitle)
        {
            Title = Title.To == 0 ? (from, to) : Title;
        }
        else if (dropped == 0 && to > from)
        {
            nodes.Add(new HtmlNode { Element = Element.Text, Parent = open[^1], End = nodes.Count + 1, From = from, To = to });
        }
    }

    private void Start(Element element, ref StructHtmlToken token)
    {
        switch (element)
        {
            case Element.Void:
                return;
            case Element.Break or Element.Rule:
                Leaf(element);
                return;
            case Element.Title when dropped == 0:
                return;
            case Element.Root:
                return; // body and html: the first node stands for both
        }

        if (element == Element.Dropped && token.IsSelfClosing && !token.Name.Memory.Span.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        CloseImplied(element);
        var named = Elements.IsBlock(element) && dropped == 0 && ChromeNames.AreIn(ref token);
        if (open.Count >= ReadLimits.Depth)
        {
            Leaf(element == Element.Dropped ? Element.Inline : element);
            return;
        }

        if (withNames && dropped == 0)
        {
            Name(ref token);
        }

        Push(element, named);
    }

    private void Name(ref StructHtmlToken token)
    {
        var attributes = token.Attributes;
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (attribute.Name.Memory.Span is "class" or "id" or "href" && attribute.Value.Memory.Length > 0)
            {
                var before = names.GetValueOrDefault(nodes.Count);
                names[nodes.Count] = before is null ? attribute.Value.Memory.ToString() : $"{before} {attribute.Value.Memory}";
            }
        }
    }

    private void Push(Element element, bool named)
    {
        nodes.Add(new HtmlNode { Element = element, IsNamedChrome = named, Parent = open.Count > 0 ? open[^1] : -1 });
        open.Add(nodes.Count - 1);
        dropped += element == Element.Dropped ? 1 : 0;
    }

    private void Leaf(Element element)
    {
        if (dropped == 0)
        {
            nodes.Add(new HtmlNode { Element = element, Parent = open[^1], End = nodes.Count + 1 });
        }
    }

    // A block ends the paragraph it starts in; an item, a row, a cell end the one before.
    private void CloseImplied(Element element)
    {
        switch (element)
        {
            case Element.ListItem:
                CloseNearest(e => e == Element.ListItem, e => e is Element.List or Element.Table or Element.Cell);
                break;
            case Element.Term:
                CloseNearest(e => e == Element.Term, e => e is Element.List or Element.Table or Element.Cell);
                break;
            case Element.Cell:
                CloseNearest(e => e == Element.Cell, e => e is Element.Table or Element.Row);
                break;
            case Element.Row:
                CloseNearest(e => e == Element.Row, e => e == Element.Table);
                break;
            case Element.RowGroup:
                CloseNearest(e => e == Element.RowGroup, e => e == Element.Table);
                break;
        }

        if (Elements.IsBlock(element) && element is not (Element.Row or Element.RowGroup or Element.Cell))
        {
            CloseNearest(e => e == Element.Paragraph, e => Elements.IsBlock(e) && e != Element.Paragraph);
        }
    }

    private void CloseNearest(Func<Element, bool> wanted, Func<Element, bool> border)
    {
        for (var i = open.Count - 1; i > 0; i--)
        {
            var element = nodes[open[i]].Element;
            if (wanted(element))
            {
                CloseTo(i);
                return;
            }

            if (border(element))
            {
                return;
            }
        }
    }

    // An end tag closes its element wherever it is open, but nothing outside of the cell it stands in.
    private void Close(Element element)
    {
        if (element is Element.Root or Element.Void or Element.Title)
        {
            return;
        }

        if (element == Element.Break)
        {
            Leaf(element);
            return;
        }

        var ofTable = element is Element.Table or Element.Row or Element.RowGroup or Element.Cell;
        CloseNearest(e => e == element, e => ofTable ? e == Element.Table && element != Element.Table : e is Element.Cell or Element.Table);
    }

    private void CloseTo(int position)
    {
        for (var i = open.Count - 1; i >= position; i--)
        {
            var node = nodes[open[i]];
            dropped -= node.Element == Element.Dropped ? 1 : 0;
            node.End = nodes.Count;
            nodes[open[i]] = node;
            open.RemoveAt(i);
        }
    }

    private void Measure()
    {
        Nodes = [.. nodes];
        for (var i = Nodes.Length - 1; i > 0; i--)
        {
            ref var node = ref Nodes[i];
            if (node.Element == Element.Text)
            {
                foreach (var c in source.AsSpan(node.From, node.To - node.From))
                {
                    node.Characters += c > ' ' ? 1 : 0;
                }
            }
            else if (node.Element == Element.Link)
            {
                (node.LinkCharacters, node.Links) = (node.Characters, node.Links + 1);
            }

            ref var parent = ref Nodes[node.Parent];
            parent.Characters += node.Characters;
            parent.LinkCharacters += node.LinkCharacters;
            parent.Links += node.Links;
        }
    }

    private static HtmlParseMode StateAfter(ReadOnlySpan<char> name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
