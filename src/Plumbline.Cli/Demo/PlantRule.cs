using Plumbline.Claims;
using Plumbline.Claims.Figures;

namespace Plumbline.Cli.Demo;

/// <summary>
/// Tells whether a figure that was changed is wrong for certain. Written apart from the verdicts that it is to test, from what the words mean, and on
/// the safe side: what might pass for rounding is not planted.
/// </summary>
internal static class PlantRule
{
    /// <param name="figure">The figure as it was.</param>
    /// <param name="relation">The relation that it states now.</param>
    /// <param name="says">The value that it states now.</param>
    /// <param name="step">The last place that it writes now.</param>
    /// <param name="low">What the case has, at least.</param>
    /// <param name="high">What the case has, at most.</param>
    public static bool IsWrong(Figure figure, Relation relation, decimal says, decimal step, decimal low, decimal high)
    {
        var off = Math.Max(low - says, says - high);
        var isRounded = figure.IsRounded || figure.Kind is FigureKind.Percent or FigureKind.Average or FigureKind.Multiple;
        return relation switch
        {
            Relation.Exactly when figure.IsNearly || figure.Kind == FigureKind.Share => off > Math.Max(says * 0.3m, 0.1m),
            Relation.Exactly => off > (isRounded ? step : 0),
            Relation.AtLeast => says > high,
            Relation.MoreThan => says >= high,
            Relation.AtMost => says < low,
            Relation.LessThan => says <= low,
            Relation.About => off > says * 0.3m,
            _ => false,
        };
    }

    /// <summary>True when a figure of a draft would be wrong if another claim stood behind it.</summary>
    public static bool IsWrongFor(CheckedClaim figure, CheckedClaim other) =>
        other is { Low: { } low, High: { } high } && figure.Figure is { Value: { } says } stated && IsWrong(stated, stated.Relation, says, stated.Step, low, high);
}
