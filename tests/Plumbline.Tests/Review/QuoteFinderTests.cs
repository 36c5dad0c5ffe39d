using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Tests.Review;

public sealed class QuoteFinderTests
{
    private const string Text = "Суд установил: штраф.\n\nПостановил назначить\nштраф в размере 15 000\u00a0рублей. Иной штраф не назначен.";
    private static readonly TextSpan All = new(0, Text.Length);

    [Fact]
    public void White_space_is_folded_and_all_else_is_exact()
    {
        Assert.Equal("назначить\nштраф в размере", Assert.Single(QuoteFinder.All(Text, All, " назначить  штраф в размере ")).In(Text));
        Assert.Single(QuoteFinder.All(Text, All, "15 000 рублей"));
        Assert.Empty(QuoteFinder.All(Text, All, "Назначить штраф"));
        Assert.Empty(QuoteFinder.All(Text, All, "  "));
        Assert.Equal(3, QuoteFinder.All(Text, All, "штраф").Count);
    }

    [Fact]
    public void Words_that_leave_the_unit_are_not_in_it()
    {
        var end = Text.IndexOf("15", StringComparison.Ordinal);
        Assert.Empty(QuoteFinder.All(Text, new TextSpan(0, end), "размере 15 000"));
        Assert.Empty(QuoteFinder.All(Text, new TextSpan(30, Text.Length), "Суд установил"));
    }

    [Fact]
    public void A_quote_with_a_slip_finds_the_place_it_meant()
    {
        Assert.Equal("штраф в размере 15 000\u00a0рублей", QuoteFinder.Near(Text, All, "«Штраф, в размёре 15 000 рублей»", 3)[0].In(Text));
        Assert.Empty(QuoteFinder.Near(Text, All, "административный арест на пять суток", 3));
    }

    [Fact]
    public void A_quote_is_found_again_by_position_then_by_context()
    {
        var second = QuoteFinder.All(Text, All, "штраф")[1];
        var quote = TextSelector.Of(Text, second);
        Assert.Equal(second, QuoteFinder.Again(Text, quote));
        var moved = "Баннер сайта\n" + Text.Replace("\n\n", "\n", StringComparison.Ordinal);
        Assert.Equal("штраф в размере", moved.Substring(QuoteFinder.Again(moved, quote)!.Value.Start, 15));
        Assert.Null(QuoteFinder.Again("штраф и штраф", quote));
        Assert.Null(QuoteFinder.Again("ничего", quote));
        Assert.Equal(new TextSpan(7, 12), QuoteFinder.Again("только штраф", quote));
    }

    [Fact]
    public void The_ends_of_a_unit_never_cut_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 40));
        var ends = MemberText.Of(" a" + text + "b ", new TextSpan(0, text.Length + 4));
        Assert.Equal((31, 31), (ends.Head.Length, ends.Tail.Length));
        Assert.Equal(new TextSpan(1, text.Length + 3), ends.Range);
    }
}
