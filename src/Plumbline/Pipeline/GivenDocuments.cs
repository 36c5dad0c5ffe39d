using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>The documents that are read, and those that are withdrawn.</summary>
/// <param name="Documents">Those that are read, as they came in the first time that is left, in archive order.</param>
/// <param name="Withdrawn">Those that are read no more.</param>
internal sealed record GivenDocuments(IReadOnlyList<ArchivedDocument> Documents, IReadOnlySet<DocumentId> Withdrawn)
{
    /// <param name="view">The journal.</param>
    /// <param name="files">Where <c>sources.yaml</c> is read from.</param>
    /// <exception cref="UsageException"><c>sources.yaml</c> has faults.</exception>
    public static GivenDocuments Of(JournalView view, CaseFolder files)
    {
        var withdrawals = view.Withdrawals();
        if (withdrawals.Standing.Count == 0)
        {
            return new GivenDocuments(view.Documents(), new HashSet<DocumentId>());
        }

        var sources = SourceList.Read(files);
        var (seen, withdrawn, documents) = (new HashSet<DocumentId>(), new HashSet<DocumentId>(), new List<ArchivedDocument>());
        foreach (var record in view.CustodyRecords())
        {
            if (!withdrawals.Counts(record, sources))
            {
                withdrawn.Add(record.Document);
            }
            else if (seen.Add(record.Document))
            {
                documents.Add(new ArchivedDocument(record.Document, record.Size, record.File, record.Folder, record.Source));
            }
        }

        withdrawn.ExceptWith(seen);
        return new GivenDocuments(documents, withdrawn);
    }
}
