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
        "приложение", "приложении", "приказ", "абзац", "абз", "раздел", "разделе", "графике", "график", "диаграмма", "диаграмме", "квартира", "кв", "дом", "корпус", "протокол", "дома", "доме", "дому", "домом", "зал", "зале", "кабинет", "кабинете", "комната", "комнате", "квартире", "подъезд", "этаж", "apartment", "apt", "flat", "courtroom", "suite", "building", "block", "room", "floor",
        "стст", "частями", "подпункт", "подпункта", "подпункте", "частях", "ч.ч", "графа", "строка", "приложения", "страницы", "сноска", "rule", "rules", "article's", "protocol", "amendment", "exhibit", "docket", "annexes", "appendices", "directive", "p", "para", "paras", "§§", "инн", "огрн", "снилс",
    };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "коап", "ук", "упк", "гпк", "кас", "koap", "гк", "кодекса", "фз", "cao", "coa", "aoc", "fz" };

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
            return MonthFirst(text, tokens, at) ?? WordDay(text, tokens, at)
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

        if (IsListNumber(text, tokens, at))
        {
            return Made(text, tokens, at, token.End, FigureKind.ListNumber);
        }

        if (Mark(text, tokens, at) is { } mark)
        {
            return mark;
        }

        if (!(at > 0 && tokens[at - 1].Text is "№" or "#" or "§" or "ст" or "article") && DayFirst(text, tokens, at) is { } day1)
        {
            return day1;
        }

        if (IsReference(tokens, at))
        {
            var dotted = Dotted().Match(text, token.Start);
            var number = token.Start + Math.Max(token.End - token.Start, dotted.Length);
            if (number == token.End && at + 2 < tokens.Count && tokens[at + 1] is { Text: "-" or "–" or "/", IsGlued: true } && tokens[at + 2] is { IsGlued: true, IsPlain: true })
            {
                number = tokens[at + 2].End;
            }

            return Made(text, tokens, at, IsNumbered(tokens, at) ? Math.Max(number, CaseTail(text, token.Start)) : number, FigureKind.Reference);
        }

        if (Dotted().Match(text, token.Start) is { Success: true, Length: var length } && length > token.End - token.Start)
        {
            return Made(text, tokens, at, token.Start + length, FigureKind.Reference);
        }

        // 5-123/2021, 02-0456/12
        if (token.IsPlain && CaseTail(text, token.Start) is var tail && tail > token.End && text.AsSpan(token.Start, tail - token.Start).ContainsAny('/', '-') && LooksLikeCase(text.AsSpan(token.Start, tail - token.Start)))
        {
            return Made(text, tokens, at, tail, FigureKind.Reference);
        }

        if (Score(tokens, at) is { } score)
        {
            return Made(text, tokens, at, score, FigureKind.Idiom);
        }

        if (Suffixed(text, tokens, at) is { } suffixed)
        {
            return suffixed;
        }

        // Strategy-31, B12, №5-6, G20
        if (token.IsGlued && at > 0 && ((before.Kind == TokenKind.Word && Units.Currency(before.Text) is null) || (before.Text is "-" or "–" or "_" && before.IsGlued && at > 1 && tokens[at - 2].Kind == TokenKind.Word
            && tokens[at - 2].Text is not ("mid" or "early" or "late" or "pre" or "post" or "to") && !NumberWords.TryFind(tokens[at - 2].Text, out _))))
        {
            return Made(text, tokens, at, token.End, FigureKind.Name);
        }

        return Year(text, tokens, at) ?? Address(text, tokens, at) ?? Age(text, tokens, at) ?? Named(text, tokens, at);
    }

    /// <summary>True when a sign for "number" stands before: what follows a dash or slash belongs to it.</summary>
    private static bool IsNumbered(IReadOnlyList<FigureToken> tokens, int at) =>
        at > 0 && (tokens[at - 1].Text is "№" or "#" or "no" or "nos" or "номер" or "дело" or "протокол" || (tokens[at - 1].Is(".") && at > 1 && tokens[at - 2].Text is "no" or "nos"));

    /// <summary>A slash and a year of two or four digits: 5-123/2021, 02-0456/12; never 2011/12, which are years.</summary>
    private static bool LooksLikeCase(ReadOnlySpan<char> number)
    {
        var slash = number.LastIndexOf('/');
        return slash > 0 && (number.IndexOf('-') is > 0 and var dash && dash < slash || number[(slash + 1)..].Length == 4) && number[..slash].Length != 4;
    }

    /// <summary>3:1, 24/7, 50/50: no number that counts.</summary>
    private static int? Score(IReadOnlyList<FigureToken> tokens, int at) =>
        tokens[at].IsPlain && at + 2 < tokens.Count && tokens[at + 1] is { IsGlued: true } sign && tokens[at + 2] is { IsGlued: true, IsPlain: true } other
        && ((sign.Is(":") && tokens[at].Value < 60 && other.Value < 60) || (sign.Is("/") && ((tokens[at].Value, other.Value) is (24, 7) or (50, 50) or (9, 11) || tokens[at].Value > other.Value)))
            ? other.End : null;

    /// <summary>"двадцать пятого декабря", "the fourth of July".</summary>
    private static (Figure, int)? WordDay(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        if (OrdinalWords.Read(text, tokens, at) is not { Figure: { Kind: FigureKind.Ordinal, Low: >= 1 and <= 31 } ordinal } found)
        {
            return null;
        }

        var month = found.Next < tokens.Count && tokens[found.Next].Is("of") ? found.Next + 1 : found.Next;
        return month < tokens.Count && IsMonth(tokens[month], out var which) && !(char.IsAscii(tokens[at].Text[0]) && month == found.Next)
            ? Completed(text, tokens, at, month, (int)ordinal.Low!.Value, which, YearAt(tokens, month + 1, out var last), last < 0 ? month : last)
            : null;
    }

    /// <summary>"2. The same actions", at the start of a text, or of a line when the line before ended its sentence or clause: prose that was only broken there did not.</summary>
    private static bool IsListNumber(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        if (at + 2 >= tokens.Count || tokens[at + 1] is not { IsGlued: true, Text: ")" or "." } || !tokens[at].IsPlain || tokens[at].Value >= 100)
        {
            return false;
        }

        var before = text.AsSpan(0, tokens[at].Start).TrimEnd(" \t\u00a0");
        return at == 0 || (before is [.., '\n'] && !tokens[at + 2].IsGlued && (before.TrimEnd() is not [.., var last] || !(char.IsLetterOrDigit(last) || last == ',')));
    }

    private static bool IsReference(IReadOnlyList<FigureToken> tokens, int at)
    {
        // ст. 19.3 КоАП; части 4 настоящей статьи
        if (at + 1 < tokens.Count && tokens[at].Value < 1000 && (Codes.Contains(tokens[at + 1].Text) || tokens[at + 1].Text is "настоящей" or "настоящего"))
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

            if (token.Text is "point" or "form" or "part" or "line" or "parts" or "дом" or "график" or "часть" or "части" or "item" or "figure" or "version" or "номер" or "дома" or "доме" or "дому" or "домом" or "зал" or "зале" or "кабинет" or "комната" or "комнате" or "apartment" or "flat" or "building" or "block" or "room" or "floor" or "page" or "pages" or "number" && i == at - 1
                && Units.Read(tokens, at + 1, 2) is { Unit: not null } follows && follows.Next <= tokens.Count && !tokens[at + 1].IsCapital)
            {
                return false;
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
        else if (next < tokens.Count && tokens[next].Text is "am" or "pm" or "o'clock" or "noon" or "gmt" or "msk" or "мск")
        {
            end = tokens[next].End;
        }
        else if (next + 2 < tokens.Count && token.Value <= 12 && tokens[next].Is("in") && tokens[next + 1].Is("the") && tokens[next + 2].Text is "morning" or "evening" or "afternoon")
        {
            end = tokens[next + 2].End;
        }
        else if (next + 2 < tokens.Count && tokens[next].Text is "a" or "p" && tokens[next + 1].Is(".") && tokens[next + 2].Is("m"))
        {
            end = next + 3 < tokens.Count && tokens[next + 3] is { Text: ".", IsGlued: true } ? tokens[next + 3].End : tokens[next + 2].End;
        }
        else if (end == 0 && next < tokens.Count && at > 0 && token is { IsPlain: true, Value: >= 1 and <= 12 } && tokens[next].Text is "утра" or "вечера" or "ночи" or "пополудни")
        {
            end = tokens[next].End;
        }
        else if (end == 0 && next < tokens.Count && tokens[next].Text is "час" or "часа" or "часов" or "часам" or "ч" && at > 0 && token.Value <= 24
                 && (tokens[at - 1].Text is "в" or "к" || (tokens[at - 1].Is("на") && at > 1 && (tokens[at - 2].Text.StartsWith("намеч", StringComparison.Ordinal) || tokens[at - 2].Text.StartsWith("назнач", StringComparison.Ordinal) || tokens[at - 2].Text.StartsWith("перен", StringComparison.Ordinal))) || (next + 2 < tokens.Count && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 2].Text is "минут" or "минуты" or "мин" && tokens[at - 1].Text is not ("за" or "через" or "на")) || (next + 1 < tokens.Count && tokens[next + 1].Text is "утра" or "вечера" or "дня" or "ночи")))
        {
            end = next + 2 < tokens.Count && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 2].Text is "минут" or "минуты" or "мин" ? tokens[next + 2].End
                : next + 1 < tokens.Count && tokens[next + 1].Text is "утра" or "вечера" or "дня" or "ночи" ? tokens[next + 1].End : tokens[next].End;
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

        var value = tokens[at].Kind == TokenKind.Number && tokens[at].Value >= 0 && kind is FigureKind.Age or FigureKind.Year or FigureKind.Ordinal ? tokens[at].Value + (kind == FigureKind.Year && tokens[at].Value < 100 ? 1900 : 0) : (decimal?)null;
        var span = new TextSpan(tokens[at].Start, Math.Max(end, tokens[at].End));
        return (Of(text, span, tokens[at].Span, kind) with { Low = value, High = value }, next);
    }

    private static Figure Of(string text, TextSpan span, TextSpan number, FigureKind kind) => new() { Span = span, Number = number, Text = span.In(text), Kind = kind };

    private static (Figure, int) Dated((Figure Figure, int Next) made, CivilDate? date) => (made.Figure with { Date = date }, made.Next);

    private static int? Phone(string text, int start) => PhoneNumber().Match(text, start) is { Success: true } match ? match.Index + match.Length : null;

    [GeneratedRegex(@"\G(?:\+\d{1,3}[ \-\u00a0]?\(?\d{2,4}\)?[ \-\u00a0]?\d{2,4}[ \-]?\d{2}[ \-]?\d{2}|\+\d{2} \d{2,4} \d{4} \d{4}|\(\d{3}\) \d{3}-\d{4}|\d{3}-\d{3}-\d{4}|8[ \-]?\(?\d{3}\)?[ \-]\d{3}[ \-]\d{2}[ \-]?\d{2}|\d{3}-\d{2}-\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"\G\d{1,3}(?:\.\d{1,3}){2,6}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
