using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline;

/// <summary>A member with its codings, while units are put together.</summary>
/// <param name="Member">The member.</param>
/// <param name="File">Name of its file.</param>
/// <param name="Rank">Rank of its document in the archive.</param>
/// <param name="Codings">Its codings, in the order of the variables.</param>
internal readonly record struct ReadMember(Member Member, string File, long Rank, IReadOnlyList<Evidence.Coding> Codings);

/// <summary>Puts units together out of their members' codings: one way for builds from nothing and for updates.</summary>
internal static class UnitCodings
{
    /// <summary>A unit of several members, that archived first at the head; and file and rank of each.</summary>
    public static (CodedUnit Unit, IReadOnlyList<(string File, long Rank)> Files) Join(UnitKind kind, UnitId id, IEnumerable<ReadMember> members)
    {
        var sorted = members.OrderBy(m => (m.Rank, m.Member.Place.Number)).ToList();
        var position = kind.Variables.Select((v, i) => (v.Name, i)).ToDictionary(v => v.Name, v => v.i, StringComparer.Ordinal);
        var unit = new CodedUnit
        {
            Id = id, Members = sorted.ConvertAll(m => m.Member), File = sorted[0].File, Codings = [.. sorted.SelectMany(m => m.Codings).OrderBy(c => position[c.Variable])],
        };
        return (unit, sorted.ConvertAll(m => (m.File, m.Rank)));
    }

    /// <summary>Where the codings of a variable end that begin at an index: codings are in the order of the kind's variables, so that one walk finds each one's.</summary>
    public static int EndOf(IReadOnlyList<Evidence.Coding> codings, int from, Variable variable)
    {
        while (from < codings.Count && codings[from].Variable == variable.Name)
        {
            from++;
        }

        return from;
    }

    /// <summary>What stands of each variable by rules and columns alone, in the order of the kind.</summary>
    public static IEnumerable<StandingValue> Standings(UnitKind kind, CodedUnit unit)
    {
        var from = 0;
        foreach (var variable in kind.Variables)
        {
            var to = EndOf(unit.Codings, from, variable);
            yield return Standing.Of(unit, from, to);
            from = to;
        }
    }

    /// <summary>The members of a few units, with their codings of some variables: only the parts that hold one are read.</summary>
    /// <param name="build">The build.</param>
    /// <param name="codebook">The kind.</param>
    /// <param name="members">All members of the kind.</param>
    /// <param name="variables">The variables, in the order of the kind.</param>
    /// <param name="isWanted">Tells by a member's id whether it is one of them.</param>
    public static List<ReadMember> Read(BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, IReadOnlyList<Variable> variables, Func<UnitId, bool> isWanted)
    {
        var found = new List<ReadMember>();
        foreach (var part in members.Where(p => p.Ids(codebook).Any(isWanted)))
        {
            foreach (var (member, id, codings) in part.Read(build, codebook, variables))
            {
                if (isWanted(id))
                {
                    found.Add(part.Read(codebook, member, codings));
                }
            }
        }

        return found;
    }
}
