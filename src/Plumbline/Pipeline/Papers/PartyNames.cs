using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>
/// Finds a named party in sentences: each of its names as a phrase in any form of its words, by the same stems as the search
/// box. Not thread safe.
/// </summary>
internal sealed class PartyNames
{
    private readonly List<Query> queries = [];

    /// <param name="names">The name, and others that the party goes by. Hostile text: signs in them mean nothing.</param>
    /// <exception cref="UsageException">One of them holds no word.</exception>
    public PartyNames(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var words = Words(name);
            queries.Add(words.Count > 0 ? Phrase(words) : throw PaperProblems.NoName());
        }

        // A word with a capital that a sentence has alone, with a capital too, may be the same party: said apart, for a person to look at.
        Count = queries.Count;
        foreach (var word in names.Select(Words).Where(w => w.Count > 1).SelectMany(w => w).Where(w => w.Length > 3 && char.IsUpper(w[0])).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            queries.Add(Phrase([word]));
        }
    }

    private int Count { get; }

    /// <summary>Where the names stand in a text, in order; empty where none does.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="isPart">True when only a part of a name stands there.</param>
    public IReadOnlyList<TextSpan> Find(string text, out bool isPart)
    {
        var (tokens, vocabulary) = TextTokens.Of(text);
        var hits = new QueryHits();
        new QueryProgram(queries, vocabulary).Evaluate(tokens, new TokenRange(0, tokens.Count), [], hits);
        List<TextSpan> Spans(IEnumerable<int> which)
        {
            var spans = new List<TextSpan>();
            foreach (var query in which)
            {
                foreach (var hit in hits[query])
                {
                    spans.Add(tokens.SpanOf(hit));
                }
            }

            // Where a name holds another, the longer one is shown.
            return [.. spans.Where(s => !spans.Exists(o => o != s && o.Start <= s.Start && o.End >= s.End)).Distinct().OrderBy(s => s.Start)];
        }

        var whole = Spans(Enumerable.Range(0, Count));
        isPart = whole.Count == 0;
        return isPart ? [.. Spans(Enumerable.Range(Count, queries.Count - Count)).Where(s => char.IsUpper(text[s.Start]))] : whole;
    }

    /// <summary>True when a text names the party.</summary>
    public bool IsIn(string text) => Find(text, out var isPart).Count > 0 && !isPart;

    private static List<string> Words(string name) =>
        [.. string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c == '.' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark ? c : ' '))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit))];

    private static Query Phrase(IReadOnlyList<string> words)
    {
        var problems = new List<Problem>();
        return Query.Parse($"\"{string.Join(' ', words)}\"", new QueryOrigin(), problems) ?? throw PaperProblems.WrongName(problems);
    }
}
