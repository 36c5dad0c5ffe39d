using System.Globalization;
using Plumbline.Cases;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>Brings one figure and one claim together: units, days, ranges, quotes, then the rules of <see cref="Verdicts"/>.</summary>
internal static class FigureVerdict
{
    public static CheckedClaim Decide(CheckedClaim result, Figure? figure, Claim claim, MeasuredClaim value, CheckOptions options)
    {
        var hedges = options.Hedges.With(claim.Tolerance);
        if (figure is null)
        {
            var some = new Statement(1, false, null, false, true, "that there is one holds if low is 1, fails if high is 0");
            return With(result, some, value, value.Value, 1, claim);
        }

        if (figure is { Kind: FigureKind.Vague, Low: null })
        {
            return With(result, new Statement(2, false, null, false, true, "several holds if low is 2 or more, fails if high is less"), value, value.Value, 1, claim);
        }

        if (figure.IsNegated)
        {
            return result with { Reason = "a negation stands before the figure, and what it denies can't be told." };
        }

        if (claim.Quote is not null)
        {
            var (verdict, reason) = QuoteCheck.Decide(figure, value.Published, hedges);
            return result with { Verdict = verdict, Reason = reason, Low = value.Value.Low, High = value.Value.High };
        }

        if (value.IsDay)
        {
            return Day(result, figure, claim, value);
        }

        if (FigureScale.Of(figure, claim, value, out var fault) is not { } factor)
        {
            return result with { Reason = fault + "." };
        }

        if (value.Largest is { } largest)
        {
            return Range(result, figure, claim, value, largest, factor, hedges);
        }

        return With(result, StatementReader.Of(figure, FigureScale.Rounds(figure, value), hedges), value, value.Value, factor, claim, StatementReader.Sign(figure));
    }

    private static CheckedClaim With(CheckedClaim result, Statement statement, MeasuredClaim value, Interval interval, decimal factor, Claim claim, string sign = "")
    {
        var scaled = factor == 1 ? interval : new Interval(interval.Low * factor, interval.High * factor);
        var (verdict, reason) = Verdicts.Decide(statement, scaled, value.Unread, value.CanRise, value.CanFall, claim.AcceptsUnread, v => Verdicts.Shown(v) + (v is null ? "" : sign));
        return result with { Verdict = verdict, Reason = reason, Low = scaled.Low, High = scaled.High };
    }

    /// <summary>A range claim states both its ends: the smallest and the largest amount.</summary>
    private static CheckedClaim Range(CheckedClaim result, Figure figure, Claim claim, MeasuredClaim smallest, MeasuredClaim largest, decimal factor, HedgeRules hedges)
    {
        if (figure.Relation != Relation.Between)
        {
            return result with { Reason = "the claim is a range and the draft gives one figure; use measure: min or max." };
        }

        var low = With(result, StatementReader.Of(figure with { Relation = Relation.Exactly }, false, hedges), smallest, smallest.Value, factor, claim);
        var high = With(result, StatementReader.Of(figure with { Relation = Relation.Exactly, Low = figure.High }, false, hedges), largest, largest.Value, factor, claim);
        return low with
        {
            Verdict = Verdicts.Worse(low.Verdict, high.Verdict),
            Reason = $"smallest: {low.Reason.TrimEnd('.')}; largest: {high.Reason}",
            High = high.High,
        };
    }

    private static CheckedClaim Day(CheckedClaim result, Figure figure, Claim claim, MeasuredClaim value)
    {
        DateOnly? End(decimal? day) => day is { } d ? DateOnly.FromDayNumber((int)d) : null;
        result = result with { LowDay = End(value.Value.Low), HighDay = End(value.Value.High) };
        var date = figure.Date;
        if (date is null && figure.DayOfYear is { } day && result is { LowDay: { } low, HighDay: { } high } && low.Year == high.Year
            && day.Day <= DateTime.DaysInMonth(low.Year, day.Month))
        {
            date = CivilDate.Day(low.Year, day.Month, day.Day);
        }

        if (date is not { } said)
        {
            return result with { Reason = figure.DayOfYear is null ? "the claim gives a day and the draft none." : "the draft names no year, and the claim's day may fall in several." };
        }

        var statement = new Statement(said.From.DayNumber, false, said.To.DayNumber, false, true, $"{said} holds if low and high lie in it and nothing is unread, fails if all lies outside");
        var (verdict, reason) = Verdicts.Decide(
            statement, value.Value, value.Unread, value.CanRise, value.CanFall, claim.AcceptsUnread, d => End(d)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no bound");
        return result with { Verdict = verdict, Reason = reason };
    }
}
