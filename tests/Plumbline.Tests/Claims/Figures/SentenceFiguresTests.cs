using System.Globalization;
using System.Text;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Figures;

/// <summary>Sentences as news and reports write them, all invented, with every figure that they hold.</summary>
public sealed class SentenceFiguresTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_figure_of_a_sentence_is_read_as_an_editor_reads_it(string language)
    {
        var path = Path.Combine(Repository.Root, "tests", "Plumbline.Tests", "Claims", "Figures", "Fixtures", $"sentences-{language}.txt");
        var page = new StringBuilder();
        foreach (var sentence in File.ReadLines(path))
        {
            page.Append(CultureInfo.InvariantCulture, $"{sentence}\n    {string.Join(" | ", FigureParser.Parse(sentence).Select(Shown))}\n");
        }

        Golden.Verify(page.ToString(), language);
    }

    [Theory]
    [InlineData("people", 20, "person")]
    [InlineData("police officers", 20, "police officer")]
    [InlineData("companies", 2, "company")]
    [InlineData("buses", 5, "bus")]
    [InlineData("человек", 20, "человек")]
    [InlineData("людей", 20, "человек")]
    [InlineData("решений", 20, "решение")]
    [InlineData("решения", 3, "решение")]
    [InlineData("задержанных", 20, "задержанный")]
    [InlineData("полицейских", 2, "полицейский")]
    [InlineData("митингов", 20, "митинг")]
    [InlineData("митинга", 2, "митинг")]
    [InlineData("камер", 300, "камера")]
    [InlineData("журналистами", 23, "журналист")]
    [InlineData("постановлениях", 23, "постановление")]
    [InlineData("попыток", 11, "попытка")]
    [InlineData("городах", 40, "город")]
    public void A_unit_is_given_in_its_dictionary_form(string noun, int value, string form) =>
        Assert.Equal(form.Split(' ')[^1], NounForms.Of(noun.Split(' ')[^1], value));

    [Fact]
    public void Half_a_million_words_are_read_in_time_that_grows_with_their_length()
    {
        // Rules look at most a fixed number of words back and ahead: a long passage costs no more a word than short ones.
        var sentence = "At least 141 people were detained on 5 May 2012, 33% of them twice; fines of up to 20,000 rubles followed. ";
        var text = string.Concat(Enumerable.Repeat(sentence, 2000));
        Assert.Equal(2000 * FigureParser.Parse(sentence).Count, FigureParser.Parse(text).Count);
    }

    [Theory]
    [InlineData("several people", null)]
    [InlineData("несколько человек", null)]
    [InlineData("a couple of hours", 2)]
    public void Several_names_no_number_and_needs_no_backing(string text, int? value)
    {
        var figure = Assert.Single(FigureParser.Parse(text));
        Assert.Equal(((decimal?)value, value is not null), (figure.Low, figure.NeedsBacking));
    }

    private static string Shown(Figure figure)
    {
        var value = figure.Relation == Relation.Between ? string.Create(CultureInfo.InvariantCulture, $"{figure.Low:0.####}..{figure.High:0.####}") : figure.Low is { } low ? string.Create(CultureInfo.InvariantCulture, $"{low:0.####}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{figure.Text}: {figure.Kind.Word()} {(figure.NeedsBacking ? figure.Relation.Sign() : "")} {value} {NounForms.Of(figure)}").TrimEnd();
    }
}
