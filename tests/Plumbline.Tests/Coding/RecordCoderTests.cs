using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Tests.Coding;

public sealed class RecordCoderTests
{
    private const string Yaml = """
        unit: detentions
        of: row
        key: id
        variables:
          id: {type: text, column: [No, №]}
          day: {type: date, column: Day}
          signed: {type: date, column: Signed, format: MM/dd/yyyy}
          fined: {type: yes/no, column: Fined, cells: {"да": yes, "нет": no}}
          answered: {type: yes/no, column: Answered, cells: {"": no, "да": yes}}
          fine: {type: money, currency: RUB, column: Fine, if: {fined: yes}}
          video: {type: yes/no, column: Note, silence: no, rules: [{value: yes, when: видеозапись}]}
        """;

    [Theory]
    [InlineData("2022-03-04", "stated 2022-03-04 column")]
    [InlineData("03/04/2022", "unclear 2022-04-03,2022-03-04 rule")]
    [InlineData("25/04/2022", "stated 2022-04-25 rule")]
    [InlineData("03.04.2022", "stated 2022-04-03 rule")]
    [InlineData("05/05/2022", "stated 2022-05-05 rule")]
    [InlineData("soon", "unclear  rule")]
    [InlineData("", "not-stated  column")]
    public void A_date_that_needs_a_guess_is_a_machine_coding(string cell, string expected) => Assert.Equal(expected, Show("day", ["Day"], cell));

    [Theory]
    [InlineData("03/04/2022", "stated 2022-03-04 column")]
    [InlineData("25/04/2022", "unclear  column")]
    public void A_stated_format_settles_it(string cell, string expected) => Assert.Equal(expected, Show("signed", ["Signed"], cell));

    [Theory]
    [InlineData("да", "stated yes column")]
    [InlineData("нет", "stated no column")]
    [InlineData("кажется", "unclear  column")]
    public void Cells_mean_what_the_codebook_says(string cell, string expected) => Assert.Equal(expected, Show("fined", ["Fined"], cell));

    [Theory]
    [InlineData("", "stated no column")]
    [InlineData("  ", "stated no column")]
    [InlineData("да", "stated yes column")]
    public void An_empty_cell_that_cells_names_is_the_record_s_own_word(string cell, string expected) => Assert.Equal(expected, Show("answered", ["Answered"], cell));

    [Theory]
    [InlineData("да", "stated 5000 RUB column")]
    [InlineData("нет", "not-applicable  rule")]
    public void If_looks_at_the_other_column(string fined, string expected) => Assert.Equal(expected, Show("fine", ["Fined", "Fine"], fined, "5 000"));

    [Theory]
    [InlineData("Есть видеозапись.", "stated yes rule")]
    [InlineData("Нет ничего.", "stated no rule")]
    [InlineData("", "stated no rule")]
    public void What_a_rule_reads_in_a_cell_is_a_machine_coding(string note, string expected) => Assert.Equal(expected, Show("video", ["Note"], note));

    [Fact]
    public void The_evidence_is_the_cell()
    {
        var coding = Code("id", ["Day", "№"], "x", "17-б");
        Assert.Equal(new RecordSelector(3, 4, "№", "17-б"), coding[0].Evidence);
        Assert.Equal(new Coder(CoderKind.Column, "№"), coding[0].Coder);
    }

    [Fact]
    public void A_column_that_is_not_there_leaves_the_variable_not_coded()
    {
        var coder = new RecordCoder(Coded.Book(Yaml), ["id", "day"], ["Day"]);
        Assert.Equal(["id"], coder.Missing);
    }

    private static List<Plumbline.Evidence.Coding> Code(string variable, IReadOnlyList<string> columns, params string[] cells)
    {
        var into = new List<Plumbline.Evidence.Coding>();
        new RecordCoder(Coded.Book(Yaml), [variable], columns).Code(new UnitId("0"), new SourceRow(3, 4, cells), into);
        return into;
    }

    private static string Show(string variable, IReadOnlyList<string> columns, params string[] cells)
    {
        var coding = Assert.Single(Code(variable, columns, cells));
        return $"{coding.Status.Word()} {coding.Value?.Text}{string.Join(',', coding.Candidates)} {coding.Coder.KindWord}";
    }
}
