using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Tests.Claims.Figures;

public sealed class FigureParserTests
{
    [Theory]
    [InlineData("At least 141 people were detained.", ">=", 141, "people")]
    [InlineData("There were not fewer than 2,000 rulings.", ">=", 2000, "rulings")]
    [InlineData("A minimum of 12 officers came.", ">=", 12, "officers")]
    [InlineData("141 people or more", ">=", 141, "people")]
    [InlineData("141 or more people", ">=", 141, "people")]
    [InlineData("141+ people", ">=", 141, "people")]
    [InlineData("More than 20 police officers", ">", 20, "officers")]
    [InlineData("well over 30 cases", ">", 30, "cases")]
    [InlineData("in excess of 40 fines", ">", 40, "fines")]
    [InlineData("Fewer than 5 courts", "<", 5, "courts")]
    [InlineData("under 10 judges", "<", 10, "judges")]
    [InlineData("up to 300 people", "<=", 300, "people")]
    [InlineData("no more than 3 fines", "<=", 3, "fines")]
    [InlineData("at most seven rulings", "<=", 7, "rulings")]
    [InlineData("It did not exceed 12 rulings.", "<=", 12, "rulings")]
    [InlineData("about 90 rulings", "~", 90, "rulings")]
    [InlineData("around 7 people", "~", 7, "people")]
    [InlineData("nearly 100 rulings", "~", 100, "rulings")]
    [InlineData("almost twenty rulings", "~", 20, "rulings")]
    [InlineData("only seven rulings", "=", 7, "rulings")]
    [InlineData("exactly 29 rulings", "=", 29, "rulings")]
    [InlineData("All 29 rulings", "=", 29, "rulings")]
    [InlineData("Not all of the 29 rulings", "<", 29, "rulings")]
    [InlineData("5169 politically motivated arrests", "=", 5169, "arrests")]
    [InlineData("15 one-person pickets", "=", 15, "pickets")]
    [InlineData("dozens of people", ">=", 24, "people")]
    [InlineData("hundreds of thousands of detainees", ">=", 200000, "detainees")]
    [InlineData("The number of arrestees was 1750.", "=", 1750, "arrestees")]
    [InlineData("1983 people were detained", "=", 1983, "people")]
    [InlineData("twenty-nine people", "=", 29, "people")]
    [InlineData("one hundred and five rulings", "=", 105, "rulings")]
    [InlineData("two thousand three hundred rulings", "=", 2300, "rulings")]
    public void Hedge_number_and_noun_are_read_in_English(string text, string sign, int value, string unit) => Reads(text, sign, value, unit);

    [Theory]
    [InlineData("Не менее 141 человека", ">=", 141, "человека")]
    [InlineData("как минимум после четырех решений", ">=", 4, "решений")]
    [InlineData("По меньшей мере двадцать девять человек", ">=", 29, "человек")]
    [InlineData("100 человек и более", ">=", 100, "человек")]
    [InlineData("Более 2 000 дел", ">", 2000, "дел")]
    [InlineData("свыше тысячи человек", ">", 1000, "человек")]
    [InlineData("больше чем сорока решений", ">", 40, "решений")]
    [InlineData("тысяча с лишним решений", ">", 1000, "решений")]
    [InlineData("менее 5 дел", "<", 5, "дел")]
    [InlineData("до 500 человек", "<=", 500, "человек")]
    [InlineData("не более трёх дел", "<=", 3, "дел")]
    [InlineData("не превышает 12 дел", "<=", 12, "дел")]
    [InlineData("около 90 решений", "~", 90, "решений")]
    [InlineData("около сотни людей", "~", 100, "людей")]
    [InlineData("примерно двести дел", "~", 200, "дел")]
    [InlineData("почти 100 дел", "~", 100, "дел")]
    [InlineData("лишь семь дел", "=", 7, "дел")]
    [InlineData("двое полицейских", "=", 2, "полицейских")]
    [InlineData("оба суда", "=", 2, "суда")]
    [InlineData("Все 29 решений", "=", 29, "решений")]
    [InlineData("не все из 29 решений", "<", 29, "решений")]
    [InlineData("сотни людей", ">=", 200, "людей")]
    [InlineData("десятки тысяч людей", ">=", 20000, "людей")]
    [InlineData("5169 политически мотивированных задержаниях", "=", 5169, "задержаниях")]
    [InlineData("двух антифашистских мероприятий", "=", 2, "мероприятий")]
    [InlineData("20 тыс. человек", "=", 20000, "человек")]
    [InlineData("два миллиона дел", "=", 2000000, "дел")]
    public void Hedge_number_and_noun_are_read_in_Russian(string text, string sign, int value, string unit) => Reads(text, sign, value, unit);

    [Theory]
    [InlineData("from 10 minutes to 18 hours", 10, 1080, "minute")]
    [InlineData("7–9 rulings", 7, 9, "rulings")]
    [InlineData("7-9 rulings", 7, 9, "rulings")]
    [InlineData("seven or eight judges", 7, 8, "judges")]
    [InlineData("between 5 and 10 fines", 5, 10, "fines")]
    [InlineData("20-30 thousand people", 20000, 30000, "people")]
    [InlineData("10,000 to 20,000 roubles", 10000, 20000, "RUB")]
    [InlineData("500-1,000 people", 500, 1000, "people")]
    [InlineData("от трёх до пятнадцати суток", 3, 15, "day")]
    [InlineData("от 1 до 4 сотрудников", 1, 4, "сотрудников")]
    [InlineData("пять или шесть дел", 5, 6, "дел")]
    [InlineData("два-три дела", 2, 3, "дела")]
    public void Ranges_are_one_figure(string text, int low, int high, string unit)
    {
        var figure = Assert.Single(FigureParser.Parse(text));
        Assert.Equal((Relation.Between, (decimal?)low, (decimal?)high, unit), (figure.Relation, figure.Low, figure.High, figure.Unit));
        Assert.Equal(text, figure.Text);
    }

    [Theory]
    [InlineData("It rose from 20 to 27.", 20, 27)]
    [InlineData("Выросло с 20 до 27.", 20, 27)]
    [InlineData("99 out of 228 events", 99, 228)]
    [InlineData("7 of 40", 7, 40)]
    public void A_change_and_a_part_of_a_whole_are_two_figures(string text, int first, int second) =>
        Assert.Equal([first, second], FigureParser.Parse(text).Select(f => f.Value));

    [Theory]
    [InlineData("2.3 million rubles", FigureKind.Money, "2300000", "RUB")]
    [InlineData("$2.3 million", FigureKind.Money, "2300000", "USD")]
    [InlineData("US$5,000", FigureKind.Money, "5000", "USD")]
    [InlineData("€10", FigureKind.Money, "10", "EUR")]
    [InlineData("10 000 ₽", FigureKind.Money, "10000", "RUB")]
    [InlineData("2,5 млн руб.", FigureKind.Money, "2500000", "RUB")]
    [InlineData("10\u00a0000 рублей", FigureKind.Money, "10000", "RUB")]
    [InlineData("33%", FigureKind.Percent, "33", "%")]
    [InlineData("33.3 percent", FigureKind.Percent, "33.3", "%")]
    [InlineData("10,5 процентов", FigureKind.Percent, "10.5", "%")]
    [InlineData("15 суток", FigureKind.Duration, "15", "day")]
    [InlineData("one and a half hours", FigureKind.Duration, "1.5", "hour")]
    [InlineData("два с половиной часа", FigureKind.Duration, "2.5", "hour")]
    [InlineData("24-hour", FigureKind.Duration, "24", "hour")]
    [InlineData("one in four", FigureKind.Share, "0.25", null)]
    [InlineData("a quarter of", FigureKind.Share, "0.25", "")]
    [InlineData("каждый второй", FigureKind.Share, "0.5", null)]
    [InlineData("вдвое", FigureKind.Multiple, "2", null)]
    public void Money_percent_time_and_shares_have_their_kind(string text, FigureKind kind, string value, string? unit)
    {
        var figure = Assert.Single(FigureParser.Parse(text));
        Assert.Equal((kind, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)), (figure.Kind, figure.Value));
        Assert.Equal(string.IsNullOrEmpty(unit) ? null : unit, figure.Unit);
    }

    [Theory]
    [InlineData("4 December 2011", FigureKind.Date)]
    [InlineData("December 4, 2011", FigureKind.Date)]
    [InlineData("4 декабря 2011 года", FigureKind.Date)]
    [InlineData("04.12.2011", FigureKind.Date)]
    [InlineData("2011-12-04", FigureKind.Date)]
    [InlineData("Oct. 24, 2012", FigureKind.Date)]
    [InlineData("5 March", FigureKind.Date)]
    [InlineData("в 2012 году", FigureKind.Year)]
    [InlineData("in 2012", FigureKind.Year)]
    [InlineData("18:30", FigureKind.Time)]
    [InlineData("at 21.05", FigureKind.Time)]
    [InlineData("6 p.m.", FigureKind.Time)]
    [InlineData("10 in the morning", FigureKind.Time)]
    [InlineData("Article 31", FigureKind.Reference)]
    [InlineData("ст. 20.2", FigureKind.Reference)]
    [InlineData("19.3 КоАП", FigureKind.Reference)]
    [InlineData("20.2 AOC", FigureKind.Reference)]
    [InlineData("Table 2", FigureKind.Reference)]
    [InlineData("Strategy-31", FigureKind.Name)]
    [InlineData("March of the Millions", FigureKind.Name)]
    [InlineData("31st", FigureKind.Ordinal)]
    [InlineData("31-го", FigureKind.Ordinal)]
    [InlineData("aged 14", FigureKind.Age)]
    [InlineData("a 25-year-old", FigureKind.Age)]
    [InlineData("18-летний", FigureKind.Age)]
    [InlineData("+7 (495) 123-45-67", FigureKind.Phone)]
    [InlineData("https://example.org/12", FigureKind.Url)]
    [InlineData("one another", FigureKind.Idiom)]
    public void What_needs_no_backing_is_told_by_its_kind(string text, FigureKind kind)
    {
        var figure = Assert.Single(FigureParser.Parse(text));
        Assert.Equal(kind, figure.Kind);
        Assert.False(figure.NeedsBacking);
    }

    [Fact]
    public void Words_that_are_figures_only_sometimes_count_inside_a_link()
    {
        const string text = "All rulings name nobody";
        Assert.Empty(FigureParser.Parse(text));
        var figures = FigureParser.Parse(text, [new TextSpan(0, text.Length)]);
        Assert.Equal([(true, false), (false, true)], figures.Select(f => (f.IsAll, f.IsNone)));
    }

    [Fact]
    public void Any_text_is_read_without_a_fault_and_figures_never_overlap() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.OneOf(CsCheck.Gen.Char["0123456789.,-–+:% $₽()/ \n"], CsCheck.Gen.Char["оабсто двеили менее at least one twenty million"]), 0, 60], text =>
        {
            var end = 0;
            foreach (var figure in FigureParser.Parse(text))
            {
                Assert.True(figure.Span.Start <= figure.Number.Start && figure.Number.Start < figure.Number.End && figure.Number.Start >= end);
                Assert.Equal(text[figure.Span.Start..figure.Span.End], figure.Text);
                end = figure.Number.End;
            }
        });

    [Fact]
    public void Digits_are_read_alike_in_every_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "tr-TR", "ar-SA", "ru-RU" })
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(name);
                Assert.Equal([2000m, 10.5m, 10.5m, 2000m], FigureParser.Parse("2,000 / 10.5 / 10,5 / 2 000").Select(f => f.Value!.Value));
                Assert.Equal("FIFTY RULINGS", Assert.Single(FigureParser.Parse("FIFTY RULINGS")).Text);
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static void Reads(string text, string sign, int value, string unit)
    {
        var figure = Assert.Single(FigureParser.Parse(text), f => f.NeedsBacking);
        Assert.Equal((sign, (decimal?)value, unit), (figure.Relation.Sign(), figure.Value, figure.Unit));
    }
}
