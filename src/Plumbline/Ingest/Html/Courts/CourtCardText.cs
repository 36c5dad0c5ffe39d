using Plumbline.Evidence;

namespace Plumbline.Ingest.Html.Courts;

/// <summary>
/// Writes a card: the acts first, as they stand; then a heading, the fields, a line each, and the other tables. What a
/// line says leads back to its place in the page.
/// </summary>
internal static class CourtCardText
{
    /// <summary>Gives the offset where the card starts, behind the acts.</summary>
    public static int Write(CourtCard card, HtmlText html, BlockText text)
    {
        foreach (var act in card.Acts)
        {
            html.Write(act);
        }

        text.Begin(BlockKind.Heading);
        Add(text, CardLabels.Heading);
        text.End();
        var start = text.Length - CardLabels.Heading.Length;
        foreach (var field in card.Fields.Where(f => f.Item != CardItem.Other).OrderBy(f => f.Item))
        {
            text.Begin(BlockKind.Paragraph);
            Add(text, CardLabels.Written(field.Item));
            html.WriteInLine(field.Value);
            text.End();
        }

        foreach (var field in card.Fields.Where(f => f.Item == CardItem.Other))
        {
            text.Begin(BlockKind.Paragraph);
            html.WriteInLine(field.Label);
            Add(text, text.Last == ':' ? " " : ": ");
            html.WriteInLine(field.Value);
            text.End();
        }

        foreach (var table in card.Tables)
        {
            html.Write(table);
        }

        return start;
    }

    private static void Add(BlockText text, string words)
    {
        foreach (var c in words)
        {
            text.Add(c);
        }
    }
}
