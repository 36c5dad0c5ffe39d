using System.Collections.Concurrent;
using Plumbline.Coding;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline;

/// <summary>
/// The texts that a search looks at: the members of one kind; a document that no member of it stands in is a text of its
/// own without sections. Section finders are lent to one thread at a time; what they found is kept, since a person who writes
/// a rule asks again and again (about 250 bytes a text).
/// </summary>
internal sealed class CaseScope : ISearchScope
{
    private readonly IReadOnlyList<PartReader> parts;
    private readonly Codebook? codebook;
    private readonly int[][] documentOf;
    private readonly Dictionary<int, List<PartMember>>?[] members;
    private readonly ConcurrentBag<SectionFinder>[] finders;
    private readonly ConcurrentDictionary<(int Part, int Document, int From), SectionRange[]> known = new();

    public CaseScope(BuildFolder build, IReadOnlyList<BuildPart> names, IReadOnlyList<PartReader> parts, Codebook? codebook)
    {
        (this.parts, this.codebook) = (parts, codebook);
        documentOf = [.. parts.Select(p => p.Documents.Select((d, i) => (d.TokenOrdinal, i)).Where(d => d.TokenOrdinal >= 0).OrderBy(d => d.TokenOrdinal).Select(d => d.i).ToArray())];
        finders = [.. parts.Select(_ => new ConcurrentBag<SectionFinder>())];
        members = [.. names.Select(n => MembersOf(build, n, codebook))];
    }

    /// <summary>Number of the document in its part that stands at an ordinal of the tokens.</summary>
    public int DocumentOf(int part, int tokenOrdinal) => documentOf[part][tokenOrdinal];

    /// <summary>The member that a unit's range is, or null.</summary>
    public PartMember? MemberOf(int part, int document, TokenRange unit) =>
        members[part]?.GetValueOrDefault(DocumentOf(part, document))?.Find(m => m.TokenFrom == unit.From && m.TokenTo == unit.To) is { TokenTo: > 0 } member ? member : null;

    public IReadOnlyList<TokenRange> UnitsOf(int part, int document) =>
        members[part]?.GetValueOrDefault(DocumentOf(part, document)) is { } found
            ? [.. found.Select(m => new TokenRange(m.TokenFrom, m.TokenTo))]
            : [parts[part].Tokens.Document(document).All];

    public IReadOnlyList<SectionRange> SectionsOf(int part, int document, TokenRange unit)
    {
        if (codebook is null)
        {
            return [];
        }

        if (known.TryGetValue((part, document, unit.From), out var before))
        {
            return before;
        }

        var finder = finders[part].TryTake(out var free) ? free : new SectionFinder(codebook.Parts.Sections, parts[part].Tokens.Vocabulary);
        var found = new List<SectionRange>();
        finder.Find(parts[part].Tokens.Document(document), unit, parts[part].TextOf(parts[part].Documents[DocumentOf(part, document)]), found);
        finders[part].Add(finder);
        return known[(part, document, unit.From)] = [.. found];
    }

    private static Dictionary<int, List<PartMember>>? MembersOf(BuildFolder build, BuildPart part, Codebook? codebook)
    {
        var path = codebook is null ? null : build.File(new PartNames(part.Name).Members(codebook.Kind.Table, codebook.ShapeHash));
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        var found = new Dictionary<int, List<PartMember>>();
        foreach (var member in MemberFile.Read(path).Where(m => m.Place.Kind != PlaceKind.Row))
        {
            if (!found.TryGetValue(member.DocumentOrdinal, out var list))
            {
                found.Add(member.DocumentOrdinal, list = []);
            }

            list.Add(member);
        }

        return found;
    }
}
