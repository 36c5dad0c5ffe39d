using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// Files that an entry keeps as they are: bytes into the archive, flushed, then the entry that names them, as when documents come in. They
/// become no documents of the case.
/// </summary>
internal static class KeptFiles
{
    /// <summary>Archives files and enters what <paramref name="draft"/> makes of their hashes, in the order of the paths.</summary>
    /// <exception cref="UsageException">One of them holds what was erased.</exception>
    /// <exception cref="StoreFailedException">Archive or journal can't be written.</exception>
    public static JournalEntry Enter(
        CaseFolder folder, IReadOnlyList<string> paths, JournalOptions options, Func<IReadOnlyList<DocumentId>, JournalDraft> draft, CancellationToken cancellation)
    {
        using var journal = Journal.OpenWrite(folder, options);
        using var held = CustodyLock.Shared(folder);
        using var group = new ArchiveGroup(folder) { Refused = journal.ErasedDocuments() };
        var blobs = new List<DocumentId>();
        foreach (var path in paths)
        {
            var name = Path.GetFileName(path);
            try
            {
                using var file = OriginalFile.Open(new FoundFile(NativePath.Of(path), name, "", IsNamed: true), out _);
                var blob = (file is null ? null : group.Add(file, out _, cancellation)) ?? throw CustodyProblems.NotKept(CustodyProblems.Changed(name));
                blobs.Add(group.Refused.Contains(blob) ? throw CustodyProblems.NotKept(CustodyProblems.WasErased(name)) : blob);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw CustodyProblems.NotKept(CustodyProblems.Unreadable(name, e.Message));
            }
        }

        group.Flush();
        return journal.Append([draft(blobs)])[0];
    }
}
