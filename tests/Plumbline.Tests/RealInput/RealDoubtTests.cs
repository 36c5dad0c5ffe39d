using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

public sealed class RealDoubtTests
{
    [Theory]
    [InlineData("2012-12-10-report-en.md", 8)]
    [InlineData("2012-12-10-report.md", 6)]
    public void The_number_that_a_report_states_in_two_ways_is_found_among_few(string name, int most)
    {
        var doubts = Of(Corpus.Path("ovdinfo-2012", name));
        Assert.Contains(doubts, d => d.Rule == "stated-twice" && d.Here.Text.StartsWith("5169", StringComparison.Ordinal) && d.There!.Text.Replace(",", "", StringComparison.Ordinal).StartsWith("5166", StringComparison.Ordinal));
        Assert.InRange(doubts.Count, 1, most);
    }

    [Fact]
    public void Court_texts_and_news_have_hardly_any()
    {
        var texts = new[] { Corpus.Path("rally-rulings", "texts"), Corpus.Path("ner_factrueval") }.SelectMany(f => Directory.EnumerateFiles(f, "*.txt")).ToList();
        Assert.InRange(texts.Sum(t => Of(t).Count), 0, texts.Count / 50);
    }

    private static IReadOnlyList<Doubt> Of(string path) => DoubtSearch.Of(DraftReader.Read(Path.GetFileName(path), File.ReadAllBytes(path)));
}
