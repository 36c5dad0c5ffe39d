using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>Finds the members that judgements of units name, as decisions are found: by member, else by head and tail, else by key.</summary>
internal static class JudgementAttacher
{
    /// <summary>Attaches the judgements of one kind. What misses a side is a problem, and counts for nothing.</summary>
    /// <param name="build">The build.</param>
    /// <param name="codebook">The codebook of the kind.</param>
    /// <param name="members">All members of the kind, numbered.</param>
    /// <param name="unitOf">The unit that text and records' keys alone make a member part of.</param>
    /// <param name="log">What people decided.</param>
    /// <param name="problems">Takes what found no unit.</param>
    public static IReadOnlyList<AttachedJudgement> Attach(
        BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, Func<int, UnitId> unitOf, DecisionLog log, List<Problem> problems)
    {
        var own = log.Judgements.Where(j => j.Judgement.Kind == codebook.Kind.Table).ToList();
        if (own.Count == 0)
        {
            return [];
        }

        using var locator = new MemberLocator(build, codebook, members, own.SelectMany(j => new[] { j.Judgement.A, j.Judgement.B }).Select(m => m.Member.Document));
        var sides = own.SelectMany(j => new[] { j.Judgement.A, j.Judgement.B }).DistinctBy(m => m.Member.Id).ToDictionary(m => m.Member.Id, m => (Of: m, At: locator.Find(m, [])));
        var byKey = locator.ByKey(sides.Values.Where(s => s.At is null).Select(s => s.Of), (index, _) => unitOf(index));
        var attached = new List<AttachedJudgement>();
        foreach (var journaled in own)
        {
            if (Side(journaled.Judgement.A) is { } a && Side(journaled.Judgement.B) is { } b)
            {
                attached.Add(new AttachedJudgement(a, b, journaled));
            }
            else
            {
                problems.Add(ReviewProblems.OrphanedJudgement(journaled));
            }
        }

        return attached;

        int? Side(DecidedMember of) => (sides[of.Member.Id].At ?? (locator.KeyOf(of) is { } key && byKey.TryGetValue(key, out var at) ? at : null))?.Index;
    }
}
