using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Tests.Review;

public sealed class DefinitionFitTests
{
    private static readonly Variable Before = Outcome(new("fine", "Fine"), new("arrest", "Arrest"), new("works", "Works"));

    [Fact]
    public void The_same_definition_keeps_a_decision() => Assert.False(new DefinitionFit(Before with { Label = "new label" }).IsStale(Before.ComputeDefinitionHash()));

    [Fact]
    public void Renamed_values_carry_by_themselves_also_one_after_the_other()
    {
        var once = Outcome(new("fined", "Fine", Was: "fine"), new("arrest", "Arrest"), new("works", "Works"));
        var twice = Outcome(new("fined", "Fine", Was: "fine"), new("arrest", "Arrest"), new("community-service", "Works", Was: "works"));
        Assert.Equal("fined", Carried(once, Before, "fine"));
        Assert.Equal("fined", Carried(twice, Before, "fine"));
        Assert.Equal("fined", Carried(twice, once, "fined"));
        Assert.Equal("community-service", Carried(twice, once, "works"));
    }

    [Fact]
    public void Values_that_swap_their_names_carry_each_to_its_own()
    {
        var swapped = Outcome(new("arrest", "Fine", Was: "fine"), new("fine", "Arrest", Was: "arrest"), new("works", "Works"));
        Assert.Equal("arrest", Carried(swapped, Before, "fine"));
        Assert.Equal("fine", Carried(swapped, Before, "arrest"));
    }

    [Fact]
    public void A_split_value_carries_to_neither_part()
    {
        var split = Outcome(new("fine-small", "Small", Was: "fine"), new("fine-large", "Large", Was: "fine"), new("arrest", "Arrest"), new("works", "Works"));
        var fit = new DefinitionFit(split);
        Assert.True(fit.IsStale(Before.ComputeDefinitionHash()));
        Assert.Empty(fit.Carry(["fine"], Before.ComputeDefinitionHash()));
        Assert.Equal("arrest", Assert.Single(fit.Carry(["arrest"], Before.ComputeDefinitionHash())).Text);
    }

    [Fact]
    public void New_instructions_make_a_decision_stale() =>
        Assert.True(new DefinitionFit(Before with { Instructions = "Count suspended fines too." }).IsStale(Before.ComputeDefinitionHash()));

    [Fact]
    public void A_renamed_value_that_silence_means_carries()
    {
        var before = Before with { Silence = "works" };
        var after = Outcome(new("fine", "Fine"), new("arrest", "Arrest"), new("service", "Works", Was: "works")) with { Silence = "service" };
        Assert.Equal("service", Carried(after, before, "works"));
    }

    [Fact]
    public void A_carry_lets_decisions_stand_whose_values_are_still_there()
    {
        var now = Outcome(new("fined", "Fine", Was: "fine"), new("arrest", "Arrest")) with { Instructions = "Count suspended fines too." };
        var then = Before.ComputeDefinitionHash();
        var fit = new DefinitionFit(now, [CarryOf(then, now)]);
        Assert.False(fit.IsStale(Of("fine", then)));
        Assert.Equal("fined", Assert.Single(fit.Carry(["fine"], then)).Text);
        Assert.False(fit.IsStale(Of("arrest", then)));
        Assert.True(fit.IsStale(Of("works", then)));
        Assert.True(fit.IsStale(Of("arrest", "0000000000000000")));
    }

    [Fact]
    public void A_split_value_never_carries_also_where_one_part_kept_its_name()
    {
        foreach (var part in new[] { "fine", "fine-large" })
        {
            var now = Outcome(new(part, "Large", Was: part == "fine" ? null : "fine"), new("fine-small", "Small", Was: "fine"), new("arrest", "Arrest"));
            var then = Before.ComputeDefinitionHash();
            var fit = new DefinitionFit(now, [CarryOf(then, now)]);
            Assert.True(fit.IsStale(Of("fine", then)));
            Assert.False(fit.IsStale(Of("arrest", then)));
        }
    }

    [Fact]
    public void A_carry_ends_with_the_next_change_of_the_definition_but_not_with_a_renaming()
    {
        var (then, now) = (Before.ComputeDefinitionHash(), Before with { Instructions = "Count suspended fines too." });
        var renamed = now with { Values = [new("fined", "Fine", Was: "fine"), .. now.Values.Skip(1)] };
        Assert.False(new DefinitionFit(renamed, [CarryOf(then, now)]).IsStale(Of("fine", then)));
        Assert.Equal("fined", Assert.Single(new DefinitionFit(renamed, [CarryOf(then, now)]).Carry(["fine"], then)).Text);
        Assert.True(new DefinitionFit(now with { Instructions = "Count none." }, [CarryOf(then, now)]).IsStale(Of("fine", then)));
        Assert.True(new DefinitionFit(now, [CarryOf(then, now) with { Variable = "other" }]).IsStale(Of("fine", then)));
    }

    private static DefinitionCarry CarryOf(string from, Variable to) => new("rulings", to.Name, [from], to.ComputeDefinitionHash(), "wording", "anna");

    private static Decision Of(string value, string definition) => new()
    {
        Act = DecisionAct.Coding, Of = new DecidedMember(new Member("rulings", DocumentId.Of("x"u8), Place.Whole), null, new Dictionary<string, string>()),
        Variable = "outcome", Status = Status.Stated, Values = [value], Coder = "anna", Shown = ShownBefore.Nothing, DefinitionHash = definition,
    };

    private static string Carried(Variable now, Variable then, string value)
    {
        var fit = new DefinitionFit(now);
        Assert.False(fit.IsStale(then.ComputeDefinitionHash()));
        return Assert.Single(fit.Carry([value], then.ComputeDefinitionHash())).Text;
    }

    private static Variable Outcome(params CategoryValue[] values) => new() { Name = "outcome", Type = VariableType.Category, Values = values };
}
