using Plumbline.Cases;

namespace Plumbline.Claims.Checks;

/// <summary>
/// Two to four large counts in a row that nearly make one beside them, and not quite: "5,166 arrests ... 1,312 of these in December, 3,856
/// in the year". That they make it by chance to one in a hundred is unlikely, and with the same noun more so; whether they must make it
/// the editor knows.
/// </summary>
internal sealed class PartsNearWhole : IDoubtRule
{
    /// <summary>Below this two counts come near a third by chance.</summary>
    private const decimal Smallest = 100;

    /// <summary>How far the sum may lie from the whole, as a part of it.</summary>
    private const decimal Near = 0.01m;

    /// <summary>A part smaller than this, as a part of the whole, only fills up.</summary>
    private const decimal LeastPart = 0.02m;

    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges) => passages.Where(p => p.Figures.Count > 2).SelectMany(Find);

    private static IEnumerable<Doubt> Find(ProsePassage passage)
    {
        // "1,471 of 1,507 patients" is counted within itself.
        var pairs = CountPairs.In(passage).SelectMany(p => new[] { p.Part, p.Whole }).ToHashSet();
        var counts = passage.Figures.Where(f => f.IsCount && !pairs.Contains(f)).ToList();
        for (var w = 0; w < counts.Count; w++)
        {
            var whole = counts[w];
            if (whole.Value < Smallest || whole.Value % 100 == 0 || whole.Noun is null || IsOneOfMany(passage, counts, w))
            {
                continue;
            }

            // Only what goes on counting the same, in this sentence and the next.
            var parts = counts.Skip(w + 1).TakeWhile(p => passage.Between(whole.Figure.Span.End, p.Figure.Span.Start).Count(t => t.EndsSentence) <= 1)
                .Where(p => (p.Noun is null || p.Noun == whole.Noun) && p.Value < whole.Value && p.Value >= whole.Value * LeastPart && p.Value % 1 == 0).Take(4).ToList();
            if (!SaysParts(passage, whole, parts.FirstOrDefault()))
            {
                continue;
            }

            for (var n = 2; n <= parts.Count; n++)
            {
                var sum = parts.Take(n).Sum(p => p.Value);
                if (sum == whole.Value)
                {
                    break;
                }

                if (Math.Abs(sum - whole.Value) <= whole.Value * Near && parts.Take(n).All(p => p.Value % 100 != 0) && !IsNested(passage, parts[0], parts[n - 1]))
                {
                    var (first, last) = (parts[0], parts[n - 1]);
                    yield return new Doubt("parts", whole.Place, passage.PlaceOf(new(first.Figure.Span.Start, last.Figure.Span.End), string.Join(" … ", parts.Take(n).Select(p => p.Figure.Text))),
                        $"{string.Join(" + ", parts.Take(n).Select(p => Verdicts.Shown(p.Value)))} is {Verdicts.Shown(sum)}, nearly {Verdicts.Shown(whole.Value)} and not quite.");
                    break;
                }
            }
        }
    }

    /// <summary>"Of the 2,967, 2,128 ...", "1,312 of these", "of whom", "из них": words that make parts of what follows.</summary>
    private static bool SaysParts(ProsePassage passage, ProseFigure whole, ProseFigure? first)
    {
        var at = passage.TokenAt(whole.Figure.Span.Start);
        var before = passage.Words(at < 2 ? 0 : passage.Tokens[at - 2].Start, whole.Figure.Span.Start);
        if (before is "of the" or "from the" or "of" or "из" or "of these" or "из этих" || before.EndsWith(" of", StringComparison.Ordinal) || before.EndsWith(" из", StringComparison.Ordinal))
        {
            return true;
        }

        if (first is null)
        {
            return false;
        }

        var behind = passage.TokenAt(first.Figure.Span.End);
        var near = " " + passage.Words(whole.Figure.Span.End, behind + 1 < passage.Tokens.Count ? passage.Tokens[behind + 1].End : passage.Text.Length) + " ";
        return Signs.Any(s => near.Contains(s, StringComparison.Ordinal));
    }

    private static readonly string[] Signs = [" of these ", " of them ", " of those ", " of which ", " of whom ", " of this ", " including ", " из них ", " из которых ", " из этих ", " в том числе ", " включая "];

    /// <summary>"721 of them (191 ...": a part of a part.</summary>
    private static bool IsNested(ProsePassage passage, ProseFigure first, ProseFigure last) =>
        passage.Between(first.Figure.Span.End, last.Figure.Span.Start).Sum(t => t.Text switch { "(" => 1, ")" => -1, _ => 0 }) != 0;

    /// <summary>In a list of many of one noun some are near the sum of others by chance.</summary>
    private static bool IsOneOfMany(ProsePassage passage, List<ProseFigure> counts, int at) =>
        at > 0 && counts[at - 1].Noun == counts[at].Noun && passage.IsOneSentence(counts[at - 1].Figure.Span.End, counts[at].Figure.Span.Start);
}
