using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody;

// Payloads are overwritten as they are erased; compacting then writes the file anew, because pages keep scraps of rows that
// were moved, and empties the log of pages.
public sealed partial class Journal
{
    /// <summary>Journals up to this size are compacted in memory; larger ones over the system's temporary folder.</summary>
    private const long CompactInMemory = 256L << 20;

    /// <summary>Documents whose bytes were erased: they never come in again.</summary>
    public IReadOnlySet<DocumentId> ErasedDocuments() => ErasedDocumentSizes().Keys.ToHashSet();

    internal IReadOnlyDictionary<DocumentId, long> ErasedDocumentSizes() => Tables(t => t.Documents());

    /// <summary>Reads the tables as they stand now.</summary>
    internal T Tables<T>(Func<ErasureTables, T> work)
    {
        lock (gate)
        {
            return Reading(() => work(new ErasureTables(connection)));
        }
    }

    /// <summary>Takes payloads away and enters that, in one transaction. Both may be empty.</summary>
    internal void Erase(IReadOnlyList<EntryName> entries, IReadOnlyList<JournalDraft> drafts)
    {
        JournalDatabase.Run(connection, "PRAGMA secure_delete = ON");
        Write(_ =>
        {
            Enter(key ?? throw new InvalidOperationException("The journal is open for reading."), drafts);
            new ErasureTables(connection).Erase(entries);
            return true;
        });
    }

    /// <summary>Writes the file anew, so that nothing erased is left in it. False when another program reads it.</summary>
    internal bool Compact()
    {
        lock (gate)
        {
            try
            {
                JournalDatabase.Run(connection, "PRAGMA busy_timeout = 10000");
                if (new FileInfo(folder.Journal).Length <= CompactInMemory)
                {
                    JournalDatabase.Run(connection, "PRAGMA temp_store = MEMORY");
                }

                JournalDatabase.Run(connection, "VACUUM");
                return JournalDatabase.Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
            }
            catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode is 5 or 6)
            {
                return false;
            }
        }
    }
}
