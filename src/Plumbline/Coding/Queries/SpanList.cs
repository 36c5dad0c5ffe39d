using System.Runtime.InteropServices;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>Spans of tokens, in a list that is used again and again; and what may be done with a set of them.</summary>
internal sealed class SpanList
{
    private readonly List<TokenRange> spans = [];

    public int Count => spans.Count;

    public TokenRange this[int index]
    {
        get => spans[index];
        set => spans[index] = value;
    }

    public ReadOnlySpan<TokenRange> AsSpan() => CollectionsMarshal.AsSpan(spans);

    public void Add(int from, int to) => spans.Add(new TokenRange(from, to));

    public void AddRange(ReadOnlySpan<TokenRange> more)
    {
        var start = spans.Count;
        CollectionsMarshal.SetCount(spans, start + more.Length);
        more.CopyTo(CollectionsMarshal.AsSpan(spans)[start..]);
    }

    public void Truncate(int count) => CollectionsMarshal.SetCount(spans, count);

    public void Clear() => spans.Clear();

    /// <summary>Orders what was added from <paramref name="start"/> on by start and end, each span once.</summary>
    public void Sort(int start)
    {
        var all = CollectionsMarshal.AsSpan(spans)[start..];
        if (IsAscending(all))
        {
            return;
        }

        all.Sort();
        var kept = 0;
        foreach (var span in all)
        {
            if (kept == 0 || span != all[kept - 1])
            {
                all[kept++] = span;
            }
        }

        Truncate(start + kept);
    }

    /// <summary>Of what was added from <paramref name="start"/> on, keeps the spans that contain no other: starts and ends both rise.</summary>
    public void KeepShortest(int start)
    {
        var all = CollectionsMarshal.AsSpan(spans)[start..];
        if (all.Length < 2 || BothRise(all))
        {
            return;
        }

        all.Sort();
        var kept = 0;
        foreach (var span in all)
        {
            // Of equal starts the first is the shortest; an earlier one that reaches as far contains this one.
            if (kept > 0 && all[kept - 1].From == span.From)
            {
                continue;
            }

            while (kept > 0 && all[kept - 1].To >= span.To)
            {
                kept--;
            }

            all[kept++] = span;
        }

        Truncate(start + kept);
    }

    /// <summary>Of spans whose starts and ends rise, keeps from the left those that do not overlap one kept before.</summary>
    public void KeepApart()
    {
        var all = CollectionsMarshal.AsSpan(spans);
        int kept = 0, end = int.MinValue;
        foreach (var span in all)
        {
            if (span.From >= end)
            {
                all[kept++] = span;
                end = span.To;
            }
        }

        Truncate(kept);
    }

    /// <summary>Index of the first span that starts at or after a position; spans are ordered.</summary>
    public int FirstFrom(int position)
    {
        var all = CollectionsMarshal.AsSpan(spans);
        int low = 0, high = all.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (all[middle].From < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static bool IsAscending(ReadOnlySpan<TokenRange> all)
    {
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i - 1].CompareTo(all[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool BothRise(ReadOnlySpan<TokenRange> all)
    {
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i - 1].From >= all[i].From || all[i - 1].To >= all[i].To)
            {
                return false;
            }
        }

        return true;
    }
}
