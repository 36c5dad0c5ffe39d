namespace Plumbline.Claims.Figures;

/// <summary>Ages that are written like a length of time ("34 years old", "ему 34 года", "моложе 18 лет").</summary>
internal static class FigureAges
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "ему", "ей", "мне", "им", "ребенку", "исполнилось", "исполнился", "возрасте", "возраст", "возраста", "старше", "младше", "моложе", "aged", "age", "ages", "turned",
    };

    /// <summary>Behind "years old", when it stands there.</summary>
    public static int? EndOfOld(IReadOnlyList<FigureToken> tokens, int at)
    {
        var i = at < tokens.Count && tokens[at].Is("-") ? at + 1 : at;
        if (i + 1 >= tokens.Count || tokens[i].Text is not ("year" or "years" or "month" or "months"))
        {
            return null;
        }

        var old = tokens[i + 1].Is("-") ? i + 2 : i + 1;
        return old < tokens.Count && tokens[old].Text is "old" or "olds" ? old + 1
            : tokens[i + 1].Is("of") && i + 2 < tokens.Count && tokens[i + 2].Is("age") ? i + 3 : null;
    }

    /// <summary>True when a word before the number makes it an age.</summary>
    public static bool IsAge(IReadOnlyList<FigureToken> tokens, int at, int start, int floor, NumberAt number, UnitAt unit)
    {
        if (number.Value is < 1 or > 120 || !(unit is { Kind: FigureKind.Duration, Unit: "year" } || unit.Unit is null))
        {
            return unit.Kind == FigureKind.Age;
        }

        // Мария, 27 лет, и её брат, 31 год, живут
        if (unit.Unit == "year" && number.Value is >= 5 and <= 105 && start == at && at > 1 && tokens[at - 1].Text is "," or "(" && (tokens[at - 2].Kind == TokenKind.Word || (tokens[at - 2].Is(".") && at > 2 && tokens[at - 3] is { IsCapital: true, Kind: TokenKind.Word, Text.Length: 1 }))
            && unit.Next < tokens.Count && tokens[unit.Next].Text is "," or ")")
        {
            return true;
        }

        for (var i = start - 1; i >= Math.Max(floor, start - 3); i--)
        {
            if (Before.Contains(tokens[i].Text) || (tokens[i].Is("than") && i > 0 && tokens[i - 1].Text is "older" or "younger"))
            {
                return tokens[i].Text is not ("им" or "ей" or "ему" or "мне") || unit.Unit == "year" && i == start - 1;
            }

            if (tokens[i].Kind != TokenKind.Word || tokens[i].EndsSentence)
            {
                break;
            }
        }

        return false;
    }
}
