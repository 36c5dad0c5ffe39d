using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.HandingOut;

/// <summary>A coder and the documents that they get.</summary>
/// <param name="Coder">Pseudonym.</param>
/// <param name="Folder">A new folder.</param>
/// <param name="Documents">Documents of the case.</param>
public sealed record HandOutPart(string Coder, CaseFolder Folder, IReadOnlySet<DocumentId> Documents);

/// <summary>
/// Makes small cases out of a case: the documents of each coder, and the journal with all its entries, so that the chain verifies and the two
/// are one case, but without the payloads that are not theirs: other documents, and what people decided. They merge back like any other case.
/// No key goes along: the coder's machine makes its own.
/// </summary>
public static class CustodyHandOut
{
    /// <summary>Makes them. First bytes are copied, then one transaction enters what was withheld from whom, then the journals are written.</summary>
    /// <exception cref="UsageException">The case is a hand-out itself, or a folder is there already.</exception>
    /// <exception cref="IntegrityException">The journal is broken, or a document's bytes are not what came in.</exception>
    /// <exception cref="StoreFailedException">Something can't be read or written.</exception>
    public static IReadOnlyList<long> Make(
        CaseFolder folder, IReadOnlyList<HandOutPart> parts, JournalOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var part in parts.Where(p => Path.Exists(p.Folder.Root)))
        {
            throw CustodyProblems.HandOutExists(Path.GetFileName(part.Folder.Root));
        }

        var problems = new List<Problem>();
        var chains = CaseVerification.CheckJournal(folder, [], problems, cancellation);
        if (problems.Find(p => p.Severity == Severity.Error) is { } broken)
        {
            throw new IntegrityException(broken.Code, broken.Sentence, broken.Try);
        }

        if (chains?.HandOut is not null)
        {
            throw CustodyProblems.IsHandOut();
        }

        try
        {
            foreach (var part in parts)
            {
                Directory.CreateDirectory(part.Folder.Root);
                OwnFolder.Make(part.Folder.Inner);
                CopyDocuments(folder, part, progress, cancellation);
            }

            using var journal = Journal.OpenWrite(folder, options);
            var withheld = journal.HandOut(parts);
            using var all = JournalDatabase.OpenRead(folder);
            using var snapshot = all.BeginTransaction(deferred: true);
            foreach (var (part, entry) in parts.Zip(withheld))
            {
                WriteJournal(all, part.Folder, entry.Entries, entry.Name);
                Pseudonym.Keep(part.Folder, part.Coder);
            }

            return [.. withheld.Select(w => w.Entries.Count)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("hand-out", e);
        }
        catch (SqliteException e)
        {
            throw JournalDatabase.Fault(e, isWriting: true);
        }
    }

    private static void CopyDocuments(CaseFolder folder, HandOutPart part, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var archive = new Archive(folder);
        using var group = new ArchiveGroup(part.Folder);
        var done = 0;
        foreach (var document in part.Documents.Order())
        {
            cancellation.ThrowIfCancellationRequested();
            using var file = OriginalFile.Open(new FoundFile(NativePath.Of(archive.PathOf(document)), "", "", IsNamed: false), out _);
            if (file is null || group.Add(file, out _, cancellation) != document)
            {
                var problem = CustodyProblems.Blob("CUS021", document, "in the archive is not what came in");
                throw new IntegrityException(problem.Code, problem.Sentence, problem.Try);
            }

            if (++done % 500 == 0)
            {
                group.Flush();
                progress?.Report(new StageProgress("hand-out", "files", done, part.Documents.Count, 0));
            }
        }

        group.Flush();
        progress?.Report(new StageProgress("hand-out", "files", done, part.Documents.Count, 0));
    }

    /// <summary>All entries up to the one that says what is withheld, its device's later ones left out.</summary>
    private static void WriteJournal(SqliteConnection all, CaseFolder to, WithheldEntries withheld, EntryName until)
    {
        using var connection = JournalDatabase.OpenWrite(to);
        using var transaction = connection.BeginTransaction(deferred: false);
        JournalDatabase.Prepare(connection);
        using (var rows = new EntryInsertion(connection))
        using (var command = all.CreateCommand())
        {
            command.CommandText = JournalDatabase.Columns + "WHERE e.device <> $device OR e.seq <= $seq ORDER BY e.device, e.seq";
            command.Parameters.AddWithValue("$device", until.Device);
            command.Parameters.AddWithValue("$seq", until.Seq);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var row = JournalDatabase.Row(reader);
                rows.Add(withheld.Contains(row.Device, row.Seq) ? row with { Salt = null, Payload = null } : row);
            }

            // What was erased stays marked as erased.
            foreach (var (device, seq) in new ErasureTables(all).Entries())
            {
                using var erased = connection.CreateCommand();
                erased.CommandText = "INSERT OR IGNORE INTO erasures VALUES ($device, $seq)";
                erased.Parameters.AddWithValue("$device", device);
                erased.Parameters.AddWithValue("$seq", seq);
                erased.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }
}
