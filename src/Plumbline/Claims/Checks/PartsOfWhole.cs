using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// A list of counts that says it is the whole: behind a colon or in brackets ("20 people: 12 men and 8 women"), before a total ("12 in
/// Moscow and 8 in Kazan, 20 in all"), or up to "the rest" ("of the 20, 12 ..., the other 8 ..."). Its counts must make the whole.
/// </summary>
internal sealed class PartsOfWhole : IDoubtRule
{
    private static readonly HashSet<string> And = new(StringComparer.Ordinal) { ",", "and", ", and", ";", "; and", "и", ", и", ", а также", "а также", "as well as", ", plus", "plus", "– ", ", еще", "и еще", ", and another", "and another", "and a further" };

    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges) =>
        passages.Where(p => p.Figures.Count > 2).SelectMany(p => Listed(p).Concat(Totals(p)).Concat(Rests(p)));

    /// <summary>Behind a colon, or in brackets.</summary>
    private static IEnumerable<Doubt> Listed(ProsePassage passage)
    {
        foreach (var whole in passage.Figures.Where(f => f.IsCount && f.Noun is not null))
        {
            var open = Opening(passage, whole);
            if (open is not { } sign)
            {
                continue;
            }

            var parts = new List<ProseFigure>();
            var at = sign.End;
            for (var next = passage.After(whole); next is not null && next.IsCount && And.Contains(parts.Count == 0 ? "and" : Joint(passage, at, next)) && (parts.Count > 0 || passage.Words(at, next.Figure.Span.Start).Length == 0); next = passage.After(next))
            {
                parts.Add(next);
                at = next.Figure.Span.End;
            }

            if (parts.Count >= 2 && Ends(passage, parts[^1], sign.Text) && parts.TrueForAll(p => AreOf(p, whole) && !IsEach(passage, p)) && Differ(whole, parts) is { } doubt)
            {
                yield return doubt;
            }
        }
    }

    /// <summary>"..., 20 in all", "всего 20".</summary>
    private static IEnumerable<Doubt> Totals(ProsePassage passage)
    {
        foreach (var whole in passage.Figures.Where(f => f.IsCount && f.Order >= 2))
        {
            if (!SaysTotal(passage, whole) || passage.Words(Math.Max(0, whole.Figure.Span.Start - 2), whole.Figure.Span.Start).EndsWith('='))
            {
                continue;
            }

            var parts = new List<ProseFigure>();
            for (var next = passage.After(whole, -1); next is not null && next.IsCount && AreOf(next, whole) && passage.IsOneSentence(next.Figure.Span.Start, whole.Figure.Span.Start); next = passage.After(next, -1))
            {
                parts.Insert(0, next);
            }

            if (parts.Count >= 2 && Differ(whole, parts) is { } doubt)
            {
                yield return doubt;
            }
        }
    }

    /// <summary>"Of the 20, 12 were ..., the other 8 ...": everything up to the rest.</summary>
    private static IEnumerable<Doubt> Rests(ProsePassage passage)
    {
        foreach (var whole in passage.Figures.Where(f => f.IsCount))
        {
            var at = passage.TokenAt(whole.Figure.Span.Start);
            if (!IsOf(passage, at))
            {
                continue;
            }

            var parts = new List<ProseFigure>();
            for (var next = passage.After(whole); next is not null && next.IsCount && AreOf(next, whole) && passage.Between(whole.Figure.Span.End, next.Figure.Span.Start).Count(t => t.EndsSentence) <= 1 && !passage.Between(whole.Figure.Span.End, next.Figure.Span.Start).Any(t => t.Text is "including" or "включая" or "числе") && !IsOf(passage, passage.TokenAt(next.Figure.Span.Start)); next = passage.After(next))
            {
                parts.Add(next);
                if (IsRest(passage, next))
                {
                    if (parts.Count is >= 2 and <= 8 && !Makes(whole.Value - next.Value, [.. parts.SkipLast(1)]) && Differ(whole, parts) is { } doubt)
                    {
                        yield return doubt;
                    }

                    break;
                }
            }
        }
    }

    /// <summary>A whole is named: "of the 20", "из этих 20".</summary>
    private static bool IsOf(ProsePassage passage, int at) =>
        at > 0 && (passage.Tokens[at - 1].Text is "of" or "из" || (at > 1 && passage.Tokens[at - 2].Text is "of" or "из" && passage.Tokens[at - 1].Text is "the" or "these" or "this" or "этих" or "всех"));

    /// <summary>"32 physicians (4 per practice)", "within 1 yr".</summary>
    private static bool IsEach(ProsePassage passage, ProseFigure part) =>
        passage.TokenAt(part.Figure.Span.End) is var at && at < passage.Tokens.Count && passage.Tokens[at].Text is "per" or "each" or "в" or "на" && (passage.Tokens[at].Text is "per" or "each" || (at + 1 < passage.Tokens.Count && passage.Tokens[at + 1].Text.StartsWith("кажд", StringComparison.Ordinal)));

    private static FigureToken? Opening(ProsePassage passage, ProseFigure whole)
    {
        for (var i = passage.TokenAt(whole.Figure.Span.End); i < passage.Tokens.Count && i < passage.TokenAt(whole.Figure.Span.End) + 5; i++)
        {
            if (passage.Tokens[i].Text is ":" or "(")
            {
                return passage.Tokens[i];
            }

            if (passage.Tokens[i].Kind != TokenKind.Word)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What joins two items: their own words of up to four stand before it.</summary>
    private static string Joint(ProsePassage passage, int from, ProseFigure next)
    {
        var between = passage.Between(from, next.Figure.Span.Start).ToList();
        var own = between.TakeWhile(t => t.Kind == TokenKind.Word && t.Text is not ("and" or "и" or "plus" or "who" or "of" or "whom")).Count();
        return own > 4 ? "?" : string.Join(' ', between.Skip(own).Select(t => t.Text));
    }

    private static bool Ends(ProsePassage passage, ProseFigure last, string sign)
    {
        var at = passage.TokenAt(last.Figure.Span.End);
        for (var words = 0; at < passage.Tokens.Count && words <= 6; at++, words++)
        {
            if (passage.Tokens[at].Text is ")")
            {
                return sign is "(";
            }

            if (passage.Tokens[at].EndsSentence)
            {
                return sign is ":";
            }

            if (passage.Tokens[at].Kind != TokenKind.Word)
            {
                return false;
            }
        }

        return at >= passage.Tokens.Count && sign is ":";
    }

    private static bool SaysTotal(ProsePassage passage, ProseFigure whole)
    {
        var behind = passage.Words(whole.Figure.Span.End, Math.Min(passage.Text.Length, whole.Figure.Span.End + 24));
        var at = passage.TokenAt(whole.Figure.Number.Start);
        var before = at > 0 ? passage.Tokens[at - 1].Text : "";
        return behind.StartsWith("in all", StringComparison.Ordinal) || behind.StartsWith("in total", StringComparison.Ordinal) || behind.StartsWith("altogether", StringComparison.Ordinal)
            || (before is "итого" && whole.Figure.IsOnly is false);
    }

    private static bool IsRest(ProsePassage passage, ProseFigure figure)
    {
        var at = passage.TokenAt(figure.Figure.Number.Start);
        var first = at > 0 ? passage.Tokens[at - 1].Text : "";
        var second = at > 1 ? passage.Tokens[at - 2].Text : "";
        return (first is "other" or "remaining" && second is "the") || first is "остальные" or "остальных" or "оставшиеся" or "оставшихся" or "остальным" or "оставшимся";
    }

    /// <summary>A part counts what the whole counts: no noun, the same, or people of both.</summary>
    private static bool AreOf(ProseFigure part, ProseFigure whole) =>
        (part.Noun is null || whole.Noun is null || part.Noun == whole.Noun || (part.IsPeople && whole.IsPeople))
        && !(part.Passage.TokenAt(part.Figure.Span.Start) is > 0 and var at && part.Passage.Tokens[at - 1].Text is "within" or "after" or "over" or "during" or "за" or "через");

    /// <summary>True when some of the counts make a sum: the others are counts within them.</summary>
    private static bool Makes(decimal sum, ReadOnlySpan<ProseFigure> parts) =>
        sum == 0 || (parts.Length > 0 && (Makes(sum, parts[1..]) || Makes(sum - parts[0].Value, parts[1..])));

    /// <summary>"274 of 298 patients (134 ... and 140 ...)": they make another count of the sentence.</summary>
    private static bool IsSaid(ProsePassage passage, ProseFigure whole, List<ProseFigure> parts, decimal sum) =>
        passage.Figures.Any(f => f != whole && !parts.Contains(f) && f.Figure.Low == sum && passage.IsOneSentence(Math.Min(f.Figure.Span.End, whole.Figure.Span.End), Math.Max(f.Figure.Span.Start, whole.Figure.Span.Start)));

    private static Doubt? Differ(ProseFigure whole, List<ProseFigure> parts)
    {
        var sum = parts.Sum(p => p.Value);
        var passage = whole.Passage;
        if (sum == whole.Value || IsSaid(passage, whole, parts, sum))
        {
            return null;
        }

        var place = passage.PlaceOf(new(parts[0].Figure.Span.Start, parts[^1].Figure.Span.End), string.Join(" … ", parts.Select(p => p.Figure.Text)));
        return new Doubt("parts", whole.Place, place, $"{string.Join(" + ", parts.Select(p => Verdicts.Shown(p.Value)))} is {Verdicts.Shown(sum)}, not {Verdicts.Shown(whole.Value)}.");
    }
}
