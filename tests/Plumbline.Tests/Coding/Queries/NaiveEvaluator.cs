using System.Text.RegularExpressions;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Tests.Coding.Queries;

/// <summary>The definition of docs/query-language.md written down word for word, as slowly as need be.</summary>
internal sealed class NaiveEvaluator
{
    private readonly Stemmer stemmer = new();
    private readonly string[] forms;
    private readonly IReadOnlyList<SectionRange> sections;

    public NaiveEvaluator(string text, IReadOnlyList<SectionRange> sections)
    {
        var (document, vocabulary) = TextTokens.Of(text);
        forms = [.. document.Forms.ToArray().Select(vocabulary.Form)];
        this.sections = sections;
    }

    public (bool Holds, List<TokenRange> Hits) Evaluate(QueryNode query, TokenRange unit)
    {
        var (holds, found) = Match(query, [unit]);
        List<TokenRange> apart = [];
        foreach (var hit in Shortest(found).OrderBy(h => h.From))
        {
            if (apart.TrueForAll(h => !h.Overlaps(hit)))
            {
                apart.Add(hit);
            }
        }

        return (holds, apart);
    }

    private (bool Holds, HashSet<TokenRange> Hits) Match(QueryNode node, IReadOnlyList<TokenRange> scope)
    {
        switch (node)
        {
            case AndNode and:
                var all = and.Items.Select(i => Match(i, scope)).ToList();
                return all.TrueForAll(i => i.Holds) ? (true, [.. all.SelectMany(i => i.Hits)]) : (false, []);
            case OrNode or:
                var any = or.Items.Select(i => Match(i, scope)).ToList();
                return (any.Exists(i => i.Holds), [.. any.SelectMany(i => i.Hits)]);
            case NotNode not:
                return (!Match(not.Item, scope).Holds, []);
            case SectionNode section:
                var places = Joined(scope.SelectMany(s => sections.Where(r => r.Name == section.Name).Select(r => s.Intersect(r.Range))));
                return places.Count == 0 ? (false, []) : Match(section.Item, places);
            case SentenceNode sentence:
                return MatchSentences(sentence, scope);
            default:
                HashSet<TokenRange> spans = [.. scope.SelectMany(range => Shortest(Spans(node, range)))];
                return (spans.Count > 0, spans);
        }
    }

    private (bool Holds, HashSet<TokenRange> Hits) MatchSentences(SentenceNode node, IReadOnlyList<TokenRange> scope)
    {
        var holds = false;
        HashSet<TokenRange> hits = [];
        foreach (var sentence in scope.SelectMany(Sentences))
        {
            var (left, right) = (Match(node.Left, [sentence]), Match(node.Right, [sentence]));
            if (left.Holds && right.Holds)
            {
                holds = true;
                hits.UnionWith(left.Hits.Count == 0 ? right.Hits : right.Hits.Count == 0 ? left.Hits
                    : Shortest(left.Hits.SelectMany(_ => right.Hits, (l, r) => new TokenRange(Math.Min(l.From, r.From), Math.Max(l.To, r.To)))));
            }
        }

        return (holds, hits);
    }

    private HashSet<TokenRange> Spans(QueryNode node, TokenRange range) => node switch
    {
        WordNode word => Spans([word], range),
        PhraseNode phrase => Spans(phrase.Words, range),
        OrNode or => [.. or.Items.SelectMany(i => Spans(i, range))],
        NearNode near =>
        [
            .. Spans(near.Left, range).SelectMany(_ => Spans(near.Right, range), (l, r) => (l, r))
                .Where(p => IsNear(p.l, p.r, near.Distance) || (!near.IsOrdered && IsNear(p.r, p.l, near.Distance)))
                .Select(p => new TokenRange(Math.Min(p.l.From, p.r.From), Math.Max(p.l.To, p.r.To))),
        ],
        _ => throw new InvalidOperationException("no place in the text"),
    };

    private HashSet<TokenRange> Spans(IReadOnlyList<WordNode> words, TokenRange range) =>
    [
        .. Enumerable.Range(range.From, Math.Max(0, range.Length - words.Count + 1))
            .Where(from => words.Select((w, i) => IsForm(w, forms[from + i])).All(fits => fits))
            .Select(from => new TokenRange(from, from + words.Count)),
    ];

    private bool IsForm(WordNode word, string form) => form.Length > 0 && word.Match switch
    {
        WordMatch.Any => true,
        WordMatch.Exact => form == word.Form,
        WordMatch.Stem => stemmer.Of(form).ToString() == stemmer.Of(word.Form).ToString(),
        _ => Regex.IsMatch(form, "^" + Regex.Escape(word.Form).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.Singleline),
    };

    private IEnumerable<TokenRange> Sentences(TokenRange range)
    {
        var from = range.From;
        for (var i = range.From; i <= range.To; i++)
        {
            if (i == range.To || forms[i].Length == 0)
            {
                if (i > from)
                {
                    yield return new TokenRange(from, i);
                }

                from = i + 1;
            }
        }
    }

    private static bool IsNear(TokenRange first, TokenRange second, int distance) =>
        second.From >= first.To && second.From - first.To + 1 <= distance;

    private static List<TokenRange> Shortest(IEnumerable<TokenRange> spans)
    {
        var all = spans.ToHashSet();
        return [.. all.Where(s => !all.Any(o => o != s && s.Contains(o)))];
    }

    private static List<TokenRange> Joined(IEnumerable<TokenRange> ranges)
    {
        List<TokenRange> joined = [];
        foreach (var range in ranges.Where(r => r.Length > 0).Order())
        {
            if (joined.Count > 0 && range.From < joined[^1].To)
            {
                joined[^1] = new TokenRange(joined[^1].From, Math.Max(joined[^1].To, range.To));
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }
}
