using System.Net;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Reads HTML by AngleSharp's tokenizer, whose positions lead back to the file. Scripts, styles, code, forms and the title are left
/// out, as is deleted text (<c>del</c>); nothing is run or fetched. A passage is a block: paragraph, heading, cell, caption.
/// </summary>
internal static class HtmlDraft
{
    /// <summary>Their content is no prose, and may hold anything: passed over up to the end tag of the same name.</summary>
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "script", "style", "iframe", "svg", "math", "template", "noscript", "textarea", "select", "object", "code", "pre", "xmp", "del",
        "noembed", "noframes", "audio", "video", "canvas",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "img",
    };

    public static Draft Read(string name, string source) => Read(name, source, out _);

    /// <param name="name">Name of the draft.</param>
    /// <param name="source">The file.</param>
    /// <param name="given">The text with the way back to the file.</param>
    public static Draft Read(string name, string source, out GivenText given)
    {
        given = new GivenText();
        if (source.Length > MarkdownDraft.MaxLength)
        {
            return given.Finish(name, DraftForm.Html, [ClaimsProblems.DraftTooLong(name, MarkdownDraft.MaxLength)]);
        }

        new Reading(source, given).Run();
        return given.Finish(name, DraftForm.Html, []);
    }

    private sealed class Reading(string source, GivenText given)
    {
        private readonly TablePlace place = new();
        private OpenPassage open = new();
        private (string Id, int Start)? link;
        private string? dropped;
        private int depth;

        public void Run()
        {
            using var text = new TextSource(source);
            var tokenizer = new HtmlTokenizer(text, HtmlEntityProvider.ResolverExtended)
            {
                IsNotConsumingCharacterReferences = true, SkipComments = true, IsAcceptingCharacterData = false,
            };
            while (true)
            {
                ref var token = ref tokenizer.GetStructToken();
                switch (token.Type)
                {
                    case HtmlTokenType.StartTag:
                        var name = token.Name.Memory.Span.ToString();
                        tokenizer.State = StateAfter(name);
                        Start(name, ref token);
                        break;
                    case HtmlTokenType.EndTag:
                        End(token.Name.Memory.Span.ToString());
                        break;
                    case HtmlTokenType.Character when dropped is null:
                        Characters(token.Position.Index, Math.Min(text.Index, source.Length));
                        break;
                    case HtmlTokenType.EndOfFile:
                        Close();
                        return;
                }
            }
        }

        private void Start(string name, ref StructHtmlToken token)
        {
            if (dropped is not null)
            {
                depth += name.Equals(dropped, StringComparison.OrdinalIgnoreCase) && !token.IsSelfClosing ? 1 : 0;
            }
            else if (Dropped.Contains(name))
            {
                // A script has no short form: "<script/>" opens one.
                (dropped, depth) = token.IsSelfClosing && name is ("svg" or "math") ? (null, 0) : (name.ToLowerInvariant(), 1);
                if (name.Equals("code", StringComparison.OrdinalIgnoreCase))
                {
                    open.Put('\uFFFC', -1);
                }
            }
            else if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                Space(-1);
            }
            else if (!Inline.Contains(name))
            {
                Close(name, isEnd: false);
            }
            else if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
            {
                EndLink();
                link = ClaimAddress.ClaimOf(Address(ref token)) is { } id ? (id, open.Length) : null;
            }
        }

        private void End(string name)
        {
            if (dropped is not null)
            {
                if (name.Equals(dropped, StringComparison.OrdinalIgnoreCase) && --depth == 0)
                {
                    dropped = null;
                }
            }
            else if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
            {
                EndLink();
            }
            else if (!Inline.Contains(name) && !name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                Close(name, isEnd: true);
            }
        }

        private static string? Address(ref StructHtmlToken token)
        {
            for (var i = 0; i < token.Attributes.Count; i++)
            {
                if (token.Attributes[i].Name.Memory.Span.Equals("href", StringComparison.OrdinalIgnoreCase))
                {
                    return WebUtility.HtmlDecode(token.Attributes[i].Value.Memory.Span.ToString()).Trim();
                }
            }

            return null;
        }

        private void Characters(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var c = source[i];
                if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                {
                    Space(i);
                    continue;
                }

                var end = c == '&' ? source.IndexOf(';', i, Math.Min(to - i, 32)) : -1;
                var said = end > 0 ? WebUtility.HtmlDecode(source[i..(end + 1)]) : "";
                if (said.Length is > 0 and <= 2 && end - i > said.Length - 1)
                {
                    foreach (var d in said)
                    {
                        open.Put(d, i);
                    }

                    i = end;
                }
                else
                {
                    open.Put(c, i);
                }
            }
        }

        private void Space(int at)
        {
            if (open.Length > 0 && open.Last != ' ')
            {
                open.Put(' ', at);
            }
        }

        private void EndLink()
        {
            if (link is { } own)
            {
                open.Link(own.Id, own.Start);
                link = null;
            }
        }

        private void Close(string name = "", bool isEnd = false)
        {
            EndLink();
            given.Add(open);
            place.Pass(name.ToLowerInvariant(), isEnd);
            open = new OpenPassage { Cell = place.Cell };
        }

        private static HtmlParseMode StateAfter(string name) => name.ToLowerInvariant() switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => HtmlParseMode.PCData,
        };
    }
}
