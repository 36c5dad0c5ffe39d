using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

/// <summary>The members of one kind in one part, with the way to their codings.</summary>
internal sealed class PartMembers
{
    private readonly PartFiles part;
    private readonly IReadOnlyDictionary<DocumentId, long> rank;

    private PartMembers(PartFiles part, PartMember[] members, IReadOnlyDictionary<DocumentId, long> rank) =>
        (this.part, Members, this.rank) = (part, members, rank);

    /// <summary>The part.</summary>
    public PartFiles Part => part;

    /// <summary>The members, in order.</summary>
    public PartMember[] Members { get; }

    /// <summary>Number of the first one among the members of all parts.</summary>
    public int FirstIndex { get; set; }

    public static PartMembers Read(BuildFolder build, PartFiles part, Codebook codebook, IReadOnlyDictionary<DocumentId, long> rank) =>
        new(part, MemberFile.Read(build.File(part.Members(codebook.Kind.Table, codebook.ShapeHash))), rank);

    /// <summary>The ids of the members, in order.</summary>
    public IEnumerable<UnitId> Ids(Codebook codebook) => Members.Select(m => UnitId.Of(codebook.Kind.Table, DocumentOf(m), m.Place));

    /// <summary>The document of a member.</summary>
    public DocumentId DocumentOf(PartMember member) => part.Documents[member.DocumentOrdinal].Id;

    /// <summary>Name of a member's file, and the rank of its document in the archive.</summary>
    public (string File, long Rank) FileOf(PartMember member)
    {
        var document = part.Documents[member.DocumentOrdinal];
        return (document.File, rank[document.Id]);
    }

    /// <summary>A member with its codings.</summary>
    public ReadMember Read(Codebook codebook, PartMember member, IReadOnlyList<Evidence.Coding> codings)
    {
        var (file, order) = FileOf(member);
        return new ReadMember(new Member(codebook.Kind.Table, DocumentOf(member), member.Place), file, order, codings);
    }

    /// <summary>For each member its id, its key (null when a variable of it has not exactly one value), and whether a record alone gave it: its columns, or the card of a court's site.</summary>
    public IEnumerable<(UnitId Id, string? Key, bool IsSettled)> ReadKeys(BuildFolder build, Codebook codebook)
    {
        foreach (var (member, id, codings) in Read(build, codebook, [.. codebook.Key.Select(k => codebook.Kind.Find(k)!)]))
        {
            var isWhole = codebook.Key.Count > 0 && codings.Count == codebook.Key.Count && codings.All(c => c.Value is not null);
            yield return isWhole
                ? (id, string.Join('\u001f', codings.Select(c => c.Value!.Value.Text)), codings.All(c => c.Coder.Kind == CoderKind.Column || IsOfCard(c, member)))
                : (id, null, false);
        }
    }

    private static bool IsOfCard(Evidence.Coding coding, PartMember member) =>
        member.CardStart >= 0 && coding.Evidence is TextSelector text && text.Span.Start >= member.CardStart;

    /// <summary>Each member with its id and its codings of some variables, in the order of these.</summary>
    public IEnumerable<(PartMember Member, UnitId Id, IReadOnlyList<Evidence.Coding> Codings)> Read(BuildFolder build, Codebook codebook, IReadOnlyList<Variable> variables)
    {
        var readers = new List<CodingFileReader>(variables.Count);
        try
        {
            foreach (var variable in variables)
            {
                readers.Add(new CodingFileReader(build.File(CodingStage.NameOf(part, codebook, variable.Name)), variable));
            }

            foreach (var member in Members)
            {
                var id = UnitId.Of(codebook.Kind.Table, DocumentOf(member), member.Place);
                var codings = new List<Evidence.Coding>(variables.Count + 2);
                readers.ForEach(r => r.Read(id, codings));
                yield return (member, id, codings);
            }
        }
        finally
        {
            readers.ForEach(r => r.Dispose());
        }
    }
}
