using System.Text.RegularExpressions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>
/// Numbers that need no backing, each with its kind so that an editor still sees them: addresses, telephone numbers,
/// times, dates, years, references, ordinals, ages and numbers in names. Tried before counts, in this order.
/// </summary>
internal static partial class PlainNumbers
{
    private static readonly Dictionary<string, int> Months = MakeMonths();

    private static readonly HashSet<string> ReferenceWords = new(StringComparer.Ordinal)
    {
        "article", "articles", "art", "arts", "section", "sections", "part", "parts", "paragraph", "paragraphs", "clause", "chapter", "table", "tables", "picture", "pictures", "figure", "fig",
        "page", "pages", "pp", "no", "nos", "number", "№", "#", "§", "resolution", "appendix", "annex", "form", "slide", "footnote", "item", "point", "line", "version", "volume", "vol",
        "статья", "статьи", "статье", "статью", "статьей", "статьям", "статьями", "статьях", "статей", "ст", "часть", "части", "частью", "частей", "частям", "ч", "п", "пп", "пункт", "пункта",
        "пункту", "пункте", "пунктом", "пункты", "пунктов", "глава", "главы", "главе", "таблица", "таблице", "таблицы", "таблицу", "табл", "рис", "рисунок", "рисунке", "рисунка", "стр", "страница", "странице", "номер", "номером",
        "приложение", "приложении", "приказ", "абзац", "абз", "раздел", "разделе", "графике", "график", "диаграмма", "диаграмме", "квартира", "кв", "дом", "корпус",
    };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "коап", "ук", "упк", "гпк", "кас", "koap", "гк", "фз", "cao", "coa", "aoc", "fz" };

    private static readonly HashSet<string> YearBefore = new(StringComparer.Ordinal)
    {
        "in", "since", "by", "from", "until", "till", "of", "before", "after", "during", "early", "late", "mid", "through", "and", "to", "between", "the", "spring", "summer", "autumn", "fall",
        "winter", "throughout", "for", "report", "year", "в", "с", "до", "по", "за", "на", "от", "к", "после", "весной", "летом", "осенью", "зимой", "и", "начале", "конце", "середине", "начала", "конца", "весны", "лета", "осени", "зимы",
    };

    public static (Figure Figure, int Next)? Read(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var token = tokens[at];
        if (token.Text == "url:")
        {
            return (Of(text, token.Span, token.Span, FigureKind.Url), at + 1);
        }

        if (token.Kind == TokenKind.Word)
        {
            // March of the Millions, Марш миллионов: a name, or a genitive that counts nothing.
            return MonthFirst(text, tokens, at)
                ?? (NumberWords.TryFind(token.Text, out var word) && word is { Part: NumberPart.Scale, IsPlural: true } && IsNamed(tokens, at)
                    ? Made(text, tokens, at, token.End, token.IsCapital ? FigureKind.Name : FigureKind.Idiom) : null);
        }

        if (token.Kind != TokenKind.Number)
        {
            return token.Text == "+" && Phone(text, token.Start) is { } called ? Made(text, tokens, at, called, FigureKind.Phone) : null;
        }

        if (Phone(text, token.Start) is { } phone)
        {
            return Made(text, tokens, at, phone, FigureKind.Phone);
        }

        var before = at > 0 ? tokens[at - 1] : default;
        if (NumericDate(text, token.Start, out var end) is { } day)
        {
            var (figure, next) = Made(text, tokens, at, end, FigureKind.Date);
            return (figure with { Date = day }, next);
        }

        if (Clock(tokens, at, out end))
        {
            return Made(text, tokens, at, end, FigureKind.Time);
        }

        if (at == 0 && tokens.Count > 2 && tokens[1].IsGlued && tokens[1].Text is ")" or "." && token.IsPlain && token.Value < 100)
        {
            return Made(text, tokens, at, token.End, FigureKind.ListNumber);
        }

        if (IsReference(tokens, at))
        {
            var dotted = Dotted().Match(text, token.Start);
            return Made(text, tokens, at, token.Start + Math.Max(token.End - token.Start, dotted.Length), FigureKind.Reference);
        }

        if (Dotted().Match(text, token.Start) is { Success: true, Length: var length } && length > token.End - token.Start)
        {
            return Made(text, tokens, at, token.Start + length, FigureKind.Reference);
        }

        if (DayFirst(text, tokens, at) is { } date)
        {
            return date;
        }

        if (Suffixed(text, tokens, at) is { } suffixed)
        {
            return suffixed;
        }

        // Strategy-31, B12, №5-6, G20
        if (token.IsGlued && at > 0 && (before.Kind == TokenKind.Word || (before.Text is "-" or "–" or "_" && before.IsGlued && at > 1 && tokens[at - 2].Kind == TokenKind.Word
            && !NumberWords.TryFind(tokens[at - 2].Text, out _))))
        {
            return Made(text, tokens, at, token.End, FigureKind.Name);
        }

        return Year(text, tokens, at) ?? Age(text, tokens, at);
    }

    private static bool IsReference(IReadOnlyList<FigureToken> tokens, int at)
    {
        if (at + 1 < tokens.Count && Codes.Contains(tokens[at + 1].Text) && at + 1 < tokens.Count && tokens[at].Value < 1000)
        {
            return true;
        }

        // Back over "20.2, 19.3 and 5", "1-3" to the word that names them.
        for (var i = at - 1; i >= 0 && i > at - 12; i--)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Number || token.Text is "." or "," or "-" or "–" or "and" or "и" or "или" or "or" or "to" or "(" or "from" or "по" or "с")
            {
                if (token.EndsSentence)
                {
                    return false;
                }

                continue;
            }

            // "the number 5 of" is none; "number of" never stands directly before digits. "a part 20" is rare enough.
            return ReferenceWords.Contains(token.Text) && (i == at - 1 || tokens[i + 1].Kind == TokenKind.Number || tokens[i + 1].Is("."))
                && (i == at - 1 || !HasListBreak(tokens, i + 1, at)) && !(token.Is("no") && i == at - 1 && !token.IsCapital);
        }

        return false;
    }

    /// <summary>"Under article 20, 45 people": a comma before a number with a noun ends the list of references.</summary>
    private static bool HasListBreak(IReadOnlyList<FigureToken> tokens, int from, int at)
    {
        for (var i = from; i < at; i++)
        {
            if (tokens[i].Text is "," or "and" or "и" or "(" or "с" or "from" && Units.Read(tokens, at + 1, 2).Unit is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Clock(IReadOnlyList<FigureToken> tokens, int at, out int end)
    {
        end = 0;
        var token = tokens[at];
        if (!token.IsPlain && token.Decimals != 2)
        {
            return false;
        }

        if (at + 2 < tokens.Count && tokens[at + 1].Is(":") && tokens[at + 1].IsGlued && tokens[at + 2] is { IsGlued: true, Kind: TokenKind.Number, Value: < 60 } minutes
            && minutes.End - minutes.Start == 2 && token.Value < 25)
        {
            end = minutes.End;
            at += 2;
        }

        var next = at + 1;
        // at 21.05
        if (end == 0 && token is { Decimals: 2, Value: >= 0 and < 24 } && token.Value % 1 < 0.6m && token.End - token.Start == 5 && at > 0
            && tokens[at - 1].Text is "at" or "by" or "until" or "till" or "around" or "about" or "from" or "to" or "since" or "в" or "к" or "до" or "около" or "с" or "после" or "на"
            && Units.Read(tokens, next, 2).Unit is null)
        {
            end = token.End;
        }
        else if (next < tokens.Count && tokens[next].Text is "am" or "pm" or "o'clock")
        {
            end = tokens[next].End;
        }
        else if (next + 2 < tokens.Count && token.Value <= 12 && tokens[next].Is("in") && tokens[next + 1].Is("the") && tokens[next + 2].Text is "morning" or "evening" or "afternoon")
        {
            end = tokens[next + 2].End;
        }
        else if (next + 2 < tokens.Count && tokens[next].Text is "a" or "p" && tokens[next + 1].Is(".") && tokens[next + 2].Is("m"))
        {
            end = tokens[next + 2].End;
        }
        else if (end == 0 && next < tokens.Count && tokens[next].Text is "час" or "часа" or "часов" or "ч" && at > 0 && token.Value <= 24
                 && (tokens[at - 1].Text is "в" || (next + 1 < tokens.Count && tokens[next + 1].Text is "утра" or "вечера" or "дня" or "ночи")))
        {
            end = tokens[next].End;
        }

        return end > 0;
    }

    /// <summary>Makes a figure and finds the first token behind it.</summary>
    private static (Figure Figure, int Next) Made(string text, IReadOnlyList<FigureToken> tokens, int at, int end, FigureKind kind)
    {
        var next = at + 1;
        while (next < tokens.Count && tokens[next].Start < end)
        {
            next++;
        }

        var value = tokens[at].Kind == TokenKind.Number && tokens[at].Value >= 0 && kind is FigureKind.Age or FigureKind.Year or FigureKind.Ordinal ? tokens[at].Value : (decimal?)null;
        var span = new TextSpan(tokens[at].Start, Math.Max(end, tokens[at].End));
        return (Of(text, span, tokens[at].Span, kind) with { Low = value, High = value }, next);
    }

    private static Figure Of(string text, TextSpan span, TextSpan number, FigureKind kind) => new() { Span = span, Number = number, Text = span.In(text), Kind = kind };

    private static (Figure, int) Dated((Figure Figure, int Next) made, CivilDate? date) => (made.Figure with { Date = date }, made.Next);

    private static int? Phone(string text, int start) => PhoneNumber().Match(text, start) is { Success: true } match ? match.Index + match.Length : null;

    [GeneratedRegex(@"\G(?:\+\d{1,3}[ \-\u00a0]?\(?\d{2,4}\)?[ \-\u00a0]?\d{2,4}[ \-]?\d{2}[ \-]?\d{2}|8[ \-]?\(?\d{3}\)?[ \-]\d{3}[ \-]\d{2}[ \-]?\d{2}|\d{3}-\d{2}-\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"\G\d{1,3}(?:\.\d{1,3}){2,6}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
