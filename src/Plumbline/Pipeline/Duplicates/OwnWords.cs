namespace Plumbline.Pipeline.Duplicates;

/// <summary>
/// Tells two copies of one text from two texts made from one form. A copy has words that the other lacks on one side only: a banner, names
/// that were masked, a page that is missing. What a second reading got wrong is one or two letters away from the right word. Two people's rulings
/// written from one form have names, days and sums of their own on both sides.
/// </summary>
internal static class OwnWords
{
    /// <summary>Largest share of own words, on the side that has fewer, of two texts that may be one.</summary>
    public const double Most = 0.1;

    private const int Shortest = 4;
    private const int Long = 8;
    private const int Longest = 64;

    /// <summary>True when both have so many words of their own that they are not one text.</summary>
    /// <param name="one">Its different words, folded.</param>
    /// <param name="other">Those of the other.</param>
    public static bool AreTwo(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var most = (int)(Most * Math.Min(one.Count, other.Count));
        List<string> a = [.. one.Where(w => !other.Contains(w))], b = [.. other.Where(w => !one.Contains(w))];
        return HasMore(a, b, most) && HasMore(b, a, most);
    }

    /// <summary>True when more than so many words are like none of the others. Short words with no digit say nothing.</summary>
    private static bool HasMore(List<string> own, List<string> others, int most)
    {
        if (own.Count <= most)
        {
            return false;
        }

        var byLength = others.ToLookup(w => w.Length);
        var count = 0;
        foreach (var word in own)
        {
            if (word.Any(char.IsDigit) || (word.Length >= Shortest && !Enumerable.Range(word.Length - 2, 5).Any(length => byLength[length].Any(other => IsNear(word, other)))))
            {
                count++;
            }

            if (count > most)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for words that one change of a letter makes equal (Levenshtein); for two long ones, two changes.</summary>
    internal static bool IsNear(string a, string b)
    {
        var most = Math.Min(a.Length, b.Length) < Long ? 1 : 2;
        if (Math.Abs(a.Length - b.Length) > most || Math.Max(a.Length, b.Length) > Longest)
        {
            return false;
        }

        Span<int> before = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            before[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(before[j], now[j - 1]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                least = Math.Min(least, now[j]);
            }

            if (least > most)
            {
                return false;
            }

            now.CopyTo(before);
        }

        return before[b.Length] <= most;
    }
}
