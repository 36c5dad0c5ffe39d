using System.Text;

namespace Plumbline.Tests.Ingest;

public sealed class CsvTests
{
    [Theory]
    [InlineData("дата;сумма\n1 мая;5,5\n2 мая;6,5\n")]
    [InlineData("дата\tсумма\n1 мая\t5,5\n2 мая\t6,5\n")]
    [InlineData("дата,сумма\n1 мая,\"5,5\"\n2 мая,\"6,5\"\n")]
    public void The_separator_is_the_one_that_fits(string text)
    {
        var table = Given.Csv(text);
        Assert.Equal(["дата", "сумма"], table.Columns);
        Assert.Equal(["2 мая", "6,5"], table.Rows[1].Values);
    }

    [Fact]
    public void Quoted_line_ends_are_part_of_the_cell_and_rows_know_their_line()
    {
        var table = Given.Csv("a,b\n\"one\ntwo\",2\n3,4\n");
        Assert.Equal("one\ntwo", table.Rows[0].Values[0]);
        Assert.Equal([(1, 2L), (2, 4L)], table.Rows.Select(r => (r.Number, r.Line)));
    }

    [Fact]
    public void Empty_and_double_names_are_told_apart() => Assert.Equal(["a", "column 2", "a (2)"], Given.Csv("a,,a\n1,2,3\n").Columns);

    [Fact]
    public void Ragged_rows_are_kept_and_told()
    {
        var read = Given.Read(Encoding.UTF8.GetBytes("a,b\n1\n1,2,3\n"), "a.csv");
        var table = Assert.Single(read.Tables);
        Assert.Equal(["a", "b", "column 3"], table.Columns);
        Assert.Equal(["1", null, null], table.Rows[0].Values);
        Assert.Equal(["1", "2", "3"], table.Rows[1].Values);
        Assert.Equal([("ING016", 2), ("ING016", 3)], read.Problems.Select(p => (p.Code, p.Place.Line)));
    }

    [Fact]
    public void Bare_CRs_end_rows_and_old_charsets_are_told()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("фамилия;срок\rИванов;пять суток\rПетров;десять суток\r");
        var table = Assert.Single(Given.Read(bytes, "a.csv").Tables);
        Assert.Equal(["Петров", "десять суток"], table.Rows[1].Values);
    }
}
