using Plumbline.Coding.Sections.Learned;
using Plumbline.Coding.Tokens;

namespace Plumbline.Tests.Coding;

public sealed class LearnedSectionTests
{
    private const string Model = SectionModel.Heading + "\nmarks\tnone\tlaw\tfacts\nthreshold\t0.4\nstart\t0\t0\t0\nafter none\t0\t0\t0\nafter law\t0\t0\t0\nafter facts\t0\t0\t0\n"
        + "First:соглас\t0\t6\t0\nWord:митинг\t0\t0\t6\n";

    [Fact]
    public void A_piece_is_marked_by_its_words() =>
        Assert.Equal("law=Согласно статье|facts=Был митинг", Show(Model, "Согласно статье\nБыл митинг\nКонец", ["law", "facts"]));

    [Fact]
    public void A_piece_that_may_be_either_is_both() =>
        Assert.Equal("law=Согласно закону митинг|facts=Согласно закону митинг", Show(Model, "Согласно закону митинг", ["law", "facts"]));

    [Fact]
    public void Pieces_that_touch_are_one_section() =>
        Assert.Equal("facts=Был митинг\nНа митинге", Show(Model, "Был митинг\nНа митинге\nКонец", ["facts"]));

    [Fact]
    public void A_long_paragraph_is_cut_at_sentences()
    {
        var sentence = string.Concat(Enumerable.Repeat("слово ", 60)).TrimEnd() + ". ";
        Assert.Equal(3, Pieces("Начало " + sentence + "Дальше " + sentence + "Опять " + sentence[..60] + ".").Count);
        Assert.Single(Pieces("Кратко. Еще. И еще."));
    }

    [Fact]
    public void A_codebook_asks_only_for_what_a_model_marks()
    {
        var faults = Coded.Faults("unit: rulings\nsections:\n  a: {starts: beginning}\n  weather: {learned: rulings-ru}\n  b: {learned: nobody}\n  facts: {learned: rulings-ru, in: a}\nvariables: {}");
        Assert.Equal(["4:3 COD111", "5:16 COD111", "6:3 COD111"], faults.Select(f => string.Join(" ", f.Split(' ')[..2])));
    }

    [Fact]
    public void The_shipped_model_reads_and_holds_no_names()
    {
        var model = SectionModel.Find("rulings-ru")!;
        Assert.Equal(["none", "introduction", "facts", "evidence", "legal-basis", "reasoning", "operative"], model.Marks);
        Assert.InRange(model.Features, 1000, 10000);
        Assert.All((string[])["Word:иванов", "Word:петров", "First:иванов"], name => Assert.Equal(-1, model.Row(name)));
    }

    private static List<TextPiece> Pieces(string text)
    {
        var (tokens, _) = TextTokens.Of(text);
        var pieces = new List<TextPiece>();
        TextPieces.Of(tokens, tokens.All, text, [], pieces);
        return pieces;
    }

    private static string Show(string model, string text, string[] wanted)
    {
        var (tokens, vocabulary) = TextTokens.Of(text);
        var found = new List<Plumbline.Coding.Queries.SectionRange>();
        new SectionMarker(SectionModel.Parse(model), vocabulary).Find(tokens, Pieces(text), wanted, found);
        return string.Join('|', found.Select(s => $"{s.Name}={tokens.SpanOf(s.Range).In(text)}"));
    }
}
