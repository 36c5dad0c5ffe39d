using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody;

/// <summary>An empty case and a folder of files beside it, gone with the test.</summary>
internal sealed class CustodyCase : IDisposable
{
    private readonly TemporaryFolder temporary = new("дело №1");

    public CustodyCase()
    {
        Directory.CreateDirectory(Files);
        Folder = CaseFolder.At(temporary["case"]);
        Directory.CreateDirectory(Folder.Root);
    }

    public CaseFolder Folder { get; }

    public string Files => temporary["files given"];

    public string this[params string[] parts] => temporary[parts];

    public string Put(string name, string text)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Journal Open(string who = "coder-1") => Journal.OpenWrite(Folder, new JournalOptions { Who = who });

    public CustodyReport Ingest(CustodyOptions? options = null, params string[] paths) =>
        new CustodyStage(Folder).Ingest(paths.Length == 0 ? [Files] : paths, options ?? new CustodyOptions());

    /// <param name="erased">False to leave out entries whose payload was erased.</param>
    public List<CustodyRecord> Records(bool erased = true)
    {
        using var journal = Journal.OpenRead(Folder);
        return [.. journal.Entries("ingest").Where(e => erased || e.Payload is not null).Select(IngestPayload.Read)];
    }

    public VerifyReport Verify(string? heads = null) => CaseVerification.Verify(Folder, new VerifyOptions { HeadsFile = heads });

    /// <summary>Writes into the journal's file as somebody would who has a SQLite shell: guards taken away, then put back.</summary>
    public int Forge(Func<SqliteConnection, int> edit)
    {
        using var connection = new SqliteConnection($"Data Source={Folder.Journal};Pooling=False");
        connection.Open();
        JournalDatabase.Run(connection, "PRAGMA synchronous = OFF");
        foreach (var name in new[] { "entries_stay", "entries_remain", "payloads_stay", "payloads_remain" })
        {
            JournalDatabase.Run(connection, "DROP TRIGGER IF EXISTS " + name);
        }

        var changed = edit(connection);
        foreach (var statement in JournalDatabase.Statements.Where(s => s.StartsWith("CREATE TRIGGER", StringComparison.Ordinal)))
        {
            JournalDatabase.Run(connection, statement.ReplaceLineEndings("\n"));
        }

        return changed;
    }

    public int Forge(string sql) => Forge(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    public void Dispose() => temporary.Dispose();
}
