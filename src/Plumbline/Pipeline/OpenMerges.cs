using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>
/// Units that may be the same while they are found. Of many with one key all may be the same but those that were judged different:
/// what hangs together by the rest is one open merge. Kept as stars, not every pair, since a bad key may hold thousands.
/// </summary>
internal sealed class OpenMerges
{
    private readonly Dictionary<UnitId, SortedSet<UnitId>> maybe = [];
    private readonly Dictionary<UnitId, HashSet<UnitId>> different = [];

    /// <summary>Units that may be the same, by unit; symmetric.</summary>
    public IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> Pairs => maybe.ToDictionary(m => m.Key, IReadOnlyList<UnitId> (m) => [.. m.Value]);

    /// <summary>Notes that a person judged two units to be different. Before all else.</summary>
    public void Forbid(UnitId a, UnitId b)
    {
        Of(a).Add(b);
        Of(b).Add(a);

        HashSet<UnitId> Of(UnitId unit)
        {
            if (!different.TryGetValue(unit, out var set))
            {
                different.Add(unit, set = []);
            }

            return set;
        }
    }

    /// <summary>True when a person judged them to be different.</summary>
    public bool AreDifferent(UnitId a, UnitId b) => different.TryGetValue(a, out var set) && set.Contains(b);

    /// <summary>Two units may be the same.</summary>
    public void Add(UnitId a, UnitId b)
    {
        Note(a, b);
        Note(b, a);
    }

    /// <summary>Units that share a key: any two of them may be the same, but those that are different.</summary>
    public void AddAll(IEnumerable<UnitId> units)
    {
        var left = new SortedSet<UnitId>(units);
        while (left.Count > 1)
        {
            // The part that hangs together with the smallest: each step takes out what is not different from one of it.
            var middle = left.Min;
            left.Remove(middle);
            var open = new Queue<UnitId>([middle]);
            while (open.TryDequeue(out var unit))
            {
                foreach (var other in different.ContainsKey(unit) ? [.. left.Where(o => !AreDifferent(unit, o))] : left.ToList())
                {
                    left.Remove(other);
                    open.Enqueue(other);
                    Add(middle, other);
                }
            }
        }
    }

    private void Note(UnitId from, UnitId to)
    {
        if (!maybe.TryGetValue(from, out var set))
        {
            maybe.Add(from, set = []);
        }

        set.Add(to);
    }
}
