using Plumbline.Custody.Erasing;
using Plumbline.Custody.HandingOut;
using Plumbline.Evidence;

namespace Plumbline.Custody;

public sealed partial class Journal
{
    /// <summary>
    /// Enters what is withheld from each coder, and that it was handed out, in one transaction. Each entry of the first kind is signed
    /// by itself, since a hand-out's chain ends with it; the last entry closes them, so that this journal never ends with one.
    /// </summary>
    internal IReadOnlyList<(WithheldEntries Entries, EntryName Name)> HandOut(IReadOnlyList<HandOutPart> parts) => Write(_ =>
    {
        var own = key ?? throw new InvalidOperationException("The journal is open for reading.");
        var withheld = parts.Select(p => WithheldEntries.Of(p.Coder, p.Documents.Count, Withheld(p.Documents))).ToList();
        List<JournalDraft> drafts = [.. withheld.Select(w => w.Draft())];
        drafts.Add(new JournalDraft(JournalWords.HandedOut, CanonicalJson.Of(("coders", parts.Select(p => p.Coder).ToList()))));
        var entered = Enter(own, drafts);
        return withheld.Zip(entered, (w, e) => (w, new EntryName(e.Device, e.Seq))).ToList();
    });

    /// <summary>Entries with a payload that is not for somebody who gets these documents.</summary>
    private List<EntryName> Withheld(IReadOnlySet<DocumentId> documents)
    {
        using var command = connection.CreateCommand();
        command.CommandText = JournalDatabase.Columns + "WHERE p.body IS NOT NULL ORDER BY e.device, e.seq";
        using var reader = command.ExecuteReader();
        var withheld = new List<EntryName>();
        while (reader.Read())
        {
            var row = JournalDatabase.Row(reader);
            var isTheirs = JournalWords.Stays(row.What) || (row.What == JournalWords.Ingest && IngestPayload.TryRead(row.Payload!, out var record) && documents.Contains(record.Document));
            if (!isTheirs)
            {
                withheld.Add(new EntryName(row.Device, row.Seq));
            }
        }

        return withheld;
    }
}
