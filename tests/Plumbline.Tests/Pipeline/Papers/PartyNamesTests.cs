using Plumbline.Evidence;
using Plumbline.Pipeline.Papers;

namespace Plumbline.Tests.Pipeline.Papers;

public sealed class PartyNamesTests
{
    [Theory]
    [InlineData("Мэрия Верховска", "В мэрии Верховска отказались от комментариев.", "мэрии Верховска")]
    [InlineData("Мэрия Верховска", "Мэрию Верховска об этом спросили.", "Мэрию Верховска")]
    [InlineData("City of Verkhovo", "The city of Verkhovo’s cameras are new.", "city of Verkhovo")]
    [InlineData("ООО \"Ромашка\"", "Поставщик, ООО «Ромашка», молчит.", "ООО «Ромашка")]
    [InlineData("Петр Сидоров", "Об этом сказал Пётр Сидоров.", "Пётр Сидоров")]
    [InlineData("N-Tech* OR", "N-Tech or its heirs sold it.", "N-Tech or")]
    public void A_name_is_found_in_any_form_of_its_words(string name, string sentence, string expected)
    {
        var found = new PartyNames([name]).Find(sentence, out var isPart);
        Assert.Equal(expected, Assert.Single(found).In(sentence));
        Assert.False(isPart);
    }

    [Theory]
    [InlineData("Мэрия Верховска", "Мэрия Нижнего молчит. ", "Мэрия")]
    [InlineData("City of Verkhovo", "Verkhovo bought 40 cameras.", "Verkhovo")]
    public void A_part_of_a_name_is_told_apart(string name, string sentence, string expected)
    {
        var found = new PartyNames([name]).Find(sentence, out var isPart);
        Assert.Equal(expected, Assert.Single(found).In(sentence));
        Assert.True(isPart);
    }

    [Theory]
    [InlineData("City of Verkhovo", "The city of Nizhnee is silent.")]
    [InlineData("Verkhovo AND Nizhnee", "Verkhovo is silent, and so is Nizhnee.")]
    [InlineData("Ver*", "Verkhovo is silent.")]
    public void Others_are_not_found_and_signs_of_the_language_mean_nothing(string name, string sentence) => Assert.False(new PartyNames([name]).IsIn(sentence));

    [Fact]
    public void Another_name_is_looked_for_too() => Assert.True(new PartyNames(["City of Verkhovo", "мэрия"]).IsIn("Мэрии это известно."));

    [Theory]
    [InlineData("")]
    [InlineData("«»\"\u202e")]
    public void A_name_without_a_letter_is_refused(string name) => Assert.Equal("CHK070", Assert.Throws<UsageException>(() => new PartyNames([name])).Code);
}
