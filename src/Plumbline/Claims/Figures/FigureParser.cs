using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>
/// Finds every figure in prose, English or Russian, and says what it means. Each token is offered to the readers in
/// turn: numbers that need no backing (<see cref="PlainNumbers"/>), shares in words (<see cref="ShareReader"/>), then
/// numbers with unit, range and hedges. Thread safe; the same text always gives the same figures.
/// </summary>
public static class FigureParser
{
    /// <summary>The figures of a text (one block of a draft) in order; none overlap.</summary>
    /// <param name="text">Prose.</param>
    /// <param name="claims">The links of claims in it: words such as "all" and "nobody" are figures there.</param>
    public static IReadOnlyList<Figure> Parse(string text, IReadOnlyList<TextSpan>? claims = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = FigureTokens.Of(text);
        var figures = new List<Figure>();
        var floor = 0;
        for (var i = 0; i < tokens.Count;)
        {
            var inClaim = claims is not null && claims.Any(c => c.Contains(tokens[i].Span));
            if ((PlainNumbers.Read(text, tokens, i) ?? Share(text, tokens, i, floor, inClaim) ?? Counted(text, tokens, i, floor, inClaim)) is { } found)
            {
                figures.Add(found.Figure);
                i = floor = Math.Max(found.Next, i + 1);
            }
            else
            {
                i++;
            }
        }

        return figures;
    }

    private static (Figure Figure, int Next)? Share(string text, List<FigureToken> tokens, int at, int floor, bool inClaim)
    {
        if (ShareReader.Read(tokens, at, floor, inClaim) is not { } share)
        {
            return null;
        }

        var hedge = HedgeReading.Of(tokens, share.Start, floor);
        var noun = share.Next < tokens.Count && tokens[share.Next].Is("of") ? share.Next + 1 : share.Next;
        noun = noun < tokens.Count && tokens[noun].Text is "the" or "all" or "these" or "those" or "its" or "их" or "всех" or "этих" ? noun + 1 : noun;
        var unit = Units.Read(tokens, noun, 2);
        // "most" under a hedge stays "most"; "not all" is less than all.
        var span = new TextSpan(tokens[hedge.First].Start, tokens[share.Next - 1].End);
        return (new Figure
        {
            Span = span,
            Number = new TextSpan(tokens[share.Start].Start, tokens[share.Next - 1].End),
            Text = span.In(text),
            Kind = share.Kind,
            Relation = share.Relation != Relation.Exactly ? share.Relation : share.IsAll && hedge.IsNegated ? Relation.LessThan : hedge.Relation,
            Low = share.Value,
            High = share.Value,
            Unit = unit.Kind == FigureKind.Count ? unit.Unit : null,
            Words = unit.Words,
            Step = share.Kind == FigureKind.Share && !share.IsAll && !share.IsNone ? 0.04m : 0,
            IsRounded = share.Kind == FigureKind.Share && !share.IsAll && !share.IsNone && share.Relation == Relation.Exactly && hedge.Relation == Relation.Exactly,
            IsNearly = hedge.IsNearly,
            IsOnly = hedge.IsOnly,
            IsAll = share.IsAll,
            IsNone = share.IsNone,
            IsNegated = hedge.IsNegated && !share.IsAll,
        }, share.Next);
    }

    private static (Figure Figure, int Next)? Counted(string text, List<FigureToken> tokens, int at, int floor, bool inClaim)
    {
        if (NumberReader.Read(tokens, at) is not { } number)
        {
            return null;
        }

        var start = at > floor && tokens[at - 1].Is("a") && number.IsWords ? at - 1 : at;
        var currency = start > floor ? Units.Currency(tokens[start - 1].Text) : null;
        if (currency is not null)
        {
            start -= start - 1 > floor && tokens[start - 2].Is("us") ? 2 : 1;
        }

        // dozens of people
        var counted = number.IsVague && number.Next < tokens.Count && tokens[number.Next].Is("of") ? number.Next + 1 : number.Next;
        var unit = Units.Read(tokens, counted, number.Value);
        var range = RangeReader.Read(tokens, at, floor, number, unit);
        if (range is { } both)
        {
            number = both.Second;
            unit = both.Unit;
            start = both.Start < start ? both.Start : start;
        }

        if (currency is not null)
        {
            unit = new UnitAt(FigureKind.Money, currency, unit.Kind == FigureKind.Money ? unit.Next : number.Next, []);
        }

        var hedge = HedgeReading.Of(tokens, start, floor);
        var end = unit.Next;
        if (Hedges.FindAfter(tokens, number.Next) is { } behindNumber && range is null)
        {
            hedge = hedge.With(behindNumber.Kind);
            if (unit.Next <= number.Next)
            {
                unit = Units.Read(tokens, behindNumber.Edge, number.Value);
            }

            end = Math.Max(behindNumber.Edge, unit.Next);
        }
        else if (Hedges.FindAfter(tokens, unit.Next) is { } behindUnit)
        {
            hedge = hedge.With(behindUnit.Kind);
            end = behindUnit.Edge;
        }

        var noun = unit.Unit ?? Units.NounBefore(tokens, start, floor);
        var isHyphened = number.IsWords && number.Next < tokens.Count && tokens[number.Next].Is("-") && tokens[number.Next].IsGlued && unit.Kind == FigureKind.Count;
        var isOne = number.IsWords && number.Value == 1 && range is null && at + 1 == number.Next && !inClaim && !hedge.IsOnly
            && (!hedge.IsBound || hedge.First == start);
        var kind = IsOld(tokens, number.Next, out var old) ? FigureKind.Age
            : isHyphened || isOne ? FigureKind.Idiom
            : number.IsVague && unit.Kind == FigureKind.Count ? FigureKind.Vague
            : unit.Kind == FigureKind.Count && IsAverage(tokens, hedge.First, floor) ? FigureKind.Average
            : unit.Kind;
        end = old > 0 ? old : end;
        var relation = range is not null && hedge.Relation is Relation.Exactly or Relation.About ? Relation.Between
            : number.IsVague && hedge.Relation == Relation.Exactly ? Relation.AtLeast
            : hedge.Relation;
        var span = new TextSpan(tokens[hedge.First].Start, tokens[Math.Max(end, number.Next) - 1].End);
        var first = range?.First ?? number.Value;
        return (new Figure
        {
            Span = span,
            Number = new TextSpan(tokens[at].Start, tokens[number.Next - 1].End),
            Text = span.In(text),
            Kind = kind,
            Relation = relation,
            Low = first,
            High = range?.Last ?? number.Value,
            Unit = noun,
            Words = unit.Words.Count > 0 || noun is null || unit.Kind != FigureKind.Count ? unit.Words : [noun],
            Step = number.Step,
            IsRounded = relation == Relation.Exactly && number.IsScaled,
            IsNearly = hedge.IsNearly,
            IsOnly = hedge.IsOnly,
            IsAll = hedge.IsAll || NumberWords.IsBoth(tokens[at].Text),
            IsNegated = hedge.IsNegated,
            LowNumber = range is { } r ? new TextSpan(tokens[at].Start, tokens[r.FirstNext - 1].End) : null,
            HighNumber = range is { } s ? new TextSpan(tokens[s.SecondAt].Start, tokens[number.Next - 1].End) : null,
        }, Math.Max(end, number.Next));
    }

    private static bool IsOld(List<FigureToken> tokens, int at, out int end)
    {
        end = 0;
        var i = at < tokens.Count && tokens[at].Is("-") ? at + 1 : at;
        if (i + 1 < tokens.Count && tokens[i].Text is "year" or "years")
        {
            var old = tokens[i + 1].Is("-") ? i + 2 : i + 1;
            end = old < tokens.Count && tokens[old].Is("old") ? old + 1 : 0;
        }

        return end > 0;
    }

    private static bool IsAverage(List<FigureToken> tokens, int first, int floor)
    {
        for (var i = Math.Max(floor, first - 3); i < first; i++)
        {
            if (tokens[i].Text is "average" or "mean" or "median" or "averaged" or "среднем" or "средняя" or "средний" or "среднее")
            {
                return true;
            }
        }

        return false;
    }
}
