namespace Plumbline.Pipeline.Duplicates;

/// <summary>
/// Pairs of units that share marks which few others have. Marks that more than <see cref="MostUnits"/> units have say nothing: rulings
/// of one court share most of their words, and two of them are no duplicates for that (as Heintze, "Scalable Document Fingerprinting",
/// USENIX 1996, leaves out common fingerprints). Cost is bounded: at most <see cref="WordRuns.MostKept"/> marks a unit go in, each rare
/// one gives at most 28 pairs, and <see cref="MostPairs"/> come out. The same whatever the order in which units are added.
/// </summary>
internal sealed class RarePairs
{
    /// <summary>Most units that have a mark which counts.</summary>
    public const int MostUnits = 8;

    /// <summary>Most pairs given: those that share most marks.</summary>
    public const int MostPairs = 20_000;

    private readonly List<ulong> marks = [];
    private readonly List<int> units = [];

    /// <summary>True when there were more pairs than are given.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds a unit's marks, each once.</summary>
    public void Add(int unit, IEnumerable<ulong> own)
    {
        foreach (var mark in own)
        {
            marks.Add(mark);
            units.Add(unit);
        }
    }

    /// <summary>The pairs, smaller number first, by shared marks (most first), then by number.</summary>
    /// <param name="least">Fewest shared marks of a pair.</param>
    public IReadOnlyList<(int A, int B, int Shared)> Find(int least)
    {
        var (keys, owners) = (marks.ToArray(), units.ToArray());
        Array.Sort(keys, owners);
        var pairs = new List<ulong>();
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            if (to - from is > 1 and <= MostUnits)
            {
                Array.Sort(owners, from, to - from);
                for (var i = from; i < to; i++)
                {
                    for (var j = i + 1; j < to; j++)
                    {
                        pairs.Add(((ulong)owners[i] << 32) | (uint)owners[j]);
                    }
                }
            }
        }

        pairs.Sort();
        var found = new List<(int A, int B, int Shared)>();
        for (int from = 0, to; from < pairs.Count; from = to)
        {
            to = from + 1;
            while (to < pairs.Count && pairs[to] == pairs[from])
            {
                to++;
            }

            var (a, b) = ((int)(pairs[from] >> 32), (int)(uint)pairs[from]);
            if (to - from >= least && a != b)
            {
                found.Add((a, b, to - from));
            }
        }

        IsCut = found.Count > MostPairs;
        return [.. found.OrderByDescending(p => p.Shared).ThenBy(p => p.A).ThenBy(p => p.B).Take(MostPairs)];
    }
}
