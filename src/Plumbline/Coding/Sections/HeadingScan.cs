using System.Buffers;

namespace Plumbline.Coding.Sections;

/// <summary>A heading found: where it starts, where the text behind it starts, and which word it is.</summary>
internal readonly record struct HeadingHit(int Start, int End, int Word);

/// <summary>
/// Finds heading words as courts write them: in capitals anywhere in a line, glued to the word before or not
/// (<c>судьяПОСТАНОВИЛ:</c>); letter-spaced (<c>у с т а н о в и л</c>); in any case before a colon that ends its line, or
/// alone in its line. An ending -А, -О or -И of past tense is part of the word. One pass over the text for all words.
/// </summary>
internal sealed class HeadingScan
{
    private readonly string[] words;
    private readonly SearchValues<char> firstLetters;
    private readonly string lastLetters;
    private readonly int longest;

    /// <param name="words">Words of letters, in capitals.</param>
    public HeadingScan(IReadOnlyList<string> words)
    {
        this.words = [.. words];
        firstLetters = SearchValues.Create([.. this.words.Select(w => w[0]).Distinct()]);
        lastLetters = string.Concat(this.words.Select(w => w[^1]).Append('А').Append('О').Append('И').Distinct());
        longest = this.words.Max(w => w.Length);
    }

    /// <summary>Adds the headings of a range of a text, in order.</summary>
    public void Find(string text, int from, int to, List<HeadingHit> into)
    {
        var span = text.AsSpan(0, to);
        var before = into.Count;
        FindCapitals(span, from, into);
        var capitals = into.Count;
        for (var at = from; at < to;)
        {
            var line = span[at..].IndexOf('\n');
            var end = line < 0 ? to : at + line;
            FindAtLineEnd(span[..end], at, into);
            at = end + 1;
        }

        if (into.Count == capitals)
        {
            return;
        }

        // Capitals at the end of a line were found twice.
        for (var i = into.Count - 1; i >= capitals; i--)
        {
            for (var j = before; j < capitals; j++)
            {
                if (into[i].Start == into[j].Start)
                {
                    into.RemoveAt(i);
                    break;
                }
            }
        }

        into.Sort(before, into.Count - before, Comparer<HeadingHit>.Create(static (a, b) => a.Start.CompareTo(b.Start)));
    }

    private void FindCapitals(ReadOnlySpan<char> text, int from, List<HeadingHit> into)
    {
        while (from < text.Length)
        {
            var next = text[from..].IndexOfAny(firstLetters);
            if (next < 0)
            {
                return;
            }

            from += next;
            if (from == 0 || !char.IsUpper(text[from - 1]))
            {
                for (var w = 0; w < words.Length; w++)
                {
                    if (Match(text, from, words[w]) is var end and > 0)
                    {
                        into.Add(new HeadingHit(from, SkipPunctuation(text, end), w));
                        from = end - 1;
                        break;
                    }
                }
            }

            from++;
        }
    }

    /// <summary>A word in any case that ends the line: with a colon, or with nothing else in the line.</summary>
    private void FindAtLineEnd(ReadOnlySpan<char> text, int from, List<HeadingHit> into)
    {
        var end = text.Length;
        var hasColon = false;
        while (end > from && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '.' or '-' or ';'))
        {
            end--;
            hasColon |= text[end] == ':';
        }

        // Quick, since most lines are long and end in a full stop: a heading has a colon behind it, or is all of the line.
        if (end == from || !(hasColon || end - from <= (2 * longest) + 4) || !lastLetters.Contains(char.ToUpperInvariant(text[end - 1])))
        {
            return;
        }

        for (var w = 0; w < words.Length; w++)
        {
            var start = StartOf(text, from, end, words[w]);
            if (start >= 0 && (hasColon || text[from..start].IsWhiteSpace()))
            {
                into.Add(new HeadingHit(start, text.Length, w));
                return;
            }
        }
    }

    /// <summary>Where the word that ends at <paramref name="end"/> starts, or -1.</summary>
    private static int StartOf(ReadOnlySpan<char> text, int from, int end, string word)
    {
        foreach (var extra in (ReadOnlySpan<int>)[0, 1])
        {
            if (extra == 1 && char.ToUpperInvariant(text[end - 1]) is not ('А' or 'О' or 'И'))
            {
                break;
            }

            var at = end - extra;
            var letter = word.Length;
            while (letter > 0 && at > from)
            {
                if (char.ToUpperInvariant(text[at - 1]) == word[letter - 1])
                {
                    letter--;
                }
                else if (!IsGap(text[at - 1]))
                {
                    break;
                }

                at--;
            }

            if (letter == 0 && (at == from || !char.IsLetter(text[at - 1])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The end of the word that starts here, its ending included, or 0.</summary>
    private static int Match(ReadOnlySpan<char> text, int from, string word)
    {
        var at = from;
        foreach (var letter in word)
        {
            while (at > from && at < text.Length && IsGap(text[at]))
            {
                at++;
            }

            if (at >= text.Length || text[at] != letter)
            {
                return 0;
            }

            at++;
        }

        var ending = at;
        while (ending < text.Length && IsGap(text[ending]))
        {
            ending++;
        }

        if (ending < text.Length && text[ending] is 'А' or 'О' or 'И'
            && (ending + 1 == text.Length || !char.IsLetter(text[ending + 1]))
            && (ending == at || (at - from) > word.Length))
        {
            at = ending + 1;
        }

        return at < text.Length && char.IsLetter(text[at]) ? 0 : at;
    }

    private static int SkipPunctuation(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ':' or '.'))
        {
            at++;
        }

        return at;
    }

    private static bool IsGap(char c) => c is ' ' or '\u00a0' or '\t' or '\u2009' or '\u202f';
}
