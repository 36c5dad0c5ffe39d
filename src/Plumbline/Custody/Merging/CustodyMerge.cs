using Plumbline.Cases;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody.Merging;

/// <summary>
/// Unites another machine's archive and journal with ours: all or nothing. First the other case is verified, whole; then
/// its files are copied; then one transaction takes its entries in. Cut off before that, nothing has changed but files that no entry
/// names, and the same call goes on.
/// </summary>
public static class CustodyMerge
{
    /// <summary>Merges. The case may have no journal yet: then it becomes a copy of the other, with a chain of its own.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="otherPath">A folder that holds <c>.plumb</c>; nothing is written there.</param>
    /// <param name="options">Who, and what is allowed.</param>
    /// <param name="removeBuilt">Removes all that was made from documents; called only when something here was erased.</param>
    /// <param name="progress">Files verified, files copied.</param>
    /// <param name="cancellation">Leaves the journal as it was.</param>
    /// <exception cref="UsageException">The other folder is no case, this case, another case, or brings erasures that were not accepted.</exception>
    /// <exception cref="IntegrityException">One of the two is broken, or a chain is forked.</exception>
    /// <exception cref="StoreFailedException">Something can't be read or written; the same call goes on.</exception>
    public static MergeReport Merge(
        CaseFolder folder, string otherPath, MergeOptions options, Action removeBuilt, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(otherPath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(removeBuilt);
        var theirs = CaseFolder.At(otherPath);
        if (!File.Exists(theirs.Journal))
        {
            throw CustodyProblems.NoOther(otherPath);
        }

        if (string.Equals(RealPath(folder.Root), RealPath(theirs.Root), StringComparison.Ordinal))
        {
            throw CustodyProblems.OtherIsThis();
        }

        using var held = CustodyLock.Exclusive(folder);
        using var temporary = InCase(() => TemporaryFiles.Take(folder));
        using var other = OtherCase.Open(theirs, temporary, options.Workers, progress, cancellation);
        var erasedHere = CheckOurs(folder, other, options, cancellation);
        var blobs = new BlobUnion(folder, other, progress);
        blobs.Run(erasedHere, cancellation);
        using var journal = Journal.OpenToUnite(folder, new JournalOptions { Who = options.Who, Clock = options.Clock });
        var wasPending = ErasureEnd.IsPending(folder);
        var union = journal.Unite(other, options.AcceptErasures, loose => ErasureEnd.Begin(folder, loose), cancellation);
        if (union.ErasesHere || wasPending)
        {
            ErasureEnd.Finish(folder, journal, removeBuilt);
        }

        return new MergeReport
        {
            Entries = union.Entries,
            Devices = union.Devices,
            Documents = blobs.Documents,
            Bytes = blobs.Bytes,
            Erased = union.Erased.Count,
            Problems = blobs.HeldElsewhere > 0 ? [CustodyProblems.HeldElsewhere(blobs.HeldElsewhere)] : [],
        };
    }

    /// <summary>That our journal is as it was written and of the same case; gives the documents erased in either case.</summary>
    private static HashSet<DocumentId> CheckOurs(CaseFolder folder, OtherCase other, MergeOptions options, CancellationToken cancellation)
    {
        var erased = other.Chains.ErasedDocuments.ToHashSet();
        if (!File.Exists(folder.Journal))
        {
            return other.Chains.HandOut is null ? erased : throw CustodyProblems.HandOutOfLater();
        }

        using var connection = JournalDatabase.OpenRead(folder);
        if (JournalDatabase.IsEmpty(connection))
        {
            // Left by a merge into an empty folder that was killed before it entered anything.
            return other.Chains.HandOut is null ? erased : throw CustodyProblems.HandOutOfLater();
        }

        var problems = new List<Problem>();
        var chains = CaseVerification.CheckJournal(folder, [], problems, cancellation)!;
        if (problems.Find(p => p.Severity == Severity.Error) is { } first)
        {
            throw new IntegrityException(first.Code, first.Sentence, first.Try);
        }

        if (!options.Join && !chains.Cases.Overlaps(other.Chains.Cases))
        {
            throw CustodyProblems.OtherCase(chains.Cases.Min![..12], other.Chains.Cases.Min![..12]);
        }

        if (chains.HandOut is not null)
        {
            throw CustodyProblems.IsHandOut();
        }

        // What a hand-out withholds must be here, else the union would lack it and call it broken.
        if (other.Chains.HandOut is var (_, device, seq) && !chains.Heads.Any(h => h.Device == device && h.Seq >= seq))
        {
            throw CustodyProblems.HandOutOfLater();
        }

        // Refused before anything is copied, and looked at once more when it is entered.
        new JournalUnion(connection, other).Check(options.AcceptErasures);
        erased.UnionWith(chains.ErasedDocuments);
        return erased;
    }

    private static string RealPath(string path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists ? folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName : folder.FullName;
    }

    private static T InCase<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("case", e);
        }
    }
}
