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
/// own without sections. Sections are those that the build wrote down; where it has none of this codebook (its sections were edited) they
/// are looked for and kept, since a person who writes a rule asks again and again (about 250 bytes a text). Finders are lent to one
/// thread at a time.
/// </summary>
internal sealed class CaseScope : ISearchScope
{
    private readonly IReadOnlyList<PartReader> parts;
    private readonly Codebook? codebook;
    private readonly int[][] documentOf;
    private readonly DocumentMembers?[] members;
    private readonly Lazy<SectionFile?>[] sections;
    private readonly ConcurrentBag<SectionFinder>[] finders;
    private readonly ConcurrentDictionary<(int Part, int Document, int From), SectionRange[]> known = new();

    public CaseScope(BuildFolder build, IReadOnlyList<BuildPart> names, IReadOnlyList<PartReader> parts, Codebook? codebook)
    {
        (this.parts, this.codebook) = (parts, codebook);
        documentOf = [.. parts.Select(p => p.Documents.Select((d, i) => (d.TokenOrdinal, i)).Where(d => d.TokenOrdinal >= 0).OrderBy(d => d.TokenOrdinal).Select(d => d.i).ToArray())];
        finders = [.. parts.Select(_ => new ConcurrentBag<SectionFinder>())];
        members = [.. names.Select((n, i) => MembersOf(build, n, codebook, parts[i].Documents.Count))];
        sections = [.. names.Select(n => new Lazy<SectionFile?>(() => codebook is null ? null : SectionFile.Read(build.File(new PartNames(n.Name).Sections(codebook.Kind.Table, codebook.ShapeHash)))))];
    }

    /// <summary>Number of the document in its part that stands at an ordinal of the tokens.</summary>
    public int DocumentOf(int part, int tokenOrdinal) => documentOf[part][tokenOrdinal];

    /// <summary>The member that a unit's range is, or null.</summary>
    public PartMember? MemberOf(int part, int document, TokenRange unit) =>
        NumberOf(part, document, unit) is { } number && members[part]!.All[number] is { TokenTo: > 0 } member ? member : null;

    /// <summary>The text of this kind that a token of a document stands in, or null.</summary>
    public PartMember? MemberAt(int part, int document, int token) =>
        NumberOf(part, document, m => m.TokenFrom <= token && token < m.TokenTo) is { } number ? members[part]!.All[number] : null;

    public IReadOnlyList<TokenRange> UnitsOf(int part, int document)
    {
        if (members[part] is { } all && all.Texts(DocumentOf(part, document)) is { Length: > 0 } texts)
        {
            return [.. new ArraySegment<PartMember>(all.All, texts.From, texts.Length).Select(m => new TokenRange(m.TokenFrom, m.TokenTo))];
        }

        return [parts[part].Tokens.Document(document).All];
    }

    public IReadOnlyList<SectionRange> SectionsOf(int part, int document, TokenRange unit)
    {
        if (codebook is null)
        {
            return [];
        }

        if (NumberOf(part, document, unit) is { } number && sections[part].Value is { } written)
        {
            return written.Of(number);
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

    private int? NumberOf(int part, int document, TokenRange unit) => NumberOf(part, document, m => m.TokenFrom == unit.From && m.TokenTo == unit.To);

    private int? NumberOf(int part, int document, Predicate<PartMember> isIt)
    {
        if (members[part] is not { } all)
        {
            return null;
        }

        var (from, length) = all.Texts(DocumentOf(part, document));
        var at = Array.FindIndex(all.All, from, length, isIt);
        return at < 0 ? null : at;
    }

    private static DocumentMembers? MembersOf(BuildFolder build, BuildPart part, Codebook? codebook, int documents)
    {
        var path = codebook is null ? null : build.File(new PartNames(part.Name).Members(codebook.Kind.Table, codebook.ShapeHash));
        return path is null || !File.Exists(path) ? null : new DocumentMembers(MemberFile.Read(path), documents);
    }

    /// <summary>The members of a part, which are in the order of its documents; of a document with rows none is a text.</summary>
    private sealed class DocumentMembers
    {
        private readonly int[] first;

        public DocumentMembers(PartMember[] all, int documents)
        {
            All = all;
            first = new int[documents + 1];
            foreach (var member in all)
            {
                first[member.DocumentOrdinal + 1]++;
            }

            for (var i = 1; i < first.Length; i++)
            {
                first[i] += first[i - 1];
            }
        }

        public PartMember[] All { get; }

        /// <summary>Which of all are texts of a document.</summary>
        public (int From, int Length) Texts(int document)
        {
            var (from, to) = (first[document], first[document + 1]);
            while (to > from && All[to - 1].Place.Kind == PlaceKind.Row)
            {
                to--;
            }

            return (from, to - from);
        }
    }
}
