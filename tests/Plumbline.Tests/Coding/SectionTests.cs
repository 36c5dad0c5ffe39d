using Plumbline.Coding.Sections;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Tests.Coding;

public sealed class SectionTests
{
    private const string Yaml = """
        unit: rulings
        sections:
          introduction: {starts: beginning}
          facts: {heading: УСТАНОВИЛ, in: facts, paragraphs: '"в судебном заседании"'}
          law: {in: facts, paragraphs: '"в соответствии"'}
          operative: {heading: [ПОСТАНОВИЛ, ОПРЕДЕЛИЛ], last: true, ends: обжаловано}
        variables: {}
        """;

    [Theory]
    [InlineData("УСТАНОВИЛ:\n")]
    [InlineData("У С Т А Н О В И Л :\n")]
    [InlineData("у с т а н о в и л а:\n")]
    [InlineData("\nУстановил\n")]
    [InlineData("установил: \n")]
    [InlineData("УСТАНОВИЛА: ")]
    public void A_heading_is_found_as_courts_write_it(string heading) =>
        Assert.Equal("introduction=Шапка суда|facts=А было|operative=Б", Show($"Шапка суда {heading}А было.\nПОСТАНОВИЛ:\nБ"));

    [Fact]
    public void A_heading_glued_to_the_word_before_is_found() =>
        Assert.EndsWith("|facts=А было|operative=Б", Show("Шапка суда\nсудьяУСТАНОВИЛ:А было. СудьяПОСТАНОВИЛ:\nБ").Replace(". СудьяПОСТАНОВИЛ", ""));

    [Theory]
    [InlineData("Суд установил, что А.")]
    [InlineData("ПОСТАНОВЛЕНИЕ А.")]
    [InlineData("Он решил.\nА.")]
    public void Ordinary_words_are_no_heading(string text) => Assert.StartsWith("introduction=", Show(text));

    [Fact]
    public void The_last_heading_counts_where_the_codebook_says_so() =>
        Assert.Equal(
            "introduction=А|facts=Суд В|operative=Г",
            Show("А\nУСТАНОВИЛ:\nСуд\nПОСТАНОВИЛ:\nВ\nПОСТАНОВИЛ:\nГ").Replace("\nПОСТАНОВИЛ:\n", " "));

    [Fact]
    public void A_paragraph_with_a_cue_starts_a_section_that_goes_on_until_the_next() => Assert.Equal(
        "introduction=А|facts=Было\nеще|law=В соответствии с\nзаконом|facts=В судебном заседании все|operative=Г",
        Show("А\nУСТАНОВИЛ:\nБыло\nеще\nВ соответствии с\nзаконом\nВ судебном заседании все\nОПРЕДЕЛИЛ\nГ. Может быть обжаловано."). Replace(". Может быть", ""));

    [Fact]
    public void A_document_is_cut_where_units_start()
    {
        const string text = "Сборник\nПОСТАНОВЛЕНИЕ\nА\nП О С Т А Н О В Л Е Н И Е\nБ";
        var book = Coded.Book("unit: rulings\nsplit: {heading: ПОСТАНОВЛЕНИЕ}\nvariables: {}");
        Assert.Equal(PlaceKind.Part, book.Of);
        var (tokens, vocabulary) = TextTokens.Of(text);
        var ranges = new Plumbline.Coding.TextCoder(book, vocabulary, []).Split(tokens, text);
        Assert.Equal(["Сборник\nПОСТАНОВЛЕНИЕ\nА", "П О С Т А Н О В Л Е Н И Е\nБ"], ranges.Select(r => tokens.SpanOf(r.From, r.To).In(text)));
    }

    private static string Show(string text)
    {
        var book = Coded.Book(Yaml);
        var (tokens, vocabulary) = TextTokens.Of(text);
        var sections = new List<Plumbline.Coding.Queries.SectionRange>();
        new SectionFinder(book.Parts.Sections, vocabulary).Find(tokens, new TokenRange(0, tokens.Count), text, sections);
        return string.Join('|', sections.OrderBy(s => s.Range.From).Select(s => $"{s.Name}={tokens.SpanOf(s.Range.From, s.Range.To).In(text)}"));
    }
}
