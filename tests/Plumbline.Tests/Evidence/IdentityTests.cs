using Plumbline.Evidence;

namespace Plumbline.Tests.Evidence;

public sealed class IdentityTests
{
    private static readonly DocumentId Document = DocumentId.Of("решение"u8);

    [Fact]
    public void Unit_id_never_changes() =>
        Assert.Equal(
            ["yt01qg2qzk0fm5nw", "yac91fnjajt6xvhm", "epa4xw2rxdrjmpr5"],
            new[] { Place.Whole, Place.Part(2), Place.Row(17, "Лист!1") }.Select(p => UnitId.Of("rulings", Document, p).Value));

    [Fact]
    public void Place_survives_its_text_form() => Assert.All(
        new[] { Place.Whole, Place.Part(1), Place.Row(9), Place.Row(3, "A:b!c") },
        place => Assert.True(Place.TryParse(place.ToString(), out var back) && back == place));

    [Theory]
    [InlineData("part:0"), InlineData("part:-1"), InlineData("row:"), InlineData("part:a!1"), InlineData(""), InlineData(null)]
    public void Text_that_names_no_place_is_refused(string? text) => Assert.False(Place.TryParse(text, out _));

    [Fact]
    public void Definition_hash_ignores_labels_and_line_ends_but_not_instructions_or_values()
    {
        var variable = new Variable
        {
            Name = "outcome", Type = VariableType.Category, Instructions = "one\ntwo", Values = [new("fine", "Fine")],
        };
        Assert.Equal(variable.ComputeDefinitionHash(), (variable with { Label = "Outcome", Instructions = "one\r\ntwo\n" }).ComputeDefinitionHash());
        Assert.NotEqual(variable.ComputeDefinitionHash(), (variable with { Instructions = "one" }).ComputeDefinitionHash());
        Assert.NotEqual(variable.ComputeDefinitionHash(), (variable with { Values = [new("arrest", "Fine")] }).ComputeDefinitionHash());
    }

    [Fact]
    public void Quote_context_never_cuts_a_surrogate_pair()
    {
        var text = new string('x', 10) + "😀" + new string('y', 31) + "quote" + new string('z', 31) + "😀";
        var start = text.IndexOf("quote", StringComparison.Ordinal);
        var selector = TextSelector.Of(text, new TextSpan(start, start + 5));
        Assert.Equal(new string('y', 31), selector.Prefix);
        Assert.Equal(new string('z', 31), selector.Suffix);
    }
}
