using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>A share in words with its percentage in brackets or behind a dash must be the same: "most people (45%)", "треть — 40%".</summary>
internal sealed class ShareBesidePercent : IDoubtRule
{
    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges)
    {
        foreach (var passage in passages)
        {
            foreach (var share in passage.Figures.Where(f => f.Figure is { Kind: FigureKind.Share, Low: > 0, IsNegated: false }))
            {
                if (passage.After(share) is { Figure: { Kind: FigureKind.Percent, Low: >= 0 and <= 100, IsNegated: false } } percent && Stand(passage, share, percent)
                    && !CountPairs.GoesOn(passage, percent) && FigureReach.AreApart(share.Figure, AsShare(percent.Figure), hedges))
                {
                    yield return new Doubt("quotient", share.Place, percent.Place, $"{percent.Figure.Text} is not what \"{share.Figure.Text}\" says.");
                }
            }
        }
    }

    private static bool Stand(ProsePassage passage, ProseFigure share, ProseFigure percent)
    {
        var between = passage.Between(share.Figure.Span.End, percent.Figure.Span.Start).ToList();
        return between.Count is > 0 and <= 4 && !HasMore(passage, percent) && (between[^1].Text is "(" || (between is [{ Text: "–" or "," or "or" }] && passage.TokenAt(percent.Figure.Span.End) is var at && at < passage.Tokens.Count && passage.Tokens[at].Text is "." or "," or "–" or ")" or ";"))
            && between.SkipLast(1).All(t => t.Kind == TokenKind.Word);
    }

    /// <summary>"moderate (42%) to severe (40%)": the share is of both together.</summary>
    private static bool HasMore(ProsePassage passage, ProseFigure percent) =>
        passage.After(percent) is { Figure.Kind: FigureKind.Percent } next && passage.IsOneSentence(percent.Figure.Span.End, next.Figure.Span.Start);

    private static Figure AsShare(Figure percent) => percent with { Kind = FigureKind.Average, Low = percent.Low / 100, High = percent.High / 100, Step = percent.Step / 100 };
}
