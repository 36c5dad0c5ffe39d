using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>A member of a build that something decided belongs to.</summary>
/// <param name="Index">Its number among the members of all parts.</param>
/// <param name="Member">The member.</param>
/// <param name="By">How it was found.</param>
internal readonly record struct LocatedMember(int Index, Member Member, FoundBy By);

/// <summary>
/// Finds in a build the members that people's decisions name: by member, else by quote in the same document, else by key. Reads
/// the text of named documents only.
/// </summary>
internal sealed class MemberLocator : IDisposable
{
    private readonly BuildFolder build;
    private readonly Codebook codebook;
    private readonly IReadOnlyList<PartMembers> members;
    private readonly Dictionary<DocumentId, (PartMembers Part, int Ordinal)> documents = [];
    private readonly Dictionary<PartMembers, PartReader> readers = [];
    private readonly Dictionary<DocumentId, (IReadOnlyList<(int Index, PartMember Member)> Members, IReadOnlyList<PresentMember> Present)> present = [];

    /// <param name="build">The build.</param>
    /// <param name="codebook">The codebook of their kind.</param>
    /// <param name="members">All members of the kind.</param>
    /// <param name="named">Documents that decisions name.</param>
    public MemberLocator(BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, IEnumerable<DocumentId> named)
    {
        (this.build, this.codebook, this.members) = (build, codebook, members);
        var wanted = named.ToHashSet();
        foreach (var part in wanted.Count == 0 ? [] : members)
        {
            for (var i = 0; i < part.Part.Documents.Count; i++)
            {
                if (wanted.Contains(part.Part.Documents[i].Id))
                {
                    documents[part.Part.Documents[i].Id] = (part, i);
                }
            }
        }
    }

    /// <summary>The member that a decided one is now, in its own document; null when it is not there.</summary>
    public LocatedMember? Find(DecidedMember of, IReadOnlyList<TextSelector> quotes)
    {
        var document = of.Member.Document;
        if (!documents.TryGetValue(document, out var at))
        {
            return null;
        }

        var (own, ranges) = MembersOf(document, at.Part, at.Ordinal);
        if (MemberFinder.Find(of, quotes, ranges, () => ReaderOf(at.Part).TextOf(ReaderOf(at.Part).Documents[at.Ordinal])) is not var (found, by))
        {
            return null;
        }

        return new LocatedMember(own.First(m => m.Member.Place == found.Place).Index, new Member(codebook.Kind.Table, document, found.Place), by);
    }

    /// <summary>Of decided members that are not in their documents: those whose key one unit only has, each with a member of it.</summary>
    /// <param name="lost">The decided members.</param>
    /// <param name="unitOf">The unit of a member, by number and own id.</param>
    public IReadOnlyDictionary<string, LocatedMember> ByKey(IEnumerable<DecidedMember> lost, Func<int, UnitId, UnitId> unitOf)
    {
        var found = lost.Select(KeyOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(k => k, _ => new Dictionary<UnitId, LocatedMember>(), StringComparer.Ordinal);
        foreach (var part in found.Count == 0 ? [] : members)
        {
            foreach (var (i, (_, key, _)) in part.ReadKeys(build, codebook).Index())
            {
                if (key is not null && found.TryGetValue(key, out var units))
                {
                    var (index, member) = (part.FirstIndex + i, part.Members[i]);
                    var here = new Member(codebook.Kind.Table, part.DocumentOf(member), member.Place);
                    units.TryAdd(unitOf(index, here.Id), new LocatedMember(index, here, FoundBy.Key));
                }
            }
        }

        return found.Where(f => f.Value.Count == 1).ToDictionary(f => f.Key, f => f.Value.Values.First(), StringComparer.Ordinal);
    }

    /// <summary>The key of a decided member as the codebook makes it now; null when it was not complete, or had other variables.</summary>
    public string? KeyOf(DecidedMember of) => codebook.Key.Count > 0 && codebook.Key.All(of.Key.ContainsKey)
        ? string.Join('\u001f', codebook.Key.Select(k => of.Key[k])) : null;

    /// <summary>Name of a document's file; null when it is not in the build. Hostile text.</summary>
    public string? FileOf(DocumentId document) => documents.TryGetValue(document, out var at) ? at.Part.Part.Documents[at.Ordinal].File : null;

    /// <summary>A document's text and pages; null when it is not in the build.</summary>
    public (string Text, StoredDocument Stored)? TextOf(DocumentId document)
    {
        if (!documents.TryGetValue(document, out var at))
        {
            return null;
        }

        var reader = ReaderOf(at.Part);
        return (reader.TextOf(reader.Documents[at.Ordinal]), reader.Documents[at.Ordinal]);
    }

    public void Dispose()
    {
        foreach (var reader in readers.Values)
        {
            reader.Dispose();
        }
    }

    private (IReadOnlyList<(int Index, PartMember Member)> Members, IReadOnlyList<PresentMember> Present) MembersOf(DocumentId document, PartMembers part, int ordinal)
    {
        if (!present.TryGetValue(document, out var known))
        {
            var own = part.Members.Index().Where(m => m.Item.DocumentOrdinal == ordinal).Select(m => (Index: part.FirstIndex + m.Index, Member: m.Item)).ToList();
            var isText = own.Exists(m => m.Member.Place.Kind == PlaceKind.Part);
            var ranges = isText || own.Exists(m => m.Member.Place.Kind == PlaceKind.Whole)
                ? MemberRanges.Of(ReaderOf(part), ReaderOf(part).Documents[ordinal], own.ConvertAll(m => m.Member))
                : [.. own.Select(_ => default(TextSpan))];
            present.Add(document, known = (own, [.. own.Select((m, i) => new PresentMember(m.Member.Place, ranges[i]))]));
        }

        return known;
    }

    private PartReader ReaderOf(PartMembers part)
    {
        if (!readers.TryGetValue(part, out var reader))
        {
            readers.Add(part, reader = new PartReader(build.Path, part.Part));
        }

        return reader;
    }
}
