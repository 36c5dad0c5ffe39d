using Plumbline.Custody;
using Plumbline.Custody.Withdrawing;

namespace Plumbline.Pipeline;

/// <summary>
/// The journal as it is, as it was at some heads, or as it would be with entries that nobody has made yet. What is asked of a
/// case goes through this, so that "as it stood when it was signed" and "what if this source goes" are builds like any other.
/// </summary>
internal sealed class JournalView
{
    /// <summary>Device of entries that nobody has made.</summary>
    public const string Supposed = "supposed";

    private readonly Journal journal;
    private readonly IReadOnlyList<JournalDraft> more;
    private readonly Dictionary<string, long>? upTo;

    /// <param name="journal">The journal.</param>
    /// <param name="upTo">Only what these heads had seen; null: all there is.</param>
    /// <param name="more">Entries supposed to come after all others.</param>
    public JournalView(Journal journal, IReadOnlyList<JournalHead>? upTo = null, IReadOnlyList<JournalDraft>? more = null)
    {
        (this.journal, this.more) = (journal, more ?? []);
        Heads = upTo ?? journal.Heads();
        this.upTo = upTo?.ToDictionary(h => h.Device, h => h.Seq, StringComparer.Ordinal);
    }

    /// <summary>The last entry of each device that is in the view.</summary>
    public IReadOnlyList<JournalHead> Heads { get; }

    /// <summary>Names of all that the view holds: the heads, and the supposed entries.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Heads.Select(h => $"{h.Device}:{h.Seq}:{h.Hash}").Order(StringComparer.Ordinal),
        .. more.Select(d => $"{Supposed}:{d.What}:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(d.Payload.Span))}"),
    ];

    /// <summary>Entries of these kinds, in causal order; supposed ones last.</summary>
    public IEnumerable<JournalEntry> Entries(IReadOnlyCollection<string> words) => journal.Entries(words).Where(IsIn).Concat(
        more.Where(d => words.Contains(d.What)).Select((draft, i) => new JournalEntry
        {
            Device = Supposed, Seq = i + 1, At = default, Who = Supposed, What = draft.What, Hash = "", Previous = "", Seen = Heads, PayloadHash = "", Payload = draft.Payload,
        }));

    /// <summary>The documents that had come in, in archive order. One that was erased since is not there.</summary>
    public IReadOnlyList<ArchivedDocument> Documents() => journal.Documents(IsIn);

    /// <summary>Every time that a document had come in, in causal order; of those not erased since.</summary>
    public IEnumerable<CustodyRecord> CustodyRecords() => journal.CustodyRecords(IsIn);

    /// <summary>What is withdrawn.</summary>
    public Withdrawals Withdrawals() => Custody.Withdrawing.Withdrawals.Of(Entries(Custody.Withdrawing.Withdrawals.Words));

    private bool IsIn(JournalEntry entry) => upTo is null || (upTo.TryGetValue(entry.Device, out var last) && entry.Seq <= last);
}
