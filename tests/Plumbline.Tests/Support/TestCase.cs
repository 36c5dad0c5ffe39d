using System.Text;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Tests.Support;

/// <summary>A case in a temporary folder: files and codebooks are put in, it is built, and its tables are read.</summary>
internal sealed class TestCase : IDisposable
{
    private readonly TemporaryFolder folder;
    private int given;

    public TestCase(string name = "дело №1")
    {
        folder = new TemporaryFolder(name);
        Folder = CaseFolder.At(folder.Path);
        Directory.CreateDirectory(Folder.Codebooks);
        File.WriteAllText(Folder.CaseYaml, "title: Test\n");
        using var journal = Journal.Create(Folder, new JournalOptions { Who = "coder-test" });
    }

    public CaseFolder Folder { get; }

    /// <summary>How the program's own hidden verbs are started.</summary>
    public static ChildCommand Hidden(string verb) => new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "plumb.exe" : "plumb"), [verb]);

    public void Codebook(string name, string yaml) => File.WriteAllText(Path.Combine(Folder.Codebooks, name + ".yaml"), yaml);

    /// <summary>A codebook of a template, with the template's lists.</summary>
    public void CodebookOf(string template, string name)
    {
        foreach (var file in Plumbline.Cli.CaseTemplates.Find(template).Files.Where(f => f.Path == $"codebooks/{name}.yaml" || f.Path.StartsWith("lists/", StringComparison.Ordinal)))
        {
            var path = Path.Combine(Folder.Root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    /// <summary>Takes one file in.</summary>
    public void Give(string name, string text) => Give((name, Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes one file in, from a source.</summary>
    public void GiveFrom(string source, string name, string text) => Give(source, (name, Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes files in.</summary>
    public void Give(params (string Name, byte[] Bytes)[] files) => Give(null, files);

    private void Give(string? from, params (string Name, byte[] Bytes)[] files)
    {
        var source = Path.Combine(Folder.Sources, (++given).ToString());
        Directory.CreateDirectory(source);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(source, name), bytes);
        }

        new CustodyStage(Folder).Ingest([source], new CustodyOptions { Who = "coder-test", Source = from });
    }

    public BuildReport Build(bool clean = false, bool retry = false, int workers = 2) => CaseBuild.Build(
        Folder, new BuildOptions { Clean = clean, Retry = retry, Workers = workers, ReaderCommand = Hidden("read-worker") }, null, CancellationToken.None);

    /// <summary>Rows of a query over the build in use, cells as text, <c>∅</c> for NULL.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var built = BuiltCase.Open(Folder);
        using var connection = Plumbline.Pipeline.Tables.TablesFile.Open(built.TablesPath, readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COLUMNS(*)::VARCHAR FROM ({sql})";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetString(i))));
        }

        return rows;
    }

    public void Dispose() => folder.Dispose();
}
