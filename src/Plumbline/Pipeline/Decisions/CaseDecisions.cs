using Plumbline.Custody;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>The decisions in a case's journal.</summary>
internal static class CaseDecisions
{
    public static DecisionLog Read(Journal journal) => Of(journal.Entries(DecisionWords.Entries));

    public static DecisionLog Read(JournalView view) => Of(view.Entries(DecisionWords.Entries));

    /// <summary>The same, of entries that were read.</summary>
    /// <param name="entries">Entries of <see cref="DecisionWords.Entries"/>, in causal order.</param>
    public static DecisionLog Of(IEnumerable<JournalEntry> entries) => DecisionLog.Of(entries.Select(Entry));

    private static DecisionEntry Entry(JournalEntry entry) => new(
        new EntryName(entry.Device, entry.Seq), entry.At, entry.What, [.. entry.Seen.Select(s => new EntryName(s.Device, s.Seq))], entry.Payload);
}
