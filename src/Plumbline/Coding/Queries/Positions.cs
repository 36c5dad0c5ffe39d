using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// Where the words that the rules ask for stand in the document at hand: one ascending list an atom (an atom is a set of
/// forms). Filled by one pass over the document. One thread.
/// </summary>
internal sealed class Positions
{
    private readonly int[][] places;
    private readonly int[] counts;
    private readonly int[] touched;
    private int touchedCount;
    private readonly Stack<SpanList> spare = new();

    public Positions(int atomCount)
    {
        places = new int[atomCount][];
        Array.Fill(places, []);
        counts = new int[atomCount];
        touched = new int[atomCount];
    }

    /// <summary>Sections of the unit at hand.</summary>
    public IReadOnlyList<SectionRange> Sections { get; set; } = [];

    public ReadOnlySpan<int> this[int atom] => places[atom].AsSpan(0, counts[atom]);

    public int CountOf(int atom) => counts[atom];

    /// <summary>The positions of an atom within a range.</summary>
    public ReadOnlySpan<int> In(int atom, TokenRange range)
    {
        var all = this[atom];
        var from = all.Length == 0 || all[0] >= range.From ? 0 : LowerBound(all, range.From);
        var to = all.Length == 0 || all[^1] < range.To ? all.Length : LowerBound(all, range.To);
        return from < to ? all[from..to] : default;
    }

    public bool Holds(int atom, int position)
    {
        var all = this[atom];
        var at = LowerBound(all, position);
        return at < all.Length && all[at] == position;
    }

    public void Clear()
    {
        for (var i = 0; i < touchedCount; i++)
        {
            counts[touched[i]] = 0;
        }

        touchedCount = 0;
    }

    public void Add(int atom, int position)
    {
        var count = counts[atom];
        if (count == 0)
        {
            touched[touchedCount++] = atom;
        }

        if (count == places[atom].Length)
        {
            Array.Resize(ref places[atom], Math.Max(16, count * 2));
        }

        places[atom][count] = position;
        counts[atom] = count + 1;
    }

    public SpanList Rent() => spare.TryPop(out var list) ? list : new SpanList();

    public void Return(SpanList list)
    {
        list.Clear();
        spare.Push(list);
    }

    private static int LowerBound(ReadOnlySpan<int> all, int value)
    {
        int low = 0, high = all.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (all[middle] < value)
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
}
