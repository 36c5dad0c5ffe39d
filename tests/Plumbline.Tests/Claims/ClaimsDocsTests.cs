using System.Text.RegularExpressions;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims;

public sealed class ClaimsDocsTests
{
    [Fact]
    public void Every_problem_and_every_key_has_its_row_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "claims.md"));
        var code = File.ReadAllText(Path.Combine(Repository.Root, "src", "Plumbline", "Claims", "ClaimsProblems.cs"));
        Assert.All(Regex.Matches(code, "\"(CHK\\d+)\"").Select(m => m.Groups[1].Value), c => Assert.Contains($"| {c} |", docs, StringComparison.Ordinal));
        var shape = File.ReadAllText(Path.Combine(Repository.Root, "src", "Plumbline", "Claims", "ClaimsFile.cs"));
        Assert.All(Regex.Matches(shape, "new\\(\"([a-z]+)\", new").Select(m => m.Groups[1].Value), k => Assert.Contains($"`{k}`", docs, StringComparison.Ordinal));
    }
}
