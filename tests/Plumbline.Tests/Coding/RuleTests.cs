using Plumbline.Evidence;

namespace Plumbline.Tests.Coding;

public sealed class RuleTests
{
    private const string Outcome = """
        unit: rulings
        sections:
          introduction: {starts: beginning}
          facts: {heading: УСТАНОВИЛ}
          operative: {heading: ПОСТАНОВИЛ, last: true}
        variables:
          outcome:
            type: category
            values: {fine: Штраф, arrest: Арест}
            rules:
              - {value: arrest, when: арест, in: operative, unless: 'w/s неуплата'}
              - {value: fine, when: 'назначить w/5 штраф', in: operative, certain: true}
          fine_rub:
            type: money
            currency: RUB
            if: {outcome: fine}
            rules:
              - {read: money, at: штраф, within: 8, in: operative}
          video:
            type: yes/no
            silence: no
            rules:
              - {value: yes, when: видеозапись}

        """;

    private const string Ruling = """
        Судья рассмотрел дело.

        у с т а н о в и л:

        Доход составляет 7000 рублей. Штраф до этого был 300 рублей.

        судьяПОСТАНОВИЛ:

        Назначить штраф в размере 5000 рублей. Неуплата влечет арест.
        """;

    [Fact]
    public void The_first_rule_that_finds_something_decides()
    {
        var codings = Coded.Codings(Outcome, Ruling);
        Assert.Equal("fine [Назначить штраф]", Coded.Show(codings, "outcome"));
        Assert.Equal("5000 RUB [5000 рублей]", Coded.Show(codings, "fine_rub"));
        Assert.Equal("no [silence]", Coded.Show(codings, "video"));
    }

    [Fact]
    public void A_coding_names_rule_version_section_and_context()
    {
        var coding = Coded.Codings(Outcome, Ruling)[0];
        Assert.Equal((CoderKind.Rule, "outcome/fine"), (coding.Coder.Kind, coding.Coder.Name));
        Assert.Equal(16, coding.Coder.Version.Length);
        var text = Assert.IsType<TextSelector>(coding.Evidence);
        Assert.Equal("operative", text.Section);
        Assert.Equal(text.Exact, text.Span.In(Ruling));
        Assert.EndsWith("ПОСТАНОВИЛ:\n\n", text.Prefix);
        Assert.True(coding.IsCertain);
    }

    [Fact]
    public void What_another_variable_rules_out_is_not_applicable_with_that_ones_evidence()
    {
        var codings = Coded.Codings(Outcome, Ruling.Replace("Назначить штраф в размере 5000 рублей. Неуплата влечет", "Назначить"));
        Assert.Equal("arrest [арест]", Coded.Show(codings, "outcome"));
        Assert.Equal("not-applicable [арест]", Coded.Show(codings, "fine_rub"));
    }

    [Fact]
    public void Silence_in_a_text_that_is_not_whole_is_unclear() =>
        Assert.Equal("unclear [silence]", Coded.Show(Coded.Codings(Outcome, Ruling, isWhole: false), "video"));

    [Fact]
    public void Silence_of_a_section_that_was_not_found_is_unclear()
    {
        var codings = Coded.Codings(Outcome, "Судья рассмотрел дело.");
        Assert.Equal("unclear [silence]", Coded.Show(codings, "outcome"));
        Assert.Equal("unclear [silence]", Coded.Show(codings, "fine_rub"));
        Assert.Equal("no [silence]", Coded.Show(codings, "video"));
    }

    [Fact]
    public void The_evidence_of_silence_is_the_search()
    {
        var coding = Coded.Codings(Outcome, Ruling.Replace("штраф в размере 5000 рублей. Неуплата влечет арест", "ничего"))[0];
        Assert.Equal(Status.NotStated, coding.Status);
        var silence = Assert.IsType<SilenceSelector>(coding.Evidence);
        Assert.Equal(["operative"], silence.Sections);
        Assert.True(silence.WholeText);
        Assert.Equal(["outcome/arrest", "outcome/fine"], silence.Rules.Select(r => r.Split('@')[0]));
    }

    [Theory]
    [InlineData("", "unclear (100 RUB, 200 RUB) [100 рублей]")]
    [InlineData(", pick: first", "100 RUB [100 рублей]")]
    [InlineData(", pick: last", "200 RUB [200 рублей]")]
    [InlineData(", pick: largest", "200 RUB [200 рублей]")]
    [InlineData(", pick: smallest", "100 RUB [100 рублей]")]
    public void Two_values_are_unclear_unless_the_rule_picks(string pick, string expected) => Assert.Equal(expected, Coded.Show(
        Coded.Codings($"{Coded.Head}  sum: {{type: money, rules: [{{read: money{pick}}}]}}", "Взыскать 100 рублей. Взыскать 200 рублей."), "sum"));

    [Fact]
    public void The_same_value_twice_is_one_value() => Assert.Equal("100 RUB [100 рублей]", Coded.Show(
        Coded.Codings($"{Coded.Head}  sum: {{type: money, rules: [{{read: money}}]}}", "Взыскать 100 рублей. Уплатить 100 руб. завтра."), "sum"));

    [Theory]
    [InlineData("within: 3", "5 RUB [5 рублей]")]
    [InlineData("within: sentence", "unclear (1 RUB, 5 RUB) [1 рубль]")]
    [InlineData("within: 4, side: before", "1 RUB [1 рубль]")]
    [InlineData("within: section, pick: last", "9 RUB [9 рублей]")]
    public void A_reader_reads_as_far_as_it_is_told(string within, string expected) => Assert.Equal(expected, Coded.Show(
        Coded.Codings($"{Coded.Head}  sum: {{type: money, rules: [{{read: money, at: штраф, {within}}}]}}", "Был 1 рубль, теперь штраф и 5 рублей за всё. Потом 9 рублей."), "sum"));

    [Fact]
    public void With_multiple_every_value_is_a_coding_once() => Assert.Equal("a [красный]; b [синий]", Coded.Show(
        Coded.Codings(
            $"{Coded.Head}  colour: {{type: category, multiple: true, values: {{a: A, b: B}}, rules: [{{value: b, when: синий}}, {{value: a, when: красный}}]}}",
            "Красный дом, синий дом, красный дом.".ToLowerInvariant()), "colour"));

    [Fact]
    public void Unless_holds_in_the_unit_or_near_when_it_says_so()
    {
        string Of(string unless) => Coded.Show(
            Coded.Codings($"{Coded.Head}  seen: {{type: yes/no, rules: [{{value: yes, when: камера, unless: '{unless}'}}]}}", "Камера была. Потом её сняли. Вокруг тихо."), "seen");
        Assert.Equal("not-stated [silence]", Of("сняли"));
        Assert.Equal("yes [Камера]", Of("w/s сняли"));
        Assert.Equal("not-stated [silence]", Of("w/5 сняли"));
        Assert.Equal("not-stated [silence]", Of("w/s была"));
    }

    [Fact]
    public void A_text_of_nothing_but_values_is_unclear_and_costs_no_more_than_its_length()
    {
        var text = string.Join(' ', Enumerable.Range(1, 5_000).Select(i => $"штраф {i} рублей"));
        foreach (var within in (string[])["within: 400", "within: section", "within: sentence"])
        {
            foreach (var multiple in (string[])["", "multiple: true, "])
            {
                var codings = Coded.Codings($"{Coded.Head}  sum: {{type: money, {multiple}rules: [{{read: money, at: штраф, {within}}}]}}", text);
                Assert.Equal("unclear [1 рублей]", Coded.Show(codings, "sum"));
            }
        }
    }

    [Fact]
    public void The_codings_of_a_variable_do_not_depend_on_which_others_are_coded()
    {
        var book = Coded.Book(Outcome);
        var (tokens, vocabulary) = Plumbline.Coding.Tokens.TextTokens.Of(Ruling);
        var member = new Plumbline.Coding.TextMember(new UnitId("0"), Ruling, tokens, tokens.All, IsWhole: true, [0, 20]);
        var all = new List<Plumbline.Evidence.Coding>();
        var one = new List<Plumbline.Evidence.Coding>();
        new Plumbline.Coding.TextCoder(book, vocabulary, [.. book.Kind.Variables.Select(v => v.Name)]).Code(member, all);
        foreach (var variable in book.Kind.Variables)
        {
            new Plumbline.Coding.TextCoder(book, vocabulary, [variable.Name]).Code(member, one);
        }

        Assert.Equal(all.Select(c => c with { Evidence = Of(c), Candidates = [] }), one.Select(c => c with { Evidence = Of(c), Candidates = [] }));
        Assert.Equal(2, Assert.IsType<TextSelector>(all[0].Evidence).Page);
        static Selector Of(Plumbline.Evidence.Coding coding) => coding.Evidence is SilenceSelector s ? s with { Rules = [], Sections = [] } : coding.Evidence;
    }

    [Fact]
    public void A_rule_may_say_that_something_is_unclear() => Assert.Equal("unclear [изъято]", Coded.Show(
        Coded.Codings($"{Coded.Head}  seen: {{type: yes/no, rules: [{{status: unclear, when: изъято}}, {{value: yes, when: камера}}]}}", "Видела камера и изъято."), "seen"));
}
