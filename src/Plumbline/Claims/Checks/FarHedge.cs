using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// A bound that holds and still misleads, because the value lies far from it: "at least 90" for 900, "up to 900" for 90, "dozens" for
/// hundreds, "most" for all. How far is far, the case sets (<see cref="HedgeRules.Misleads"/>).
/// </summary>
internal static class FarHedge
{
    /// <summary>The word for ten times as much is the next one.</summary>
    private const decimal NextWord = 10;

    public static Doubt? Find(CheckedClaim found, ProseFigure? figure, HedgeRules hedges)
    {
        if (found.Verdict != Verdict.Holds || figure is null || found.Figure is not { Low: > 0 and not 1 and var said } own)
        {
            return null;
        }

        var far = 1 + hedges.Misleads;
        var isBelow = own.Relation is Relation.AtLeast or Relation.MoreThan && found.Low is { } low
            && (own.Kind == FigureKind.Vague ? low >= said * NextWord : own is { Kind: FigureKind.Share, Low: 0.5m, Relation: Relation.MoreThan } ? low >= 1 : low >= said * far && low > said + 1);
        var isAbove = own.Relation is Relation.AtMost or Relation.LessThan && own.Kind != FigureKind.Share && found.High is { } high && high * far <= said && high < said - 1;
        if (!isBelow && !isAbove)
        {
            return null;
        }

        var sign = StatementReader.Sign(own);
        return new Doubt("far-hedge", figure.Place, null, isBelow
            ? $"it holds, and the case has {Verdicts.Shown(found.Low)}{sign} or more: readers will take it for little more than {Verdicts.Shown(said)}{sign}."
            : $"it holds, and the case has {Verdicts.Shown(found.High)}{sign} or less: readers will take it for little less than {Verdicts.Shown(said)}{sign}.");
    }
}
