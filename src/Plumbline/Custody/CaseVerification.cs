using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// Verifies journal and archive of a case: whether each entry and each file is what was written. What it can't show, and
/// when a heads file is needed, says docs/custody.md. The build is not looked at.
/// </summary>
public static class CaseVerification
{
    /// <summary>Checks everything there is; a broken thing does not hide the next one, and is never thrown.</summary>
    /// <exception cref="UsageException">The case has no journal and no archive, or the heads file can't be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled: nothing is known.</exception>
    public static VerifyReport Verify(
        CaseFolder folder, VerifyOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        var known = options.HeadsFile is null ? [] : HeadsText.Read(options.HeadsFile);
        if (!File.Exists(folder.Journal) && !Directory.Exists(folder.Archive) && known.Count == 0)
        {
            throw CustodyProblems.NoJournal();
        }

        var problems = new List<Problem>();
        var chains = CheckJournal(folder, known, problems, cancellation);
        if (ErasureEnd.IsPending(folder))
        {
            problems.Add(CustodyProblems.Unfinished("what was built may still hold it"));
        }

        if (options.HeadsFile is not null)
        {
            problems.AddRange((chains?.Heads ?? []).Where(h => known.All(k => k.Device != h.Device)).Select(h => CustodyProblems.DeviceNotInHeads(h.Device)));
        }

        var blobs = new BlobCheck(folder, chains?.Documents ?? [], chains?.ErasedDocuments ?? [], options.Workers, progress);
        problems.AddRange(blobs.Run(cancellation));
        return new VerifyReport
        {
            Problems = problems,
            Entries = chains?.Entries ?? 0,
            Erased = chains?.Erased ?? 0,
            ErasedDocuments = chains?.ErasedDocuments.Count ?? 0,
            Withheld = chains?.Withheld ?? 0,
            Blobs = blobs.Blobs,
            Bytes = blobs.Bytes,
            BlobsWithoutEntry = blobs.WithoutEntry,
            Heads = chains?.Heads ?? [],
            KnownHeads = options.HeadsFile is null || chains is null ? CheckOutcome.NotChecked : chains.KnownHeads,
        };
    }

    /// <summary>The chains of a journal; null where there is none. What is broken goes to <paramref name="problems"/>.</summary>
    internal static ChainCheck? CheckJournal(
        CaseFolder folder, IReadOnlyList<JournalHead> known, List<Problem> problems, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Journal))
        {
            problems.Add(CustodyProblems.JournalLost().ToProblem(new ProblemPlace("journal.db")));
            return null;
        }

        ChainCheck? chains = null;
        try
        {
            using var connection = JournalDatabase.OpenRead(folder);
            using var snapshot = connection.BeginTransaction(deferred: true);
            chains = new ChainCheck(connection, problems);
            if (!JournalDatabase.IsSound(connection))
            {
                problems.Add(CustodyProblems.JournalBroken().ToProblem(new ProblemPlace("journal.db")));
            }

            chains.Run(known, cancellation);
        }
        catch (StoreFailedException e) when (e.IsTransient)
        {
            throw;
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or InvalidOperationException or PlumblineException)
        {
            problems.Add(CustodyProblems.JournalBroken(e).ToProblem(new ProblemPlace("journal.db")));
        }

        return chains;
    }
}
