using System.Net;
using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>Writes carried links into a copy of a draft in Markdown or HTML. What is written was read again, and says what it should.</summary>
public static class LinkWriting
{
    /// <summary>True when links can be written into this form.</summary>
    public static bool IsFor(DraftForm form) => form is DraftForm.Markdown or DraftForm.Html;

    /// <summary>The copy, and the links that are in it; the others stand where markup leaves no room for one.</summary>
    /// <param name="draft">The later draft, without the carried links.</param>
    /// <param name="bytes">Its file.</param>
    /// <param name="links">What became of the links.</param>
    public static (byte[] Copy, IReadOnlyList<CarriedLink> Written) Write(Draft draft, ReadOnlyMemory<byte> bytes, IReadOnlyList<CarriedLink> links)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(links);
        var isHtml = draft.File.Form == DraftForm.Html;
        var (source, _) = DraftCharset.Decode(bytes.Span, isHtml);
        IReadOnlyList<int>? origins = null;
        if (isHtml)
        {
            HtmlDraft.Read(draft.File.Name, source, out var given);
            origins = given.Origins;
        }

        var places = links.Where(l => l.State == CarryState.Carried).Select(l => (Link: l, Place: Place(l.Now!, source, origins))).Where(p => p.Place is not null)
            .Select(p => (p.Link, Place: p.Place!.Value)).OrderBy(p => p.Place).ToList();
        if (!Holds(draft, source, places, isHtml))
        {
            places = [.. places.Where(p => Holds(draft, source, [p], isHtml))];
            places = Holds(draft, source, places, isHtml) ? places : [];
        }

        return (DraftCharset.Encode(Put(source, places, isHtml), bytes.Span, isHtml), [.. places.Select(p => p.Link)]);
    }

    private static bool Holds(Draft draft, string source, List<(CarriedLink Link, TextSpan Place)> places, bool isHtml)
    {
        var text = Put(source, places, isHtml);
        var again = isHtml ? HtmlDraft.Read(draft.File.Name, text) : MarkdownDraft.Read(new DraftFile(draft.File.Name, text));
        return LinkCarrying.With(draft, [.. places.Select(p => p.Link)]).Links.Select(l => (l.Id, l.Text)).SequenceEqual(again.Links.Select(l => (l.Id, l.Text)))
            && draft.Passages.Select(p => p.Text).SequenceEqual(again.Passages.Select(p => p.Text));
    }

    /// <summary>Where it stands in the source, when nothing but its text stands there.</summary>
    private static TextSpan? Place(DraftLink link, string source, IReadOnlyList<int>? origins)
    {
        var span = link.InFile;
        if (origins is not null)
        {
            if (HtmlRanges.Of(span, source, origins) is not [var only])
            {
                return null;
            }

            span = only;
        }

        var isPlain = span.In(source).IndexOfAny(origins is null ? ['[', ']', '<', '|', '`'] : ['<']) < 0;
        return isPlain && link.Id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? span : null;
    }

    private static string Put(string source, List<(CarriedLink Link, TextSpan Place)> places, bool isHtml)
    {
        var copy = new StringBuilder(source.Length + (places.Count * 32));
        var at = 0;
        foreach (var (link, place) in places.Where(p => p.Place.Length > 0))
        {
            if (place.Start < at)
            {
                continue;
            }

            var id = link.Was.Id;
            copy.Append(source, at, place.Start - at).Append(isHtml ? $"<a href=\"claim:{WebUtility.HtmlEncode(id)}\">" : "[")
                .Append(source, place.Start, place.Length).Append(isHtml ? "</a>" : $"](claim:{id})");
            at = place.End;
        }

        return copy.Append(source, at, source.Length - at).ToString();
    }
}
