using Plumbline.Coding.Codebooks;

namespace Plumbline.Tests.Coding;

/// <summary>Texts in a codebook that say what a rule must find.</summary>
public sealed class CodebookExampleTests
{
    private const string Book = """
        unit: notes
        terms:
          money-word: [fine, penalty]
          fined: 'imposed w/5 @money-word'
        variables:
          fined:
            type: yes/no
            silence: no
            examples: {text: 'a fine was imposed', value: yes}
            rules:
              - value: yes
                when: '@fined'
                unless: 'w/s (@money-word w/3 lifted)'
                examples:
                  match: [a penalty was imposed]
                  no-match: [weather is fine, 'the fine imposed was lifted']
        """;

    public static TheoryData<string> Templates => [.. typeof(Plumbline.Coding.Codebook).Assembly.GetManifestResourceNames()
        .Select(n => n.Replace('\\', '/')).Where(n => n.StartsWith("Templates/", StringComparison.Ordinal) && n.Contains("/codebooks/", StringComparison.Ordinal)).Select(n => n["Templates/".Length..])];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_example_of_a_template_comes_out(string path) => Assert.Equal("", Misses(Coded.Template(path)));

    [Fact]
    public void Terms_are_put_in_wherever_a_query_stands() => Assert.Equal("", Misses(Book));

    [Theory]
    [InlineData("a penalty was imposed]", "nothing at all]", "15:19 fined/yes match: nothing")]
    [InlineData("weather is fine,", "a fine was imposed,", "16:22 fined/yes no-match: yes")]
    [InlineData("'a fine was imposed', value: yes", "'a fine was imposed', value: no", "9:15 fined/ match: yes")]
    public void An_example_that_comes_out_otherwise_is_told(string right, string wrong, string miss) =>
        Assert.Equal(miss, Misses(Book.Replace(right, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData("match: [a penalty", "match: [another penalty")]
    [InlineData("examples: {text: 'a fine was imposed', value: yes}", "examples: {text: 'no fine', value: no}")]
    public void An_example_codes_nothing_again(string before, string after)
    {
        var changed = Book.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Book, changed);
        Assert.Equal(Coded.Book(Book).RuleHash("fined"), Coded.Book(changed).RuleHash("fined"));
        Assert.Equal(Coded.Book(Book).ShapeHash, Coded.Book(changed).ShapeHash);
    }

    [Fact]
    public void A_changed_term_codes_again_what_uses_it() => Assert.NotEqual(
        Coded.Book(Book).RuleHash("fined"), Coded.Book(Book.Replace("[fine, penalty]", "[fine]", StringComparison.Ordinal)).RuleHash("fined"));

    [Theory]
    [InlineData("when: '@fined'", "when: '@find'", "COD112")]
    [InlineData("when: '@fined'", "when: '@fined @fined'", "COD005")]
    [InlineData("'imposed w/5 @money-word'", "'imposed w/5 @fined'", "COD112")]
    [InlineData("[fine, penalty]", "[fine AND penalty]", "COD113")]
    [InlineData("value: yes}\n    rules", "value: perhaps}\n    rules", "COD106")]
    [InlineData("match: [a penalty was imposed]", "match: ['']", "COD114")]
    [InlineData("no-match: [weather is fine,", "no-match: [{text: weather, value: yes},", "COD114")]
    public void Faults_of_terms_and_examples_are_told(string right, string wrong, string code)
    {
        var yaml = Book.Replace("\r", "", StringComparison.Ordinal);
        Assert.Contains(right, yaml, StringComparison.Ordinal);
        Assert.Contains(Coded.Faults(yaml.Replace(right, wrong, StringComparison.Ordinal)), f => f.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public void An_at_sign_inside_a_phrase_is_no_term() =>
        Assert.Equal("", Misses("unit: a\nvariables:\n  x: {type: yes/no, rules: [{value: yes, when: '\"mail @home\"', examples: {match: mail home}}]}\n"));

    [Fact]
    public void A_fault_in_a_query_with_terms_stands_where_it_is_written() => Assert.StartsWith(
        "12:29 COD005", Assert.Single(Coded.Faults(Book.Replace("when: '@fined'", "when: '@fined OR (a b)'", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void Terms_that_grow_without_end_are_refused()
    {
        var yaml = "unit: a\nterms:\n  t0: word OR other\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"  t{i}: '@t{i - 1} OR @t{i - 1}'\n")) + "variables: {x: {type: yes/no, rules: [{value: yes, when: '@t30'}]}}\n";
        Assert.Contains(Coded.Faults(yaml), f => f.Contains("COD113", StringComparison.Ordinal));
    }

    private static string Misses(string yaml) => string.Join("\n", ExampleRun.Misses(Coded.Book(yaml)).Select(m =>
        $"{m.Example.Place.Line}:{m.Example.Place.Column} {m.Rule ?? m.Variable + "/"} {(m.Example.Matches ? "match" : "no-match")}: {m.Found ?? "nothing"}"));
}
