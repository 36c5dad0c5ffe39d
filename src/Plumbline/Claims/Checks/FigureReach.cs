using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>The values that a figure allows, as its words and its last place say.</summary>
internal static class FigureReach
{
    /// <summary>What a figure says, by the rules of docs/figures.md.</summary>
    public static Statement Of(Figure figure, HedgeRules hedges, bool rounds = false) => StatementReader.Of(figure, rounds, hedges);

    /// <summary>True when no value makes both true.</summary>
    public static bool AreApart(Figure a, Figure b, HedgeRules hedges)
    {
        var (x, y) = (Of(a, hedges, a.Kind is FigureKind.Percent or FigureKind.Average), Of(b, hedges, b.Kind is FigureKind.Percent or FigureKind.Average));
        return IsBelow(x, y) || IsBelow(y, x);
    }

    /// <summary>True when one exact number is the other, rounded to a whole ten, hundred and so on.</summary>
    public static bool IsRounding(decimal a, decimal b) => Rounds(a, b) || Rounds(b, a);

    /// <summary>
    /// True when a percentage or share as it is written allows a quotient: within half of its last place, or cut off behind it, since
    /// many cut instead of rounding.
    /// </summary>
    public static bool Allows(Figure figure, decimal quotient, HedgeRules hedges)
    {
        var value = figure.Kind == FigureKind.Percent ? quotient * 100 : quotient;
        var statement = Of(figure, hedges, rounds: true);
        return statement.Allows(value) || (figure.Kind == FigureKind.Percent && figure.Relation == Relation.Exactly && value >= figure.Low && value < figure.Low + figure.Step);
    }

    private static bool IsBelow(Statement a, Statement b) =>
        a.High is { } high && b.Low is { } low && (high < low || (high == low && (a.HighIsOpen || b.LowIsOpen)));

    private static bool Rounds(decimal rough, decimal fine)
    {
        var step = 1m;
        while (rough != 0 && rough % (step * 10) == 0)
        {
            step *= 10;
        }

        return step > 1 && rough % 1 == 0 && Math.Abs(rough - fine) <= step;
    }
}
