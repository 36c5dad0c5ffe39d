using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.Merging;

/// <summary>
/// Another machine's case, as it lies in a folder or on a stick. Nothing is ever written there: SQLite would make files beside a
/// journal that it reads, so the journal is copied and the copy is read. Everything in it is hostile until it is verified.
/// </summary>
internal sealed class OtherCase : IDisposable
{
    private readonly SqliteTransaction snapshot;

    private OtherCase(CaseFolder folder, SqliteConnection connection, ChainCheck chains)
    {
        (Folder, Connection, Chains) = (folder, connection, chains);
        snapshot = connection.BeginTransaction(deferred: true);
    }

    /// <summary>Where its archive and files are.</summary>
    public CaseFolder Folder { get; }

    /// <summary>Its journal's copy, in a snapshot.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>What was verified.</summary>
    public ChainCheck Chains { get; }

    /// <summary>Copies and verifies: chains, signatures, payloads, then every file of the archive.</summary>
    /// <exception cref="UsageException">There is no journal.</exception>
    /// <exception cref="IntegrityException">Something is not as it was written.</exception>
    public static OtherCase Open(CaseFolder folder, TemporaryFiles temporary, int workers, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var copy = CaseFolder.At(temporary.Next());
        OwnFolder.Make(copy.Inner, flush: false);
        CopyJournal(folder, copy);
        var problems = new List<Problem>();
        var chains = CaseVerification.CheckJournal(copy, [], problems, cancellation);
        Refuse(problems);
        problems.AddRange(new BlobCheck(folder, chains!.Documents, chains.ErasedDocuments, workers, progress).Run(cancellation));
        Refuse(problems);
        var connection = JournalDatabase.OpenRead(copy);
        try
        {
            return new OtherCase(folder, connection, chains);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        snapshot.Dispose();
        Connection.Dispose();
    }

    private static void Refuse(List<Problem> problems)
    {
        if (problems.Find(p => p.Severity == Severity.Error) is { } first)
        {
            throw CustodyProblems.OtherBroken(first);
        }
    }

    /// <summary>The journal and its log of pages. A checkpoint in between would change the journal's file, and show.</summary>
    private static void CopyJournal(CaseFolder from, CaseFolder to)
    {
        try
        {
            using var journal = OriginalFile.Open(Found(from.Journal), out _) ?? throw CustodyProblems.NoOther(from.Root);
            Copy(journal, to.Journal);
            if (File.Exists(from.Journal + "-wal"))
            {
                using var pages = OriginalFile.Open(Found(from.Journal + "-wal"), out _) ?? throw CustodyProblems.OtherChanges();
                Copy(pages, to.Journal + "-wal");
            }

            if (journal.HasChanged(journal.Size))
            {
                throw CustodyProblems.OtherChanges();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.OtherChanges(e);
        }
    }

    private static void Copy(OriginalFile from, string to)
    {
        using var stream = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 20];
        long at = 0;
        for (int read; (read = from.Read(at, buffer)) > 0; at += read)
        {
            stream.Write(buffer, 0, read);
        }

        if (from.HasChanged(at))
        {
            throw CustodyProblems.OtherChanges();
        }
    }

    private static FoundFile Found(string path) => new(NativePath.Of(path), "", "", IsNamed: false);
}
