using Plumbline.Coding.Tokens;

namespace Plumbline.Tests.Coding.Tokens;

public sealed class TokenScannerTests
{
    [Theory]
    [InlineData("по ч. 2 ст. 20.2 КоАП РФ", "по ч 2 ст 20.2 коап рф")]
    [InlineData("ст.20.2.2КоАП", "ст 20.2.2 коап")]
    [InlineData("5-й, 5й, 5 й", "5 й 5 й 5 й")]
    [InlineData("штраф 10.000 руб., 10 000 руб.", "штраф 10.000 руб 10 000 руб")]
    [InlineData("дело № А40-123/2020", "дело а40 123 2020")]
    [InlineData("Счётом ОБЪЁМ", "счетом объем")]
    [InlineData("догово́р суде\u00ADбный", "договор судебный")]
    [InlineData("и\u0306ода \u0306", "йода")]
    [InlineData("П О С Т А Н О В И Л:", "постановил")]
    [InlineData("Р Е Ш И Л  С У Д", "решил с у д")]
    [InlineData("а и в о", "аиво")]
    [InlineData("а и в он", "а и в он")]
    [InlineData("COVID-19 covid19", "covid 19 covid19")]
    [InlineData("по 20.2. Суд", "по 20.2 | суд")]
    [InlineData("20.2. Суд", "20.2 суд")]
    [InlineData("1..2 3.", "1 2 3")]
    public void Text_is_cut_into_words_and_numbers(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("Суд решил. Штраф назначен.", "суд решил | штраф назначен")]
    [InlineData("по ч. 2 ст. 20.2 КоАП", "по ч 2 ст 20.2 коап")]
    [InlineData("ул. Тверская, д. 5, кв. 7. Суд", "ул тверская д 5 кв 7 | суд")]
    [InlineData("6 мая 2012 г. в г. Москве", "6 мая 2012 г в г москве")]
    [InlineData("6 мая 2012 г. Суд", "6 мая 2012 г | суд")]
    [InlineData("в 18 час. 30 мин. у дома", "в 18 час 30 мин у дома")]
    [InlineData("штраф 500 руб. Взыскать", "штраф 500 руб | взыскать")]
    [InlineData("и т.д. Суд", "и т д | суд")]
    [InlineData("и т.д. и т.п., т.е. так", "и т д и т п т е так")]
    [InlineData("судья А. Б. Иванов и Петров В.Г. пришли", "судья а б иванов и петров в г пришли")]
    [InlineData("Да! Нет? Может… быть... Пусть", "да | нет | может быть | пусть")]
    [InlineData("«Стоп!» Суд", "стоп | суд")]
    [InlineData("установил:\n1. Признать\n2. Взыскать", "установил 1 признать 2 взыскать")]
    [InlineData("строка\nдругая", "строка другая")]
    [InlineData("строка\n \n\nдругая", "строка | другая")]
    [InlineData("конец.\n\n", "конец")]
    [InlineData("Mr. Smith left. He ran.", "mr smith left | he ran")]
    public void Sentences_end_where_people_end_them(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Fact]
    public void A_run_longer_than_any_word_is_cut_and_nothing_is_lost()
    {
        var text = new string('я', (2 * TokenScanner.MaxForm) + 5);
        var (document, vocabulary) = TextTokens.Of(text);
        Assert.Equal(3, document.Count);
        Assert.Equal(5, vocabulary.Form(document.Forms[2]).Length);
        Assert.Equal(text.Length, document.SpanOf(document.All).Length);
    }

    private static string Shown(string text)
    {
        var (document, vocabulary) = TextTokens.Of(text);
        return string.Join(' ', document.Forms.ToArray().Select(id => id == 0 ? "|" : vocabulary.Form(id)));
    }
}
