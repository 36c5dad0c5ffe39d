using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>
/// Custody of all documents, read once out of the journal, and what of it may be shown: the one place where papers ask. What a
/// source on background gave is shown without whatever leads to the source; what is not for publication is not shown.
/// </summary>
internal sealed class PaperArchive
{
    private readonly Dictionary<DocumentId, List<CustodyRecord>> custody = [];
    private readonly SourceList sources;
    private readonly SourceTerms terms;

    public PaperArchive(CaseFolder folder, SourceTerms terms, IReadOnlyList<JournalHead>? upTo)
    {
        this.terms = terms;
        sources = SourceList.Read(folder);
        using var journal = Journal.OpenRead(folder);
        foreach (var record in new JournalView(journal, upTo).CustodyRecords())
        {
            if (!custody.TryGetValue(record.Document, out var records))
            {
                custody.Add(record.Document, records = []);
            }

            records.Add(record);
        }
    }

    /// <summary>True when a document is not to be shown.</summary>
    public bool IsWithheld(string document) => terms.Shown(document).IsHidden;

    /// <summary>Who brought a document first: the source, else the host of its address; null when nobody said. For counting: not what may be shown.</summary>
    public string? Origin(string document) => DocumentId.TryParse(document, out var id) && custody.TryGetValue(id, out var all)
        ? Source(all[0]) ?? (Uri.TryCreate(all[0].Url, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : null)
        : null;

    /// <summary>What <see cref="Origin"/> is called on paper; null when it may not be named, or nobody said.</summary>
    public string? ShownOrigin(string document) => IsNamed(document) && Origin(document) is { } origin ? Named(origin) : null;

    /// <summary>The document for a paper; null when it is withheld or not archived.</summary>
    public PaperDocument? Show(string document) =>
        !DocumentId.TryParse(document, out var id) || IsWithheld(document) || !custody.TryGetValue(id, out var all) ? null
        : IsNamed(document) ? new PaperDocument(id, [.. all.Select(r => r with { Source = Source(r) is { } source ? Named(source) : null })])
        : new PaperDocument(id, [.. all.Select(r => r with { Source = terms.Shown(id).Credit, Url = null, Note = null, Folder = "" })]);

    private bool IsNamed(string document) => terms.Shown(document) is { IsHidden: false } shown && shown.Credit != SourceTerms.OnBackground;

    private string Named(string source) => sources.Find(source)?.ShownName ?? source;

    private string? Source(CustodyRecord record) => sources.Of(record.Document, record.File, record.Folder, record.Source) is [var first, ..] ? first : null;
}
