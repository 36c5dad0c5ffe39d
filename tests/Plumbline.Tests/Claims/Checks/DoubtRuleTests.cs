using System.Text;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;

namespace Plumbline.Tests.Claims.Checks;

public sealed class DoubtRuleTests
{
    [Theory]
    [InlineData("quotient", "Of the cases, 7 of 40 (14.6%) ended in arrest.")]
    [InlineData("quotient", "Police held 14.6% (7 of 40).")]
    [InlineData("quotient", "Задержали 7 из 40 (14,6%).")]
    [InlineData("quotient", "Most of them, 7 of 40, were fined.")]
    [InlineData("quotient", "Большинство (7 из 40) оштрафовали.")]
    [InlineData("quotient", "A third of them (20 of 40) were fined.")]
    [InlineData("quotient", "Nearly all (20 of 40) were fined.")]
    [InlineData("quotient", "Most people (45%) were fined.")]
    [InlineData("quotient", "Половина (60%) заплатила.")]
    [InlineData("change", "Cases rose from 20 to 27, or 12.5%.")]
    [InlineData("change", "Cases rose by 12.5%, from 20 to 27.")]
    [InlineData("change", "Число дел выросло с 20 до 27, на 12,5%.")]
    [InlineData("change", "The number of cases doubled, from 20 to 27.")]
    [InlineData("change", "Cases rose from 27 to 20.")]
    [InlineData("change", "Число дел снизилось с 20 до 27.")]
    [InlineData("parts", "The police held 20 people: 12 men and 9 women.")]
    [InlineData("parts", "The police held 20 people (12 men and 9 women).")]
    [InlineData("parts", "Задержали 20 человек: 12 мужчин и 9 женщин.")]
    [InlineData("parts", "They held 12 people in Moscow and 9 in Kazan, 20 in all.")]
    [InlineData("parts", "Of the 20 people, 12 were fined and the other 9 freed.")]
    [InlineData("parts", "Из 20 человек 12 оштрафовали, остальных 9 отпустили.")]
    [InlineData("over-100", "Fines were given to 62% of them, arrests to 21%, and the other 27% went free.")]
    [InlineData("stated-twice", "We counted 5,169 politically motivated arrests.\n\nIn the year there were 5,166 politically motivated arrests.")]
    [InlineData("stated-twice", "The police held 141 people at 20 rallies.\n\nIn Moscow the police held 114 people at 20 rallies.")]
    public void What_does_not_go_together_is_found(string rule, string text) => Assert.Equal([rule], Of(text).Select(d => d.Rule));

    [Theory]
    [InlineData("Of the cases, 7 of 40 (17.5%) ended in arrest.")]
    [InlineData("Of the cases, 7 of 40 (17%) and 8 of 40 (20%) ended in arrest.")]
    [InlineData("Of 7 of 40 cases 60% of the people were fined.")]
    [InlineData("Of 7 of 40, 60% of whom were men.")]
    [InlineData("Most of them, 27 of 40, were fined.")]
    [InlineData("A third of them (13 of 40) were fined.")]
    [InlineData("Most patients suffered from moderate (42%) to severe (40%) disease.")]
    [InlineData("Cases rose from 20 to 27, or 35%.")]
    [InlineData("The share rose from 20% to 27%, or by 7%.")]
    [InlineData("The share rose from 20% to 27%, a rise of 35%.")]
    [InlineData("Число дел выросло с 20 до 27, на 35%.")]
    [InlineData("The number of cases doubled, from 20 to 41.")]
    [InlineData("The police held 20 people: 12 men and 8 women.")]
    [InlineData("There were 2 events: 40 arrests and 20 fines.")]
    [InlineData("The police held 20 people, including 12 men and 3 minors.")]
    [InlineData("Of the 101 patients, 67 were treated; in 11 it was discontinued. The remaining 34 patients went home.")]
    [InlineData("Fines were given to 62%, 41% paid and 30% complained.")]
    [InlineData("We counted 5,169 politically motivated arrests.\n\nAbout 5,200 politically motivated arrests were counted.")]
    [InlineData("In 2011 we counted 5,169 politically motivated arrests.\n\nIn 2012 we counted 5,166 politically motivated arrests.")]
    [InlineData("A total of 5,169 men were held in the city.\n\nA total of 5,166 women were held in the city.")]
    [InlineData("Article 20.2 brought 2,341 cases to the court.\n\nArticle 19.3 brought 1,610 cases to the court.")]
    public void What_goes_together_is_left_alone(string text) => Assert.Empty(Of(text));

    [Fact]
    public void A_total_of_a_table_must_be_the_sum_of_its_column_in_every_form()
    {
        var markdown = Of("| place | arrests | fines |\n| --- | --- | --- |\n| Moscow | 12 | 1,000 |\n| Kazan | 9 | 500 |\n| Total | 22 | 1,500 |\n");
        var html = DoubtSearch.Of(Html("<table><tr><th>place<th>arrests</tr><tr><td>Moscow<td>12</tr><tr><td>Kazan<td>9</tr><tr><td>Total<td>22</tr></table>"));
        var docx = DoubtSearch.Of(DraftReader.Read("a.docx", Drafts.SmallDocx.Make("<w:tbl>" + string.Concat(new[] { "Город|арестов", "Москва|12", "Казань|9", "Итого|22" }
            .Select(r => $"<w:tr>{string.Concat(r.Split('|').Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>")) + "</w:tbl>")));
        Assert.All([markdown, html, docx], found => Assert.Equal(("column", "22"), (Assert.Single(found).Rule, found[0].Here.Text)));
        Assert.Empty(DoubtSearch.Of(Html("<table><tr><td>Moscow<td>12</tr><tr><td>Kazan<td>9</tr><tr><td>Total<td>21</tr></table>")));
    }

    [Fact]
    public void Both_places_are_named_with_line_and_words()
    {
        var doubt = Assert.Single(Of("We counted 5,169 politically motivated arrests.\n\nIn the year there were 5,166 politically motivated arrests."));
        Assert.Equal((1, "5,169 politically motivated arrests", 3, "5,166 politically motivated arrests"), (doubt.Here.Line, doubt.Here.Text, doubt.There!.Line, doubt.There.Text));
        Assert.Equal("We counted 5,169 politically motivated arrests.", doubt.Here.Sentence);
    }

    [Fact]
    public void An_id_stays_when_the_sentence_moves_and_changes_when_its_words_do()
    {
        const string First = "They held 7 of 40 (14.6%).";
        var id = Assert.Single(Of(First)).Id;
        Assert.Equal(id, Assert.Single(Of("Another line.\n\nAnd more. " + First)).Id);
        Assert.NotEqual(id, Assert.Single(Of(First.Replace("held", "fined", StringComparison.Ordinal))).Id);
        Assert.Matches("^quotient-[0-9a-f]{6}$", id);
    }

    private static Draft Html(string page) => DraftReader.Read("a.html", Encoding.UTF8.GetBytes(page));

    private static IReadOnlyList<Doubt> Of(string markdown) => DoubtSearch.Of(DraftReader.Read("a.md", Encoding.UTF8.GetBytes(markdown)));
}
