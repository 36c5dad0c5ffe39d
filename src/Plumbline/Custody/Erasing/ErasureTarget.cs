using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>Finds the entry or document that a person names: <c>DEVICE:SEQ</c> or a SHA-256, or the beginning of one.</summary>
internal static class ErasureTarget
{
    private const int FewestDigits = 6;

    /// <summary>An entry or a document; the other one is null.</summary>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public static (EntryName? Entry, DocumentId? Document) Resolve(Journal journal, string target)
    {
        var text = target.Trim().ToLowerInvariant();
        if (text.Split(':') is [var device, var number])
        {
            if (device.Length < FewestDigits || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            {
                throw CustodyProblems.NothingThere(target);
            }

            var heads = journal.Heads().Where(h => h.Device.StartsWith(device, StringComparison.Ordinal)).ToList();
            return heads.Count > 1 ? throw CustodyProblems.NotOne(target, heads.Count)
                : heads.Count == 0 || seq < 1 || seq > heads[0].Seq ? throw CustodyProblems.NothingThere(target)
                : (new EntryName(heads[0].Device, seq), null);
        }

        if (text.Length < FewestDigits || !HeadsText.IsHex(text, text.Length))
        {
            throw CustodyProblems.NothingThere(target);
        }

        var documents = journal.Entries(JournalWords.Ingest).Where(e => e.Payload is not null).Select(e => IngestPayload.Read(e).Document)
            .Concat(journal.Entries(JournalWords.Signature).Where(e => e.Payload is not null).SelectMany(e => SignedBlobs.Of(e.Payload!.Value)))
            .Concat(journal.ErasedDocuments()).Where(d => d.Hex.StartsWith(text, StringComparison.Ordinal)).Distinct().ToList();
        return documents.Count switch
        {
            0 => throw CustodyProblems.NothingThere(target),
            1 => (null, documents[0]),
            var count => throw CustodyProblems.NotOne(target, count),
        };
    }
}
