using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline.Duplicates;

/// <summary>The texts of the units of one kind as runs of words.</summary>
internal sealed class UnitTexts
{
    private readonly List<(WordRuns Runs, PartReader Part, PartMember Member)>[] members;

    /// <param name="codebook">The codebook of the kind.</param>
    /// <param name="parts">The parts of the build, each with the path of its file of members.</param>
    /// <param name="unitOf">Number of the unit of a member; -1 for one that is in no unit.</param>
    /// <param name="units">Number of units.</param>
    public UnitTexts(Codebook codebook, IEnumerable<(PartReader Part, string Members)> parts, Func<UnitId, int> unitOf, int units)
    {
        members = new List<(WordRuns, PartReader, PartMember)>[units];
        foreach (var (part, path) in parts.Where(p => File.Exists(p.Members)))
        {
            WordRuns? runs = null;
            foreach (var member in MemberFile.Read(path).Where(m => m.Place.Kind != PlaceKind.Row))
            {
                var unit = unitOf(UnitId.Of(codebook.Kind.Table, part.Documents[member.DocumentOrdinal].Id, member.Place));
                if (unit >= 0)
                {
                    (members[unit] ??= []).Add((runs ??= new WordRuns(part.Tokens.Vocabulary), part, member));
                }
            }
        }
    }

    /// <summary>The runs of each text of a unit: one for each of its members.</summary>
    public IEnumerable<List<ulong>> RunsOf(int unit) => (members[unit] ?? []).Select(m =>
    {
        var tokens = m.Part.Tokens.Document(m.Part.Documents[m.Member.DocumentOrdinal].TokenOrdinal);
        return m.Runs.All(tokens.Forms[m.Member.TokenFrom..m.Member.TokenTo]);
    });

    /// <summary>How alike two units are: as the two of their texts are that are most alike.</summary>
    public double Alike(int a, int b)
    {
        var (ofA, ofB) = (RunsOf(a).ToList(), RunsOf(b).ToList());
        return ofA.SelectMany(one => ofB.Select(other => WordRuns.Shared(one, other))).DefaultIfEmpty(0).Max();
    }
}
