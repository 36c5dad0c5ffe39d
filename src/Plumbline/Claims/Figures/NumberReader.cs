namespace Plumbline.Claims.Figures;

/// <summary>A number read at a token.</summary>
/// <param name="Next">First token after it.</param>
/// <param name="Value">Its value; of vague words twice their order.</param>
/// <param name="Step">The last place written.</param>
/// <param name="IsWords">True when no digit stands in it.</param>
/// <param name="IsScaled">True for digits with a scale word ("2.3 million").</param>
/// <param name="IsVague">True for "dozens", "сотни".</param>
/// <param name="IsPlainDigits">True for digits without separators or scale: may be a year.</param>
/// <param name="Mantissa">The number before the scale word.</param>
/// <param name="Scale">The scale word's value, 1 without one.</param>
internal readonly record struct NumberAt(
    int Next, decimal Value, decimal Step, bool IsWords, bool IsScaled, bool IsVague, bool IsPlainDigits, decimal Mantissa, decimal Scale);

/// <summary>Reads a number in digits, words or both at a token, in English or Russian.</summary>
internal static class NumberReader
{
    public static NumberAt? Read(IReadOnlyList<FigureToken> tokens, int at) =>
        at >= tokens.Count ? null
        : tokens[at].Kind == TokenKind.Number ? ReadDigits(tokens, at)
        : tokens[at].Kind == TokenKind.Word ? ReadVague(tokens, at) ?? ReadWords(tokens, at)
        : null;

    private static NumberAt? ReadDigits(IReadOnlyList<FigureToken> tokens, int at)
    {
        var token = tokens[at];
        if (token.Value < 0)
        {
            return null;
        }

        var step = 1m;
        for (var i = 0; i < token.Decimals; i++)
        {
            step /= 10;
        }

        var next = at + 1;
        if (next < tokens.Count && token.IsPlain && tokens[next] is { Kind: TokenKind.Number, Value: > 0 and < 1 } part && !char.IsAsciiDigit(part.Text[0]))
        {
            return Halved(tokens, next + 1, token.Value + part.Value, isWords: false);
        }

        if (token.IsPlain && token.Value is >= 1 and < 1000 && next + 1 < tokens.Count
            && ((tokens[next].Is("с") && tokens[next + 1].Is("половиной")) || (tokens[next].Is("and") && tokens[next + 1].Is("a") && next + 2 < tokens.Count && tokens[next + 2].Is("half"))))
        {
            return Halved(tokens, tokens[next].Is("с") ? next + 2 : next + 3, token.Value + 0.5m, isWords: false);
        }

        if (ScaleAt(tokens, next, token) is not { } scale)
        {
            return new NumberAt(next, token.Value, step, false, false, false, token.IsPlain, token.Value, 1);
        }

        next = AfterScale(tokens, next);
        if (token.Value > 1_000_000)
        {
            return null;
        }

        var value = token.Value * scale;
        // 2 млн 300 тыс.
        if (next < tokens.Count && tokens[next].Kind == TokenKind.Number && tokens[next].Value is >= 1 and < 1000
            && ScaleAt(tokens, next + 1, tokens[next]) is { } lower && lower < scale && scale >= 1_000_000)
        {
            return new NumberAt(AfterScale(tokens, next + 1), value + (tokens[next].Value * lower), lower, false, true, false, false, token.Value, scale);
        }

        // 6 тыс. 300 человек
        if (scale == 1_000 && next < tokens.Count && token.IsPlain && tokens[next] is { IsPlain: true, IsGlued: false, Value: >= 100 and < 1000 } && tokens[at + 1].Text.StartsWith("тыс", StringComparison.Ordinal))
        {
            return new NumberAt(next + 1, value + tokens[next].Value, 1, false, false, false, false, value + tokens[next].Value, 1);
        }

        return new NumberAt(next, value, step * scale, false, true, false, false, token.Value, scale);
    }

    /// <summary>Two and a half, with a scale word behind it when there is one ("две с половиной тысячи").</summary>
    private static NumberAt Halved(IReadOnlyList<FigureToken> tokens, int next, decimal value, bool isWords) =>
        next < tokens.Count && tokens[next].Kind == TokenKind.Word && NumberWords.TryFind(tokens[next].Text, out var scale) && scale.Part is NumberPart.Scale or NumberPart.Hundred
            ? new NumberAt(AfterScale(tokens, next), value * scale.Value, scale.Value / 2, isWords, true, false, false, value, scale.Value)
            : new NumberAt(next, value, 0.5m, isWords, false, false, false, value, 1);

    private static decimal? ScaleAt(IReadOnlyList<FigureToken> tokens, int at, FigureToken number)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var word = tokens[at];
        if (word.IsGlued)
        {
            // 221B Baker Street
            if (word.Text is "k" && number.Value is 2 or 4 or 8 && !(at > 1 && Units.Currency(tokens[at - 2].Text) is not null))
            {
                return null;
            }

            if (word.Text.Length == 1 && number.Decimals == 0 && at + 1 < tokens.Count && tokens[at + 1].IsCapital && !(at > 1 && Units.Currency(tokens[at - 2].Text) is not null))
            {
                return null;
            }

            return word.Text switch
            {
                "k" or "к" => 1_000,
                "m" or "mn" or "млн" or "mln" => 1_000_000,
                "bn" or "b" or "млрд" or "bln" => 1_000_000_000,
                "tn" or "трлн" => 1_000_000_000_000,
                "тыс" => 1_000,
                _ => null,
            };
        }

        return NumberWords.TryFind(word.Text, out var scale) && scale.Part is NumberPart.Scale or NumberPart.Hundred && word.Text != "scores" && number.Value >= 0
            ? scale.Value
            : null;
    }

    /// <summary>Past the scale word and the point of its abbreviation.</summary>
    private static int AfterScale(IReadOnlyList<FigureToken> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Text is "тыс" or "млн" or "млрд" or "трлн" && at + 1 < tokens.Count
        && tokens[at + 1].Is(".") && tokens[at + 1].IsGlued && !tokens[at + 1].EndsSentence ? at + 2 : at + 1;

    private static NumberAt? ReadVague(IReadOnlyList<FigureToken> tokens, int at)
    {
        var first = tokens[at];
        var next = at + 1;
        decimal value;
        if (first.Text is "several" or "few" or "несколько" or "нескольких" or "нескольким" or "несколькими"
            && next < tokens.Count && NumberWords.TryFind(tokens[next].Text, out var counted)
            && counted.Part is NumberPart.Scale or NumberPart.Hundred)
        {
            value = counted.Value;
            next++;
        }
        else if (NumberWords.TryFind(first.Text, out var order) && order is { Part: NumberPart.Scale, IsPlural: true } && !IsOneOf(tokens, at))
        {
            value = order.Value;
        }
        else
        {
            return null;
        }

        // tens of thousands, десятки тысяч
        var over = next < tokens.Count && tokens[next].Is("of") ? next + 1 : next;
        if (over < tokens.Count && NumberWords.TryFind(tokens[over].Text, out var upper) && upper.Part == NumberPart.Scale && upper.Value > value)
        {
            return new NumberAt(over + 1, value * upper.Value * 2, value * upper.Value, true, false, true, false, value, upper.Value);
        }

        return first.Text == "tens" && over == next
            ? null
            : new NumberAt(next, value * 2, value, true, false, true, false, 2, value);
    }

    /// <summary>The instrumental of seven, which is also the accusative of family: a plural in the same case follows.</summary>
    private static bool IsSeven(IReadOnlyList<FigureToken> tokens, int at) =>
        at + 1 < tokens.Count && (tokens[at + 1].Text.EndsWith("ми", StringComparison.Ordinal) || NumberWords.TryFind(tokens[at + 1].Text, out _));

    /// <summary>"около сотни", "более тысячи": the genitive of one hundred, not hundreds.</summary>
    private static bool IsOneOf(IReadOnlyList<FigureToken> tokens, int at) =>
        tokens[at].Text is "сотни" or "тысячи" or "дюжины" && at > 0
        && tokens[at - 1].Text is "около" or "более" or "свыше" or "менее" or "больше" or "меньше" or "до" or "порядка" or "чуть" or "примерно" or "от"
            or "чем" or "одной";

    private static NumberAt? ReadWords(IReadOnlyList<FigureToken> tokens, int at)
    {
        decimal total = 0, current = 0, lastScale = decimal.MaxValue;
        var room = 1000m;
        var scale = 1m;
        var i = at;
        var any = false;
        var half = false;
        // half a million
        // half a dozen, several hundred thousand
        if (tokens[at].Is("half") && at + 2 < tokens.Count && tokens[at + 1].Text is "a" or "of" && NumberWords.TryFind(tokens[at + 2].Text, out var halved)
            && halved.Part == NumberPart.Scale)
        {
            return new NumberAt(at + 3, halved.Value / 2, halved.Value / 2, true, true, false, false, 0.5m, halved.Value);
        }

        while (i < tokens.Count && tokens[i].Kind == TokenKind.Word)
        {
            var token = tokens[i];
            if (!NumberWords.TryFind(token.Text, out var word) || token.Text == "m" || (token.Text == "семью" && !IsSeven(tokens, i)))
            {
                break;
            }

            if (word.Part == NumberPart.Alone)
            {
                if (any)
                {
                    break;
                }

                i++;
                any = true;
                current = word.Value;
                room = 0;
                half = word.Value == 1.5m;
            }
            else if (word.Part is NumberPart.One or NumberPart.Teen or NumberPart.Ten or NumberPart.Hundreds)
            {
                var needed = word.Part switch { NumberPart.One => 10, NumberPart.Teen or NumberPart.Ten => 100, _ => 1000 };
                if (room < needed)
                {
                    break;
                }

                current += word.Value;
                room = word.Part switch { NumberPart.Ten => 10, NumberPart.Hundreds => 100, _ => 1 };
                any = true;
                i++;
                // twenty-nine
                if (word.Part == NumberPart.Ten && i + 1 < tokens.Count && tokens[i].Text is "-" && tokens[i].IsGlued && tokens[i + 1].IsGlued
                    && NumberWords.TryFind(tokens[i + 1].Text, out var small) && small.Part == NumberPart.One && char.IsAscii(token.Text[0]))
                {
                    current += small.Value;
                    room = 1;
                    i += 2;
                }
            }
            else if (word.Part == NumberPart.Hundred)
            {
                if (any && current is < 1 or >= 100)
                {
                    break;
                }

                current = (any ? current : 1) * 100;
                room = 100;
                any = true;
                i++;
            }
            else
            {
                if (word.Value >= lastScale || (any && current == 0) || (word.IsPlural && !any && !IsOneOf(tokens, i)) || (!any && token.Text is "bn" or "mln" or "млн" or "тыс" or "млрд"))
                {
                    break;
                }

                scale = word.Value;
                total += (any ? current : 1) * word.Value;
                current = 0;
                lastScale = word.Value;
                any = true;
                room = word.Value >= 1000 ? 1000 : 0;
                i = AfterScale(tokens, i);
                if (half || word.Value < 1000)
                {
                    break;
                }
            }

            // a hundred and five
            if (i + 1 < tokens.Count && tokens[i].Is("and") && room is 100 or 1000 && NumberWords.TryFind(tokens[i + 1].Text, out var after)
                && after.Part is NumberPart.One or NumberPart.Teen or NumberPart.Ten && (total > 0 || current >= 100))
            {
                i++;
            }
        }

        if (!any)
        {
            return null;
        }

        // two and a half, два с половиной
        var value = total + current;
        if (i + 1 < tokens.Count && value is >= 1 and < 100 && room > 0
            && ((i + 2 < tokens.Count && tokens[i].Is("and") && tokens[i + 1].Is("a") && tokens[i + 2].Is("half")) || (tokens[i].Is("с") && tokens[i + 1].Is("половиной"))))
        {
            var behind = tokens[i].Is("с") ? i + 2 : i + 3;
            return Halved(tokens, behind, value + 0.5m, isWords: true);
        }

        // eight-and-a-half
        if (i + 5 < tokens.Count && tokens[i].Is("-") && tokens[i + 1].Is("and") && tokens[i + 3].Is("a") && tokens[i + 5].Is("half"))
        {
            return Halved(tokens, i + 6, value + 0.5m, isWords: true);
        }

        return new NumberAt(i, value, scale > 1 && current == 0 ? scale : 1, true, false, false, false, scale > 1 ? value / scale : value, scale);
    }
}
