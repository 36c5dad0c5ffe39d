using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Tests.Pipeline;

using Coding = Plumbline.Evidence.Coding;

public sealed class StandingTests
{
    private static readonly Coder Rule = new(CoderKind.Rule, "outcome/fine", "0123456789abcdef");
    private static readonly Selector Words = new TextSelector(new TextSpan(0, 4), "fine", "", "");
    private static readonly Selector Silence = new SilenceSelector(["outcome/fine"], [], WholeText: true);

    [Fact]
    public void Nobody_coded_it_is_not_coded() => Assert.Equal(StandingValue.None, Standing.Of([]));

    [Fact]
    public void A_rule_gives_a_value_that_is_not_settled()
    {
        var standing = Standing.Of([Given("a", "fine")]);
        Assert.Equal((Status.Stated, "fine", false), (standing.Status, standing.Values.Single().Text, standing.IsSettled));
        Assert.Empty(standing.Alternatives);
    }

    [Fact]
    public void A_column_as_it_stands_is_settled_and_outranks_a_rule()
    {
        var standing = Standing.Of([Given("a", "fine"), Given("a", "arrest", coder: new Coder(CoderKind.Column, "result"))]);
        Assert.Equal(("arrest", true), (standing.Values.Single().Text, standing.IsSettled));
    }

    [Fact]
    public void Members_that_disagree_make_a_value_disputed_with_each_value_possible()
    {
        var standing = Standing.Of([Given("a", "fine"), Given("b", "arrest")]);
        Assert.Equal(Status.Disputed, standing.Status);
        Assert.Empty(standing.Values);
        Assert.Equal(["arrest", "fine"], standing.Alternatives.Select(s => s.Single().Text));
    }

    [Fact]
    public void A_silent_copy_does_not_contradict_words()
    {
        var standing = Standing.Of([Given("a", "fine"), Given("b", "other", evidence: Silence), Given("c", null, Status.NotStated, Silence)]);
        Assert.Equal("fine", standing.Values.Single().Text);
    }

    [Theory]
    [InlineData("", "yes", true)]
    [InlineData(null, "yes", true)]
    [InlineData("-", null, false)]
    public void An_empty_cell_is_silence_whatever_it_means_and_a_written_one_stands_over_it(string? first, string? stands, bool isSettled)
    {
        var column = new Coder(CoderKind.Column, "answered");
        Coding Cell(string member, string value, string? cell) => Given(member, value, evidence: new RecordSelector(1, 2, "answered", cell), coder: column);
        foreach (var codings in (Coding[][])[[Cell("a", "no", first), Cell("b", "yes", "да")], [Cell("b", "yes", "да"), Cell("a", "no", first)]])
        {
            var standing = Standing.Of(codings);
            Assert.Equal((stands, isSettled), (standing.Values.Count == 0 ? null : standing.Values.Single().Text, standing.IsSettled));
        }
    }

    [Fact]
    public void Several_values_of_one_member_are_one_list_and_not_a_dispute()
    {
        var standing = Standing.Of([Given("a", "koap:20.2:1"), Given("a", "koap:20.2:2"), Given("b", "koap:20.2:2"), Given("b", "koap:20.2:1")]);
        Assert.Equal(["koap:20.2:1", "koap:20.2:2"], standing.Values.Select(v => v.Text));
    }

    [Fact]
    public void An_unclear_coding_leaves_its_candidates_possible()
    {
        var unclear = Given("a", null, Status.Unclear) with { Candidates = [CodedValue.Category("fine"), CodedValue.Category("arrest")] };
        var standing = Standing.Of([unclear]);
        Assert.Equal((Status.Unclear, false), (standing.Status, standing.IsSettled));
        Assert.Equal(["arrest", "fine"], standing.Alternatives.Select(s => s.Single().Text).Order());
    }

    private static Coding Given(string member, string? value, Status status = Status.Stated, Selector? evidence = null, Coder? coder = null) => new()
    {
        Member = new UnitId(member.PadRight(UnitId.Length, '0')),
        Variable = "outcome",
        Status = value is null && status == Status.Stated ? Status.NotStated : status,
        Value = value is null ? null : CodedValue.Category(value),
        Coder = coder ?? Rule,
        DefinitionHash = "0",
        Evidence = evidence ?? Words,
    };
}
