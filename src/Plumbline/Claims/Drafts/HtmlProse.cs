using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Text inside of HTML that stands in Markdown, with offsets: tags, comments, scripts and styles left out, a passage for
/// each block. Entities other than a no-break space stay as they are.
/// </summary>
internal static class HtmlProse
{
    private static readonly string[] Skipped = ["script", "style", "iframe", "svg", "template", "noscript"];
    private static readonly HashSet<string> InlineTags = new(StringComparer.OrdinalIgnoreCase) { "b", "i", "em", "strong", "a", "span", "u", "s", "small", "sup", "sub", "mark", "abbr", "cite", "q", "font" };

    public static List<(int Start, DraftPassage Passage, IReadOnlyList<DraftLink> Links)> Read(string source, int start, int end)
    {
        var passages = new List<(int, DraftPassage, IReadOnlyList<DraftLink>)>();
        var text = new StringBuilder();
        var offsets = new List<int>();
        void Finish()
        {
            if (!string.IsNullOrWhiteSpace(text.ToString()))
            {
                passages.Add((offsets[0], new DraftPassage(text.ToString(), [.. offsets]), []));
            }

            text.Clear();
            offsets.Clear();
        }

        for (var i = start; i < end;)
        {
            if (source[i] != '<')
            {
                var isSpace = string.CompareOrdinal(source, i, "&nbsp;", 0, 6) == 0;
                text.Append(isSpace ? '\u00a0' : source[i]);
                offsets.Add(i);
                i += isSpace ? 6 : 1;
                continue;
            }

            if (string.CompareOrdinal(source, i, "<!--", 0, 4) == 0)
            {
                i = After(source, "-->", i, end);
                continue;
            }

            var name = NameAt(source, i + 1, end);
            if (Skipped.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Finish();
                i = After(source, "</" + name, i, end);
            }
            else if (!InlineTags.Contains(name))
            {
                Finish();
            }

            i = After(source, ">", i, end);
        }

        Finish();
        return passages;
    }

    private static string NameAt(string source, int i, int end)
    {
        i = i < end && source[i] == '/' ? i + 1 : i;
        var from = i;
        while (i < end && char.IsAsciiLetterOrDigit(source[i]))
        {
            i++;
        }

        return source[from..i];
    }

    private static int After(string source, string what, int from, int end)
    {
        var at = source.IndexOf(what, from, Math.Max(0, end - from), StringComparison.OrdinalIgnoreCase);
        return at < 0 ? end : at + what.Length;
    }
}
