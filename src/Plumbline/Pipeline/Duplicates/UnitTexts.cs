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
    public IEnumerable<List<ulong>> RunsOf(int unit) => (members[unit] ?? []).Select(m => m.Runs.All(FormsOf(m.Part, m.Member)));

    /// <summary>How alike two units are: as the two of their texts are that are most alike.</summary>
    public double Alike(int a, int b) => MostAlike(a, b).Share;

    /// <summary>True when the two of their texts that are most alike have words of their own as two texts made from one form do.</summary>
    public bool AreTwo(int a, int b) => MostAlike(a, b) is { Share: > 0 } most && OwnWords.AreTwo(WordsOf(members[a][most.A]), WordsOf(members[b][most.B]));

    private (double Share, int A, int B) MostAlike(int a, int b)
    {
        var (ofA, ofB) = (RunsOf(a).ToList(), RunsOf(b).ToList());
        return ofA.SelectMany((one, i) => ofB.Select((other, j) => (Share: WordRuns.Shared(one, other), A: i, B: j))).DefaultIfEmpty().MaxBy(p => p.Share);
    }

    private static ReadOnlySpan<int> FormsOf(PartReader part, PartMember member) =>
        part.Tokens.Document(part.Documents[member.DocumentOrdinal].TokenOrdinal).Forms[member.TokenFrom..member.TokenTo];

    private static HashSet<string> WordsOf((WordRuns Runs, PartReader Part, PartMember Member) text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in FormsOf(text.Part, text.Member))
        {
            if (form != 0)
            {
                words.Add(text.Part.Tokens.Vocabulary.Form(form));
            }
        }

        return words;
    }
}
