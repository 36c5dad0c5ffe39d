using Plumbline.Claims.Figures;

namespace Plumbline.Claims;

/// <summary>Brings a claim's value to the unit that the draft uses: a share to percent, minutes to hours. Never across currencies.</summary>
internal static class FigureScale
{
    /// <summary>The factor from the claim's value to the figure's; null with the reason when the two can't be compared.</summary>
    public static decimal? Of(Figure figure, Claim claim, MeasuredClaim measured, out string fault)
    {
        fault = "";
        switch (figure.Kind)
        {
            case FigureKind.Percent:
                return claim.Unit == "%" ? 1 : measured.IsPart ? 100 : No(out fault, "the draft gives a percentage and the claim is no share (measure: share, a quotient, or unit: \"%\")");
            case FigureKind.Share when figure.IsNone:
                return 1;
            case FigureKind.Share:
                return measured.IsPart ? 1 : claim.Unit == "%" ? 0.01m
                    : No(out fault, figure.IsAll ? "the draft says all and the claim counts; make it a share, or say how many" : "the draft gives a share and the claim is none");
            case FigureKind.Money:
                var currency = measured.Currency ?? (claim.Unit is { Length: 3 } ? claim.Unit : null);
                return currency is null || currency == figure.Unit ? 1 : No(out fault, $"the draft gives {figure.Unit} and the claim {currency}");
            case FigureKind.Duration or FigureKind.Average when TimeUnits.Minutes(claim.Unit?.TrimEnd('s')) is { } minutes && (figure.Kind == FigureKind.Duration || TimeUnits.Minutes(figure.Unit) is not null):
                return TimeUnits.Minutes(figure.Unit) is { } own ? minutes / own : No(out fault, $"a {figure.Unit} has no fixed length and the claim is in {claim.Unit}");
            case FigureKind.Count or FigureKind.Vague when claim.Query?.Measure == Measure.Share && figure is { IsNone: false, Low: not 0 }:
                return No(out fault, "the draft counts and the claim is a share");
            default:
                return figure.Low is null ? No(out fault, "this is no number that can be compared") : 1;
        }
    }

    /// <summary>True when an exact figure stands for what it was rounded from: percentages, averages, and whatever is a share or a quotient.</summary>
    public static bool Rounds(Figure figure, MeasuredClaim measured) =>
        figure.Kind is FigureKind.Percent or FigureKind.Average or FigureKind.Multiple || measured.IsPart;

    private static decimal? No(out string fault, string why)
    {
        fault = why;
        return null;
    }
}
