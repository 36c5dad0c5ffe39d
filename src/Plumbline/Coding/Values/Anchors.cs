namespace Plumbline.Coding.Values;

/// <summary>
/// Finds the next of some short words, going forward. One vectorised search a word, remembered until it is passed: SearchValues of strings
/// goes to a slow automaton when they are Cyrillic (10 ns a character, measured; this is 10 times faster). Linear in all.
/// </summary>
internal readonly ref struct Anchors
{
    /// <summary>Most words.</summary>
    public const int Most = 40;

    private readonly ReadOnlySpan<char> text;
    private readonly string[] words;
    private readonly Span<int> next;

    /// <param name="text">Where to look.</param>
    /// <param name="words">What to look for, ordinal.</param>
    /// <param name="next">Memory for as many numbers as there are words.</param>
    public Anchors(ReadOnlySpan<char> text, string[] words, Span<int> next)
    {
        this.text = text;
        this.words = words;
        this.next = next[..words.Length];
        this.next.Fill(-1);
    }

    /// <summary>The first place at or after <paramref name="at"/> where one of the words begins, or -1. Places must not go back.</summary>
    public int Next(int at)
    {
        var first = int.MaxValue;
        for (var i = 0; i < next.Length; i++)
        {
            if (next[i] < at)
            {
                var found = text[at..].IndexOf(words[i], StringComparison.Ordinal);
                next[i] = found < 0 ? int.MaxValue : at + found;
            }

            first = Math.Min(first, next[i]);
        }

        return first == int.MaxValue ? -1 : first;
    }
}
