using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>
/// Finds every figure in prose, English or Russian, and says what it means. Each token is offered to the readers in
/// turn: numbers that need no backing (<see cref="PlainNumbers"/>), shares in words (<see cref="ShareReader"/>), ordinals in
/// words (<see cref="OrdinalWords"/>), then numbers with unit, range and hedges (<see cref="CountReader"/>). Thread safe; the same text always gives the same figures.
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
            if ((PlainNumbers.Read(text, tokens, i) ?? Share(text, tokens, i, floor, inClaim) ?? OrdinalWords.Read(text, tokens, i) ?? CountReader.Read(text, tokens, i, floor, inClaim)) is { } found)
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
        var last = share.Kind == FigureKind.Count && !share.IsNone && unit.Unit is not null ? Math.Max(unit.Next, share.Next) : share.Next;
        var span = new TextSpan(tokens[hedge.First].Start, tokens[last - 1].End);
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
            Step = share.Kind == FigureKind.Share && !share.IsAll && !share.IsNone ? 0.04m : share.Step,
            IsRounded = share.Kind == FigureKind.Share && !share.IsAll && !share.IsNone && share.Relation == Relation.Exactly && hedge.Relation == Relation.Exactly,
            IsNearly = hedge.IsNearly,
            IsOnly = hedge.IsOnly,
            IsAll = share.IsAll,
            IsNone = share.IsNone,
            IsNegated = hedge.IsNegated && !share.IsAll,
        }, last);
    }
}
