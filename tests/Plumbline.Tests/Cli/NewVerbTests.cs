using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class NewVerbTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("Дела о митингах (2012)")]
    public void A_new_case_is_whole_wherever_it_lies(string name)
    {
        using var folder = new TemporaryFolder();
        var run = CommandLine.Run("new", folder[name], "--as", "quiet-heron-17");
        Assert.Equal(ExitCode.Clean, run.Code);
        var made = CaseFolder.Open(folder[name]);
        var defaults = new CaseSettings();
        Assert.Equal(defaults, CaseSettings.Read(made) with { Languages = defaults.Languages, Title = "" });
        Assert.Equal("quiet-heron-17", Pseudonym.Of(made));
        Assert.True(File.Exists(made.Journal));
        Assert.Equal(ExitCode.Clean, CommandLine.Run("log", folder[name]).Code);
    }

    [Fact]
    public void Nobody_is_called_by_name_unless_asked()
    {
        using var folder = new TemporaryFolder();
        CommandLine.Run("new", folder["case"]);
        Assert.Matches("^[a-z]+-[a-z]+-[0-9]{2}$", Pseudonym.Of(CaseFolder.Open(folder["case"]))!);
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["notes.txt"], "mine");
        var run = CommandLine.Run("new", folder.Path);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_case_inside_a_case_is_refused()
    {
        using var folder = new TemporaryFolder();
        CommandLine.Run("new", folder["outer"]);
        Assert.Contains("CAS007", CommandLine.Run("new", folder["outer", "inner"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_synced_folder_is_refused_unless_asked_for()
    {
        using var folder = new TemporaryFolder();
        var path = folder["Яндекс.Диск", "дело"];
        Assert.Contains("CAS004", CommandLine.Run("new", path).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(path));
        Assert.Equal(ExitCode.Clean, CommandLine.Run("new", path, "--allow-synced").Code);
        Assert.True(CaseSettings.Read(CaseFolder.Open(path)).AllowSynced);
    }

    [Fact]
    public void Ingest_refuses_a_case_that_was_moved_into_a_synced_folder()
    {
        using var folder = new TemporaryFolder();
        CommandLine.Run("new", folder["case"]);
        Directory.CreateDirectory(folder["Dropbox"]);
        Directory.Move(folder["case"], folder["Dropbox", "case"]);
        Assert.Contains("CAS009", CommandLine.Run("ingest", folder["Dropbox", "case"], folder["Dropbox", "case", "case.yaml"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_stand_beside_the_files_that_name_them()
    {
        using var folder = new TemporaryFolder();
        CommandLine.Run("new", folder["case"]);
        var named = File.ReadAllText(folder["case", "case.yaml"]).Split('\n')[0].Split("$schema=")[1];
        using var schema = JsonDocument.Parse(File.ReadAllText(folder["case", named]));
        Assert.Equal(CaseSettings.Shape.Keys.Select(k => k.Name), schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }
}
