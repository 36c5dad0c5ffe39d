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
        var dash = next.Text is "-" or "–" && at + 2 < tokens.Count && tokens[at + 2] is { IsPlain: true, Value: >= 1900 and <= 2100 } second && second.End - second.Start == 4
            && second.Value > token.Value && second.Value - token.Value < 40 && Units.Read(tokens, at + 3, second.Value).Unit is null;
        return dash || YearBefore.Contains(before) && !(isCounted && before is "и" or "and" or "на" or "the" or "of" or "за" or "по" or "for" or "after" or "до" or "to" or "from" or "с" or "от")
                || (!isCounted && Hedges.FindBefore(tokens, at, Math.Max(0, at - 6)).Count == 0 && unit.Kind == FigureKind.Count && !IsCounting(before))
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

        if (hyphen && tokens[word].Text.StartsWith("летн", StringComparison.Ordinal))
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

        return before is "aged" or "age" or "возрасте" || (tokens[word].Text is "лет" or "года" && before is "исполнилось")
            ? Made(text, tokens, at, tokens[word].Text is "лет" or "года" or "years" ? tokens[word].End : tokens[at].End, FigureKind.Age)
            : null;
    }

    private static (Figure, int)? Suffixed(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
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
            return Made(text, tokens, at, next.End, FigureKind.Year);
        }

        if (next.Text is "-" or "–" && at + 2 < tokens.Count && tokens[at + 2] is { IsGlued: true, Kind: TokenKind.Word } ending)
        {
            if (ending.Text is "й" or "го" or "му" or "м" or "я" or "ю" or "е" or "х" or "ый" or "ой" or "ая" or "ое" or "ые" or "ых" or "ом" or "ей" or "ми" or "ти"
                && !(ending.Text is "х" or "ти" or "ми" or "м" && tokens[at].Value < 10))
            {
                return Made(text, tokens, at, ending.End, ending.Text is "е" or "х" && tokens[at].Value >= 10 ? FigureKind.Year : FigureKind.Ordinal);
            }

            if (Codes.Contains(ending.Text))
            {
                return Made(text, tokens, at, ending.End, FigureKind.Reference);
            }
        }

        return next.Kind == TokenKind.Word && next.Text.Length == 1 && next.Text is not ("k" or "m" or "b" or "к" or "р" or "г" or "ч")
            ? Made(text, tokens, at, next.End, FigureKind.Name)
            : null;
    }
}
