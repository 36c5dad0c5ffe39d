namespace Plumbline.Claims.Figures;

/// <summary>A part of a whole, or a multiple, in words.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="Next">First token behind it.</param>
/// <param name="Value">0 to 1 of a share; a factor of a multiple.</param>
/// <param name="Kind">Share, multiple, or count for "no one".</param>
/// <param name="Relation">More than for "most", else exactly.</param>
/// <param name="IsAll">Says all.</param>
/// <param name="IsNone">Says none.</param>
/// <param name="Step">Last place of a multiple in digits; 0 of what is no rounded number.</param>
internal readonly record struct ShareAt(int Start, int Next, decimal Value, FigureKind Kind, Relation Relation = Relation.Exactly, bool IsAll = false, bool IsNone = false, decimal Step = 0);

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
        ["треть"] = 3, ["трети"] = 3, ["третей"] = 3, ["третями"] = 3, ["пятых"] = 5, ["пятая"] = 5, ["пятую"] = 5, ["десятых"] = 10, ["десятая"] = 10, ["десятую"] = 10, ["шестая"] = 6, ["восьмых"] = 8, ["восьмая"] = 8, ["седьмых"] = 7, ["седьмая"] = 7, ["шестых"] = 6, ["девятых"] = 9, ["четверть"] = 4, ["четверти"] = 4, ["четвертью"] = 4, ["четвертей"] = 4,
    };

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
        if (tokens[at].Kind == TokenKind.Word && word is "a" or "one" && Denominators.TryGetValue(At(tokens, at + 1), out var whole)
            && (At(tokens, at + 2) is "of" or "the" or "or" or "to" || (at > floor && (Hedges.FindBefore(tokens, at, floor).Count > 0 || At(tokens, at - 1) is "by")) || EndsClause(tokens, at + 2) || At(tokens, at + 2) is "were" or "are" or "had" or "have" or "said" or "say"
                || (At(tokens, at + 1) is "quarter" && At(tokens, at + 2).EndsWith("ed", StringComparison.Ordinal))))
        {
            return new ShareAt(at, at + 2, 1 / whole, FigureKind.Share);
        }

        if (tokens[at].Kind == TokenKind.Word && word is "треть" or "трети" or "четверть" or "четвертью" or "четверти" && Denominators.TryGetValue(word, out whole)
            && At(tokens, at + 1) is not ("часа" or "века" or "финала" or "финале" or "финал") && !IsPartOfTime(tokens, at))
        {
            return new ShareAt(at, at + 1, 1 / whole, FigureKind.Share);
        }

        if (NumberReader.Read(tokens, at) is { Value: >= 1 and < 100 } part)
        {
            var next = part.Next;
            var denominator = At(tokens, next) is "-" or "–" && next + 1 < tokens.Count && tokens[next].IsGlued ? next + 1 : next;
            if (part.IsWords && At(tokens, denominator).Length > 0 && (char.IsAscii(At(tokens, denominator)[0]) == char.IsAscii(word[0])) && Denominators.TryGetValue(At(tokens, denominator), out whole) && part.Value < whole
                && (part.Value > 1 || !char.IsAscii(word[0]) || denominator > next || (word == "one" && At(tokens, denominator) is "third" or "quarter" or "fifth" && At(tokens, denominator + 1) is not ("grader" or "party" or "man" or "person" or "time")) || At(tokens, denominator + 1) is "of" or "the" or "to" || (at > floor && At(tokens, at - 1) is "by")))
            {
                return new ShareAt(at, denominator + 1, part.Value / whole, FigureKind.Share);
            }

            // 3/4, told from dates and scores by the whole
            if (!part.IsWords && tokens[at].IsPlain && At(tokens, next) is "/" && tokens[next].IsGlued && next + 1 < tokens.Count && tokens[next + 1] is { IsGlued: true, IsPlain: true, Value: <= 10 } below
                && part.Value < below.Value && At(tokens, next + 2) is not ("/" or "-"))
            {
                return new ShareAt(at, next + 2, part.Value / below.Value, FigureKind.Share);
            }

            // four in ten, девять из десяти: small round numbers without a noun between are a share.
            var outOf = At(tokens, next) is "out" && At(tokens, next + 1) is "of" ? next + 1 : next;
            if ((outOf > next || At(tokens, next) is "in" or "из") && part.Value > 1 && NumberReader.Read(tokens, outOf + 1) is { IsVague: false, Value: >= 3 and <= 10 or 20 or 100 } tenth && tenth.Value > part.Value
                && ((part.IsWords && tenth.IsWords) || (tenth.Value == 10 && outOf > next)) && Units.Read(tokens, tenth.Next, 5).Kind == FigureKind.Count)
            {
                return new ShareAt(at, tenth.Next, part.Value / tenth.Value, FigureKind.Share);
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

        if (tokens[at].Kind == TokenKind.Number && tokens[at].Value is > 0 and < 1 && !char.IsAsciiDigit(tokens[at].Text[0]) && Units.Read(tokens, at + 1, 2).Kind == FigureKind.Count)
        {
            return new ShareAt(at, at + 1, tokens[at].Value, FigureKind.Share);
        }

        if (RussianPart(tokens, at) is { } portion)
        {
            return portion;
        }

        // каждый третий
        if (word.StartsWith("кажд", StringComparison.Ordinal) && at + 1 < tokens.Count)
        {
            if (OrdinalWords.Value(At(tokens, at + 1)) is >= 2 and <= 20 and { } ordinal && At(tokens, at + 2) is not ("день" or "месяц" or "год" or "раз"))
            {
                return new ShareAt(at, at + 2, 1m / ordinal, FigureKind.Share);
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
            case "half" when IsPartOfTime(tokens, at):
                return null;
            case "half" when next is "were" or "are" or "have" or "had" or "did" || (At(tokens, at - 1) is "by" && EndsClause(tokens, at + 1)) || (At(tokens, at - 1) is "by" && next is "in" or "to" or "from" or "since"):
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share);
            case "half" when next is "of" or "the" or "their" or "all" || inClaim || (at > floor && next is not ("a" or "an" or "-") && Hedges.FindBefore(tokens, at, floor).Count > 0):
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share);
            case "половина" or "половины" or "половине" or "половину" or "половиной" when IsPartOfTime(tokens, at) || OrdinalWords.Value(next) is not null:
                return null;
            case "половина" or "половины" or "половине" or "половину" or "половиной":
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share);
            case "most" when (next.Length > 3 && next[^1] == 's' && next[^2] is not ('s' or 'u' or 'i') || next is "people" or "women" or "men" or "children") && At(tokens, at - 1) is not ("the" or "at" or "its" or "his" or "their" or "our" or "world's" or "country's"):
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "most" when next is "of" || (tokens[at].IsCapital && next.Length > 3 && next[^1] == 's') || (inClaim && At(tokens, at - 1) is not ("the" or "at")):
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "a" or "the" when next is "majority" || (next is "vast" or "overwhelming" or "great" or "large" or "absolute" or "clear" && At(tokens, at + 2) is "majority"):
                return new ShareAt(at, next is "majority" ? at + 2 : at + 3, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "minority" or "меньшинство" or "меньшинства" or "меньшинством" when At(tokens, at - 1) is "a" or "small" or "tiny" or "лишь" or "только" || next is "из" or "задержанных":
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share, Relation.LessThan);
            case "подавляющее" or "абсолютное" or "значительное" or "подавляющего" or "подавляющем" or "подавляющему" when next.StartsWith("большинств", StringComparison.Ordinal):
                return new ShareAt(at, at + 2, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "all" when next is "but" && NumberReader.Read(tokens, at + 2) is { IsVague: false } left:
                return new ShareAt(at, left.Next, 1, FigureKind.Share, Relation.LessThan);
            case "все" or "всех" when (next is "кроме" || (next is "," && At(tokens, at + 2) is "кроме")) && NumberReader.Read(tokens, next is "," ? at + 3 : at + 2) is { IsVague: false } rest:
                return new ShareAt(at, rest.Next, 1, FigureKind.Share, Relation.LessThan);
            case "all" when next is "except" && NumberReader.Read(tokens, at + 2) is { IsVague: false } kept:
                return new ShareAt(at, kept.Next, 1, FigureKind.Share, Relation.LessThan);
            case "both" when IsBoth(tokens, at):
                return new ShareAt(at, at + 1, 2, FigureKind.Count, IsAll: true);
            case "majority" when At(tokens, at - 1) is "the" or "a" or "vast" or "overwhelming" or "great" or "large":
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "большинство" or "большинства" or "большинству" or "большинством" or "большинстве" when IsPartOfHouse(tokens, at):
                return null;
            case "большинство" or "большинства" or "большинству" or "большинством" or "большинстве":
                return new ShareAt(at, at + 1, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "большая" or "большей" or "большую" when next.StartsWith("част", StringComparison.Ordinal):
                return new ShareAt(at, at + 2, 0.5m, FigureKind.Share, Relation.MoreThan);
            case "all" or "everyone" or "everybody" or "every" when At(tokens, at - 1) is "nearly" or "almost" or "virtually" or "practically" && next is not ("but" or "over") && NumberReader.Read(tokens, at + 1) is null:
                return new ShareAt(at, at + 1, 1, FigureKind.Share, IsAll: true);
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

    private static bool EndsClause(IReadOnlyList<FigureToken> tokens, int at) => at >= tokens.Count || tokens[at].Text is "." or "," or ";" or ")" or "!" or "?";

    /// <summary>The first half of 2012, second quarter, вторая половина дня: a time and no share.</summary>
    private static bool IsPartOfTime(IReadOnlyList<FigureToken> tokens, int at) =>
        OrdinalWords.Value(At(tokens, at - 1)) is not null || At(tokens, at - 1) is "latter" or "last" or "other" or "better" or "final" or "последней" || At(tokens, at + 1) is "past" or "дня" or "пути";

    /// <summary>"Республиканское большинство", "сохранить большинство в Сенате": those who rule a house, no share.</summary>
    private static bool IsPartOfHouse(IReadOnlyList<FigureToken> tokens, int at) =>
        At(tokens, at - 1) is var before && (before.EndsWith("ское", StringComparison.Ordinal) || before.EndsWith("ского", StringComparison.Ordinal) || before.EndsWith("ским", StringComparison.Ordinal) || before is "конституционное" or "простое" or "простым" or "квалифицированным" or "квалифицированное")
        || (At(tokens, at + 1) is "," or "." or "в" && At(tokens, at + 2) is "," or "" or "спикер" or "парламенте" or "палате" or "сенате" or "думе" or "конгрессе" or "госдуме");

    /// <summary>"пятая часть", "десятой части".</summary>
    private static ShareAt? RussianPart(IReadOnlyList<FigureToken> tokens, int at) =>
        At(tokens, at + 1) is "часть" or "части" or "частью" or "доля" or "доли" or "долю" && OrdinalWords.Value(tokens[at].Text) is >= 3 and <= 20 and { } whole
            ? new ShareAt(at, at + 2, 1m / whole, FigureKind.Share)
            : null;

    /// <summary>"both officers", "both of them", not "both in Moscow and in Kazan".</summary>
    private static bool IsBoth(IReadOnlyList<FigureToken> tokens, int at)
    {
        var next = At(tokens, at + 1);
        if (next is "of" or "men" or "women" or "were" or "are" or "have" or "sides" or "cases" or "people")
        {
            return true;
        }

        for (var i = at + 1; i < Math.Min(tokens.Count, at + 4) && tokens[i].Kind == TokenKind.Word; i++)
        {
            var word = tokens[i].Text;
            if (word is "and" or "in" or "on" or "at" or "by" or "for" or "from" or "with" or "to" or "a" or "an" or "as" or "before" or "during")
            {
                return false;
            }

            if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'') && word is not ("these" or "those" or "this"))
            {
                return At(tokens, i + 1) is not ("and" or "'" or "’") && !(At(tokens, i + 1) is "," && At(tokens, i + 2) is "as" or "and");
            }
        }

        return false;
    }

    private static ShareAt? Multiple(IReadOnlyList<FigureToken> tokens, int at)
    {
        var word = tokens[at].Text;
        if (Factor(word) is { } factor && !(word is "twice" && At(tokens, at + 1) is not ("as" or "the" or "that" or "what" or "more")) && !(word is "double" && At(tokens, at + 1) is not ("the" or "that" or "what" or "its")))
        {
            return new ShareAt(at, at + 1, factor, FigureKind.Multiple);
        }

        if (word is "twice" or "thrice" or "дважды" or "трижды" or "четырежды")
        {
            return new ShareAt(at, at + 1, word is "twice" or "дважды" ? 2 : word is "четырежды" ? 4 : 3, FigureKind.Count);
        }

        if (NumberReader.Read(tokens, at) is not { IsVague: false } number)
        {
            return null;
        }

        var times = number.Next;
        if (At(tokens, times) is "-" && At(tokens, times + 1) is "fold" || At(tokens, times) is "fold")
        {
            return new ShareAt(at, At(tokens, times) is "fold" ? times + 1 : times + 2, number.Value, FigureKind.Multiple, Step: number.Step);
        }

        if (!number.IsWords && At(tokens, times) is "x" or "х" && tokens[times].IsGlued)
        {
            return new ShareAt(at, times + 1, number.Value, FigureKind.Multiple, Step: number.Step);
        }

        return (At(tokens, times) is "times" && At(tokens, times + 1) is "as" or "more" or "the" or "higher" or "larger" or "less" or "fewer" or "lower" or "greater" or "bigger" or "longer" or "that")
            || (At(tokens, times) is "раз" or "раза" && IsRussianTimes(tokens, at, times))
            ? new ShareAt(at, times + 1, number.Value, FigureKind.Multiple, Step: number.Step)
            : null;
    }

    /// <summary>в три раза, почти в два раза, в 2,5 раза больше; not "в 5 раз" of an ordinal.</summary>
    private static bool IsRussianTimes(IReadOnlyList<FigureToken> tokens, int at, int times)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
        {
            if (tokens[i].Text is "в" or "во")
            {
                return true;
            }

            if (tokens[i].Text is not ("более" or "чем" or "почти" or "около" or "примерно" or "свыше" or "больше" or "с" or "половиной" or "–" or "-") && tokens[i].Kind != TokenKind.Number && !NumberWords.TryFind(tokens[i].Text, out _))
            {
                return false;
            }
        }

        return At(tokens, times + 1) is "больше" or "меньше" or "выше" or "ниже" or "чаще" or "реже" or "дороже" or "дольше";
    }

    private static decimal? Factor(string word)
    {
        if (Factors.TryGetValue(word, out var factor))
        {
            return factor;
        }

        foreach (var (stem, value) in Changes)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal) && word.Length - stem.Length is >= 1 and <= 5)
            {
                return value;
            }
        }

        return word.Length > 5 && word.EndsWith("fold", StringComparison.Ordinal) && NumberWords.TryFind(word[..^4], out var number) ? number.Value : null;
    }

    private static readonly Dictionary<string, decimal> Factors = new(StringComparer.Ordinal)
    {
        ["twice"] = 2, ["double"] = 2, ["doubled"] = 2, ["doubling"] = 2, ["doubles"] = 2, ["tripled"] = 3, ["trebled"] = 3, ["tripling"] = 3, ["quadrupled"] = 4, ["quintupled"] = 5, ["halved"] = 0.5m, ["halving"] = 0.5m,
        ["вдвое"] = 2, ["втрое"] = 3, ["вчетверо"] = 4, ["впятеро"] = 5, ["вшестеро"] = 6, ["вдесятеро"] = 10, ["двукратно"] = 2, ["трехкратно"] = 3, ["полуторакратно"] = 1.5m,
    };

    private static readonly (string Stem, decimal Value)[] Changes = [("удвои", 2), ("утрои", 3), ("учетвери", 4), ("удесятери", 10)];
}
