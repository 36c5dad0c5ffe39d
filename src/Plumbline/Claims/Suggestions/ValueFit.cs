using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Suggestions;

/// <summary>
/// Whether a value gives a figure: it makes the statement true, by the rules of the check, and lies near it. "At least 90" is true of 900 as well,
/// but nobody who had counted 900 would write it: one-sided figures reach to twice, or down to half, of their number.
/// </summary>
internal sealed class ValueFit
{
    /// <summary>Numbers of the same size that are tried to tell what a fit is worth: 21 from half of the figure to twice of it.</summary>
    private const int Samples = 20;

    private readonly Figure figure;
    private readonly HedgeRules hedges;
    private readonly Range exact, rounded;

    public ValueFit(Figure figure, HedgeRules hedges)
    {
        (this.figure, this.hedges) = (figure, hedges);
        (exact, rounded) = (At(figure, false), At(figure, true));
    }

    /// <summary>True when the value, in the unit of the figure, gives it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rounds">True where an exact figure stands for what it was rounded from: shares and means.</param>
    public bool Fits(double value, bool rounds) => (rounds ? rounded : exact).Holds(value);

    /// <summary>True when the count gives the figure, by its standing or by its settled value.</summary>
    public bool Fits(SimpleCount count, double factor) => Fits(count, factor, Rounds(count) ? rounded : exact);

    /// <summary>How many of these counts would give a figure of this size, with another number: the mean over numbers from half of it to twice of it. 0 where there is no such number.</summary>
    public double ByChance(IReadOnlyList<(SimpleCount Count, double Factor)> counts)
    {
        var others = Others();
        if (others.Count == 0 || counts.Count == 0)
        {
            return 0;
        }

        var fitting = 0L;
        foreach (var other in others)
        {
            var (plain, round) = (At(other, false), At(other, true));
            foreach (var (count, factor) in counts)
            {
                fitting += Fits(count, factor, Rounds(count) ? round : plain) ? 1 : 0;
            }
        }

        return (double)fitting / others.Count;
    }

    /// <summary>The factor from a count's value to the figure's unit; null where the two say different things.</summary>
    public static double? Factor(Figure figure, SimpleCount count)
    {
        var amounts = count.Measure is SimpleMeasure.Sum or SimpleMeasure.Min or SimpleMeasure.Max || (count.Measure == SimpleMeasure.Range && figure.Relation == Relation.Between);
        double? Time() => TimeUnits.Minutes(count.Unit?.TrimEnd('s')) is { } minutes && TimeUnits.Minutes(figure.Unit) is { } own ? (double)(minutes / own) : null;
        return figure.Kind switch
        {
            FigureKind.Count or FigureKind.Vague => count.Measure == SimpleMeasure.Count || (amounts && count.Unit is null) ? 1 : null,
            FigureKind.Money => count.Unit == figure.Unit && (amounts || count.Measure == SimpleMeasure.Mean) ? 1 : null,
            FigureKind.Percent => count.Measure == SimpleMeasure.Share ? 100 : null,
            FigureKind.Share => count.Measure == SimpleMeasure.Share && figure is { IsAll: false, IsNone: false } ? 1 : null,
            FigureKind.Duration => amounts || count.Measure == SimpleMeasure.Mean ? Time() : null,
            FigureKind.Average => count.Measure == SimpleMeasure.Mean ? (count.Unit is null || count.Unit == figure.Unit ? 1 : Time()) : null,
            _ => null,
        };
    }

    private static bool Rounds(SimpleCount count) => count.Measure is SimpleMeasure.Share or SimpleMeasure.Mean;

    private bool Fits(SimpleCount count, double factor, Range range) => count.Largest is { } largest
        ? figure is { Low: { } low, High: { } high } && Same(count.Value * factor, (double)low) && Same(largest * factor, (double)high)
        : range.Holds(count.Value * factor) || (count.Settled > 0 && range.Holds(count.Settled * factor));

    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));

    private Range At(Figure one, bool rounds)
    {
        var statement = StatementReader.Of(one, rounds || one.Kind is FigureKind.Percent or FigureKind.Average or FigureKind.Multiple, hedges);
        var middle = (double)one.Low!.Value;
        return new Range(
            statement.Low is { } low ? (double)low : middle / 2, statement.Low is not null && statement.LowIsOpen, statement.High is { } high ? (double)high : middle * 2, statement.High is not null && statement.HighIsOpen);
    }

    /// <summary>The same figure with other numbers of its size, written as exactly as this one is.</summary>
    private List<Figure> Others()
    {
        if (figure.Low is not > 0)
        {
            return [];
        }

        var (low, high) = (figure.Low.Value, figure.High ?? figure.Low.Value);
        var top = figure.Kind switch { FigureKind.Percent => 100m, FigureKind.Share => 1m, _ => decimal.MaxValue };
        var numbers = new SortedSet<decimal>();
        for (var i = 0; i <= Samples; i++)
        {
            var number = low * (decimal)Math.Pow(2, (2.0 * i / Samples) - 1);
            number = figure.Kind == FigureKind.Share || figure.Step <= 0 ? number : Math.Max(figure.Step, Math.Round(number / figure.Step, MidpointRounding.AwayFromZero) * figure.Step);
            numbers.Add(Math.Min(number, top));
        }

        return [.. numbers.Select(n => figure with { Low = n, High = high / low * n })];
    }

    /// <summary>From a low to a high value; an open end itself left out.</summary>
    private readonly record struct Range(double Low, bool LowIsOpen, double High, bool HighIsOpen)
    {
        // Shares are quotients of doubles: a bound is met within their last places.
        private const double Grain = 1e-9;

        public bool Holds(double value) =>
            (LowIsOpen ? value > Low + Slack(Low) : value >= Low - Slack(Low)) && (HighIsOpen ? value < High - Slack(High) : value <= High + Slack(High));

        private static double Slack(double end) => Grain * Math.Max(1, Math.Abs(end));
    }
}
