using CsCheck;
using Plumbline.Coding.Values;
using Plumbline.Evidence;

namespace Plumbline.Tests.Coding.Values;

public sealed class ReaderPropertyTests
{
    private static readonly string[] Bits =
    [
        "10", "2016", " ", ".", ",", "-", "/", "(", ")", "<", ">", "№", "руб.", "рублей", "суток", "часов", "ст.", "ч.", "статьи", "частями",
        "КоАП РФ", "десять", "тысяч", "до", "от", "и", "июня", "«", "»", "ДД.ММ.ГГГГ", "...", "____", "\n", "суда", "районного", "Ленинского", "г.",
        "$", "О", "ОО", "5-12", "Федерального закона", "54-ФЗ", "\ud83d", "\ude00", "й", "коп", "минут", "августа",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Int[0, Bits.Length - 1].Select(i => Bits[i]), Gen.String[0, 6]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void No_text_makes_a_reader_throw_or_leave_its_span_or_change_its_mind() =>
        Gen.Select(Texts, Gen.Int[0, 100], Gen.Int[0, 400]).Sample((text, from, length) =>
        {
            var start = Math.Min(from, text.Length);
            var within = new TextSpan(start, Math.Min(text.Length, start + length));
            foreach (var reader in ValueReaders.All)
            {
                var values = Reading.Of(reader.Name, text, within);
                Assert.Equal(values, Reading.Of(reader.Name, text, within));
                Assert.All(values, v => Assert.True(within.Contains(v.Span) && v.Span.Length > 0, reader.Name));
                Assert.All(values, v => Assert.True(v.Value is null || v.Value.Value.Type == reader.Type, reader.Name));
            }
        });

    [Fact]
    public void What_stands_outside_the_span_is_not_read() =>
        Gen.Select(Texts, Texts, Texts).Sample((before, inside, after) =>
        {
            var whole = $"{before}\n\n{inside}\n\n{after}";
            var within = new TextSpan(before.Length + 2, before.Length + 2 + inside.Length);
            foreach (var reader in ValueReaders.All)
            {
                Assert.All(Reading.Of(reader.Name, whole, within), v => Assert.True(within.Contains(v.Span), reader.Name));
            }
        });

    [Theory]
    [InlineData("1"), InlineData("10 "), InlineData("10."), InlineData("1-"), InlineData("1/"), InlineData("<"), InlineData("."), InlineData("_"),
     InlineData("("), InlineData("десять "), InlineData("тысяч "), InlineData("рублей "), InlineData("руб(руб)"), InlineData("ст. "), InlineData("ст. 1, "),
     InlineData("ч. 1 "), InlineData("1 и "), InlineData("ч. 1 ст. 2.2, "), InlineData("суд "), InlineData("Ленинского суда "), InlineData("Аского-"), InlineData("а"),
     InlineData("ДД."), InlineData("О"), InlineData("1О"), InlineData("1 июня "), InlineData(" "), InlineData("\n"), InlineData("N "), InlineData("$1")]
    public void A_megabyte_of_the_same_is_read_in_linear_time(string bit)
    {
        // No clock: a reader in quadratic time would take hours here, and be seen.
        var text = string.Concat(Enumerable.Repeat(bit, 1_000_000 / bit.Length));
        Assert.All(ValueReaders.All, reader => Reading.Of(reader.Name, text));
    }
}
