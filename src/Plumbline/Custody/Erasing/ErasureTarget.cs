using System.Globalization;
using Plumbline.Cases;
using Plumbline.Custody.Withdrawing;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>
/// What a person names: an entry (<c>DEVICE:SEQ</c>), a source by its word, or a document by its SHA-256; of ids the beginning is
/// enough. A word that is a source's is that source, whatever else it could be. One of the three is not null.
/// </summary>
internal readonly record struct ErasureTarget(EntryName? Entry, DocumentId? Document, string? Source)
{
    private const int FewestDigits = 6;

    /// <exception cref="UsageException">There is no such thing, or more than one.</exception>
    public static ErasureTarget Resolve(Journal journal, SourceList sources, string target)
    {
        if (target.Length > 0 && IsSource(journal, sources, target))
        {
            return new ErasureTarget(null, null, target);
        }

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
                : new ErasureTarget(new EntryName(heads[0].Device, seq), null, null);
        }

        if (text.Length < FewestDigits || !HeadsText.IsHex(text, text.Length))
        {
            throw CustodyProblems.NothingThere(target);
        }

        var documents = journal.Entries(JournalWords.Ingest).Where(e => e.Payload is not null).Select(e => IngestPayload.Read(e).Document)
            .Concat(journal.ErasedDocuments()).Where(d => d.Hex.StartsWith(text, StringComparison.Ordinal)).Distinct().ToList();
        return documents.Count switch
        {
            0 => throw CustodyProblems.NothingThere(target),
            1 => new ErasureTarget(null, documents[0], null),
            var count => throw CustodyProblems.NotOne(target, count),
        };
    }

    private static bool IsSource(Journal journal, SourceList sources, string target) => sources.Find(target) is not null
        || journal.Tables(tables => tables.Naming(target).Count > 0)
        || Withdrawals.Of(journal.Entries(Withdrawals.Words)).Has(target);
}
