using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>A judgement whose two members were found, by their numbers among the members of all parts.</summary>
internal sealed record AttachedJudgement(int A, int B, JournaledJudgement Journaled);

/// <summary>What stands of two units that people judged.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other, not below <paramref name="A"/>; the same when text or a record's key makes both one unit.</param>
/// <param name="Says">Same or different; unsure when that is all that anybody says, and where people contradict each other.</param>
/// <param name="IsDisputed">True when some say same, others different, and neither had seen the other.</param>
/// <param name="Standing">The judgements that stand: those that no later one had seen.</param>
internal sealed record JudgedPair(int A, int B, Sameness Says, bool IsDisputed, IReadOnlyList<JournaledJudgement> Standing)
{
    /// <summary>Of all judgements on two units the last stand, whoever made them: who judges after another had that one before them.</summary>
    /// <param name="judgements">All that found their members.</param>
    /// <param name="unitOf">The unit that text and records' keys alone make a member part of.</param>
    public static IReadOnlyList<JudgedPair> Of(IReadOnlyList<AttachedJudgement> judgements, Func<int, int> unitOf) =>
    [
        .. judgements.GroupBy(j => (unitOf(j.A), unitOf(j.B)) is var (a, b) && a <= b ? (a, b) : (b, a)).Select(pair =>
        {
            var last = pair.Where(j => !pair.Any(o => o.Journaled.IsAfter(j.Journaled))).Select(j => j.Journaled)
                .OrderBy(j => j.Entry.Device, StringComparer.Ordinal).ThenBy(j => j.Entry.Seq).ToList();
            var (same, different) = (last.Exists(j => j.Judgement.Says == Sameness.Same), last.Exists(j => j.Judgement.Says == Sameness.Different));
            return new JudgedPair(
                pair.Key.Item1, pair.Key.Item2, same == different ? Sameness.Unsure : same ? Sameness.Same : Sameness.Different, same && different, last);
        }),
    ];
}
