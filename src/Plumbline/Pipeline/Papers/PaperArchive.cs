using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>Custody of all documents, read once out of the journal, and what of it may be shown.</summary>
internal sealed class PaperArchive
{
    private readonly Dictionary<DocumentId, List<CustodyRecord>> custody = [];
    private readonly PaperTerms terms;

    public PaperArchive(CaseFolder folder, PaperTerms terms)
    {
        this.terms = terms;
        using var journal = Journal.OpenRead(folder);
        foreach (var entry in journal.Entries(JournalWords.Ingest))
        {
            if (entry.Payload is not null && IngestPayload.Read(entry) is var record)
            {
                if (!custody.TryGetValue(record.Document, out var records))
                {
                    custody.Add(record.Document, records = []);
                }

                records.Add(record);
            }
        }
    }

    /// <summary>True when a document is not to be shown.</summary>
    public bool IsWithheld(string document) => DocumentId.TryParse(document, out var id) && terms.IsWithheld(id, Of(id));

    /// <summary>Who brought a document first: the source, else the host of its address; null when nobody said. Withheld or not.</summary>
    public string? Origin(string document) => DocumentId.TryParse(document, out var id) && Of(id) is [var first, ..]
        ? first.Source ?? (Uri.TryCreate(first.Url, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : null)
        : null;

    /// <summary>The document for a paper; null when it is withheld or not archived.</summary>
    public PaperDocument? Show(string document) => !DocumentId.TryParse(document, out var id) || Of(id) is not { Count: > 0 } all || terms.IsWithheld(id, all)
        ? null
        : new PaperDocument(id, [.. all.Where(r => !terms.IsWithheld(r))], all[0] is var first && terms.IsWithheld(first) ? null : Origin(document));

    private IReadOnlyList<CustodyRecord> Of(DocumentId id) => custody.TryGetValue(id, out var records) ? records : [];
}
