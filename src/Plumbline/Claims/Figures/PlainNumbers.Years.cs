using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>Years, ages, ordinals and numbers in names.</summary>
internal static partial class PlainNumbers
{
    private static bool IsNamed(IReadOnlyList<FigureToken> tokens, int at) =>
        (tokens[at].IsCapital && at > 0 && tokens[at - 1].Kind == TokenKind.Word)
        || (tokens[at].Text is "тысяч" or "миллионов" or "миллиардов" or "сотен" && Hedges.FindBefore(tokens, at, Math.Max(0, at - 4)).Count == 0
            && (at == 0 || tokens[at - 1].Text is not ("несколько" or "нескольких" or "много" or "десятки" or "сотни" or "десятков")));

    private static (Figure, int)? Year(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var token = tokens[at];
        if (!token.IsPlain || token.End - token.Start != 4 || token.Value is < 1800 or > 2100)
        {
            return null;
        }

        var next = at + 1 < tokens.Count ? tokens[at + 1] : default;
        if (next.Text is "год" or "года" or "году" or "годом" or "гг" or "г" or "годы" or "годов" or "годах" or "годам")
        {
            var end = next.Text is "г" or "гг" && at + 2 < tokens.Count && tokens[at + 2].Is(".") && tokens[at + 2].IsGlued ? tokens[at + 2].End : next.End;
            return Dated(Made(text, tokens, at, end, FigureKind.Year), CivilDate.Year((int)token.Value));
        }

        if (token.Value < 1900)
        {
            return null;
        }

        // from 2000 to 2500 people
        if (at + 2 < tokens.Count && next.Text is "to" or "до" or "-" or "–" or "or" or "или" && NumberReader.Read(tokens, at + 2) is { } last
            && Units.Read(tokens, last.Next, last.Value) is { Unit: not null, Kind: not FigureKind.Duration } && !tokens[last.Next].IsCapital)
        {
            return null;
        }

        // 2011-2012 is a pair of years unless a noun follows; then 1978 is a count, too, unless "in" stands before.
        var before = at > 0 ? tokens[at - 1].Text : "";
        var unit = Units.Read(tokens, at + 1, token.Value);
        var isCounted = unit.Unit is not null && unit.Kind != FigureKind.Duration && !next.IsCapital;
        // The 2012 elections, a 2013 report: in English a year stands before a noun as an adjective, unless what follows is counted as people and cases are.
        if (isCounted && unit.Kind == FigureKind.Count && char.IsAscii(next.Text[0]) && Hedges.FindBefore(tokens, at, Math.Max(0, at - 6)).Count == 0
            && (!PeopleCounted.Contains(unit.Unit!) || before is "the" or "a" or "his" or "her" or "their" or "its" || before.EndsWith("'s", StringComparison.Ordinal)))
        {
            isCounted = false;
        }

        // 1050 из 2100, 861 of 2100, out of 2000
        if (at > 0 && (before is "из" || (before is "of" && at > 1 && (tokens[at - 2].Kind == TokenKind.Number || tokens[at - 2].Is("out")))) && at > 1
            && next.Text is not ("год" or "года"))
        {
            return null;
        }

        // 2012-2014, 2011/12
        if (next.Text is "-" or "–" or "/" && next.IsGlued && at + 2 < tokens.Count && tokens[at + 2] is { IsGlued: true, IsPlain: true } upper
            && ((upper.End - upper.Start == 4 && upper.Value > token.Value && upper.Value - token.Value < 100) || (upper.End - upper.Start == 2 && (token.Value + 1) % 100 == upper.Value))
            && !(Units.Read(tokens, at + 3, upper.Value) is { Unit: { } counted } && PeopleCounted.Contains(counted)) && !(at + 3 < tokens.Count && Units.Read(tokens, at + 3, upper.Value) is { Unit: not null, Kind: FigureKind.Count } && !char.IsAscii(tokens[at + 3].Text[0])
                && tokens[at + 3].Text is not ("гг" or "годы" or "годах" or "годов" or "годам")))
        {
            var behind = at + 3 < tokens.Count && tokens[at + 3].Text is "годы" or "годах" or "годов" or "годам" or "года" or "гг" ? tokens[at + 3].End : upper.End;
            return Made(text, tokens, at, behind, FigureKind.Year);
        }

        var dash = next.Text is "-" or "–" && at + 2 < tokens.Count && tokens[at + 2] is { IsPlain: true, Value: >= 1900 and <= 2100 } second && second.End - second.Start == 4
            && second.Value > token.Value && second.Value - token.Value < 40 && Units.Read(tokens, at + 3, second.Value).Unit is null;
        return dash || YearBefore.Contains(before) && !(isCounted && before is "и" or "and" or "на" or "the" or "of" or "за" or "по" or "for" or "after" or "до" or "to" or "from" or "с" or "от")
                || (!isCounted && token.Value <= 2060 && Hedges.FindBefore(tokens, at, Math.Max(0, at - 6)).Count == 0 && unit.Kind == FigureKind.Count && !IsCounting(before))
            ? Dated(Made(text, tokens, at, token.End, FigureKind.Year), CivilDate.Year((int)token.Value))
            : null;
    }

    private static bool IsCounting(string before) =>
        before is "was" or "were" or "reached" or "составило" or "задержано" or "задержаны" or "detained" or "arrested" or "$" or "€" or "₽" or ":";

    private static (Figure, int)? Age(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var next = at + 1;
        var hyphen = next < tokens.Count && tokens[next].Is("-") && tokens[next].IsGlued;
        var word = hyphen ? next + 1 : next;
        var before = at > 0 ? tokens[at - 1].Text : "";
        if (word >= tokens.Count)
        {
            return before is "aged" or "age" ? Made(text, tokens, at, tokens[at].End, FigureKind.Age) : null;
        }

        if (hyphen && tokens[word].Text.StartsWith("летн", StringComparison.Ordinal) && !(word + 1 < tokens.Count && AdjectiveUnits.IsSpan(tokens[word + 1].Text)))
        {
            return Made(text, tokens, at, tokens[word].End, FigureKind.Age);
        }

        if (tokens[word].Text is "year" or "years")
        {
            var old = word + 1 < tokens.Count && tokens[word + 1].Is("-") ? word + 2 : word + 1;
            if (old < tokens.Count && tokens[old].Is("old"))
            {
                return Made(text, tokens, at, tokens[old].End, FigureKind.Age);
            }
        }

        if (IsAgeInCommas(tokens, at))
        {
            return Made(text, tokens, at, tokens[at].End, FigureKind.Age);
        }

        return (before is "aged" or "age" or "ages" or "возрасте" && RangeReader.Read(tokens, at, at, NumberReader.Read(tokens, at) ?? default, Units.Read(tokens, at + 1, 2)) is null && NumberReader.Read(tokens, at) is not null) || (tokens[word].Text is "лет" or "года" && before is "исполнилось")
            ? Made(text, tokens, at, tokens[word].Text is "лет" or "года" or "years" ? tokens[word].End : tokens[at].End, FigureKind.Age)
            : null;
    }

    private static (Figure, int)? Suffixed(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        // 112 созыва: a genitive singular after five and more can only be a place in an order.
        if (at + 1 < tokens.Count && tokens[at] is { IsPlain: true, Value: > 4 and < 1000 } && tokens[at].Value % 10 is 0 or > 4 && tokens[at + 1].Text is "созыва" or "века" or "съезда" or "сессии" or "этажа" or "этаже" or "тура" or "класса" or "конвенции" or "сезона" or "конгресса")
        {
            return Made(text, tokens, at, tokens[at].End, FigureKind.Ordinal);
        }

        if (at + 1 >= tokens.Count || !tokens[at + 1].IsGlued)
        {
            return null;
        }

        var next = tokens[at + 1];
        if (next.Text is "st" or "nd" or "rd" or "th")
        {
            return Dated(Made(text, tokens, at, next.End, FigureKind.Ordinal), null);
        }

        if (next.Is("s") || (next.Is("'s") && tokens[at].Value > 1000))
        {
            return Made(text, tokens, at, next.End, at > 0 && tokens[at - 1].Text is "his" or "her" or "their" or "mid" ? FigureKind.Age : FigureKind.Year);
        }

        if (next.Text is "-" or "–" && at + 2 < tokens.Count && tokens[at + 2] is { IsGlued: true, Kind: TokenKind.Word } ending)
        {
            if (ending.Text is "й" or "го" or "му" or "м" or "я" or "ю" or "е" or "х" or "ый" or "ой" or "ая" or "ое" or "ые" or "ых" or "ом" or "ей" or "ми" or "ти"
                && !(ending.Text is "х" or "ти" or "ми" && tokens[at].Value < 10))
            {
                if (tokens[at] is { IsPlain: true, Value: >= 1900 and <= 2100 })
                {
                    return Made(text, tokens, at, at + 3 < tokens.Count && tokens[at + 3].Text is "году" or "года" or "год" or "годов" or "годах" or "годы" ? tokens[at + 3].End : ending.End, FigureKind.Year);
                }

                return Made(text, tokens, at, ending.End, ending.Text is "е" or "х" && tokens[at].Value >= 10 ? FigureKind.Year : FigureKind.Ordinal);
            }

            if (Codes.Contains(ending.Text))
            {
                return Made(text, tokens, at, ending.End, FigureKind.Reference);
            }
        }

        return next.Kind == TokenKind.Word && next.Text.Length == 1 && (next.Text is "k" && NumberReader.Read(tokens, at) is { IsScaled: false } || next.Text is not ("k" or "m" or "b" or "к" or "р" or "г" or "ч"))
            ? Made(text, tokens, at, next.End, FigureKind.Name)
            : null;
    }
}
