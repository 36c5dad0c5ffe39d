using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// A percentage or a share in words that stands beside a part and its whole must be their quotient: "7 of 40 (14.6%)", "most of them, 7
/// of 40", "12 (40%) of 30". Rounding and cutting as written are allowed; a third reaches as far as it does in a verdict.
/// </summary>
internal sealed class QuotientOfCounts : IDoubtRule
{
    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges) => passages.Where(p => p.Figures.Count > 2).SelectMany(p => Find(p, hedges));

    private static IEnumerable<Doubt> Find(ProsePassage passage, HedgeRules hedges)
    {
        foreach (var pair in CountPairs.In(passage))
        {
            var said = passage.After(pair.Whole) is { } behind && IsPart(behind) && !CountPairs.GoesOn(passage, behind) && CountPairs.Equate(passage, pair.End, behind.Figure.Span.Start) ? behind
                : passage.After(pair.Part, -1) is { } before && IsPart(before) && Leads(passage, before, pair) && !(passage.After(pair.Whole) is { } other && IsPart(other) && passage.Words(pair.End, other.Figure.Span.Start) is "," or "or" or ", or" or ";" or "или") ? before
                : null;
            if (said is not null && Differ(said, pair.Part, pair.Whole, hedges) is { } doubt)
            {
                yield return doubt;
            }
        }

        // "12 (40%) of 30 patients", "most (7) of the 40"
        for (var i = 0; i + 2 < passage.Figures.Count; i++)
        {
            var (part, said, whole) = (passage.Figures[i], passage.Figures[i + 1], passage.Figures[i + 2]);
            if (part.IsCount && whole.IsCount && IsPart(said) && whole.Value > 0 && part.Value <= whole.Value
                && passage.Words(part.Figure.Span.End, said.Figure.Span.Start) is "(" && passage.Words(said.Figure.Span.End, whole.Figure.Span.Start) is ") of" or ") of the" or ") out of" or ") out of the" or ") из" or ") of all"
                && Differ(said, part, whole, hedges) is { } doubt)
            {
                yield return doubt;
            }
        }
    }

    /// <summary>"14.6% (7 of 40)", "a third of them – 12 of 30": up to four words of what it is a part of may stand between.</summary>
    private static bool Leads(ProsePassage passage, ProseFigure said, CountPair pair)
    {
        if (pair.Start < said.Figure.Span.End)
        {
            return false;
        }

        var between = passage.Between(said.Figure.Span.End, pair.Start).ToList();
        return between.Count is > 0 and <= 6 && between[^1].Text is "(" or "," or "–" or ":" && between.SkipLast(1).All(t => t.Kind == TokenKind.Word)
            && passage.Tokens[Math.Min(passage.TokenAt(pair.End), passage.Tokens.Count - 1)].Text is ")" or "," or "." or "–" or ";";
    }

    private static bool IsPart(ProseFigure figure) =>
        figure.Figure is { Kind: FigureKind.Percent, Low: >= 0, IsNegated: false, Relation: not Relation.Between } || (figure.Figure is { Kind: FigureKind.Share, Low: not null, IsNegated: false, IsNone: false } share && (!share.IsAll || share.IsNearly));

    private static Doubt? Differ(ProseFigure said, ProseFigure part, ProseFigure whole, HedgeRules hedges)
    {
        var quotient = part.Value / whole.Value;
        if (FigureReach.Allows(said.Figure, quotient, hedges))
        {
            return null;
        }

        var place = part.Passage.PlaceOf(new(Math.Min(part.Figure.Span.Start, whole.Figure.Span.Start), whole.Figure.Span.End), $"{part.Figure.Text} … {whole.Figure.Text}");
        return new Doubt("quotient", said.Place, place, $"{Verdicts.Shown(part.Value)} of {Verdicts.Shown(whole.Value)} is {Verdicts.Shown(Math.Round(quotient * 100, 1))}%.");
    }
}
