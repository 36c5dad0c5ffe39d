using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// The journal of a case: what came in and what people decided, entry after entry, one chain a device. Entries are only
/// ever added. What <see cref="Append"/> and <see cref="AppendAsync"/> give back is on disk. Several processes may have it
/// open at once, for writing too. Thread safe.
/// </summary>
/// <remarks>Every call may throw <see cref="StoreFailedException"/>, and <see cref="IntegrityException"/> where the journal is not as it was written.</remarks>
public sealed partial class Journal : IDisposable
{
    private readonly Lock gate = new();
    private readonly CaseFolder folder;
    private readonly SqliteConnection connection;
    private readonly JournalOptions? options;
    private DeviceKey? key;
    private Channel<Waiting>? waiting;
    private Task? groupCommit;

    private Journal(CaseFolder folder, SqliteConnection connection, JournalOptions? options)
    {
        this.folder = folder;
        this.connection = connection;
        this.options = options;
    }

    /// <summary>The id of this device in this case; null when open for reading.</summary>
    public string? Device => key?.Device;

    /// <summary>Makes the journal of a new case, with the entries <c>device-added</c> and <c>case-created</c>.</summary>
    /// <exception cref="UsageException">There is one already.</exception>
    public static Journal Create(CaseFolder folder, JournalOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return File.Exists(folder.Journal) ? throw CustodyProblems.JournalExists() : OpenWrite(folder, options);
    }

    /// <summary>Opens it for reading only.</summary>
    /// <exception cref="UsageException">There is none yet.</exception>
    public static Journal OpenRead(CaseFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Journal(folder, JournalDatabase.OpenRead(folder), null);
    }

    /// <summary>
    /// Opens it for writing. A case without one (fresh from version control) gets one; a device without a key gets a key and
    /// starts a chain.
    /// </summary>
    /// <exception cref="IntegrityException">The archive holds files, but the journal is gone.</exception>
    public static Journal OpenWrite(CaseFolder folder, JournalOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Who);
        if (IsNothing(folder.Journal) && IsNothing(folder.Journal + "-wal") && Directory.Exists(folder.Archive)
            && Directory.EnumerateFiles(folder.Archive, "*", SearchOption.AllDirectories).Any())
        {
            throw CustodyProblems.JournalLost();
        }

        try
        {
            OwnFolder.Make(folder.Inner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("case", e);
        }

        var journal = new Journal(folder, JournalDatabase.OpenWrite(folder), options);
        try
        {
            journal.key = journal.Begin();
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Opens it to be united with another: nothing is written before <see cref="Unite"/>, so a new one is not made half.</summary>
    internal static Journal OpenToUnite(CaseFolder folder, JournalOptions options) => new(folder, JournalDatabase.OpenWrite(folder), options);

    /// <summary>Ends the group commit, when it runs, after all that waits is written.</summary>
    public void Dispose()
    {
        waiting?.Writer.TryComplete();
        groupCommit?.GetAwaiter().GetResult();
        connection.Dispose();
    }

    // A journal that was cut to nothing is as gone as one that was removed; SQLite would take it for a new one.
    private static bool IsNothing(string path) => new FileInfo(path) is not { Exists: true, Length: > 0 };
}
