using CsCheck;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Tests.Review;

public sealed class DecisionLogTests
{
    private static readonly DecidedMember Unit =
        new(new Member("rulings", DocumentId.Of("a"u8), Place.Whole), null, new Dictionary<string, string>());

    [Fact]
    public void The_last_decision_of_a_coder_stands_and_undo_brings_back_the_one_before()
    {
        DecisionEntry[] entries = [Coded("a", 1, "anna", "fine"), Coded("a", 2, "anna", "arrest"), Coded("a", 3, "boris", "fine")];
        Assert.Equal(["a:2 arrest", "a:3 fine"], Standing(entries));
        Assert.Equal(["a:1 fine", "a:3 fine"], Standing([.. entries, Undone("a", 4, "anna", "a", 2)]));
        Assert.Equal(["a:3 fine"], Standing([.. entries, Undone("a", 4, "anna", "a", 2), Undone("a", 5, "anna", "a", 1)]));
    }

    [Fact]
    public void Nobody_can_take_back_what_another_decided() =>
        Assert.Equal(["a:1 fine"], Standing([Coded("a", 1, "anna", "fine"), Undone("a", 2, "boris", "a", 1)]));

    [Fact]
    public void Of_two_devices_that_did_not_know_of_each_other_both_stand_where_they_differ()
    {
        Assert.Equal(["a:1 fine", "b:1 arrest"], Standing([Coded("a", 1, "anna", "fine"), Coded("b", 1, "anna", "arrest")]));
        Assert.Single(Standing([Coded("a", 1, "anna", "fine"), Coded("b", 1, "anna", "fine")]));
        Assert.Equal(["b:1 arrest"], Standing([Coded("a", 1, "anna", "fine"), Coded("b", 1, "anna", "arrest", new EntryName("a", 1))]));
    }

    [Fact]
    public void Two_adjudications_that_did_not_know_of_each_other_both_stand_and_a_later_one_alone()
    {
        DecisionEntry[] two = [Coded("a", 1, "anna", "fine", act: DecisionWords.Adjudication), Coded("b", 1, "boris", "arrest", act: DecisionWords.Adjudication)];
        Assert.Equal(2, Standing(two).Length);
        Assert.Equal(["b:2 fine"], Standing([.. two, Coded("b", 2, "clara", "fine", new EntryName("a", 1), DecisionWords.Adjudication)]));
    }

    [Fact]
    public void A_decision_whose_payload_was_erased_is_gone()
    {
        DecisionEntry[] entries = [Coded("a", 1, "anna", "fine"), Coded("a", 2, "anna", "arrest") with { Payload = null }];
        Assert.Equal(["a:1 fine"], Standing(entries));
    }

    [Fact]
    public void An_unknown_form_is_a_problem() =>
        Assert.Equal("REV020", Assert.Single(DecisionLog.Of([Coded("a", 1, "anna", "fine") with { Payload = "{}"u8.ToArray() }]).Problems).Code);

    [Fact]
    public void Any_causal_order_of_the_same_entries_gives_the_same() => Gen.Select(Gen.Int[0, 3].Array[1, 12], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((acts, first, second) =>
    {
        // Three devices that write and now and then see each other.
        var entries = new List<DecisionEntry>();
        var heads = new Dictionary<string, long>();
        for (var i = 0; i < acts.Length; i++)
        {
            var device = "abc"[(i * 7) % 3].ToString();
            var seq = heads.GetValueOrDefault(device) + 1;
            EntryName[] seen = acts[i] == 0 ? [.. heads.Where(h => h.Key != device).Select(h => new EntryName(h.Key, h.Value))] : [];
            entries.Add(Coded(device, seq, acts[i] == 3 ? "anna" : "boris", acts[i] == 1 ? "fine" : "arrest", act: i % 4 == 3 ? DecisionWords.Adjudication : DecisionWords.Coding) with { Seen = seen });
            heads[device] = seq;
        }

        return Standing(Shuffled(entries, first)).SequenceEqual(Standing(Shuffled(entries, second)));
    });

    /// <summary>Some order in which each entry comes after those of its device and those it has seen.</summary>
    private static DecisionEntry[] Shuffled(List<DecisionEntry> entries, int seed)
    {
        var random = new Random(seed);
        var left = entries.ToList();
        var order = new List<DecisionEntry>();
        while (left.Count > 0)
        {
            var free = left.Where(e => left.TrueForAll(o => o == e || (o.Name.Device == e.Name.Device ? o.Name.Seq > e.Name.Seq : !e.Seen.Any(s => s.Device == o.Name.Device && s.Seq >= o.Name.Seq)))).ToList();
            var next = free[random.Next(free.Count)];
            order.Add(next);
            left.Remove(next);
        }

        return [.. order];
    }

    private static string[] Standing(IReadOnlyList<DecisionEntry> entries) =>
        [.. DecisionLog.Standing(DecisionLog.Of(entries).Live).Select(d => $"{d.Entry.Short} {string.Join(",", d.Decision.Values)}")];

    private static DecisionEntry Undone(string device, long seq, string coder, string ofDevice, long ofSeq) =>
        new(new EntryName(device, seq), default, DecisionWords.Undo, [], DecisionPayload.Write(new DecisionUndo(new EntryName(ofDevice, ofSeq), coder)));

    private static DecisionEntry Coded(string device, long seq, string coder, string value, EntryName? seen = null, string act = DecisionWords.Coding) => new(
        new EntryName(device, seq), default, act, seen is { } head ? [head] : [],
        DecisionPayload.Write(new Decision
        {
            Act = act == DecisionWords.Coding ? DecisionAct.Coding : DecisionAct.Adjudication, Of = Unit, Variable = "outcome", Status = Status.Stated, Values = [value],
            Coder = coder, Shown = ShownBefore.Nothing, DefinitionHash = "0",
        }));
}
