using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class DemoTests
{
    [Fact]
    public void The_demo_finds_the_figure_that_is_wrong_on_purpose_and_no_other()
    {
        using var folder = new TemporaryFolder("демо и проба");
        var (code, output, error) = BuiltProgram.Run(folder.Path, "demo", "case", "--json");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        var verdicts = json.RootElement.GetProperty("claims").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, c => c);
        Assert.Equal("holds", verdicts[DemoPeople.Claim].GetProperty("verdict").GetString());
        Assert.Equal("fails", verdicts[DemoCase.WrongClaim].GetProperty("verdict").GetString());
        Assert.Equal(["fails", "holds"], verdicts.Values.Select(v => v.GetProperty("verdict").GetString()).Distinct().Order());
        Assert.All(verdicts[DemoCase.WrongClaim].GetProperty("evidence").EnumerateArray(), row =>
            Assert.All(row.GetProperty("cells").EnumerateArray(), cell => Assert.NotEmpty(cell.GetProperty("quote").GetString()!)));
        Assert.Empty(json.RootElement.GetProperty("unbacked").EnumerateArray());
    }

    [Fact]
    public void Everything_in_the_demo_says_that_it_is_invented()
    {
        using var folder = new TemporaryFolder();
        DemoCase.WriteFiles(folder.Path, 20, CancellationToken.None);
        Assert.All(Directory.GetFiles(folder["rulings"]), f =>
        {
            Assert.Contains("invented", Path.GetFileName(f), StringComparison.Ordinal);
            Assert.Contains("вымышлен", File.ReadAllText(f), StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("invented-", File.ReadAllText(folder["detentions.csv"]), StringComparison.Ordinal);
    }
}
