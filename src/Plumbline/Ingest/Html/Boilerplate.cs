namespace Plumbline.Ingest.Html;

/// <summary>
/// Tells what of a page is not its text: elements named so (nav, footer, class "menu"), and blocks that are mostly links.
/// What holds more than half of the text outside of links is never boilerplate, whatever it is called.
/// </summary>
internal static class Boilerplate
{
    private const int FewLinks = 3;

    /// <summary>Indexes of the topmost nodes to leave out.</summary>
    public static HashSet<int> Of(HtmlNode[] nodes)
    {
        HashSet<int> found = [];
        var all = Plain(nodes[0]);
        for (var i = 1; i < nodes.Length;)
        {
            if (IsBoilerplate(nodes[i], all))
            {
                found.Add(i);
                i = nodes[i].End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static bool IsBoilerplate(in HtmlNode node, int all)
    {
        if (!Elements.IsBlock(node.Element) || node.Element is Element.Root or Element.Main || 2 * Plain(node) > all)
        {
            return false;
        }

        return node.IsNamedChrome || node.Element == Element.Chrome || IsMostlyLinks(node);
    }

    // Lists and blocks of links; not rows and cells, for tables of cases link every number.
    private static bool IsMostlyLinks(in HtmlNode node) =>
        node.Element is Element.Block or Element.List or Element.Table or Element.Term
        && node.Links >= FewLinks && node.LinkCharacters * 10 >= node.Characters * 7;

    private static int Plain(in HtmlNode node) => node.Characters - node.LinkCharacters;
}
