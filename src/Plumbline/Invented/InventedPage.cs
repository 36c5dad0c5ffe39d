using System.Text;

namespace Plumbline.Invented;

/// <summary>A page of a court's site around a ruling: menu, crumbs, the text, a footer. All are UTF-8; some declare windows-1251, some begin with a byte order mark.</summary>
internal static class InventedPage
{
    public static byte[] Make(string text, InventedTruth truth, ref InventedDice dice)
    {
        var charset = dice.Chance(0.1) ? "windows-1251" : "utf-8";
        var hasMark = dice.Chance(0.05);
        var page = new StringBuilder(text.Length + 2500);
        if (hasMark)
        {
            page.Append('\uFEFF');
        }

        page.Append("<!DOCTYPE html>\n<html lang=\"ru\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=").Append(charset)
            .Append("\"><title>Дело № ").Append(truth.CaseNumber).Append(" — вымышленный суд</title>\n<style>.m{float:left}</style><script>var invented = true;</script></head>\n<body>\n<div id=\"header\"><a href=\"/\">")
            .Append(truth.Court).Append(" (вымышленный)</a></div>\n<ul class=\"menu\">");
        foreach (var item in InventedPhrases.Menu)
        {
            page.Append("<li><a href=\"#\">").Append(item).Append("</a></li>");
        }

        page.Append("</ul>\n<div class=\"crumbs\"><a href=\"#\">Главная</a> / <a href=\"#\">Судебные акты</a></div>\n<div id=\"content\">\n");
        var isBreaks = dice.Chance(0.3);
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var clean = paragraph.Trim('\n').Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);
            page.Append(isBreaks ? "" : "<p>").Append(clean).Append(isBreaks ? "<br><br>\n" : "</p>\n");
        }

        page.Append("</div>\n<div id=\"footer\"><p>Вымышленный сайт. Все права принадлежат никому.</p><a href=\"#\">Версия для печати</a></div>\n</body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
