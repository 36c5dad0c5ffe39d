using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>Numbers that count or measure, with their unit, range, hedges and what turns them into an average or an age.</summary>
internal static class CountReader
{
    public static (Figure Figure, int Next)? Read(string text, IReadOnlyList<FigureToken> tokens, int at, int floor, bool inClaim)
    {
        if (InvertedNumber.Read(text, tokens, at, floor) is { } inverted)
        {
            return inverted;
        }

        var words = HalfWords.Read(tokens, at);
        if ((words is { } half ? new NumberAt(half.Next, half.Value ?? 0, 1, true, false, half.IsVague, false, half.Value ?? 0, 1) : NumberReader.Read(tokens, at)) is not { } number)
        {
            return null;
        }

        var start = at > floor && tokens[at - 1].Is("a") && number.IsWords ? at - 1 : at;
        var currency = start > floor ? Units.Currency(tokens[start - 1].Text) : null;
        if (currency is not null && tokens[start - 1].Kind == TokenKind.Word && (start - 2 >= floor && tokens[start - 2].Kind == TokenKind.Number || number.IsWords))
        {
            currency = null;
        }

        if (currency is not null)
        {
            start -= start - 1 > floor && tokens[start - 2].Is("us") ? 2 : 1;
        }

        // dozens of people
        var counted = number.IsVague && number.Next < tokens.Count && tokens[number.Next].Is("of") ? number.Next + 1 : number.Next;
        var unit = words?.Unit ?? Units.Read(tokens, counted, number.Value);
        var range = words is null ? RangeReader.Read(tokens, at, floor, number, unit) : null;
        if (range is { } both)
        {
            number = both.Second;
            unit = both.Unit;
            start = both.Start < start ? both.Start : start;
        }

        if (range is null && words is null && currency is null && unit.Unit is null && RangeReader.Shared(tokens, at, floor, number) is { } shared)
        {
            (number, unit) = shared;
        }

        if (currency is not null)
        {
            unit = new UnitAt(FigureKind.Money, currency, unit.Kind == FigureKind.Money ? unit.Next : number.Next, []);
        }

        var value = range?.Last ?? number.Value;
        if (range is null && start > 0 && start == at && ((unit.Unit?.StartsWith('°') == true && tokens[at - 1].Text is "-" or "–" && tokens[at].IsGlued && !tokens[at - 1].IsGlued)
            || (tokens[at - 1].Text is "minus" or "минус" && unit.Kind == FigureKind.Measure)))
        {
            value = -value;
            start--;
        }

        if (range is null && unit.Kind == FigureKind.Duration && words is null && TimeUnits.Continue(tokens, unit, number.Value) is { } longer)
        {
            (value, unit) = longer;
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
        var kind = Kind(tokens, at, number, unit, hedge, start, floor, inClaim, range is not null);
        if (unit is { Kind: FigureKind.Duration, Unit: "hour" } && end < tokens.Count && tokens[end].Text is "утра" or "вечера" or "ночи" or "дня" or "пополудни")
        {
            kind = FigureKind.Time;
            end++;
        }

        if (unit is { Kind: FigureKind.Count, Unit: "утра" or "вечера" or "ночи" or "пополудни" } && number.Value <= 12)
        {
            kind = FigureKind.Time;
        }

        if (unit is { Kind: FigureKind.Count, Unit: null } && end + 2 < tokens.Count && number.Value <= 12
            && ((tokens[end].Is("in") && tokens[end + 1].Is("the") && tokens[end + 2].Text is "morning" or "evening" or "afternoon") || (tokens[end].Is("at") && tokens[end + 1].Is("night"))))
        {
            kind = FigureKind.Time;
            end += tokens[end].Is("at") ? 2 : 3;
        }

        if (FigureAges.EndOfOld(tokens, number.Next) is { } old)
        {
            kind = FigureKind.Age;
            end = old;
        }

        var relation = range is not null && hedge.Relation is Relation.Exactly or Relation.About ? Relation.Between
            : words is { IsVague: true, Value: not null } && hedge.Relation == Relation.Exactly ? Relation.About
            : number.IsVague && hedge.Relation == Relation.Exactly ? Relation.AtLeast
            : hedge.Relation;
        var span = new TextSpan(tokens[hedge.First].Start, tokens[Math.Max(end, number.Next) - 1].End);
        var named = words is { Value: null } || kind == FigureKind.Time;
        return (new Figure
        {
            Span = span,
            Number = new TextSpan(tokens[at].Start, tokens[number.Next - 1].End),
            Text = span.In(text),
            Kind = named && kind != FigureKind.Time ? FigureKind.Vague : kind,
            Relation = relation,
            Low = named ? null : range is { } ends ? ends.First : value,
            High = named ? null : value,
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
        }, Rates.Behind(tokens, Math.Max(end, number.Next), kind));
    }

    private static FigureKind Kind(IReadOnlyList<FigureToken> tokens, int at, NumberAt number, UnitAt unit, HedgeReading hedge, int start, int floor, bool inClaim, bool isRange)
    {
        var isHyphened = number.IsWords && number.Next < tokens.Count && tokens[number.Next].Is("-") && tokens[number.Next].IsGlued && unit.Kind == FigureKind.Count && !isRange;
        if (isHyphened)
        {
            return FigureKind.Idiom;
        }

        if (number.IsWords && number.Value == 1 && !isRange && at + 1 == number.Next && !inClaim && !hedge.IsOnly && (!hedge.IsBound || hedge.First == start)
            && NumberWords.IsOne(tokens[at].Text) && !OneWord.Counts(tokens, at, unit))
        {
            return FigureKind.Idiom;
        }

        if (FigureAges.IsAge(tokens, at, start, floor, number, unit))
        {
            return FigureKind.Age;
        }

        // five to ten times the minimum wage, в пять-шесть раз
        if (isRange && unit.Next < tokens.Count && ((unit.Unit == "times" && tokens[unit.Next].Text is "the" or "as" or "more" or "higher") || (unit.Unit is "раз" or "раза" && start > 0 && tokens[start - 1].Text is "в" or "во")))
        {
            return FigureKind.Multiple;
        }

        return number.IsVague && unit.Kind == FigureKind.Count ? FigureKind.Vague
            : unit.Kind is FigureKind.Count or FigureKind.Duration or FigureKind.Measure && (Rates.IsAverage(tokens, hedge.First, floor) || Rates.IsRate(tokens, Math.Max(unit.Next, number.Next))) ? FigureKind.Average
            : unit.Kind;
    }
}
