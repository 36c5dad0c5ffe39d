using System.Text.RegularExpressions;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody;

public sealed partial class DocsTests
{
    [Fact]
    public void Every_problem_of_custody_has_a_row()
    {
        var codes = Codes().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "Plumbline", "Custody", "CustodyProblems.cs")))
            .Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "custody.md"));
        var rows = Rows().Matches(page[page.IndexOf("## Problems", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value);
        Assert.Equal(codes, rows);
    }

    [GeneratedRegex("CUS[0-9]{3}")]
    private static partial Regex Codes();

    [GeneratedRegex(@"^\| (CUS[0-9]{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
