using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Tests.Custody.Erasing;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class TwoMachinesTests : IDisposable
{
    private readonly TemporaryFolder temporary = new("дело о митингах");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_case_goes_to_another_machine_and_back()
    {
        var (mine, stick) = (temporary["mine"], temporary["stick"]);
        Assert.Equal(ExitCode.Clean, CommandLine.Run("new", mine, "--template", "blank").Code);
        Ingest(mine, "a.txt", "a");
        var copied = CommandLine.Run("merge", stick, mine);
        Assert.Equal(ExitCode.Clean, copied.Code);
        Assert.Contains("new: case.yaml", copied.Out, StringComparison.Ordinal);
        Ingest(stick, "b.txt", "b");
        File.AppendAllText(Path.Combine(stick, "case.yaml"), "about: 0.2\n");
        File.WriteAllText(Path.Combine(stick, "drafts", "статья.md"), "text\n");
        var back = CommandLine.Run("merge", mine, stick);
        Assert.Equal(ExitCode.ProblemsFound, back.Code);
        Assert.Contains("and 1 document new.", back.Out, StringComparison.Ordinal);
        Assert.Contains("new: drafts/статья.md", back.Out, StringComparison.Ordinal);
        Assert.Contains("+about: 0.2", back.Out, StringComparison.Ordinal);
        Assert.Contains("CUS047", back.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(mine, "case.yaml.theirs")));
        Assert.Equal(ExitCode.Clean, CommandLine.Run("verify", mine).Code);
        Assert.Contains("case-merged  with ", CommandLine.RunAt(200, "log", mine).Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(CommandLine.Run("log", mine, "--json").Out);
        Assert.All(json.RootElement.EnumerateArray(), e => Assert.Equal(
            ["seq", "device", "at", "who", "what", "hash", "payload"], e.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(2, json.RootElement.EnumerateArray().Select(e => e.GetProperty("device").GetString()).Distinct().Count());
    }

    [Fact]
    public void An_erasure_is_shown_before_done_named_after_and_lists_what_still_stands()
    {
        var mine = temporary["mine"];
        CommandLine.Run("new", mine, "--template", "blank");
        Ingest(mine, "a.txt", Secret.Words);
        Ingest(mine, "b.txt", "b");
        var document = Plumbline.Evidence.DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(Secret.Words)).Hex;
        var dry = CommandLine.Run("erase", mine, document[..10], "--dry-run");
        Assert.Equal(ExitCode.Clean, dry.Code);
        Assert.Contains($"would be erased: document {document[..12]}", dry.Out, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(mine, "drafts", "a.md"), $"text\n{Secret.Words}\n");
        var done = CommandLine.Run("erase", mine, document[..10], "--reason", "asked for", "--name", Secret.Words, "--json");
        Assert.Equal(ExitCode.ProblemsFound, done.Code);
        using var json = JsonDocument.Parse(done.Out);
        Assert.Equal(document, json.RootElement.GetProperty("documents")[0].GetString());
        Assert.Equal("drafts/a.md", json.RootElement.GetProperty("problems")[0].GetProperty("file").GetString());
        Assert.EndsWith("a.md", Assert.Single(Secret.In(mine)), StringComparison.Ordinal);
        var verify = CommandLine.Run("verify", mine);
        Assert.Equal(ExitCode.Clean, verify.Code);
        Assert.Contains("1 payload, 1 document.", verify.Out, StringComparison.Ordinal);
        Assert.Contains($"document-erased  {document[..12]}  asked for", CommandLine.RunAt(200, "log", mine).Out, StringComparison.Ordinal);
        Assert.Contains("was erased before", CommandLine.Run("erase", mine, document[..10]).Out, StringComparison.Ordinal);
    }

    private void Ingest(string folder, string name, string text)
    {
        var path = temporary[name];
        File.WriteAllText(path, text);
        Assert.Equal(ExitCode.Clean, CommandLine.Run("ingest", folder, path).Code);
    }
}
