using Plumbline.Custody;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>The decisions in a case's journal.</summary>
internal static class CaseDecisions
{
    public static DecisionLog Read(Journal journal) => DecisionLog.Of(journal.Entries(DecisionWords.Entries).Select(Entry));

    public static DecisionLog Read(JournalView view) => DecisionLog.Of(view.Entries(DecisionWords.Entries).Select(Entry));

    private static DecisionEntry Entry(JournalEntry entry) => new(
        new EntryName(entry.Device, entry.Seq), entry.At, entry.What, [.. entry.Seen.Select(s => new EntryName(s.Device, s.Seq))], entry.Payload);
}
