using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// The same thing stated differently in two places of a draft: large counts of one noun that are nearly the same, and figures that stand
/// among the same words. Never told of figures with different claims (the case tells them apart), of roundings, and of places that
/// name different years, names or sides.
/// </summary>
internal sealed class StatedElsewhere : IDoubtRule
{
    /// <summary>Below this two counts are near by chance.</summary>
    private const decimal Large = 100;

    /// <summary>How near, as a part of the larger.</summary>
    private const decimal Near = 0.01m;

    /// <summary>Words in common of near counts.</summary>
    private const double SomeWords = 0.25;

    /// <summary>Words in common of figures that stand beside the same other one.</summary>
    private const double SharedWords = 0.5;

    /// <summary>Words in common of any figures.</summary>
    private const double SameWords = 0.75;

    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges)
    {
        var figures = passages.Where(p => p.Cell is null).SelectMany(p => p.Figures)
            .Where(f => f.Figure is { Kind: FigureKind.Count or FigureKind.Money or FigureKind.Percent or FigureKind.Average, Low: > 0, IsNegated: false, IsAll: false } && !(f.Figure.Kind == FigureKind.Count && f.IsPartOfName) && f.Figure.Relation != Relation.Between).ToList();
        var frames = new Dictionary<ProseFigure, FigureFrame>();
        FigureFrame Frame(ProseFigure f) => frames.TryGetValue(f, out var frame) ? frame : frames[f] = new FigureFrame(f);
        var told = new HashSet<(string, decimal, decimal)>();
        var pairs = NearPairs(figures, Frame).Concat(AlikePairs(figures, Frame, hedges))
            .Select(p => p.A.Passage.Order < p.B.Passage.Order ? p : (A: p.B, B: p.A, p.Why)).OrderBy(p => p.A.Passage.Order).ThenBy(p => p.A.Order).ThenBy(p => p.B.Passage.Order).ThenBy(p => p.B.Order);
        foreach (var (a, b, why) in pairs)
        {
            // However often each is repeated, it is one question.
            if (told.Add((a.IsExact && a.Value >= Large ? "" : a.Noun ?? "", Math.Min(a.Value, b.Value), Math.Max(a.Value, b.Value))))
            {
                yield return new Doubt("stated-twice", a.Place, b.Place, why);
            }
        }
    }

    private static IEnumerable<(ProseFigure A, ProseFigure B, string Why)> NearPairs(List<ProseFigure> figures, Func<ProseFigure, FigureFrame> frame)
    {
        var large = figures.Where(f => (f.IsCount || (f.IsExact && f.Figure.Kind == FigureKind.Money)) && f.Value >= Large).OrderBy(f => f.Value).ToList();
        for (var i = 0; i < large.Count; i++)
        {
            var tried = 0;
            for (var j = i + 1; j < large.Count && large[j].Value <= large[i].Value * (1 + Near) && tried < 50; j++)
            {
                var (a, b) = (large[i], large[j]);
                if (a.Value == b.Value || !MayBeOne(a, b) || FigureReach.IsRounding(a.Value, b.Value) || a.Figure.Kind != b.Figure.Kind)
                {
                    continue;
                }

                tried++;
                var (x, y) = (frame(a), frame(b));
                var isSamePhrase = x.Phrase.Count > 1 && x.Phrase.SequenceEqual(y.Phrase);
                var isSame = a.Noun == b.Noun ? isSamePhrase || x.ShareFigure(y) || x.Likeness(y) >= SomeWords
                    : a.Noun is null || b.Noun is null ? x.ShareFigure(y) || x.Likeness(y) >= 2 * SomeWords
                    : a.IsPeople != b.IsPeople && x.ShareNoun(y) && x.Likeness(y) >= SomeWords;
                if (!x.IsOfAnother(y) && isSame)
                {
                    yield return (a, b, $"nearly the same number of the same thing: {Verdicts.Shown(a.Value)} and {Verdicts.Shown(b.Value)}.");
                }
            }
        }
    }

    private static IEnumerable<(ProseFigure A, ProseFigure B, string Why)> AlikePairs(List<ProseFigure> figures, Func<ProseFigure, FigureFrame> frame, HedgeRules hedges)
    {
        foreach (var group in figures.Where(f => f.Noun is not null).GroupBy(f => (Kind: f.Figure.Kind, f.Noun)))
        {
            // Only those that have rare words in common are compared: a long draft has thousands of one noun.
            var places = new Dictionary<string, List<ProseFigure>>(StringComparer.Ordinal);
            foreach (var figure in group)
            {
                foreach (var word in frame(figure).Words)
                {
                    (places.TryGetValue(word, out var list) ? list : places[word] = []).Add(figure);
                }
            }

            var common = new Dictionary<(ProseFigure, ProseFigure), int>();
            foreach (var list in places.Values.Where(l => l.Count is > 1 and <= 8))
            {
                for (var i = 0; i < list.Count; i++)
                {
                    for (var j = i + 1; j < list.Count; j++)
                    {
                        common[(list[i], list[j])] = common.GetValueOrDefault((list[i], list[j])) + 1;
                    }
                }
            }

            foreach (var ((a, b), rare) in common.Where(c => c.Value >= 2))
            {
                var (x, y) = (frame(a), frame(b));
                if (rare >= 2 && a.Value != b.Value && MayBeOne(a, b) && Math.Min(x.Words.Count, y.Words.Count) >= (x.ShareFigure(y) ? 3 : 5) && x.Likeness(y) >= (x.ShareFigure(y) ? SharedWords : SameWords) && !x.IsOfAnother(y) && !x.CountElse(y) && !x.Beside.Any(o => o.Value == b.Value) && !y.Beside.Any(o => o.Value == a.Value)
                    && FigureReach.AreApart(a.Figure, b.Figure, hedges) && !(a.IsExact && b.IsExact && FigureReach.IsRounding(a.Value, b.Value)))
                {
                    yield return (a, b, $"the same words with {a.Figure.Relation.Sign()} {Verdicts.Shown(a.Value)} and {b.Figure.Relation.Sign()} {Verdicts.Shown(b.Value)}.");
                }
            }
        }
    }

    /// <summary>Far enough apart to be said twice, and not told apart by their claims.</summary>
    private static bool MayBeOne(ProseFigure a, ProseFigure b) => a.Passage != b.Passage && !(a.Claim is not null && b.Claim is not null);
}
