using Plumbline.Cases;
using Plumbline.Custody.Merging;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody.Merging;

public sealed class CaseFileUnionTests : IDisposable
{
    private readonly TemporaryFolder temporary = new("files");

    private CaseFolder Here => CaseFolder.At(temporary["here"]);

    private CaseFolder There => CaseFolder.At(temporary["there"]);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Equal_is_left_only_there_is_copied_different_is_put_beside()
    {
        Put(Here, "case.yaml", "title: A\n");
        Put(There, "case.yaml", "title: A\n");
        Put(There, "codebooks/rulings.yaml", "unit: rulings\n");
        Put(There, "drafts/2026/статья.md", "text\n");
        Put(Here, "claims.yaml", "a: 1\nb: 2\n");
        Put(There, "claims.yaml", "a: 1\nb: 3\n");
        Put(There, ".plumb/device.key", "key");
        Put(There, "sources/x.html", "x");
        Put(There, "notes.txt", "x");
        var report = CaseFileUnion.Run(Here, There);
        Assert.Equal(["codebooks/rulings.yaml", "drafts/2026/статья.md"], report.Copied);
        var conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("claims.yaml", "claims.yaml.theirs"), (conflict.File, conflict.Theirs));
        Assert.Equal(["@@ -1,2 +1,2 @@", " a: 1", "-b: 2", "+b: 3"], conflict.Diff);
        Assert.Equal("a: 1\nb: 2\n", Get(Here, "claims.yaml"));
        Assert.Equal("a: 1\nb: 3\n", Get(Here, "claims.yaml.theirs"));
        Assert.Equal("CUS047", Assert.Single(report.Problems).Code);
        Assert.False(Path.Exists(Path.Combine(Here.Root, ".plumb")) || Path.Exists(Path.Combine(Here.Root, "sources")) || Path.Exists(Path.Combine(Here.Root, "notes.txt")));
    }

    [Fact]
    public void A_conflict_stands_until_the_files_are_equal_and_writes_over_nothing()
    {
        Put(Here, "claims.yaml", "mine\n");
        Put(There, "claims.yaml", "theirs\n");
        CaseFileUnion.Run(Here, There);
        Assert.Equal("claims.yaml.theirs", Assert.Single(CaseFileUnion.Run(Here, There).Conflicts).Theirs);
        Put(Here, "claims.yaml.theirs", "taken apart by hand\n");
        Assert.Equal("claims.yaml.theirs2", Assert.Single(CaseFileUnion.Run(Here, There).Conflicts).Theirs);
        Assert.Equal("taken apart by hand\n", Get(Here, "claims.yaml.theirs"));
        Put(Here, "claims.yaml", "theirs\n");
        Assert.Empty(CaseFileUnion.Run(Here, There).Problems);
    }

    [Fact]
    public void Links_and_old_conflicts_are_not_taken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights.");
        Put(There, "drafts/a.md.theirs", "x");
        Put(There, "secret", "x");
        File.CreateSymbolicLink(Path.Combine(There.Drafts, "b.md"), Path.Combine(There.Root, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(There.Root, "lists"), There.Drafts);
        Directory.CreateDirectory(Here.Root);
        var report = CaseFileUnion.Run(Here, There);
        Assert.Empty(report.Copied);
        Assert.Equal("CUS011", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public void A_diff_shows_changes_with_three_lines_around_and_ends_in_time()
    {
        var ours = string.Join('\n', Enumerable.Range(1, 40));
        Assert.Equal(
            ["@@ -2,7 +2,6 @@", " 2", " 3", " 4", "-5", " 6", " 7", " 8", "@@ -27,6 +26,7 @@", " 27", " 28", " 29", "+new", " 30", " 31", " 32"],
            LineDiff.Unified(ours, ours.Replace("\n5\n", "\n", StringComparison.Ordinal).Replace("\n30\n", "\nnew\n30\n", StringComparison.Ordinal), 40));
        Assert.Equal(5, LineDiff.Unified(ours, "", 4).Count);
        Assert.Empty(LineDiff.Unified(ours, ours.Replace("\n", "\r\n", StringComparison.Ordinal), 40));
    }

    private static void Put(CaseFolder folder, string name, string text)
    {
        var path = Path.Combine(folder.Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Get(CaseFolder folder, string name) => File.ReadAllText(Path.Combine(folder.Root, name));
}
