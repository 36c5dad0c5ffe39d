namespace Plumbline.Ingest.Html.Courts;

/// <summary>What a page of a court's site is: a card, or something else than a document.</summary>
/// <param name="Card">The card of a case.</param>
/// <param name="Instead">What stands there instead of a document.</param>
/// <param name="Cases">Cases that a list shows.</param>
internal sealed record CourtPage(CourtCard? Card, NotADocument? Instead, int Cases = 0)
{
    private static readonly string[] Copies = ["tooltipshow", "hint", "mobile-lawcase-item", "block-mobile", "printversionbody", "resultmob", "publishinfo", "info-circle-icon"];
    private static readonly string[] Messages = ["error", "search-error", "errors", "message", "alert", "warning"];

    /// <summary>Null for a page that is none of these: then it is read like any other.</summary>
    public static CourtPage? Of(HtmlTree tree, HtmlNode[] nodes, int title, HashSet<int> leftOut, string source)
    {
        leftOut.UnionWith(tree.Names.Where(n => n.Value.ToLowerInvariant().Split((char[]?)null).AsSpan().ContainsAny(Copies)).Select(n => n.Key));
        var page = new PageNodes(nodes, tree.Names, source, leftOut);
        var card = CourtCard.Of(page, title);
        if (card is { IsMarked: true })
        {
            return new CourtPage(card, null);
        }

        var text = page.Text(0);
        if (ActWords.AreIn(text))
        {
            return null;
        }

        var messages = page.All().Where(i => page[i].Characters is > 0 and < Gates.Longest && page.Words(i).AsSpan().ContainsAny(Messages)).Select(page.Text);
        if (messages.Select(m => Gates.Of(m, isOfCourt: true)).FirstOrDefault(g => g is not null) is { } said)
        {
            return new CourtPage(null, said);
        }

        var cases = CourtListing.Of(page, text);
        return card is not null && (cases is null or 1) ? new CourtPage(card, null)
            : cases is { } count ? new CourtPage(null, count < 0 ? NotADocument.Nothing : NotADocument.List, count)
            : Gates.Of(text, isOfCourt: true) is { } gate ? new CourtPage(null, gate) : null;
    }
}
