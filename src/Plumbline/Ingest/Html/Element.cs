using System.Collections.Frozen;

namespace Plumbline.Ingest.Html;

/// <summary>What an element means for reading; elements that mean the same are one.</summary>
internal enum Element : byte
{
    /// <summary>Stands within a line: b, span, font, and every name not listed.</summary>
    Inline,

    /// <summary>A run of characters.</summary>
    Text,

    /// <summary>br.</summary>
    Break,

    /// <summary>a.</summary>
    Link,

    /// <summary>div, section, form and so on: starts and ends a block.</summary>
    Block,

    /// <summary>html and body: never boilerplate.</summary>
    Root,

    /// <summary>main and article: never boilerplate.</summary>
    Main,

    /// <summary>p.</summary>
    Paragraph,

    /// <summary>h1 to h6.</summary>
    Heading,

    /// <summary>ul, ol, dl.</summary>
    List,

    /// <summary>li.</summary>
    ListItem,

    /// <summary>dt and dd.</summary>
    Term,

    /// <summary>table.</summary>
    Table,

    /// <summary>thead, tbody, tfoot.</summary>
    RowGroup,

    /// <summary>tr.</summary>
    Row,

    /// <summary>td and th.</summary>
    Cell,

    /// <summary>pre: keeps its lines.</summary>
    Pre,

    /// <summary>hr: starts a new block and holds nothing.</summary>
    Rule,

    /// <summary>nav, footer, aside, header: boilerplate, unless most of the page stands in it.</summary>
    Chrome,

    /// <summary>title.</summary>
    Title,

    /// <summary>script, style, form fields, pictures: not read at all.</summary>
    Dropped,

    /// <summary>As <see cref="Dropped"/>, and has no end tag.</summary>
    Void,
}

/// <summary>Element names. Names not listed are <see cref="Element.Inline"/>.</summary>
internal static class Elements
{
    private static readonly FrozenDictionary<string, Element> All = Table().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, Element>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Element Of(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var element) ? element : Element.Inline;

    public static bool IsBlock(Element element) => element is not (Element.Inline or Element.Text or Element.Break or Element.Link);

    private static IEnumerable<KeyValuePair<string, Element>> Table()
    {
        (Element Element, string Names)[] rows =
        [
            (Element.Break, "br"),
            (Element.Link, "a"),
            (Element.Block, "div section form fieldset legend figure figcaption caption address blockquote center details summary hgroup frameset"),
            (Element.Root, "html body"),
            (Element.Main, "main article"),
            (Element.Paragraph, "p"),
            (Element.Heading, "h1 h2 h3 h4 h5 h6"),
            (Element.List, "ul ol dl menu dir"),
            (Element.ListItem, "li"),
            (Element.Term, "dt dd"),
            (Element.Table, "table"),
            (Element.RowGroup, "thead tbody tfoot"),
            (Element.Row, "tr"),
            (Element.Cell, "td th"),
            (Element.Pre, "pre xmp listing plaintext"),
            (Element.Rule, "hr"),
            (Element.Chrome, "nav footer aside header"),
            (Element.Title, "title"),
            (Element.Dropped, "script style noscript template svg math iframe object applet canvas audio video select option optgroup datalist button "
                + "textarea dialog noframes noembed map picture"),
            (Element.Void, "img input meta link area base col embed source track wbr param frame"),
        ];
        return rows.SelectMany(r => r.Names.Split(' ').Select(name => KeyValuePair.Create(name, r.Element)));
    }
}
