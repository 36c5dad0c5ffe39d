using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>What one erasure takes from the journal.</summary>
internal sealed record ErasurePlan
{
    /// <summary>Entries that still have their payload, by device and number.</summary>
    public required IReadOnlyList<(EntryName Name, string What)> Entries { get; init; }

    /// <summary>Documents whose bytes go, with their sizes.</summary>
    public required IReadOnlyDictionary<DocumentId, long> Documents { get; init; }

    /// <summary>Those of them that no entry says to be erased yet.</summary>
    public required IReadOnlySet<DocumentId> NewDocuments { get; init; }

    /// <summary>The source that is erased, with what <c>sources.yaml</c> says of it; null for other targets.</summary>
    public CaseSource? Source { get; init; }

    /// <exception cref="UsageException">The target names nothing, more than one, or an entry that stays; or it is a source and <c>sources.yaml</c> has faults.</exception>
    public static ErasurePlan Make(CaseFolder folder, Journal journal, string target)
    {
        var faults = new List<Problem>();
        var sources = SourceList.Read(folder, faults);
        var (entry, document, source) = ErasureTarget.Resolve(journal, sources, target);
        if (source is not null)
        {
            return faults.Exists(f => f.Severity == Severity.Error) ? throw CaseProblems.FaultySources(faults) : OfSource(journal, sources, source);
        }

        return journal.Tables(tables =>
        {
            if (entry is { } name)
            {
                var (what, payload) = tables.Find(name)!.Value;
                if (JournalWords.Stays(what))
                {
                    throw CustodyProblems.Stays(what);
                }

                // The last entry that brought a document in: without it the bytes would belong to nobody.
                if (payload is null || what != JournalWords.Ingest || !IngestPayload.TryRead(payload, out var record)
                    || tables.About(record.Document).Any(e => e.What == JournalWords.Ingest && e.Name != name))
                {
                    return new ErasurePlan
                    {
                        Entries = payload is null ? [] : [(name, what)],
                        Documents = new Dictionary<DocumentId, long>(),
                        NewDocuments = new HashSet<DocumentId>(),
                    };
                }

                document = record.Document;
            }

            return OfDocument(tables, document!.Value);
        });
    }

    /// <summary>All that names a source, and the documents that nobody else gave: of which no time that they came in would be left.</summary>
    private static ErasurePlan OfSource(Journal journal, SourceList sources, string source)
    {
        var (given, left) = (new HashSet<DocumentId>(), new HashSet<DocumentId>());
        foreach (var record in journal.CustodyRecords())
        {
            var ids = sources.Of(record.Document, record.File, record.Folder, record.Source);
            (ids.Contains(source) ? given : left).Add(record.Document);
            if (ids.Contains(source) && record.Source != source && ids.Count > 1)
            {
                left.Add(record.Document);
            }
        }

        given.ExceptWith(left);
        return journal.Tables(tables =>
        {
            var documents = given.Order().Select(d => OfDocument(tables, d)).ToList();
            return new ErasurePlan
            {
                Entries = [.. tables.Naming(source).Select(e => (e.Name, e.What)).Concat(documents.SelectMany(d => d.Entries)).Distinct().OrderBy(e => e.Name.Device, StringComparer.Ordinal).ThenBy(e => e.Name.Seq)],
                Documents = documents.SelectMany(d => d.Documents).ToDictionary(),
                NewDocuments = documents.SelectMany(d => d.NewDocuments).ToHashSet(),
                Source = sources.Find(source) ?? new CaseSource { Id = source },
            };
        });
    }

    public static ErasurePlan OfDocument(ErasureTables tables, DocumentId document)
    {
        var about = tables.About(document);
        var erased = tables.Documents();
        var size = erased.TryGetValue(document, out var known) ? known : about.Select(e => ErasurePayload.Size(e.Payload)).DefaultIfEmpty(0).Max();
        return new ErasurePlan
        {
            Entries = about.ConvertAll(e => (e.Name, e.What)),
            Documents = new Dictionary<DocumentId, long> { [document] = size },
            NewDocuments = erased.ContainsKey(document) ? new HashSet<DocumentId>() : [document],
        };
    }

    /// <summary>The entries that say it.</summary>
    public List<JournalDraft> Drafts(string? reason) =>
    [
        .. NewDocuments.Select(d => ErasurePayload.OfDocument(d, Documents[d], reason)),
        .. Entries.Select(e => ErasurePayload.OfEntry(e.Name, reason)),
    ];
}
