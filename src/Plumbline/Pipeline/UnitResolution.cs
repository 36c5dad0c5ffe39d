using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// Which members are one unit. Equal normalised text, equal keys out of records' own columns, and a person's judgement settle it;
/// an equal key that a rule read makes it possible, unless a person judged them different. The id of a unit is that of its member
/// archived first; nothing here depends on the order in which members or judgements are added.
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

    /// <summary>A member that stands for all that are one unit with this one so far.</summary>
    public UnitId StandsFor(int member) => members[Root(member)].Id;

    /// <summary>The units, each with the indexes of its members (in order of adding), that archived first at the head.</summary>
    /// <param name="judgements">What people judged. Carried out once; nothing may be added after.</param>
    public ResolvedUnits Resolve(IReadOnlyList<AttachedJudgement>? judgements = null)
    {
        var pairs = JudgedPair.Of(judgements ?? [], Root);
        var contradictions = new List<Contradiction>();
        var disputed = JoinJudged(pairs, contradictions);
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

        var open = new OpenMerges();
        foreach (var pair in pairs.Where(p => p.Says == Sameness.Different && Root(p.A) != Root(p.B) && !disputed.Contains(p)))
        {
            open.Forbid(IdOf(pair.A, groups), IdOf(pair.B, groups));
        }

        foreach (var same in sameReadKey.Values)
        {
            open.AddAll(same.Select(i => IdOf(i, groups)));
        }

        foreach (var pair in pairs)
        {
            var (a, b) = (IdOf(pair.A, groups), IdOf(pair.B, groups));
            if (a != b && (disputed.Contains(pair) || (pair.Says == Sameness.Unsure && !open.AreDifferent(a, b))))
            {
                open.Add(a, b);
            }
        }

        return new ResolvedUnits(
            groups.Values.ToDictionary(g => members[g[0]].Id, IReadOnlyList<int> (g) => g),
            open.Pairs,
            [.. groups.Values.SelectMany(g => g.Select(i => (Index: i, Unit: members[g[0]].Id))).OrderBy(p => p.Index)])
        {
            Contradictions = contradictions,
        };
    }

    /// <summary>Joins what was judged the same. Gives the pairs that stay open because judgements contradict each other.</summary>
    private HashSet<JudgedPair> JoinJudged(IReadOnlyList<JudgedPair> pairs, List<Contradiction> contradictions)
    {
        // What hangs together by "same" is one unit, or, when a "different" is inside, nothing that can be told.
        var judged = new Dictionary<int, int>();
        int Chain(int unit) => judged.TryGetValue(unit, out var parent) && parent != unit ? judged[unit] = Chain(parent) : unit;
        foreach (var pair in pairs.Where(p => p.Says == Sameness.Same))
        {
            var (a, b) = (Chain(pair.A), Chain(pair.B));
            judged[Math.Max(a, b)] = Math.Min(a, b);
        }

        var disputed = pairs.Where(p => p.IsDisputed).ToHashSet();
        foreach (var pair in disputed.Where(p => p.A != p.B))
        {
            contradictions.Add(new Contradiction(ContradictionKind.Dispute, pair.Standing));
        }

        foreach (var pair in pairs.Where(p => p.A == p.B && p.Standing.Any(j => j.Judgement.Says == Sameness.Different)))
        {
            contradictions.Add(new Contradiction(ContradictionKind.ByTextOrRecord, [.. pair.Standing.Where(j => j.Judgement.Says == Sameness.Different)]));
        }

        var broken = pairs.Where(p => p.A != p.B && p.Says == Sameness.Different && Chain(p.A) == Chain(p.B)).Select(p => Chain(p.A)).ToHashSet();
        foreach (var chain in broken)
        {
            var inside = pairs.Where(p => p.A != p.B && p.Says != Sameness.Unsure && Chain(p.A) == chain && Chain(p.B) == chain).ToList();
            disputed.UnionWith(inside);
            contradictions.Add(new Contradiction(ContradictionKind.Chain, [.. inside.SelectMany(p => p.Standing).OrderBy(j => j.Entry.Device, StringComparer.Ordinal).ThenBy(j => j.Entry.Seq)]));
        }

        foreach (var pair in pairs.Where(p => p.Says == Sameness.Same && !disputed.Contains(p)))
        {
            Union(pair.A, pair.B);
        }

        contradictions.Sort((a, b) => string.CompareOrdinal(a.Standing[0].Entry.ToString(), b.Standing[0].Entry.ToString()));
        return disputed;
    }

    private UnitId IdOf(int index, Dictionary<int, List<int>> groups) =>
        groups.TryGetValue(Root(index), out var group) ? members[group[0]].Id : members[index].Id;

    private void Join<TKey>(Dictionary<TKey, int> first, TKey key, int index)
        where TKey : notnull
    {
        if (!first.TryAdd(key, index))
        {
            Union(first[key], index);
        }
    }

    private void Union(int one, int other)
    {
        var (a, b) = (Root(one), Root(other));
        members[one].IsJoined = members[other].IsJoined = members[a].IsJoined = members[b].IsJoined = true;
        members[Math.Max(a, b)].Parent = Math.Min(a, b);
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
    IReadOnlyList<(int Index, UnitId Unit)> Grouped)
{
    /// <summary>Judgements that contradict each other or the sources, in the order of their entries.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];
}

/// <summary>How judgements contradict.</summary>
internal enum ContradictionKind
{
    /// <summary>Of two units some say same, others different, and neither had seen the other.</summary>
    Dispute,

    /// <summary>Judged different, though text or a record's own key makes them one.</summary>
    ByTextOrRecord,

    /// <summary>A is B and B is C, but C is not A.</summary>
    Chain,
}

/// <summary>Judgements that can't all be right.</summary>
internal sealed record Contradiction(ContradictionKind Kind, IReadOnlyList<JournaledJudgement> Standing);
