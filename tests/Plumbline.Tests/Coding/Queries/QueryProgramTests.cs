using CsCheck;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;
using Plumbline.Tests.Coding.Tokens;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding.Queries;

public sealed class QueryProgramTests
{
    private const string Sentence = "Суд решил взыскать штраф. Видеозапись отсутствует, рапорт и протокол составлены. Штраф оплачен.";

    [Theory]
    [InlineData("штраф", "[3,4) [12,13)")]
    [InlineData("=штраф", "[3,4) [12,13)")]
    [InlineData("=штрафа", "")]
    [InlineData("\"взысканию штрафа\"", "")]
    [InlineData("\"взыскать штрафы\"", "[2,4)")]
    [InlineData("\"взыскать =штраф\"", "[2,4)")]
    [InlineData("\"рапорт * протокол\"", "[7,10)")]
    [InlineData("рапорт w/2 протокол", "[7,10)")]
    [InlineData("протокол w/2 рапорт", "[7,10)")]
    [InlineData("протокол pre/2 рапорт", "-")]
    [InlineData("рапорт w/1 протокол", "-")]
    [InlineData("рапорт W/S протокол", "[7,10)")]
    [InlineData("штраф w/с рапорт", "-")]
    [InlineData("штраф w/s NOT взыскать", "[12,13)")]
    [InlineData("видео* AND NOT решил", "-")]
    [InlineData("видео* И НЕ банан", "[5,6)")]
    [InlineData("NOT банан", "")]
    [InlineData("(суд OR рапорт) w/3 (штраф ИЛИ протокол)", "[0,4) [7,10)")]
    [InlineData("рапорт OR \"рапорт и протокол\"", "[7,8)")]
    [InlineData("ви?еозапис*", "[5,6)")]
    [InlineData("«взыскать штраф»", "[2,4)")]
    [InlineData("=\"взыскать штраф\"", "[2,4)")]
    [InlineData("рапорт-и-протокол", "[7,10)")]
    public void Hits_are_the_shortest_places_that_do_not_overlap(string query, string expected)
    {
        var (holds, hits) = Evaluate(query, Sentence);
        if (expected is "" && !query.StartsWith("NOT", StringComparison.Ordinal))
        {
            expected = "-";
        }

        Assert.Equal(expected, holds ? hits : "-");
    }

    [Fact]
    public void The_statute_of_an_article_is_found_as_people_write_it()
    {
        const string Text = "предусмотренного ч. 2 ст. 20.2 КоАП РФ, а также ч.5 ст.20.2.2";
        Assert.Equal("[3,5)", Evaluate("\"ст 20.2\"", Text).Hits);
        Assert.Equal("[1,5)", Evaluate("\"ч 2 ст 20.2\"", Text).Hits);
        Assert.Equal("[1,5)", Evaluate("\"ч. 2 ст. 20.2\"", Text).Hits);
        Assert.Equal("[4,5) [12,13)", Evaluate("20.2*", Text).Hits);
    }

    [Fact]
    public void Random_queries_find_what_a_naive_evaluator_finds() => Gen.Int.Sample(
        seed =>
        {
            var random = new RandomQueries(seed);
            var text = random.Text(40);
            var (document, vocabulary) = TextTokens.Of(text);
            var queries = Enumerable.Range(0, 8).Select(_ => random.Query()).ToList();
            var unit = random.Unit(document.Count);
            var sections = random.Sections(document.Count);
            var hits = new QueryHits();
            new QueryProgram(queries, vocabulary).Evaluate(document, unit, sections, hits);
            var naive = new NaiveEvaluator(text, sections);
            for (var i = 0; i < queries.Count; i++)
            {
                var (holds, expected) = naive.Evaluate(queries[i].Root, unit);
                Assert.True(
                    holds == hits.Holds(i) && expected.SequenceEqual(hits[i].ToArray()),
                    $"{queries[i]} in: {text} {unit}: {string.Join(' ', expected)} but {string.Join(' ', hits[i].ToArray())}");
                var alone = new QueryHits();
                new QueryProgram([queries[i]], vocabulary).Evaluate(document, unit, sections, alone);
                Assert.True(holds == alone.Holds(0) && expected.SequenceEqual(alone[0].ToArray()), $"alone: {queries[i]} in: {text} {unit}");
            }
        }, iter: 3_000);

    [Fact]
    public void A_search_over_parts_finds_what_each_text_holds() => Gen.Int.Sample(
        seed =>
        {
            var random = new RandomQueries(seed);
            var texts = Enumerable.Range(0, 150).Select(_ => random.Text(15)).ToArray();
            using var folder = new TemporaryFolder();
            using var one = TokenPartTests.Write(folder["1"], texts[..70]);
            using var other = TokenPartTests.Write(folder["2"], texts[70..]);
            TokenPart[] parts = [one, other];
            for (var i = 0; i < 5; i++)
            {
                var query = random.Query();
                var expected = texts.Select(t => Alone(query, t)).ToList();
                var found = TokenSearch.Run(query, parts, new WholeDocuments(parts), new SearchOptions { FirstUnits = 7, Threads = 2 });
                Assert.Equal(expected.Count(e => e.Holds), found.Documents);
                Assert.Equal(expected.Count(e => e.Holds), found.Units);
                Assert.Equal(expected.Sum(e => e.Hits.Length), found.Hits);
                Assert.Equal(
                    expected.Select((e, d) => (e.Holds, Document: d, Hits: string.Join(' ', e.Hits))).Where(e => e.Holds).Take(7).Select(e => (e.Document, e.Hits)),
                    found.First.Select(f => ((f.Part * 70) + f.Document, string.Join(' ', f.Hits))));
            }
        }, iter: 20);

    [Fact]
    public void A_section_that_is_not_there_holds_nothing_not_even_NOT()
    {
        Assert.False(Evaluate("section:operative NOT штраф", Sentence).Holds);
        Assert.True(Evaluate("NOT section:operative штраф", Sentence).Holds);
    }

    [Fact]
    public void Nested_windows_beyond_the_limit_are_cut_to_the_shortest_and_end()
    {
        var text = string.Concat(Enumerable.Repeat("суд штраф ", 3000));
        var (holds, _) = Evaluate("((суд w/1000 штраф) w/1000 (штраф w/1000 суд)) w/1000 суд", text);
        Assert.True(holds);
    }

    [Fact]
    public void Real_rulings_are_searched()
    {
        var texts = Directory.EnumerateFiles(Corpus.Path("rally-rulings", "texts")).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        using var folder = new TemporaryFolder();
        using var part = TokenPartTests.Write(folder["a"], texts);
        foreach (var query in new[] { "\"ст 20.2\"", "постановил", "*запись", "рапорт w/s протокол", "штраф pre/8 рублей", "судья w/3 суда", "сутки" })
        {
            var found = TokenSearch.Run(Parse(query), [part], new WholeDocuments([part]), new SearchOptions());
            TestContext.Current.TestOutputHelper?.WriteLine($"{query}: {found.Documents} documents, {found.Hits} hits of {texts.Count}");
            Assert.True(found.Documents > 0 && found.Documents <= texts.Count);
        }
    }

    private static (bool Holds, TokenRange[] Hits) Alone(Query query, string text)
    {
        var (document, vocabulary) = TextTokens.Of(text);
        var hits = new QueryHits();
        new QueryProgram([query], vocabulary).Evaluate(document, document.All, [], hits);
        return (hits.Holds(0), hits[0].ToArray());
    }

    private static (bool Holds, string Hits) Evaluate(string query, string text)
    {
        var (holds, hits) = Alone(Parse(query), text);
        return (holds, string.Join(' ', hits));
    }

    private static Query Parse(string text)
    {
        List<Problem> problems = [];
        var query = Query.Parse(text, new QueryOrigin(), problems);
        Assert.Empty(problems);
        return query!;
    }
}
