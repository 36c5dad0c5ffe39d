using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>Finds quoted words in a text. Runs of white space are equal to each other; all else is exact.</summary>
public static class QuoteFinder
{
    private const int MostWords = 400;

    /// <summary>Every place in a range where the words stand, in order; none for an empty quote.</summary>
    public static IReadOnlyList<TextSpan> All(string text, TextSpan within, string quote)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quote);
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = new List<TextSpan>();
        for (var from = within.Start; words.Length > 0 && from < within.End; from++)
        {
            from = text.IndexOf(words[0], from, within.End - from, StringComparison.Ordinal);
            if (from < 0)
            {
                break;
            }

            if (EndOf(text, within.End, from, words) is { } end)
            {
                found.Add(new TextSpan(from, end));
            }
        }

        return found;
    }

    /// <summary>
    /// Places of a range that are most like a quote that stands nowhere: most of its words in a stretch of as many words,
    /// letter case, ё, and punctuation set aside. At most <paramref name="most"/>, none with less than half of the words.
    /// </summary>
    public static IReadOnlyList<TextSpan> Near(string text, TextSpan within, string quote, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quote);
        var wanted = Words(quote, new TextSpan(0, quote.Length)).Select(w => w.Folded).Take(MostWords).ToList();
        var words = Words(text, within);
        var needed = wanted.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var scored = new List<(int Score, int At)>();
        for (var i = 0; wanted.Count > 0 && i + wanted.Count <= words.Count; i++)
        {
            var left = new Dictionary<string, int>(needed, StringComparer.Ordinal);
            var (score, matched) = (0, 0);
            for (var j = 0; j < wanted.Count; j++)
            {
                var word = words[i + j].Folded;
                if (left.TryGetValue(word, out var count) && count > 0)
                {
                    left[word] = count - 1;
                    matched++;
                    score += word == wanted[j] ? 3 : 2;
                }
            }

            if (matched * 2 >= wanted.Count)
            {
                scored.Add((score, i));
            }
        }

        var taken = new List<TextSpan>();
        foreach (var (_, at) in scored.OrderByDescending(s => s.Score).ThenBy(s => s.At))
        {
            var span = new TextSpan(words[at].Span.Start, words[at + wanted.Count - 1].Span.End);
            if (taken.Count < most && !taken.Exists(t => t.Overlaps(span)))
            {
                taken.Add(span);
            }
        }

        return taken;
    }

    /// <summary>
    /// Where a quote stands now: at its position; else where its context is the same; else where it stands, when that is
    /// one place only. Null when none of these finds it.
    /// </summary>
    public static TextSpan? Again(string text, TextSelector quote)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quote);
        var span = quote.Span;
        if (span.End <= text.Length && quote.Exact.Length == span.Length && string.CompareOrdinal(text, span.Start, quote.Exact, 0, span.Length) == 0)
        {
            return span;
        }

        var all = All(text, new TextSpan(0, text.Length), quote.Exact);
        if (all.Count == 1)
        {
            return all[0];
        }

        var (before, after) = (Squeezed(quote.Prefix), Squeezed(quote.Suffix));
        var same = all.Where(s =>
            Squeezed(text[Math.Max(0, s.Start - (2 * TextSelector.Context))..s.Start]).EndsWith(before, StringComparison.Ordinal)
            && Squeezed(text[s.End..Math.Min(text.Length, s.End + (2 * TextSelector.Context))]).StartsWith(after, StringComparison.Ordinal)).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int? EndOf(string text, int limit, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var space = at;
            while (i > 0 && at < limit && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if ((i > 0 && at == space) || at + words[i].Length > limit || string.CompareOrdinal(text, at, words[i], 0, words[i].Length) != 0)
            {
                return null;
            }

            at += words[i].Length;
        }

        return at;
    }

    private static List<(string Folded, TextSpan Span)> Words(string text, TextSpan within)
    {
        var words = new List<(string, TextSpan)>();
        for (var i = within.Start; i < within.End;)
        {
            var start = i;
            while (i < within.End && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add((text[start..i].ToLowerInvariant().Replace('ё', 'е'), new TextSpan(start, i)));
            }
            else
            {
                i++;
            }
        }

        return words;
    }
}
