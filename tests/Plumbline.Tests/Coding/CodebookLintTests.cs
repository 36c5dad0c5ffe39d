using Plumbline.Coding.Linting;

namespace Plumbline.Tests.Coding;

/// <summary>Rules that can't do what they should are found, and those that can are left alone.</summary>
public sealed class CodebookLintTests
{
    private const string Example = "examples: {match: x}";

    [Theory]
    [InlineData("fine AND NOT fine")]
    [InlineData("(fine w/3 paid) AND NOT fine")]
    [InlineData("fine w/s NOT fine")]
    [InlineData("(fine AND NOT fine) OR (paid AND NOT (paid OR due))")]
    public void A_query_that_excludes_what_it_asks_for(string query) => Assert.Contains("COD120", Codes(Rule($"value: yes, when: '{query}'")));

    [Theory]
    [InlineData("fine w/3 paid", "fine")]
    [InlineData("=fines", "fine")]
    [InlineData("=fines", "fin*")]
    [InlineData("\"fine was paid\"", "\"was paid\"")]
    [InlineData("fine pre/3 paid", "fine w/5 paid")]
    [InlineData("fine w/3 paid", "w/s fine")]
    [InlineData("fine OR penalty", "penalty OR fine OR due")]
    public void An_unless_that_forbids_every_hit(string when, string unless) => Assert.Contains("COD120", Codes(Rule($"value: yes, when: '{when}', unless: '{unless}'")));

    [Theory]
    [InlineData("fine", "fine w/3 paid")]
    [InlineData("fine w/5 paid", "fine w/3 paid")]
    [InlineData("fine w/3 paid", "fine pre/3 paid")]
    [InlineData("fine", "=fines")]
    [InlineData("fine AND paid", "w/s paid")]
    [InlineData("fine OR paid", "paid")]
    public void An_unless_that_leaves_some_hits(string when, string unless) => Assert.DoesNotContain("COD120", Codes(Rule($"value: yes, when: '{when}', unless: '{unless}'")));

    [Fact]
    public void A_query_for_a_section_that_is_not_looked_in() => Assert.Equal(["COD120"], Codes(
        "unit: a\nsections: {one: {starts: beginning}, two: {heading: TWO}}\nvariables:\n  x: {type: yes/no, rules: [{value: yes, when: 'section:two fine', in: one, " + Example + "}]}\n"));

    [Theory]
    [InlineData("value: no, when: fine", "value: yes, when: 'fine w/3 paid'", true)]
    [InlineData("value: no, when: fine OR due", "value: yes, when: [due, fine w/3 paid]", true)]
    [InlineData("value: no, when: fine, unless: lifted", "value: yes, when: fine w/3 paid", false)]
    [InlineData("value: no, when: fine, unless: lifted", "value: yes, when: fine w/3 paid, unless: lifted OR waived", true)]
    [InlineData("value: no, when: fine w/3 paid", "value: yes, when: fine", false)]
    [InlineData("value: no, when: fine, unless: w/3 lifted", "value: yes, when: fine w/3 paid, unless: w/3 lifted", false)]
    [InlineData("value: no, when: fine, unless: w/3 lifted", "value: yes, when: fine, unless: w/5 lifted", true)]
    public void A_rule_that_never_gets_its_turn(string first, string second, bool isFound) =>
        Assert.Equal(isFound, Codes($"unit: a\nvariables:\n  x: {{type: yes/no, rules: [{{{first}, {Example}}}, {{{second}, {Example}}}]}}\n").Contains("COD121"));

    [Fact]
    public void A_rule_in_a_narrower_place_does_not_shadow() => Assert.DoesNotContain("COD121", Codes(
        "unit: a\nsections: {one: {starts: beginning}, two: {heading: TWO}}\nvariables:\n  x: {type: yes/no, rules: [{value: no, when: fine, in: one, " + Example + "}, {value: yes, when: fine, " + Example + "}]}\n"));

    [Fact]
    public void An_example_that_an_earlier_rule_takes() => Assert.Contains("COD122", Codes(
        "unit: a\nvariables:\n  x: {type: yes/no, rules: [{value: no, when: 'fine w/3 lifted', examples: {match: fine lifted}}, {value: yes, when: fine, examples: {match: the fine was lifted}}]}\n"));

    [Fact]
    public void A_rule_without_an_example_and_one_that_says_what_silence_means() => Assert.Equal(["COD123", "COD126"], Codes(
        "unit: a\nvariables:\n  x: {type: yes/no, silence: no, rules: [{value: yes, when: fine, " + Example + "}, {value: no, when: paid}]}\n"));

    [Fact]
    public void The_template_of_interviews_is_clean() => Assert.Empty(Codes(Coded.Template("interviews-en/codebooks/interviews.yaml")));

    [Fact]
    public void A_finding_stands_where_the_rule_does()
    {
        var yaml = "unit: a\nvariables:\n  x:\n    type: yes/no\n    rules:\n      - value: yes\n        when: fine\n";
        var finding = Assert.Single(CodebookLint.Run(Coded.Book(yaml), yaml));
        Assert.Equal((6, 9, "      - value: yes"), (finding.Place.Line, finding.Place.Column, finding.Place.SourceLine));
    }

    private static string Rule(string keys) => $"unit: a\nvariables:\n  x: {{type: yes/no, rules: [{{{keys}, {Example}}}]}}\n";

    private static IReadOnlyList<string> Codes(string yaml) => [.. CodebookLint.Run(Coded.Book(yaml), yaml).Select(p => p.Code).Distinct().Order(StringComparer.Ordinal)];
}
