using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>The forms of a vocabulary that a word of a query stands for.</summary>
internal sealed class WordForms(Vocabulary vocabulary)
{
    private readonly Stemmer stemmer = new();

    public void Add(WordNode word, HashSet<int> ids)
    {
        switch (word.Match)
        {
            case WordMatch.Stem:
                AddStem(word.Form, ids);
                break;
            case WordMatch.Exact:
                AddExact(word.Form, ids);
                break;
            case WordMatch.Pattern:
                AddPattern(word.Form, ids);
                break;
        }
    }

    private void AddExact(string form, HashSet<int> ids)
    {
        if (vocabulary.IdOf(form) is var id and not 0)
        {
            ids.Add(id);
        }
    }

    // All forms of a stem start with the stem less its last letter.
    private void AddStem(string form, HashSet<int> ids)
    {
        var stem = stemmer.Of(form).ToString();
        if (stem.Length < Stemmer.MinStem)
        {
            AddExact(form, ids);
            return;
        }

        var hash = Stemmer.Hash(stem);
        var (from, to) = RangeOf(stem.AsSpan(0, stem.Length - 1));
        for (var rank = from; rank < to; rank++)
        {
            if (vocabulary.StemHashAt(rank) == hash)
            {
                ids.Add(vocabulary.IdAt(rank));
            }
        }
    }

    private void AddPattern(string pattern, HashSet<int> ids)
    {
        var (from, to) = RangeOf(pattern.AsSpan(0, pattern.AsSpan().IndexOfAny('*', '?')));
        for (var rank = from; rank < to; rank++)
        {
            if (Wildcard.Fits(vocabulary.FormAt(rank), pattern))
            {
                ids.Add(vocabulary.IdAt(rank));
            }
        }
    }

    private (int From, int To) RangeOf(ReadOnlySpan<char> prefix)
    {
        if (prefix.Length == 0)
        {
            return (0, vocabulary.FormCount);
        }

        Span<char> after = stackalloc char[prefix.Length + 1];
        prefix.CopyTo(after);
        after[^1] = char.MaxValue;
        return (vocabulary.LowerBound(prefix), vocabulary.LowerBound(after));
    }
}

/// <summary>Patterns with * (any letters, also none) and ? (one letter).</summary>
internal static class Wildcard
{
    /// <summary>True when the whole form fits. At most form length times pattern length steps.</summary>
    public static bool Fits(ReadOnlySpan<char> form, ReadOnlySpan<char> pattern)
    {
        int f = 0, p = 0, star = -1, mark = 0;
        while (f < form.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || (pattern[p] != '*' && pattern[p] == form[f])))
            {
                f++;
                p++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = f;
            }
            else if (star >= 0)
            {
                p = star + 1;
                f = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
