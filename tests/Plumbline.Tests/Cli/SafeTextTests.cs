using System.Globalization;
using System.Text;
using CsCheck;
using Plumbline.Cli.Output;

namespace Plumbline.Tests.Cli;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("\u001b[2Jчисто", @"\x1b[2Jчисто")]
    [InlineData("a\u202egnp.exe", @"a\u{202e}gnp.exe")]
    [InlineData("зе\u200bро", @"зе\u{200b}ро")]
    [InlineData("\u009b31m", @"\x9b31m")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("[red]x[/]", "[red]x[/]")]
    [InlineData("\U000E0041", @"\u{e0041}")]
    [InlineData("Ёлка é 日本 😀", "Ёлка é 日本 😀")]
    public void What_could_act_on_a_terminal_is_shown_as_an_escape(string text, string shown) => Assert.Equal(shown, SafeText.Line(text));

    [Fact]
    public void Half_a_character_is_shown_as_the_sign_for_it() => Assert.Equal("a\ufffdx", SafeText.Line("a\ud800x"));

    [Fact]
    public void No_text_whatever_leaves_a_character_that_acts_or_hides() => Gen.Char.Array[0, 40].Sample(chars =>
        SafeText.Line(new string(chars)).EnumerateRunes().All(r => Rune.GetUnicodeCategory(r)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)));

    [Theory]
    [InlineData("суд", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("и\u0306", 1)]
    [InlineData("😀", 2)]
    public void Width_is_that_of_a_terminal(string text, int width) => Assert.Equal(width, SafeText.WidthOf(text));
}
