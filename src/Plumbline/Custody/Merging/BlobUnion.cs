using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.Merging;

/// <summary>
/// Copies documents that are not here out of another archive: hashed while they are copied, flushed in groups, then named. No
/// entry names them before all are there; what a kill leaves is taken up by the next run.
/// </summary>
internal sealed class BlobUnion(CaseFolder folder, OtherCase other, IProgress<StageProgress>? progress)
{
    private const int GroupFiles = 1000;
    private const long GroupBytes = 64L << 20;

    public long Documents { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Documents that were erased here and that the other archive still holds.</summary>
    public int HeldElsewhere { get; private set; }

    public void Run(IReadOnlySet<DocumentId> erasedHere, CancellationToken cancellation)
    {
        var (ours, theirs) = (new Archive(folder), new Archive(other.Folder));
        HeldElsewhere = erasedHere.Count(theirs.Contains);
        var missing = other.Chains.Documents.Where(d => !erasedHere.Contains(d) && !ours.Contains(d)).Order().ToList();
        if (missing.Count == 0)
        {
            return;
        }

        using var group = new ArchiveGroup(folder);
        var (files, bytes) = (0, 0L);
        foreach (var document in missing)
        {
            cancellation.ThrowIfCancellationRequested();
            var size = Copy(group, theirs.PathOf(document), document, cancellation);
            Documents++;
            Bytes += size;
            bytes += size;
            if (++files >= GroupFiles || bytes >= GroupBytes)
            {
                group.Flush();
                (files, bytes) = (0, 0);
                progress?.Report(new StageProgress("merge", "files", Documents, missing.Count, 0));
            }
        }

        group.Flush();
        progress?.Report(new StageProgress("merge", "files", Documents, missing.Count, 0));
    }

    private static long Copy(ArchiveGroup group, string path, DocumentId document, CancellationToken cancellation)
    {
        try
        {
            using var file = OriginalFile.Open(new FoundFile(NativePath.Of(path), "", "", IsNamed: false), out _);
            return file is not null && group.Add(file, out _, cancellation) == document ? file.Size : throw CustodyProblems.OtherChanges();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.OtherChanges(e);
        }
    }
}
