using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>
/// Ordinals in words ("third", "двадцать первого"), Roman numbers ("XX век", "Nicholas II") and words of order that count
/// nothing ("first of all", "во-первых"). None needs backing.
/// </summary>
internal static class OrdinalWords
{
    private static readonly Dictionary<string, int> English = Make();

    private static readonly (string Stem, int Value)[] Russian =
    [
        ("перв", 1), ("втор", 2), ("четверт", 4), ("пят", 5), ("шест", 6), ("седьм", 7), ("восьм", 8), ("девят", 9), ("десят", 10), ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13),
        ("четырнадцат", 14), ("пятнадцат", 15), ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19), ("двадцат", 20), ("тридцат", 30), ("сороков", 40), ("пятидесят", 50),
        ("шестидесят", 60), ("семидесят", 70), ("восьмидесят", 80), ("девяност", 90),
    ];

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { "ый", "ой", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ую", "ых", "ыми" };

    private static readonly HashSet<string> ThirdEndings = new(StringComparer.Ordinal) { "ий", "ья", "ье", "ьи", "ьего", "ьей", "ьему", "ьим", "ьем", "ью", "ьих", "ьими" };

    public static (Figure Figure, int Next)? Read(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word)
        {
            return null;
        }

        if (token.Text == "во" && at + 2 < tokens.Count && tokens[at + 1].Is("-") && Value(tokens[at + 2].Text) is not null)
        {
            return Made(text, tokens, at, at + 3, FigureKind.Idiom, null);
        }

        if (token.Text.Length > 3 && Value(token.Text) is { } value)
        {
            var next = at + 1 < tokens.Count ? tokens[at + 1].Text : "";
            if (token.Text == "first" && next is "of" or "and" && at + 2 < tokens.Count && tokens[at + 2].Text is "all" or "foremost")
            {
                return Made(text, tokens, at, at + 3, FigureKind.Idiom, null);
            }

            return Made(text, tokens, at, at + 1, FigureKind.Ordinal, value);
        }

        // twenty-first, двадцать первого
        if (NumberWords.TryFind(token.Text, out var ten) && ten.Part == NumberPart.Ten)
        {
            var last = at + 2 < tokens.Count && tokens[at + 1].Is("-") && tokens[at + 1].IsGlued ? at + 2 : char.IsAscii(token.Text[0]) ? -1 : at + 1;
            if (last > 0 && last < tokens.Count && Value(tokens[last].Text) is < 10 and { } unit)
            {
                return Made(text, tokens, at, last + 1, FigureKind.Ordinal, ten.Value + unit);
            }
        }

        return IsRoman(text.AsSpan(token.Start, token.End - token.Start)) && !(at > 0 && tokens[at - 1].IsGlued && tokens[at - 1].Kind == TokenKind.Word)
            ? Made(text, tokens, at, at + 1, at > 0 && tokens[at - 1].IsCapital ? FigureKind.Name : FigureKind.Ordinal, null)
            : null;
    }

    /// <summary>The place that an ordinal in words names, 1 to 90; null of other words.</summary>
    public static int? Value(string word)
    {
        if (English.TryGetValue(word, out var value))
        {
            return value;
        }

        if (word.Length < 5 || word[0] is < 'а' or > 'я')
        {
            return null;
        }

        if (word.StartsWith("трет", StringComparison.Ordinal))
        {
            return ThirdEndings.Contains(word[4..]) ? 3 : null;
        }

        foreach (var (stem, number) in Russian)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal) && Endings.Contains(word[stem.Length..]))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Two letters at least, of I, V and X only: one letter is a name, and C, D, L and M are abbreviations.</summary>
    private static bool IsRoman(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 6 || word.ContainsAnyExcept("IVX"))
        {
            return false;
        }

        var rest = word.TrimStart('X');
        return word.Length - rest.Length <= 3 && rest is "" or "I" or "II" or "III" or "IV" or "V" or "VI" or "VII" or "VIII" or "IX";
    }

    private static (Figure, int) Made(string text, IReadOnlyList<FigureToken> tokens, int at, int next, FigureKind kind, decimal? value)
    {
        var span = new TextSpan(tokens[at].Start, tokens[next - 1].End);
        return (new Figure { Span = span, Number = span, Text = span.In(text), Kind = kind, Low = value, High = value }, next);
    }

    private static Dictionary<string, int> Make()
    {
        string[] words =
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth", "twentieth",
        ];
        var all = words.Select((w, i) => (Word: w, Value: i + 1)).ToDictionary(p => p.Word, p => p.Value, StringComparer.Ordinal);
        string[] tens = ["thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];
        for (var i = 0; i < tens.Length; i++)
        {
            all[tens[i]] = 30 + (i * 10);
        }

        return all;
    }
}
