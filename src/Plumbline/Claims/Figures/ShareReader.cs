namespace Plumbline.Claims.Figures;

/// <summary>A part of a whole, or a multiple, in words.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="Next">First token behind it.</param>
/// <param name="Value">0 to 1 of a share; a factor of a multiple.</param>
/// <param name="Kind">Share, multiple, or count for "no one".</param>
/// <param name="Relation">More than for "most", else exactly.</param>
/// <param name="IsAll">Says all.</param>
/// <param name="IsNone">Says none.</param>
internal readonly record struct ShareAt(int Start, int Next, decimal Value, FigureKind Kind, Relation Relation = Relation.Exactly, bool IsAll = false, bool IsNone = false);

/// <summary>
/// Shares in words: "a third", "one in three", "most of", "none", "половина", "каждый третий", "большинство", "ни один".
/// Words that are figures only sometimes ("all", "no", "никто") are read inside a claim's link only, or after "nearly".
/// </summary>
internal static class ShareReader
{
    private static readonly Dictionary<string, decimal> Denominators = new(StringComparer.Ordinal)
    {
        ["third"] = 3, ["quarter"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
        ["thirds"] = 3, ["quarters"] = 4, ["fifths"] = 5, ["sixths"] = 6, ["sevenths"] = 7, ["eighths"] = 8, ["ninths"] = 9, ["tenths"] = 10,
        ["треть"] = 3, ["трети"] = 3, ["третью"] = 3, ["третей"] = 3, ["четверть"] = 4, ["четверти"] = 4, ["четвертью"] = 4, ["четвертей"] = 4,
    };

    private static readonly string[] RussianOrdinals = ["втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"];

    public static ShareAt? Read(IReadOnlyList<FigureToken> tokens, int at, int floor, bool inClaim)
    {
        if (tokens[at].Kind == TokenKind.Symbol)
        {
            return null;
        }

        return Fraction(tokens, at, floor) ?? Part(tokens, at, floor, inClaim) ?? None(tokens, at, inClaim) ?? Multiple(tokens, at);
    }

    private static string At(IReadOnlyList<FigureToken> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Text : "";

    private static ShareAt? Fraction(IReadOnlyList<FigureToken> tokens, int at, int floor)
    {
        var word = tokens[at].Text;
        if (tokens[at].Kind == TokenKind.Word && word is "a" or "one" && Denominators.TryGetValue(At(tokens, at + 1), out var whole) && At(tokens, at + 2) is "of" or "the")
        {
            return new ShareAt(at, at + 2, 1 / whole, FigureKind.Share);
        }

        if (tokens[at].Kind == TokenKind.Word && word is "треть" or "трети" or "третью" or "четверть" or "четвертью" && Denominators.TryGetValue(word, out whole)
            && At(tokens, at + 1) is not ("часа" or "века"))
        {
            return new ShareAt(at, at + 1, 1 / whole, FigureKind.Share);
        }

        if (NumberReader.Read(tokens, at) is { Value: >= 1 and < 100 } part)
        {
            var next = part.Next;
            var denominator = At(tokens, next) is "-" or "–" && next + 1 < tokens.Count && tokens[next].IsGlued ? next + 1 : next;
            if (part.IsWords && Denominators.TryGetValue(At(tokens, denominator), out whole) && part.Value < whole
                && (part.Value > 1 || At(tokens, denominator + 1) is "of" or "the"))
            {
                return new ShareAt(at, denominator + 1, part.Value / whole, FigureKind.Share);
            }

            // one in three, 1 out of every 5
            var over = At(tokens, next) is "in" ? next + 1 : At(tokens, next) is "out" && At(tokens, next + 1) is "of" && At(tokens, next + 2) is "every" ? next + 3 : -1;
            over = over > 0 && At(tokens, over) is "every" ? over + 1 : over;
            if (over > 0 && part.Value == 1 && NumberReader.Read(tokens, over) is { Value: > 1 and <= 1000 } all && over < tokens.Count && tokens[over].Text.Length < 12
                && !(all.IsPlainDigits && all.Value > 100))
            {
                return new ShareAt(at, all.Next, part.Value / all.Value, FigureKind.Share);
            }
        }

        // каждый третий
        if (word.StartsWith("кажд", StringComparison.Ordinal) && at + 1 < tokens.Count)
        {
            var ordinal = Array.FindIndex(RussianOrdinals, o => At(tokens, at + 1).StartsWith(o, StringComparison.Ordinal) && At(tokens, at + 1).Length - o.Length is >= 1 and <= 3);
            if (ordinal >= 0)
            {
                return new ShareAt(at, at + 2, 1m / (ordinal + 2), FigureKind.Share);
            }
        }

        return word is "every" && Denominators.TryGetValue(At(tokens, at + 1), out whole) && floor <= at ? new ShareAt(at, at + 2, 1 / whole, FigureKind.Share)
            : word is "every" && At(tokens, at + 1) is "second" ? new ShareAt(at, at + 2, 0.5m, FigureKind.Share)
            : null;
    }

    private static ShareAt? Part(IReadOnlyList<FigureToken> tokens, int at, int floor, bool inClaim)
    {
        var next = At(tokens, at + 1);
        switch (tokens[at].Text)
        {
            case "half" when next is "of" or "the" or "their" or "all" || inClaim || (at > floor && next is not ("a" or "an" or "-") && Hedges.FindBefore(tokens, at, floor).Count > 0):
            case "половина" or "половины" or "половине" or "половину" or "половиной":
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share);
            case "most" when next is "of" || (tokens[at].IsCapital && next.Length > 3 && next[^1] == 's') || (inClaim && At(tokens, at - 1) is not ("the" or "at")):
            case "majority" when At(tokens, at - 1) is "the" or "a" or "vast" or "overwhelming" or "great" or "large":
            case "большинство" or "большинства" or "большинству" or "большинством" or "большинстве":
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "большая" or "большей" or "большую" when next.StartsWith("част", StringComparison.Ordinal):
                return new ShareAt(at, at + 2, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "all" or "every" or "все" or "всех" or "всем" or "всеми" or "everyone" or "everybody"
                when NumberReader.Read(tokens, at + 1) is null && !(next is "из" && NumberReader.Read(tokens, at + 2) is not null) && next is not ("of" or "the" or "these" or "but" or "эти" or "this")
                     && (inClaim || (At(tokens, at - 1) is "nearly" or "almost" or "virtually" or "практически" or "почти" && next is not ("этих" or "время" or "равно" or "over" or "in"))):
                return new ShareAt(at, at + 1, 1, FigureKind.Share, IsAll: true);
            case "all" when inClaim && next is "of" or "the" or "these" && NumberReader.Read(tokens, at + 2) is null && NumberReader.Read(tokens, at + 3) is null:
                return new ShareAt(at, at + 1, 1, FigureKind.Share, IsAll: true);
            default:
                return null;
        }
    }

    private static ShareAt? None(IReadOnlyList<FigureToken> tokens, int at, bool inClaim)
    {
        var next = At(tokens, at + 1);
        switch (tokens[at].Text)
        {
            case "none":
                return new ShareAt(at, at + 1, 0, FigureKind.Share, IsNone: true);
            case "no" when next is "one" && (inClaim || At(tokens, at + 2) is "of" or "was" or "has" or "had"):
            case "not" when next is "one" && (inClaim || At(tokens, at + 2) is "of"):
            case "ни" when NumberWords.IsOne(next):
                return new ShareAt(at, at + 2, 0, FigureKind.Count, IsNone: true);
            case "not" when next is "a" && At(tokens, at + 2) is "single":
                return new ShareAt(at, at + 3, 0, FigureKind.Count, IsNone: true);
            case "ни" when next.StartsWith("единого", StringComparison.Ordinal) || next is "единой":
                return new ShareAt(at, at + 2, 0, FigureKind.Count, IsNone: true);
            case "no" or "nobody" or "никто" or "никого" or "никому" or "нет" when inClaim && next is not ("more" or "less" or "fewer"):
                return new ShareAt(at, at + 1, 0, FigureKind.Count, IsNone: true);
            default:
                return null;
        }
    }

    private static ShareAt? Multiple(IReadOnlyList<FigureToken> tokens, int at)
    {
        var factor = tokens[at].Text switch { "twice" when At(tokens, at + 1) is "as" or "the" => 2, "вдвое" => 2, "втрое" => 3, "вчетверо" => 4, "впятеро" => 5, "twofold" => 2, "threefold" => 3, _ => 0 };
        if (factor > 0)
        {
            return new ShareAt(at, at + 1, factor, FigureKind.Multiple);
        }

        if (NumberReader.Read(tokens, at) is not { IsVague: false } number)
        {
            return null;
        }

        var times = number.Next;
        return (At(tokens, times) is "times" && At(tokens, times + 1) is "as" or "more" or "the" or "higher" or "larger" or "less" or "fewer")
            || (At(tokens, times) is "раз" or "раза" && At(tokens, at - 1) is "в" or "во")
            ? new ShareAt(at, times + 1, number.Value, FigureKind.Multiple)
            : null;
    }
}
