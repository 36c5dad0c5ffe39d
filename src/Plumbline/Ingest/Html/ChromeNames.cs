using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Plumbline.Ingest.Html;

/// <summary>
/// Names by which pages mark what is not their text: menus, banners, footers. Compared by whole words of class, id and
/// role, so that "menu__item" is one and "document" (which holds "menu" nowhere) is not.
/// </summary>
internal static class ChromeNames
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "menu", "menus", "submenu", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "footer", "cookie", "cookies", "consent",
        "banner", "banners", "popup", "popups", "tooltip", "divtooltip", "share", "social", "sidebar", "pagination", "pager", "toolbar", "topbar",
        "contentinfo", "search-form", "captcha", "counter", "counters", "skip", "selector", "assist", "advert", "advertisement", "modal", "sitemap",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool AreIn(ref StructHtmlToken token)
    {
        var attributes = token.Attributes;
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (attribute.Name.Memory.Span is "class" or "id" or "role" && AreIn(attribute.Value.Memory.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreIn(ReadOnlySpan<char> value)
    {
        bool isSide = false, isColumn = false;
        while (value.Length > 0)
        {
            var end = 0;
            while (end < value.Length && char.IsAsciiLetter(value[end]))
            {
                end++;
            }

            if (end > 2 && BySpan.Contains(value[..end]))
            {
                return true;
            }

            // col_left, right_blocks: what stands beside the page's text.
            isSide |= value[..end] is "left" or "right";
            isColumn |= value[..end] is "col" or "cols" or "column" or "columns" or "side" or "blocks" or "panel";

            value = value[Math.Min(value.Length, end + 1)..];
        }

        return isSide && isColumn;
    }
}
