using Plumbline.Cases;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody.Withdrawing;

/// <summary>
/// What stands of withdrawals: those that nobody took back. A set, so the order of entries plays no part, and two machines that
/// withdrew the same each take back their own.
/// A document goes by the times that it came in. A time goes when all that are named for it are withdrawn; one that nobody is named for
/// stays. A document is out when it was withdrawn itself, or no time of it is left.
/// </summary>
internal sealed class Withdrawals
{
    /// <summary>Words of the entries.</summary>
    public static IReadOnlyList<string> Words { get; } = [JournalWords.Withdrawal, JournalWords.Reinstatement];

    private readonly HashSet<string> sources;
    private readonly HashSet<DocumentId> documents;

    private Withdrawals(IReadOnlyList<Withdrawal> standing) => (Standing, sources, documents) =
        (standing, standing.Select(w => w.Source).OfType<string>().ToHashSet(StringComparer.Ordinal), standing.Where(w => w.Document is not null).Select(w => w.Document!.Value).ToHashSet());

    /// <summary>Those that stand, in the order of their entries.</summary>
    public IReadOnlyList<Withdrawal> Standing { get; }

    /// <summary>Reads entries of <see cref="Words"/>.</summary>
    public static Withdrawals Of(IEnumerable<JournalEntry> entries)
    {
        var all = new List<Withdrawal>();
        var back = new HashSet<EntryName>();
        foreach (var entry in entries)
        {
            if (entry.What == JournalWords.Reinstatement && WithdrawalPayload.ReadBack(entry.Payload) is { } name)
            {
                back.Add(name);
            }
            else if (entry.What == JournalWords.Withdrawal && WithdrawalPayload.Read(entry) is { } withdrawal)
            {
                all.Add(withdrawal);
            }
        }

        return new Withdrawals([.. all.Where(w => !back.Contains(w.Entry))]);
    }

    /// <summary>True when this source is withdrawn.</summary>
    public bool Has(string source) => sources.Contains(source);

    /// <summary>True when this document itself is withdrawn.</summary>
    public bool Has(DocumentId document) => documents.Contains(document);

    /// <summary>True when a time that a document came in is left.</summary>
    public bool Counts(CustodyRecord record, SourceList list) => !documents.Contains(record.Document)
        && (sources.Count == 0 || list.Of(record.Document, record.File, record.Folder, record.Source) is var given && (given.Count == 0 || given.Any(s => !sources.Contains(s))));
}
