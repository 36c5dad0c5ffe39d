using System.Xml.Linq;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Puts the ends of comments around characters of a DOCX, and cuts runs where they begin or end inside of one. In notes and text boxes,
/// where Word takes no comments, the comment stands at the reference or the shape.
/// </summary>
/// <param name="texts">Text elements with the origins of their characters.</param>
/// <param name="w">Namespace of the main text.</param>
internal sealed class DocxAnchors(IReadOnlyList<DocxText> texts, XNamespace w)
{
    private readonly int[] starts = [.. texts.Select(t => t.From)];

    /// <summary>Puts a comment; what lies behind the first character may have been cut already. False when it has no place in the main text.</summary>
    public bool Put(int first, int last, int id)
    {
        var (from, to) = (At(first), At(last));
        if (from.Anchor is { } anchor)
        {
            Around(anchor, anchor, id);
            return true;
        }

        // A note that nothing refers to, and text that stands in no run, has no place of its own: the comment stands at the first run.
        if (!IsInRun(from.Text) || !IsInRun(to.Text))
        {
            var head = texts.Select(t => t.Text).FirstOrDefault(IsInRun)?.Parent;
            if (head is not null)
            {
                Around(head, head, id);
            }

            return head is not null;
        }

        CutBehind(to.Text, last + 1 - to.From);
        var start = CutBefore(from.Text, first - from.From);
        Around(start, ReferenceEquals(from.Text, to.Text) ? start : to.Text.Parent!, id);
        return true;
    }

    private bool IsInRun(XElement text) => text.Parent is { } run && run.Name == w + "r" && run.Document?.Root?.Name == w + "document";

    private DocxText At(int origin)
    {
        var found = Array.BinarySearch(starts, origin);
        found = found >= 0 ? found : ~found - 1;

        // Empty elements share their start with the next.
        while (found + 1 < starts.Length && starts[found + 1] <= origin)
        {
            found++;
        }

        return texts[found];
    }

    private void Around(XElement first, XElement last, int id)
    {
        first.AddBeforeSelf(new XElement(w + "commentRangeStart", new XAttribute(w + "id", id)));
        last.AddAfterSelf(
            new XElement(w + "commentRangeEnd", new XAttribute(w + "id", id)),
            new XElement(w + "r", new XElement(w + "commentReference", new XAttribute(w + "id", id))));
    }

    /// <summary>The run that begins at this character.</summary>
    private XElement CutBefore(XElement text, int at)
    {
        var run = text.Parent!;
        if (at <= 0)
        {
            return text.ElementsBeforeSelf().Any(e => e.Name != w + "rPr") ? Move(run, [text, .. text.ElementsAfterSelf()]) : run;
        }

        var rest = new XElement(text);
        rest.Value = text.Value[Math.Min(at, text.Value.Length)..];
        text.Value = text.Value[..Math.Min(at, text.Value.Length)];
        rest.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        text.AddAfterSelf(rest);
        return Move(run, [rest, .. rest.ElementsAfterSelf()]);
    }

    private void CutBehind(XElement text, int at)
    {
        if (at < text.Value.Length)
        {
            CutBefore(text, at);
        }
        else if (text.ElementsAfterSelf().Any())
        {
            Move(text.Parent!, [.. text.ElementsAfterSelf()]);
        }
    }

    private XElement Move(XElement run, List<XElement> elements)
    {
        elements.ForEach(e => e.Remove());
        var next = new XElement(run.Name, run.Attributes(), run.Element(w + "rPr") is { } properties ? new XElement(properties) : null, elements);
        run.AddAfterSelf(next);
        return next;
    }
}
