namespace Plumbline.Claims.Figures;

/// <summary>
/// Tells the "one" that counts from the "one" that only points. It counts when a noun follows at once, or past two words
/// that describe it ("one man", "один сотрудник полиции"), or a hedge stands before it. It points before "of", "another",
/// "из", "и тот же", at the end of a sentence, before a verb of saying ("one officer said"), and in the fixed phrases below.
/// </summary>
internal static class OneWord
{
    private static readonly HashSet<string> PointersBefore = new(StringComparer.Ordinal)
    {
        "no", "any", "every", "some", "each", "this", "that", "the", "which", "another", "number", "by", "day", "as", "such", "first", "last", "next", "new", "big", "good", "loved", "not", "не", "ни", "кто",
        "по", "все", "ни", "other", "what", "his", "her", "old", "right", "wrong", "same", "whichever", "both", "neither",
    };

    private static readonly HashSet<string> Followers = new(StringComparer.Ordinal)
    {
        "voice", "another", "of", "thing", "way", "hand", "side", "point", "can", "could", "must", "may", "might", "should", "would", "has", "is", "was", "in", "on", "at", "to", "who", "that", "which", "day",
        "and", "or", "for", "with", "by", "from", "the", "a", "after", "such", "does", "needs", "cannot", "reason", "explanation", "example", "word", "step", "time", "exception", "place", "could", "s",
        "из", "и", "на", "за", "другой", "другого", "другому", "другим", "другом", "другая", "другую", "голос", "словом", "стороны", "время", "только", "лишь", "же", "в", "с", "от", "по", "раз",
        "прекрасный", "момент", "против", "к", "не", "уже", "прием", "счет", "ряд", "ряду", "пор", "день", "метр", "дух", "взгляд",
    };

    private static readonly HashSet<string> Saying = new(StringComparer.Ordinal)
    {
        "said", "says", "told", "tells", "wrote", "recalled", "added", "explained", "noted", "asked", "admitted", "complained", "shouted", "claimed", "testified", "argued", "сказал", "сказала", "рассказал", "рассказала",
        "заявил", "заявила", "сообщил", "сообщила", "пояснил", "объяснил", "признался", "вспоминает", "рассказывает", "говорит", "отметил", "написал",
    };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "в", "на", "с", "со", "по", "под", "из", "от", "к", "у", "о", "об", "за", "для", "через", "in", "on", "at", "from", "with", "by", "under", "through", "into" };

    private static readonly string[] CountedIn = ["случа", "эпизод", "дел", "челов", "задержан", "сотрудник", "case", "instance", "person", "man", "woman", "occasion", "incident"];

    /// <summary>True when the one at a token counts something.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">The token of the one.</param>
    /// <param name="unit">The unit read behind it.</param>
    public static bool Counts(IReadOnlyList<FigureToken> tokens, int at, UnitAt unit)
    {
        var before = at > 0 ? tokens[at - 1].Text : "";
        var isEnglish = tokens[at].Text == "one";
        if (at + 1 >= tokens.Count || tokens[at + 1].Kind != TokenKind.Word || PointersBefore.Contains(before))
        {
            return false;
        }

        if (unit.Kind == FigureKind.Duration)
        {
            return unit.Unit != "day" || before is "for" or "within" or "than" or "in" or "least" or "after" or "на" or "за" or "до" or "через";
        }

        var next = tokens[at + 1].Text;
        if (unit.Kind != FigureKind.Count)
        {
            return true;
        }

        if (next == "or" && at + 2 < tokens.Count && tokens[at + 2].Text is "more" or "several")
        {
            return true;
        }

        if (Followers.Contains(next) || (unit.Unit is null && next != "more"))
        {
            return false;
        }

        // "one passes": no singular ends so.
        if (isEnglish && unit.Unit is { Length: > 3 } noun && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i'))
        {
            return false;
        }

        if (unit.Next < tokens.Count && Saying.Contains(tokens[unit.Next].Text))
        {
            return false;
        }

        // на одном митинге points; в одном случае counts.
        return !Prepositions.Contains(before) || CountedIn.Any(c => unit.Unit?.StartsWith(c, StringComparison.Ordinal) == true) || (isEnglish && before is "with" or "from");
    }
}
