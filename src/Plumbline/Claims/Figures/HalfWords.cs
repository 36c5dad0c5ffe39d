namespace Plumbline.Claims.Figures;

/// <summary>A length of time, or a pair, in words without a number word of its own.</summary>
/// <param name="Next">First token behind it.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit; a count without a noun where the noun follows.</param>
/// <param name="IsVague">True of a couple and its kin.</param>
internal readonly record struct WordsAt(int Next, decimal? Value, UnitAt Unit, bool IsVague);

/// <summary>
/// "half an hour", "an hour and a half", "a quarter of an hour", "полчаса", "трёхдневный", "a couple of", "пара часов",
/// "several", "несколько". A couple is about two; several and a few name no number at all.
/// </summary>
internal static class HalfWords
{
    private static readonly Dictionary<string, (decimal Value, string Unit)> Russian = new(StringComparer.Ordinal)
    {
        ["полчаса"] = (0.5m, "hour"), ["получаса"] = (0.5m, "hour"), ["получасом"] = (0.5m, "hour"), ["полдня"] = (0.5m, "day"), ["полгода"] = (0.5m, "year"), ["полугода"] = (0.5m, "year"), ["полминуты"] = (0.5m, "minute"),
        ["полвека"] = (50, "year"), ["полмесяца"] = (0.5m, "month"), ["получасовой"] = (0.5m, "hour"), ["получасовая"] = (0.5m, "hour"), ["полугодовой"] = (0.5m, "year"), ["полсуток"] = (0.5m, "day"),
    };

    private static readonly HashSet<string> Several = new(StringComparer.Ordinal) { "several", "несколько", "нескольких", "нескольким", "несколькими" };

    public static WordsAt? Read(IReadOnlyList<FigureToken> tokens, int at)
    {
        var word = tokens[at].Text;
        if (tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        if (Russian.TryGetValue(word, out var half))
        {
            return new WordsAt(at + 1, half.Value, new UnitAt(FigureKind.Duration, half.Unit, at + 1, [word]), false);
        }

        if (AdjectiveUnits.Compound(word) is { } compound)
        {
            var isSpan = compound.Unit.Kind == FigureKind.Age && at + 1 < tokens.Count && AdjectiveUnits.IsSpan(tokens[at + 1].Text);
            return new WordsAt(at + 1, compound.Value, compound.Unit with { Kind = isSpan ? FigureKind.Duration : compound.Unit.Kind, Next = at + 1, Words = [word] }, false);
        }

        if (word == "half" && At(tokens, at + 1) == "-" && Units.Read(tokens, at + 2, 2) is { Kind: FigureKind.Duration or FigureKind.Measure } joined)
        {
            return new WordsAt(joined.Next, 0.5m, joined, false);
        }

        if (word == "half" && At(tokens, at + 1) is "a" or "an" && Units.Time(At(tokens, at + 2)) is { } halved)
        {
            return Duration(tokens, at + 3, 0.5m, halved, at + 2);
        }

        if (word is "quarter" or "четверть" or "четверти" && (word == "quarter" ? At(tokens, at + 1) is "of" && At(tokens, at + 2) is "an" && At(tokens, at + 3) == "hour" : At(tokens, at + 1) == "часа"))
        {
            var next = word == "quarter" ? at + 4 : at + 2;
            return Duration(tokens, next, 0.25m, "hour", next - 1);
        }

        // an hour and a half, a year and a half
        if (word is "an" or "a" && Units.Time(At(tokens, at + 1)) is { } whole && At(tokens, at + 2) is "and" && At(tokens, at + 3) is "a" && At(tokens, at + 4) is "half")
        {
            return Duration(tokens, at + 5, 1.5m, whole, at + 1);
        }

        // an hour and 20 minutes
        if (word is "an" or "a" && Units.Time(At(tokens, at + 1)) is { } single && At(tokens, at + 2) is "and"
            && TimeUnits.Continue(tokens, new UnitAt(FigureKind.Duration, single, at + 2, []), 1) is { } longer)
        {
            return new WordsAt(longer.Unit.Next, longer.Value, longer.Unit, false);
        }

        if (word == "couple" && At(tokens, at - 1) is "a" or "the" or "last" or "next" or "past" or "first" && (At(tokens, at + 1) is "of" || Units.Time(At(tokens, at + 1)) is not null))
        {
            return Vague(tokens, At(tokens, at + 1) is "of" ? at + 2 : at + 1, 2);
        }

        if (word is "пара" or "пару" or "пары" or "паре" or "парой" && Units.Read(tokens, at + 1, 2) is { Unit: not null, Kind: FigureKind.Count or FigureKind.Duration } pair && pair.Unit.Length > 2 && !Units.IsPast(pair.Unit))
        {
            return Vague(tokens, at + 1, 2);
        }

        // несколько сложнее, несколько неожиданно: somewhat
        if (Several.Contains(word) && word != "several" && (Units.Read(tokens, at + 1, 2).Unit is not { } some || IsDegree(some)) && !NumberWords.TryFind(At(tokens, at + 1), out _))
        {
            return null;
        }

        if (Several.Contains(word) || (word is "few" && At(tokens, at - 1) is "a" && At(tokens, at + 1) is not "of") || (word is "few" && At(tokens, at - 1) is "last" or "past" or "next" or "first")
            || (word is "handful" && At(tokens, at + 1) is "of"))
        {
            return Vague(tokens, At(tokens, at + 1) is "of" ? at + 2 : at + 1, null);
        }

        return null;
    }

    private static bool IsDegree(string word) =>
        word.EndsWith("ее", StringComparison.Ordinal) || word.EndsWith("нно", StringComparison.Ordinal) || word.EndsWith("ает", StringComparison.Ordinal) || word.EndsWith("яет", StringComparison.Ordinal)
        || word.EndsWith("ует", StringComparison.Ordinal) || word.EndsWith("ше", StringComparison.Ordinal) || Units.IsPast(word);

    private static WordsAt Duration(IReadOnlyList<FigureToken> tokens, int next, decimal value, string unit, int word) =>
        new(next, value, new UnitAt(FigureKind.Duration, unit, next, [tokens[word].Text]), false);

    private static WordsAt? Vague(IReadOnlyList<FigureToken> tokens, int next, decimal? value)
    {
        if (next < tokens.Count && NumberWords.TryFind(tokens[next].Text, out var scale) && scale.Part is NumberPart.Scale or NumberPart.Hundred)
        {
            // Several dozen is read with the numbers; a couple of thousand is two of them.
            var scaled = Units.Read(tokens, At(tokens, next + 1) is "of" ? next + 2 : next + 1, 2);
            return value is null ? null : new WordsAt(next + 1, value * scale.Value, scaled with { Next = Math.Max(scaled.Next, next + 1) }, true);
        }

        var unit = Units.Read(tokens, next, 2);
        return new WordsAt(next, value, unit with { Next = Math.Max(unit.Next, next) }, true);
    }

    private static string At(IReadOnlyList<FigureToken> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Text : "";
}
