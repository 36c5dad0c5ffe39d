using CsCheck;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Tests.Pipeline;

public sealed class UnitResolutionTests
{
    private sealed record Given(int Number, int? Text, int? Key, bool IsSettled)
    {
        public UnitId Id { get; } = UnitId.Of("rulings", DocumentId.Of(BitConverter.GetBytes(Number)), Place.Whole);
    }

    private static readonly Gen<Given[]> Cases = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 9])
        .Array[0, 12]
        .Select(rows => rows.Select((r, i) => new Given(i, r.Item1 == 0 ? null : r.Item1, r.Item2 == 0 ? null : r.Item2, r.Item3)).ToArray());

    [Fact]
    public void Units_do_not_depend_on_the_order_in_which_members_come() => Gen.Select(Cases, Gen.Int[0, 1000]).Sample((given, seed) =>
    {
        var shuffled = given.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Describe(given) == Describe(shuffled);
    });

    [Fact]
    public void Members_are_one_unit_exactly_when_equal_text_or_settled_keys_chain_them() => Cases.Sample(given =>
    {
        // Closure by repeated passes, the slow and obvious way.
        var group = given.Select(g => g.Number).ToArray();
        for (var pass = 0; pass < given.Length; pass++)
        {
            foreach (var a in given)
            {
                foreach (var b in given)
                {
                    if ((a.Text is not null && a.Text == b.Text) || (a.Key is not null && a.Key == b.Key && a.IsSettled && b.IsSettled))
                    {
                        group[a.Number] = group[b.Number] = Math.Min(group[a.Number], group[b.Number]);
                    }
                }
            }
        }

        var expected = given.ToDictionary(g => g.Id, g => given[group[g.Number]].Id);
        return given.All(g => UnitOf(given)[g.Id] == expected[g.Id]);
    });

    [Fact]
    public void A_key_that_a_rule_read_makes_a_merge_possible_and_no_more()
    {
        Given[] given = [new(0, 1, 7, false), new(1, 2, 7, true), new(2, 3, 7, true)];
        var resolved = Resolve(given);
        var unit = Assert.Single(resolved.Groups);
        Assert.Equal(given[1].Id, unit.Key);
        Assert.Equal([given[1].Id], resolved.MaybeSame[given[0].Id]);
        Assert.Equal([given[0].Id], resolved.MaybeSame[given[1].Id]);
    }

    private static ResolvedUnits Resolve(Given[] given)
    {
        var resolution = new UnitResolution();
        foreach (var g in given)
        {
            resolution.Add(g.Id, (g.Number, 0), g.Text is { } t ? (UInt128)t : null, g.Key?.ToString(), g.IsSettled);
        }

        return resolution.Resolve();
    }

    private static Dictionary<UnitId, UnitId> UnitOf(Given[] given)
    {
        var units = given.ToDictionary(g => g.Id, g => g.Id);
        foreach (var (index, unit) in Resolve(given).Grouped)
        {
            units[given[index].Id] = unit;
        }

        return units;
    }

    private static string Describe(Given[] given)
    {
        var resolved = Resolve(given);
        var groups = resolved.Groups.Select(g => $"{g.Key}={string.Join(",", g.Value.Select(i => given[i].Id))}").Order(StringComparer.Ordinal);
        var maybe = resolved.MaybeSame.Select(m => $"{m.Key}?{string.Join(",", m.Value)}").Order(StringComparer.Ordinal);
        return string.Join("\n", groups.Concat(maybe));
    }
}
