using System.Text.Json;
using Plumbline.Tests.Pipeline;
using Plumbline.Tests.Pipeline.Signing;

namespace Plumbline.Tests.Cli;

public sealed class SignVerbsTests
{
    [Fact]
    public void From_signature_to_correction()
    {
        using var given = SignedCase.New();
        var root = given.Folder.Root;
        (int Code, string Out, string Error) Run(params string[] args) => BuiltProgram.Run(root, args);

        var signed = Run("sign", ".", "drafts/draft.md", "--as", "calm-otter-31", "--name", "first-print");
        Assert.True(signed.Code == 0, signed.Error);
        Assert.Contains("first-print", signed.Out, StringComparison.Ordinal);
        Assert.Contains("first-print: drafts/draft.md by calm-otter-31", CommandLine.RunAt(300, "log", root, "--what", "signature").Out, StringComparison.Ordinal);
        Assert.Contains("3 holds", Run("signatures", ".").Out, StringComparison.Ordinal);
        Assert.Contains("Nothing to do", Run("build", ".").Out, StringComparison.Ordinal);
        Assert.Equal(0, Run("check", ".", "--since", "last").Code);

        Assert.Equal(0, Run("code", ".", given.Unit("1.txt"), "outcome", "--undo", "--as", "anna", "--note", "wrong page").Code);
        Assert.Contains("The case has changed since this build", Run("check", ".", "--since", "last").Error, StringComparison.Ordinal);
        var built = Run("build", ".");
        Assert.Contains("Since the signature first-print: 2 broken, 1 moved; 0 stand as they were signed.", built.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Since the signature", Run("build", ".", "--clean", "--no-compare").Out, StringComparison.Ordinal);

        var since = Run("check", ".", "--since", "first-print");
        Assert.Equal(1, since.Code);
        Assert.Contains("signed: holds, 3   now: open, 2 to 3", since.Out, StringComparison.Ordinal);
        Assert.Contains("wrong page", since.Out, StringComparison.Ordinal);

        var page = Run("corrections", ".", "--since", "first-print");
        Assert.Equal(1, page.Code);
        Assert.Contains("An earlier version of this article said “at least 3 rulings”. What we can show now is at least 2", page.Out, StringComparison.Ordinal);

        var asOf = Run("build", ".", "--as-of", "first-print", "--out", "then.duckdb", "--json");
        Assert.True(asOf.Code == 0, asOf.Error);
        Assert.True(JsonDocument.Parse(asOf.Out).RootElement.GetProperty("same").GetBoolean());
        Assert.True(new FileInfo(Path.Combine(root, "then.duckdb")).Length > 0);
        Assert.Equal(2, Run("build", ".", "--as-of", "first-print", "--out", "then.duckdb").Code);
        Assert.Equal(0, Run("verify", ".").Code);
    }
}
