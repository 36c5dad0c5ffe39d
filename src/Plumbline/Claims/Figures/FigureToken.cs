using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Symbol,
}

/// <summary>One token of prose.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">After the last.</param>
/// <param name="Text">Lower case, ё as е; digits as they stand.</param>
/// <param name="IsGlued">True when nothing stands between it and the token before.</param>
/// <param name="IsCapital">True when a word begins with a capital.</param>
/// <param name="EndsSentence">True for the sign at the end of a sentence.</param>
/// <param name="Value">Value of a number.</param>
/// <param name="Decimals">Digits after its point.</param>
/// <param name="IsPlain">True for digits without any separator.</param>
internal readonly record struct FigureToken(
    TokenKind Kind, int Start, int End, string Text, bool IsGlued, bool IsCapital = false, bool EndsSentence = false,
    decimal Value = 0, int Decimals = 0, bool IsPlain = false)
{
    public TextSpan Span => new(Start, End);

    public bool Is(string text) => Text == text && Kind != TokenKind.Number;
}

/// <summary>
/// Cuts prose into words, numbers and signs. A comma before exactly three digits parts thousands (2,000), before any
/// other number of digits decimals (10,5); a point parts decimals, or thousands when it stands twice; spaces part
/// thousands in groups of three. Web addresses are one token.
/// </summary>
internal static class FigureTokens
{
    /// <summary>Words whose point does not end a sentence.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "тыс", "млн", "млрд", "трлн", "руб", "р", "коп", "долл", "ст", "ч", "п", "пп", "г", "гг", "в", "вв", "им", "ул", "д", "стр", "с", "рис",
        "табл", "т", "е", "др", "чел", "стст", "кв", "час", "мин", "сек", "no", "nos", "art", "arts", "p", "pp", "vol", "fig", "sec", "mr", "mrs", "ms", "dr",
        "st", "approx", "ca", "c", "m", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "vs", "etc", "u", "a",
    };

    /// <summary>Fractions that are one sign.</summary>
    private static readonly Dictionary<char, decimal> Vulgar = new()
    {
        ['½'] = 0.5m, ['¼'] = 0.25m, ['¾'] = 0.75m, ['⅓'] = 1 / 3m, ['⅔'] = 2 / 3m, ['⅕'] = 0.2m, ['⅖'] = 0.4m, ['⅗'] = 0.6m, ['⅘'] = 0.8m, ['⅛'] = 0.125m, ['⅜'] = 0.375m, ['⅝'] = 0.625m, ['⅞'] = 0.875m,
    };

    public static List<FigureToken> Of(string text)
    {
        var tokens = new List<FigureToken>();
        var i = 0;
        var last = -1;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff')
            {
                // An empty line ends a sentence whatever stands before it.
                if (c == '\n' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    tokens.Add(new FigureToken(TokenKind.Symbol, i, i + 1, "\n", false, EndsSentence: true));
                }

                i++;
                continue;
            }

            var glued = i == last;
            var start = i;
            if (IsAddress(text, i))
            {
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('<' or '>' or ')' or ']' or '"' or '»'))
                {
                    i++;
                }

                tokens.Add(new FigureToken(TokenKind.Symbol, start, i, "url:", glued));
            }
            else if (char.IsAsciiDigit(c))
            {
                tokens.Add(Number(text, ref i, glued));
            }
            else if (Vulgar.TryGetValue(c, out var part))
            {
                i++;
                tokens.Add(new FigureToken(TokenKind.Number, start, i, text[start..i], glued, Value: part, Decimals: 2));
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || text[i] == '\u0301' || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark
                    || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                {
                    i++;
                }

                tokens.Add(new FigureToken(TokenKind.Word, start, i, Fold(text.AsSpan(start, i - start)), glued, char.IsUpper(c)));
            }
            else
            {
                i += char.IsHighSurrogate(c) && i + 1 < text.Length ? 2 : 1;
                var ends = c is '!' or '?' or '…' || (c == '.' && EndsSentence(text, i, tokens));
                tokens.Add(new FigureToken(TokenKind.Symbol, start, i, c is '–' or '—' or '−' or '‑' or '‒' ? "–" : text[start..i], glued, EndsSentence: ends));
            }

            last = i;
        }

        return tokens;
    }

    /// <summary>Lower case, ё as е, curly apostrophes straight.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(word[i]) switch { 'ё' => 'е', '’' => '\'', var other => other };
        }

        return new string(folded);
    }

    private static bool IsAddress(string text, int i) =>
        (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
        && (string.CompareOrdinal(text, i, "http://", 0, 7) == 0 || string.CompareOrdinal(text, i, "https://", 0, 8) == 0
            || string.CompareOrdinal(text, i, "www.", 0, 4) == 0);

    private static bool EndsSentence(string text, int next, List<FigureToken> before)
    {
        if (before.Count > 0 && before[^1].Kind == TokenKind.Word && Abbreviations.Contains(before[^1].Text) && !Ends(text, next))
        {
            return false;
        }

        while (next < text.Length && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '»' or '”' or '’' or ')' or '(' or '«' or '“'))
        {
            next++;
        }

        return next >= text.Length || char.IsUpper(text[next]) || (char.IsDigit(text[next]) && char.IsWhiteSpace(text[next - 1]));
    }

    private static bool Ends(string text, int next) => text.AsSpan(next).IsWhiteSpace();

    private static FigureToken Number(string text, ref int i, bool glued)
    {
        var start = i;
        Digits(text, ref i);
        var whole = i - start;
        var groups = 0;
        var separator = '\0';
        // Thousands: one separator throughout, groups of exactly three digits.
        while (i < text.Length && whole <= 3 && text[start] != '0' && IsGroup(text, i, separator))
        {
            // A single point before three digits is a decimal point.
            if (text[i] == '.' && separator == '\0' && !IsGroup(text, i + 4, '.'))
            {
                break;
            }

            separator = text[i];
            i += 4;
            groups++;
        }

        var integer = text[start..i];
        var decimals = 0;
        if (i + 1 < text.Length && text[i] is '.' or ',' && text[i] != separator && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        {
            var point = i++;
            Digits(text, ref i);
            decimals = i - point - 1;
            // 20.2.1 and 04.12.2011 are not decimals: leave the first group alone, the parser looks at what follows.
            if (decimals > 9 || (i + 1 < text.Length && text[i] is '.' or ',' && text[i] == text[point] && char.IsAsciiDigit(text[i + 1])))
            {
                i = point;
                decimals = 0;
            }
        }

        var digits = new string([.. integer.Where(char.IsAsciiDigit)]) + (decimals > 0 ? "." + text[(i - decimals)..i] : "");
        var isRight = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1e18m;
        return new FigureToken(TokenKind.Number, start, i, text[start..i], glued, Value: isRight ? value : -1, Decimals: decimals, IsPlain: groups == 0 && decimals == 0);
    }

    private static bool IsGroup(string text, int i, char separator) =>
        i + 3 < text.Length && text[i] is ',' or '.' or ' ' or '\u00a0' or '\u202f' or '\u2009' or '\''
        && (separator == '\0' || text[i] == separator)
        && i + 3 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
        && (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4]));

    private static void Digits(string text, ref int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }
    }
}
