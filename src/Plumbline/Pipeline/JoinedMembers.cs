using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Parts;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>Joins the members of one kind into units: by text, keys, and what people judged.</summary>
internal static class JoinedMembers
{
    /// <summary>The units. Numbers the members.</summary>
    /// <param name="build">The build.</param>
    /// <param name="codebook">The codebook of the kind.</param>
    /// <param name="members">All members of the kind, part by part.</param>
    /// <param name="log">What people decided.</param>
    /// <param name="workers">How many threads read keys.</param>
    /// <param name="problems">Takes judgements that found no unit, or contradict each other.</param>
    public static ResolvedUnits Resolve(BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, DecisionLog log, int workers, List<Problem> problems)
    {
        // Keys are read side by side; joining is quick.
        var keys = new (UnitId Id, string? Key, bool IsSettled)[members.Count][];
        Lanes.Run([.. Enumerable.Range(0, members.Count)], new ParallelOptions { MaxDegreeOfParallelism = workers }, i =>
            keys[i] = [.. members[i].ReadKeys(build, codebook)]);
        var resolution = new UnitResolution();
        for (var i = 0; i < members.Count; i++)
        {
            var part = members[i];
            part.FirstIndex = resolution.Count;
            for (var m = 0; m < part.Members.Length; m++)
            {
                var (member, (id, key, isSettled)) = (part.Members[m], keys[i][m]);
                resolution.Add(id, (part.FileOf(member).Rank, member.Place.Number), member.TextHash == UInt128.Zero ? null : member.TextHash, key, isSettled);
            }
        }

        var resolved = resolution.Resolve(JudgementAttacher.Attach(build, codebook, members, resolution.StandsFor, log, problems));
        problems.AddRange(resolved.Contradictions.Select(c => c.Kind switch
        {
            ContradictionKind.Dispute => ReviewProblems.DisputedJudgement(c.Standing),
            ContradictionKind.ByTextOrRecord => ReviewProblems.JudgedAgainstText(c.Standing[0]),
            _ => ReviewProblems.JudgedInACircle(c.Standing),
        }));
        return resolved;
    }

    /// <summary>The connected parts of open merges: the smallest id of its part for each unit.</summary>
    public static Dictionary<UnitId, UnitId> Components(IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> maybeSame)
    {
        var groups = new Dictionary<UnitId, UnitId>();
        foreach (var start in maybeSame.Keys.Order())
        {
            if (groups.ContainsKey(start))
            {
                continue;
            }

            var open = new Stack<UnitId>([start]);
            while (open.TryPop(out var unit))
            {
                if (groups.TryAdd(unit, start))
                {
                    foreach (var other in maybeSame[unit])
                    {
                        open.Push(other);
                    }
                }
            }
        }

        return groups;
    }
}
