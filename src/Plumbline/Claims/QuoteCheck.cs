using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims;

/// <summary>
/// Compares a draft's figure with one that somebody else published. What was published must entail what the draft says:
/// "at least 141" entails "at least 140" and "more than 140", but not "141". Nothing is open here: what is not entailed
/// was not published, so it fails.
/// </summary>
internal static class QuoteCheck
{
    public static (Verdict Verdict, string Reason) Decide(Figure draft, IReadOnlyList<Figure> published, HedgeRules hedges)
    {
        var comparable = false;
        foreach (var figure in published)
        {
            if (draft.Date is { } said && figure.Date is { } known)
            {
                comparable = true;
                if (said.From <= known.From && known.To <= said.To)
                {
                    return (Verdict.Holds, $"the published words give {known}, which entails {said}.");
                }
            }
            else if (draft.Low is not null && figure.Low is not null && Factor(figure, draft) is { } factor)
            {
                comparable = true;
                var whole = Class(draft) == FigureKind.Count;
                var says = Closed(StatementReader.Of(draft, FigureScale.Rounds(draft, new MeasuredClaim()), hedges), whole);
                var was = Closed(StatementReader.Of(figure with { Low = figure.Low * factor, High = figure.High * factor, Step = figure.Step * factor },
                    FigureScale.Rounds(figure, new MeasuredClaim()), hedges), whole);
                if (Entails(was, says))
                {
                    return (Verdict.Holds, $"the published figure ({figure.Relation.Sign()} {Verdicts.Shown(figure.Low)}) entails the draft's ({draft.Relation.Sign()} {Verdicts.Shown(draft.Low)}).");
                }
            }
        }

        return comparable
            ? (Verdict.Fails, $"no published figure in the quote entails the draft's ({draft.Relation.Sign()} {Verdicts.Shown(draft.Low)}); quoted: {string.Join(", ", published.Select(f => $"{f.Relation.Sign()} {Verdicts.Shown(f.Low)}"))}.")
            : (Verdict.Error, "the quoted words hold no figure of this kind or unit.");
    }

    private static bool Entails(Statement was, Statement says) =>
        (says.Low is not { } low || (was.Low is { } known && (known > low || (known == low && (!says.LowIsOpen || was.LowIsOpen)))))
        && (says.High is not { } high || (was.High is { } top && (top < high || (top == high && (!says.HighIsOpen || was.HighIsOpen)))));

    /// <summary>Of whole things, more than 140 is at least 141.</summary>
    private static Statement Closed(Statement statement, bool isWhole) => !isWhole ? statement : statement with
    {
        Low = statement is { Low: { } low, LowIsOpen: true } && low == decimal.Truncate(low) ? low + 1 : statement.Low,
        LowIsOpen = statement.LowIsOpen && statement.Low != decimal.Truncate(statement.Low ?? 0),
        High = statement is { High: { } high, HighIsOpen: true } && high == decimal.Truncate(high) ? high - 1 : statement.High,
        HighIsOpen = statement.HighIsOpen && statement.High != decimal.Truncate(statement.High ?? 0),
    };

    private static FigureKind Class(Figure figure) => figure.Kind is FigureKind.Vague or FigureKind.Idiom ? FigureKind.Count : figure.Kind;

    private static decimal? Factor(Figure published, Figure draft) => (Class(published), Class(draft)) switch
    {
        (FigureKind.Percent, FigureKind.Share) => 0.01m,
        (FigureKind.Share, FigureKind.Percent) => 100,
        (FigureKind.Money, FigureKind.Money) => published.Unit == draft.Unit ? 1 : null,
        (FigureKind.Duration, FigureKind.Duration) => published.Unit == draft.Unit ? 1
            : TimeUnits.Minutes(published.Unit) is { } from && TimeUnits.Minutes(draft.Unit) is { } to ? from / to : null,
        var (a, b) => a == b ? 1 : null,
    };
}
