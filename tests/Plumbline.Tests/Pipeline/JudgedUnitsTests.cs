using CsCheck;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Tests.Pipeline;

/// <summary>What people's judgements do to units, against the slow and obvious way.</summary>
public sealed class JudgedUnitsTests
{
    private sealed record Given(int Number, int? Text, int? Key)
    {
        public UnitId Id => Member.Id;

        public Member Member { get; } = new("rulings", DocumentId.Of(BitConverter.GetBytes(Number)), Place.Whole);
    }

    private sealed record Said(int A, int B, Sameness Says, int Device, bool HasSeen);

    private static readonly Gen<(Given[] Members, Said[] Judgements)> Cases = Gen.Select(
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3]).Array[2, 8].Select(rows => rows.Select((r, i) => new Given(i, r.Item1 > 2 ? null : r.Item1, r.Item2 == 0 ? null : r.Item2)).ToArray()),
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Bool).Array[0, 7])
        .Select((members, said) => (members, said.Where(s => s.Item1 % members.Length != s.Item2 % members.Length)
            .Select(s => new Said(s.Item1 % members.Length, s.Item2 % members.Length, (Sameness)s.Item3, s.Item4, s.Item5)).ToArray()));

    [Fact]
    public void Nothing_depends_on_the_order_of_members_or_judgements() => Gen.Select(Cases, Gen.Int[0, 1000]).Sample((given, seed) =>
    {
        var (members, judgements) = (given.Members.ToArray(), Journaled(given.Judgements).ToArray());
        var before = Describe(members, judgements);
        var random = new Random(seed);
        random.Shuffle(members);
        random.Shuffle(judgements);
        return Describe(members, judgements) == before;
    });

    [Fact]
    public void Units_and_open_merges_are_those_of_the_slow_way() => Cases.Sample(given =>
    {
        var (members, said) = given;
        var resolved = Resolve(members, Journaled(said));
        var unit = UnitOf(members, resolved);

        // One unit by text.
        var own = members.Select(m => members.Where(o => o == m || (m.Text is not null && o.Text == m.Text)).Min(o => o.Number)).ToArray();
        var pairs = Journaled(said).GroupBy(j => (Math.Min(own[j.A], own[j.B]), Math.Max(own[j.A], own[j.B]))).Select(g =>
        {
            var last = g.Where(j => !g.Any(o => o.Journaled.IsAfter(j.Journaled))).Select(j => j.Journaled.Judgement.Says).ToHashSet();
            return (A: g.Key.Item1, B: g.Key.Item2, Same: last.Contains(Sameness.Same), Different: last.Contains(Sameness.Different));
        }).Where(p => p.A != p.B).ToList();
        var chain = Closure(members.Length, pairs.Where(p => p.Same && !p.Different).Select(p => (p.A, p.B)));
        var broken = pairs.Where(p => p.Different && !p.Same && chain[p.A] == chain[p.B]).Select(p => chain[p.A]).ToHashSet();
        var expected = Closure(members.Length, [
            .. members.Select(m => (m.Number, own[m.Number])),
            .. pairs.Where(p => p.Same && !p.Different && !broken.Contains(chain[p.A])).Select(p => (p.A, p.B))]);
        Assert.All(members, m => Assert.Equal(members[expected[m.Number]].Id, unit[m.Id]));

        var forbidden = pairs.Where(p => p.Different && !p.Same && !(broken.Contains(chain[p.A]) && chain[p.A] == chain[p.B])).SelectMany(p => new[] { (expected[p.A], expected[p.B]), (expected[p.B], expected[p.A]) }).ToHashSet();
        var open = members.SelectMany(a => members.Where(b => a.Key is not null && a.Key == b.Key && !forbidden.Contains((expected[a.Number], expected[b.Number]))).Select(b => (expected[a.Number], expected[b.Number])))
            .Concat(pairs.Where(p => p.Same == p.Different && (p.Same || !forbidden.Contains((expected[p.A], expected[p.B])))).Select(p => (expected[p.A], expected[p.B])))
            .Concat(pairs.Where(p => p.Same != p.Different && chain[p.A] == chain[p.B] && broken.Contains(chain[p.A])).Select(p => (expected[p.A], expected[p.B])));
        var together = Closure(members.Length, open);
        var groups = JoinedMembers.Components(resolved.MaybeSame);
        foreach (var a in members)
        {
            foreach (var b in members.Where(b => expected[a.Number] != expected[b.Number]))
            {
                var isOpen = groups.TryGetValue(unit[a.Id], out var one) && groups.TryGetValue(unit[b.Id], out var other) && one == other;
                Assert.Equal(together[expected[a.Number]] == together[expected[b.Number]], isOpen);
            }
        }
    });

    [Fact]
    public void A_later_judgement_replaces_one_that_it_had_seen_and_disputes_one_that_it_had_not()
    {
        Given[] two = [new(0, null, 1), new(1, null, 1)];
        Assert.Single(Resolve(two, Journaled([new(0, 1, Sameness.Different, 0, false), new(0, 1, Sameness.Same, 1, true)])).Groups);
        var disputed = Resolve(two, Journaled([new(0, 1, Sameness.Different, 0, false), new(0, 1, Sameness.Same, 1, false)]));
        Assert.Empty(disputed.Groups);
        Assert.Equal(2, disputed.MaybeSame.Count);
        Assert.Equal(ContradictionKind.Dispute, Assert.Single(disputed.Contradictions).Kind);
        Assert.Empty(Resolve(two, Journaled([new(0, 1, Sameness.Different, 0, false), new(0, 1, Sameness.Unsure, 1, false)])).MaybeSame);
    }

    [Fact]
    public void A_circle_of_judgements_counts_for_nothing_and_is_told()
    {
        Given[] three = [new(0, null, null), new(1, null, null), new(2, null, null)];
        var resolved = Resolve(three, Journaled([new(0, 1, Sameness.Same, 0, false), new(1, 2, Sameness.Same, 0, false), new(0, 2, Sameness.Different, 0, false)]));
        Assert.Empty(resolved.Groups);
        Assert.Equal(3, resolved.MaybeSame.Count);
        var told = Assert.Single(resolved.Contradictions);
        Assert.Equal((ContradictionKind.Chain, 3), (told.Kind, told.Standing.Count));
    }

    [Fact]
    public void Text_joins_against_a_judgement_and_that_is_told()
    {
        Given[] copies = [new(0, 1, null), new(1, 1, null)];
        var resolved = Resolve(copies, Journaled([new(0, 1, Sameness.Different, 0, false)]));
        Assert.Single(resolved.Groups);
        Assert.Equal(ContradictionKind.ByTextOrRecord, Assert.Single(resolved.Contradictions).Kind);
    }

    [Fact]
    public void Of_many_with_one_key_a_judgement_parts_only_the_two()
    {
        Given[] four = [new(0, null, 1), new(1, null, 1), new(2, null, 1), new(3, null, 1)];
        var one = Resolve(four, Journaled([new(0, 1, Sameness.Different, 0, false)]));
        Assert.Single(JoinedMembers.Components(one.MaybeSame).Values.Distinct());
        var all = Resolve(four, Journaled([new(0, 1, Sameness.Different, 0, false), new(0, 2, Sameness.Different, 0, false), new(0, 3, Sameness.Different, 0, false)]));
        Assert.Equal(new[] { four[1].Id, four[2].Id, four[3].Id }.Order(), JoinedMembers.Components(all.MaybeSame).Keys.Order());
    }

    private static IReadOnlyList<AttachedJudgement> Journaled(Said[] said)
    {
        static DecidedMember Of(int number) => new(new Given(number, null, null).Member, null, new Dictionary<string, string>());
        string[] devices = [new('a', 32), new('b', 32)];
        return
        [
            .. said.Select((s, i) => new AttachedJudgement(s.A, s.B, new JournaledJudgement(
                new EntryName(devices[s.Device], i + 1), new UnitJudgement(Of(s.A), Of(s.B), s.Says, "anna"),
                s.HasSeen ? new Dictionary<string, long> { [devices[1 - s.Device]] = i } : []))),
        ];
    }

    private static ResolvedUnits Resolve(Given[] members, IReadOnlyList<AttachedJudgement> judgements)
    {
        var resolution = new UnitResolution();
        foreach (var m in members)
        {
            resolution.Add(m.Id, (m.Number, 0), m.Text is { } t ? (UInt128)(t + 1) : null, m.Key?.ToString(), false);
        }

        int At(int number) => Array.FindIndex(members, m => m.Number == number);
        return resolution.Resolve([.. judgements.Select(j => j with { A = At(j.A), B = At(j.B) })]);
    }

    private static Dictionary<UnitId, UnitId> UnitOf(Given[] members, ResolvedUnits resolved)
    {
        var units = members.ToDictionary(m => m.Id, m => m.Id);
        foreach (var (index, unit) in resolved.Grouped)
        {
            units[members[index].Id] = unit;
        }

        return units;
    }

    private static string Describe(Given[] members, IReadOnlyList<AttachedJudgement> judgements)
    {
        var resolved = Resolve(members, judgements);
        var groups = UnitOf(members, resolved).Select(u => $"{u.Key}={u.Value}").Order(StringComparer.Ordinal);
        var maybe = JoinedMembers.Components(resolved.MaybeSame).Select(m => $"{m.Key}?{m.Value}").Order(StringComparer.Ordinal);
        var told = resolved.Contradictions.Select(c => $"{c.Kind}: {string.Join(",", c.Standing.Select(s => s.Entry.Short))}").Order(StringComparer.Ordinal);
        return string.Join("\n", groups.Concat(maybe).Concat(told));
    }

    private static int[] Closure(int count, IEnumerable<(int A, int B)> pairs)
    {
        var (group, all) = (Enumerable.Range(0, count).ToArray(), pairs.ToList());
        for (var pass = 0; pass <= count; pass++)
        {
            foreach (var (a, b) in all)
            {
                group[a] = group[b] = Math.Min(group[a], group[b]);
            }
        }

        return group;
    }
}
