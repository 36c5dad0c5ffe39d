namespace Plumbline.Claims.Figures;

/// <summary>A range read from its first number on.</summary>
/// <param name="Start">Token of its opening word ("from", "от"), or of the first number.</param>
/// <param name="First">Lower value.</param>
/// <param name="Last">Upper value.</param>
/// <param name="FirstNext">First token behind the first number.</param>
/// <param name="SecondAt">Token of the second number.</param>
/// <param name="Second">The second number.</param>
/// <param name="Unit">Unit of both; <c>minute</c> when two units of time differ.</param>
internal readonly record struct RangeAt(int Start, decimal First, decimal Last, int FirstNext, int SecondAt, NumberAt Second, UnitAt Unit);

/// <summary>"from 10 to 18", "7–9", "от трёх до пятнадцати", "seven or eight", "from 10 minutes to 18 hours".</summary>
internal static class RangeReader
{
    /// <summary>Verbs after which "from A to B" is a change and not a range.</summary>
    private static readonly string[] Changes =
    [
        "doubl", "tripl", "trebl", "halv", "climb", "surg", "soar", "shrank", "plung", "удвои", "утрои", "вдвое", "втрое", "возрос", "уменьш", "rose", "risen", "rise", "grew", "grow", "increas", "fell", "fall", "drop", "declin", "went", "cut", "reduc", "rais", "jump", "chang", "рост", "прирост", "паден", "спад", "выр", "увелич", "сниз", "сокра", "упал", "подня", "изменил",
    ];

    public static RangeAt? Read(IReadOnlyList<FigureToken> tokens, int at, int floor, NumberAt first, UnitAt firstUnit)
    {
        if (first.IsVague)
        {
            return null;
        }

        var opener = at > floor ? tokens[at - 1].Text : "";
        var opened = opener is "from" or "between" or "от" or "с" or "между";
        foreach (var joint in firstUnit.Next > first.Next && firstUnit.Unit is not null ? new[] { firstUnit.Next, first.Next } : [first.Next])
        {
            if (joint >= tokens.Count || !Joins(tokens, joint, opener, joint == first.Next, out var glued))
            {
                continue;
            }

            var second = joint + 1;
            if (second < tokens.Count && Units.Currency(tokens[second].Text) is not null && tokens[second].Kind == TokenKind.Symbol)
            {
                second++;
            }

            if (NumberReader.Read(tokens, second) is not { IsVague: false } last || (last.IsPlainDigits && tokens[second].Is("0")))
            {
                continue;
            }

            var unit = Units.Read(tokens, last.Next, last.Value);
            if (Values(first, joint == first.Next ? null : firstUnit, last, ref unit) is not { } values || (glued && unit.Unit is null && first.IsPlainDigits && first.Value > 999 && last.Value < 100))
            {
                continue;
            }

            if ((tokens[joint].Is("to") && opener == "by") || (tokens[joint].Is("to") && opener != "from" && opener != "between" && IsChange(tokens, at, floor)))
            {
                return null;
            }

            if (opener is "from" or "с" or "от" && IsChange(tokens, at - 1, floor))
            {
                return null;
            }

            return new RangeAt(opened ? at - 1 : at, values.Low, values.High, first.Next, second, last, unit);
        }

        return null;
    }

    /// <summary>
    /// The second number of a change ("raised from 20,000 to 30,000 roubles", "с 20 до 27 млн рублей"): its unit and scale are the
    /// first one's too.
    /// </summary>
    public static (NumberAt Number, UnitAt Unit)? Shared(IReadOnlyList<FigureToken> tokens, int at, int floor, NumberAt first)
    {
        var opener = at > floor ? tokens[at - 1].Text : "";
        if (opener is not ("from" or "с" or "со") || first.Next >= tokens.Count || tokens[first.Next].Text is not ("to" or "до") || !IsChange(tokens, at - 1, floor)
            || NumberReader.Read(tokens, first.Next + 1) is not { IsVague: false } second)
        {
            return null;
        }

        var unit = Units.Read(tokens, second.Next, second.Value);
        var scaled = second.Scale > 1 && first.Scale == 1 && first.Value < 1000 ? first with { Value = first.Value * second.Scale, Step = first.Step * second.Scale, IsScaled = true } : first;
        return unit.Unit is null ? null : (scaled, unit with { Next = first.Next });
    }

    private static bool Joins(IReadOnlyList<FigureToken> tokens, int at, string opener, bool isDirect, out bool glued)
    {
        var token = tokens[at];
        glued = token.Text is "-" or "–";
        return token.Text switch
        {
            "to" => true,
            "до" => opener is "от" or "с",
            "and" => opener is "between",
            "и" => opener is "между",
            "or" or "или" => isDirect,
            "-" or "–" => isDirect && at + 1 < tokens.Count
                && ((token.IsGlued && tokens[at + 1].IsGlued)
                    || (token.Text == "–" && !token.IsGlued && !tokens[at + 1].IsGlued && tokens[at + 1].Kind == TokenKind.Number && Units.Read(tokens, at + 2, 2).Unit is not null)),
            _ => false,
        };
    }

    private static (decimal Low, decimal High)? Values(NumberAt first, UnitAt? firstUnit, NumberAt last, ref UnitAt unit)
    {
        var low = first.Value;
        var high = last.Value;
        if (firstUnit is { } own)
        {
            if (own.Kind != unit.Kind)
            {
                return null;
            }

            if (own.Kind == FigureKind.Duration && own.Unit != unit.Unit)
            {
                if (TimeUnits.Minutes(own.Unit) is not { } minutes || TimeUnits.Minutes(unit.Unit) is not { } others)
                {
                    return null;
                }

                low *= minutes;
                high *= others;
                unit = unit with { Unit = "minute" };
            }
            else if (own.Kind == FigureKind.Count && own.Unit != unit.Unit)
            {
                return null;
            }
        }
        else if (last.Scale > 1 && first.Scale == 1 && first.Value < 1000 && first.Value <= last.Mantissa)
        {
            // 20-30 thousand
            low *= last.Scale;
        }

        return low < high ? (low, high) : null;
    }

    private static bool IsChange(IReadOnlyList<FigureToken> tokens, int opener, int floor)
    {
        for (var i = opener - 1; i >= Math.Max(Math.Max(0, floor - 8), opener - 8) && !tokens[i].EndsSentence; i--)
        {
            if (Changes.Any(c => tokens[i].Text.StartsWith(c, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
