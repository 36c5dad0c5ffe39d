using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>A document for a register of the case: see <see cref="CaseRegister"/>.</summary>
/// <param name="Register">Which one.</param>
/// <param name="File">Name that it is to have.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Source">Whose words it holds.</param>
public sealed record RegisterDocument(string Register, string File, ReadOnlyMemory<byte> Bytes, string? Source)
{
    /// <summary>The document.</summary>
    public DocumentId Id { get; } = DocumentId.Of(Bytes.Span);
}

/// <summary>
/// Takes documents into registers of the case: archived and entered as files are, all of them or none, and on disk when
/// this comes back.
/// </summary>
public static class RegisterDocuments
{
    /// <summary>Takes them in. Those that came in just so before get no second entry.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="options">Who sits at the computer, and the clock.</param>
    /// <param name="more">Entries about them, entered with them or not at all; left out when all of them came in just so before.</param>
    /// <returns>How many documents got an entry.</returns>
    /// <exception cref="UsageException">One of them was erased from this case.</exception>
    /// <exception cref="StoreFailedException">Archive or journal can't be written.</exception>
    public static int Take(CaseFolder folder, IReadOnlyList<RegisterDocument> documents, JournalOptions options, IReadOnlyList<JournalDraft>? more = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        using var journal = Journal.OpenWrite(folder, options);
        using var held = CustodyLock.Shared(folder);
        using var group = new ArchiveGroup(folder) { Refused = journal.ErasedDocuments() };
        if (documents.FirstOrDefault(d => group.Refused.Contains(d.Id)) is { } erased)
        {
            throw CustodyProblems.ErasedBefore(erased.File);
        }

        var records = documents.Select(d => new CustodyRecord
        {
            Document = d.Id,
            Size = d.Bytes.Length,
            File = d.File,
            Folder = CaseRegister.FolderOf(d.Register),
            Source = d.Source,
        }).Where(r => !journal.CustodyOf(r.Document).Any(known => known with { Entry = null } == r)).ToList();
        if (records.Count == 0)
        {
            return 0;
        }

        foreach (var document in documents)
        {
            group.Add(document.Bytes, out _);
        }

        group.Flush();
        journal.Append([.. records.Select(r => new JournalDraft(JournalWords.Ingest, IngestPayload.Write(r))), .. more ?? []]);
        return records.Count;
    }
}
