using Plumbline.Pipeline.Coverage;

namespace Plumbline.Tests.Pipeline.Coverage;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData("5-1234/2022", "5-…/2022", 1234)]
    [InlineData("№ 5-12/2022", "5-…/2022", 12)]
    [InlineData("05-0123/77/2022", "05-…/77/2022", 123)]
    [InlineData("3/12-456/2020", "3/12-…/2020", 456)]
    [InlineData("А40-12345/2022", "А40-…/2022", 12345)]
    [InlineData("5-7/19", "5-…/2019", 7)]
    [InlineData("5-7/2019-3", "5-…/2019-3", 7)]
    [InlineData("77RS0001-01-2022-000123-45", null, 0)]
    [InlineData("5-ХХХ/2022", null, 0)]
    [InlineData("5-7/1812", null, 0)]
    [InlineData("", null, 0)]
    public void A_number_is_read_with_the_form_of_its_sequence(string text, string? form, long number)
    {
        var read = CaseNumber.Read(text);
        Assert.Equal((form, number), (read?.Form, read?.Number ?? 0));
    }

    [Fact]
    public void What_is_missing_lies_between_the_first_and_the_last_of_one_court_and_year()
    {
        var series = NumberGaps.Of(new[] { ("A", "5-2/2022"), ("A", "5-3/2022"), ("A", "5-7/2022"), ("A", "5-7/2022"), ("B", "5-100/2022"), ("A", "5-1/2021"), ("A", "5-9/2022") }
            .Select(n => ((string?)n.Item1, CaseNumber.Read(n.Item2)!.Value)));
        Assert.Equal(3, series.Count);
        Assert.Equal(("A", "5-…/2022", 2, 9, 4, 4, 1), (series[0].Court, series[0].Form, series[0].First, series[0].Last, series[0].Seen, series[0].Missing, series[0].Twice));
        Assert.Equal([(4, 6), (8, 8)], series[0].Gaps);
        Assert.All(series.Skip(1), s => Assert.Empty(s.Gaps));
    }
}
