using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>
/// Which members are one unit. Equal normalised text, and equal keys out of records' own columns, settle it; an equal
/// key that a rule read makes it possible. The id of a unit is that of its member archived first; nothing here depends
/// on the order in which members are added.
/// </summary>
internal sealed class UnitResolution
{
    private readonly List<Candidate> members = [];
    private readonly Dictionary<UInt128, int> firstByText = [];
    private readonly Dictionary<string, int> firstBySettledKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> firstByReadKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> sameReadKey = [];

    /// <summary>Members added so far.</summary>
    public int Count => members.Count;

    /// <summary>Adds a member.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="order">Its rank in the archive: document first, then place.</param>
    /// <param name="text">Hash of its normalised words, or null when it has too few to tell units apart.</param>
    /// <param name="key">Its key, or null when it is not complete.</param>
    /// <param name="keyIsSettled">True when every part of the key is a record's own column as it stands.</param>
    public void Add(UnitId id, (long Document, int Place) order, UInt128? text, string? key, bool keyIsSettled)
    {
        var index = members.Count;
        members.Add(new Candidate(id, order, index));
        if (text is { } hash)
        {
            Join(firstByText, hash, index);
        }

        if (key is null)
        {
            return;
        }

        if (keyIsSettled)
        {
            Join(firstBySettledKey, key, index);
        }

        // A read key meets settled ones too: then the merge is possible, not settled.
        if (!firstByReadKey.TryAdd(key, index))
        {
            var first = firstByReadKey[key];
            if (!sameReadKey.TryGetValue(first, out var same))
            {
                sameReadKey.Add(first, same = [first]);
            }

            same.Add(index);
        }
    }

    /// <summary>The units, each with the indexes of its members (in order of adding), that archived first at the head.</summary>
    public ResolvedUnits Resolve()
    {
        var groups = new Dictionary<int, List<int>>();
        for (var i = 0; i < members.Count; i++)
        {
            var root = Root(i);
            if (root != i || members[i].IsJoined)
            {
                if (!groups.TryGetValue(root, out var group))
                {
                    groups.Add(root, group = []);
                }

                group.Add(i);
            }
        }

        foreach (var group in groups.Values)
        {
            group.Sort((a, b) => members[a].Order.CompareTo(members[b].Order) is var c && c != 0 ? c : members[a].Id.CompareTo(members[b].Id));
        }

        var maybe = new Dictionary<UnitId, SortedSet<UnitId>>();
        foreach (var same in sameReadKey.Values)
        {
            // A star, not every pair: a bad key may hold thousands. Its middle is the smallest id, whatever the order.
            var units = same.Select(i => IdOf(i, groups)).Distinct().Order().ToList();
            foreach (var other in units.Skip(1))
            {
                Note(maybe, units[0], other);
                Note(maybe, other, units[0]);
            }
        }

        return new ResolvedUnits(
            groups.Values.ToDictionary(g => members[g[0]].Id, IReadOnlyList<int> (g) => g),
            maybe.ToDictionary(m => m.Key, IReadOnlyList<UnitId> (m) => [.. m.Value]),
            [.. groups.Values.SelectMany(g => g.Select(i => (Index: i, Unit: members[g[0]].Id))).OrderBy(p => p.Index)]);
    }

    private static void Note(Dictionary<UnitId, SortedSet<UnitId>> maybe, UnitId from, UnitId to)
    {
        if (!maybe.TryGetValue(from, out var set))
        {
            maybe.Add(from, set = []);
        }

        set.Add(to);
    }

    private UnitId IdOf(int index, Dictionary<int, List<int>> groups) =>
        groups.TryGetValue(Root(index), out var group) ? members[group[0]].Id : members[index].Id;

    private void Join<TKey>(Dictionary<TKey, int> first, TKey key, int index)
        where TKey : notnull
    {
        if (!first.TryAdd(key, index))
        {
            var (a, b) = (Root(first[key]), Root(index));
            members[first[key]].IsJoined = members[index].IsJoined = members[a].IsJoined = members[b].IsJoined = true;
            members[Math.Max(a, b)].Parent = Math.Min(a, b);
        }
    }

    private int Root(int index)
    {
        while (members[index].Parent != index)
        {
            index = members[index].Parent = members[members[index].Parent].Parent;
        }

        return index;
    }

    private sealed class Candidate(UnitId id, (long Document, int Place) order, int parent)
    {
        public UnitId Id { get; } = id;

        public (long Document, int Place) Order { get; } = order;

        public int Parent { get; set; } = parent;

        public bool IsJoined { get; set; }
    }
}

/// <summary>What <see cref="UnitResolution"/> found. Members in no group are units of their own.</summary>
/// <param name="Groups">Units of several members: indexes of the members by unit.</param>
/// <param name="MaybeSame">Units that may be the same, by unit; symmetric. What is the same by way of a third is not listed: take the connected parts.</param>
/// <param name="Grouped">Index and unit of every member in a group, by index.</param>
internal sealed record ResolvedUnits(
    IReadOnlyDictionary<UnitId, IReadOnlyList<int>> Groups,
    IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> MaybeSame,
    IReadOnlyList<(int Index, UnitId Unit)> Grouped);
