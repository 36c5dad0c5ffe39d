using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// Percentages of one whole: those of a sentence up to "the rest" must make 100, and a list of three or more that goes a little over
/// 100 is looked at. Where several answers could be given they may rightly make more: lists far above 100 are left alone.
/// </summary>
internal sealed class PercentagesOfWhole : IDoubtRule
{
    /// <summary>A list that makes more than this was never meant as one whole.</summary>
    private const decimal Farthest = 102;

    /// <summary>What is farther from 100 has parts that are told elsewhere.</summary>
    private const decimal LeastWhole = 80;

    private const decimal MostWhole = 125;

    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges) => passages.Where(p => p.Figures.Count > 1).SelectMany(Find);

    private static IEnumerable<Doubt> Find(ProsePassage passage)
    {
        foreach (var sentence in Sentences(passage))
        {
            var percents = sentence.Where(IsPlain).ToList();
            if (percents.Count < 2 || percents.Count != sentence.Count(f => f.Figure.Kind == FigureKind.Percent))
            {
                continue;
            }

            var sum = percents.Sum(p => p.Value);
            var room = percents.Sum(p => p.Figure.Step) / 2;
            var closes = ClosesWithRest(passage, percents[^1]);
            var isList = percents.Count >= 3 && percents.Zip(percents.Skip(1)).All(p => Joins(passage, p.First, p.Second));
            if ((closes && !ClosesWithRest(passage, percents[0]) && Math.Abs(sum - 100) > room && sum is >= LeastWhole and <= MostWhole) || (isList && sum > 100 + room && sum <= Farthest))
            {
                yield return new Doubt("over-100", percents[0].Place, passage.PlaceOf(new(percents[1].Figure.Span.Start, percents[^1].Figure.Span.End), string.Join(" … ", percents.Skip(1).Select(p => p.Figure.Text))),
                    $"{string.Join(" + ", percents.Select(p => Verdicts.Shown(p.Value)))} is {Verdicts.Shown(sum)}%.");
            }
        }
    }

    private static IEnumerable<List<ProseFigure>> Sentences(ProsePassage passage)
    {
        var open = new List<ProseFigure>();
        foreach (var figure in passage.Figures)
        {
            if (open.Count > 0 && !passage.IsOneSentence(open[^1].Figure.Span.End, figure.Figure.Span.Start))
            {
                yield return open;
                open = [];
            }

            open.Add(figure);
        }

        yield return open;
    }

    private static bool IsPlain(ProseFigure figure) => figure.Figure is { Kind: FigureKind.Percent, Relation: Relation.Exactly, Low: >= 0 and <= 100, IsNegated: false };

    private static bool ClosesWithRest(ProsePassage passage, ProseFigure last)
    {
        var at = passage.TokenAt(last.Figure.Number.Start);
        var (first, second) = (at > 0 ? passage.Tokens[at - 1].Text : "", at > 1 ? passage.Tokens[at - 2].Text : "");
        return (first is "other" or "remaining" && second is "the") || first is "остальные" or "остальных" or "оставшиеся" or "оставшихся" or "остальным" or "оставшимся";
    }

    /// <summary>Up to six words and one comma, semicolon or "and".</summary>
    private static bool Joins(ProsePassage passage, ProseFigure a, ProseFigure b)
    {
        var between = passage.Between(a.Figure.Span.End, b.Figure.Span.Start).ToList();
        return between.Count is > 0 and <= 9 && between.Exists(t => t.Kind == TokenKind.Word && t.Text is not ("and" or "и" or "а" or "or" or "или")) && between.Count(t => t.Text is "," or ";" or "and" or "и" or "а") is 1 or 2 && between.TrueForAll(t => t.Kind == TokenKind.Word || t.Text is "," or ";" or "–" or "(" or ")" or "-");
    }
}
