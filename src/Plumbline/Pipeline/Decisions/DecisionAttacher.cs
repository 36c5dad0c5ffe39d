using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>
/// Brings people's decisions to the units of a build: by member, else by quote in the same document, else by key. Reads the
/// text of decided documents only. What finds no unit is a problem, and is counted nowhere.
/// </summary>
internal sealed class DecisionAttacher(
    BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, IReadOnlyDictionary<int, UnitId> unitOf, DecisionLog log) : IDisposable
{
    private readonly Dictionary<DocumentId, (PartMembers Part, int Ordinal)> documents = [];
    private readonly Dictionary<PartMembers, PartReader> readers = [];
    private readonly Dictionary<DocumentId, (IReadOnlyList<(int Index, PartMember Member)> Members, IReadOnlyList<PresentMember> Present)> present = [];
    private readonly Dictionary<string, DefinitionFit> fits = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    private string Table => codebook.Kind.Table;

    public UnitDecisions Run()
    {
        var own = log.Live.Where(d => d.Of.Member.Kind == Table).ToList();
        if (own.Count == 0)
        {
            return UnitDecisions.None;
        }

        FindDocuments(own);
        var attached = new List<AttachedDecision>();
        var lost = new List<JournaledDecision>();
        foreach (var decision in own)
        {
            if (codebook.Kind.Find(decision.Decision.Variable) is not { } variable)
            {
                problems.Add(ReviewProblems.NoVariable(decision));
            }
            else if (Find(decision) is var (index, member, by))
            {
                attached.Add(Attach(decision, variable, index, member, decision.IsMoved ? FoundBy.Person : by));
            }
            else
            {
                lost.Add(decision);
            }
        }

        var byKey = lost.Count == 0 ? [] : UnitsByKey(lost);
        foreach (var decision in lost)
        {
            if (KeyOf(decision) is { } key && byKey.TryGetValue(key, out var units) && units.Count == 1)
            {
                var (index, member) = units.Values.First();
                attached.Add(Attach(decision, codebook.Kind.Find(decision.Decision.Variable)!, index, member, FoundBy.Key));
            }
            else
            {
                problems.Add(ReviewProblems.Orphaned(decision, FileOf(decision.Of.Member.Document)));
            }
        }

        return new UnitDecisions(Standing(attached).ToLookup(d => d.Unit), problems);
    }

    public void Dispose()
    {
        foreach (var reader in readers.Values)
        {
            reader.Dispose();
        }
    }

    /// <summary>Of all that was attached, what stands; problems are told of these only.</summary>
    private List<AttachedDecision> Standing(List<AttachedDecision> attached)
    {
        var standing = new List<AttachedDecision>();
        foreach (var group in attached.GroupBy(a => (a.Unit, a.Decision.Variable)))
        {
            var last = DecisionLog.Standing([.. group.Select(a => a.Journaled)]);
            standing.AddRange(last.Select(d => group.First(a => a.Journaled.Entry == d.Entry)));
        }

        standing.Sort((a, b) => string.CompareOrdinal(a.Journaled.Entry.Device, b.Journaled.Entry.Device) is var c && c != 0 ? c : a.Journaled.Entry.Seq.CompareTo(b.Journaled.Entry.Seq));
        foreach (var decision in standing)
        {
            if (decision.IsStale)
            {
                problems.Add(ReviewProblems.Stale(decision.Journaled, decision.Unit));
            }

            if (decision.Evidence.Any(e => e.Given.Selector is TextSelector && e.Now is null))
            {
                problems.Add(ReviewProblems.QuoteMoved(decision.Journaled, decision.Unit));
            }
        }

        return standing;
    }

    private AttachedDecision Attach(JournaledDecision journaled, Variable variable, int index, Member member, FoundBy by)
    {
        if (!fits.TryGetValue(variable.Name, out var fit))
        {
            fits.Add(variable.Name, fit = new DefinitionFit(variable));
        }

        var decision = journaled.Decision;
        var values = fit.Carry(decision.Values, decision.DefinitionHash);
        var saw = decision.Shown != ShownBefore.Other ? new HashSet<string>()
            : decision.ShownEntries.Count == 0 ? null
            : decision.ShownEntries.Select(e => log.Find(e)?.Decision.Coder).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new AttachedDecision
        {
            Journaled = journaled,
            Unit = unitOf.TryGetValue(index, out var unit) ? unit : member.Id,
            Member = member,
            File = FileOf(decision.Of.Member.Document) ?? "",
            By = by,
            IsStale = fit.IsStale(decision.DefinitionHash) || (decision.Status == Status.Stated && values.Count == 0),
            Values = values,
            Candidates = fit.Carry(decision.Candidates, decision.DefinitionHash),
            Evidence = [.. decision.Evidence.Select(e => EvidenceOf(decision.Of.Member.Document, e))],
            Saw = saw,
        };
    }

    private AttachedEvidence EvidenceOf(DocumentId document, DecisionEvidence evidence)
    {
        if (evidence.Selector is not TextSelector quote || !documents.TryGetValue(document, out var at))
        {
            return new AttachedEvidence(evidence, null, 0);
        }

        var reader = ReaderOf(at.Part);
        var stored = reader.Documents[at.Ordinal];
        var now = QuoteFinder.Again(reader.TextOf(stored), quote);
        return new AttachedEvidence(evidence, now, now is null || stored.PageStarts.Count == 0 ? 0 : stored.PageStarts.Count(p => p <= now.Value.Start) + 1);
    }

    private (int Index, Member Member, FoundBy By)? Find(JournaledDecision decision)
    {
        var document = decision.Of.Member.Document;
        if (!documents.TryGetValue(document, out var at))
        {
            return null;
        }

        var (own, ranges) = MembersOf(document, at.Part, at.Ordinal);
        if (MemberFinder.Find(decision, ranges, () => ReaderOf(at.Part).TextOf(ReaderOf(at.Part).Documents[at.Ordinal])) is not var (found, by))
        {
            return null;
        }

        return (own.First(m => m.Member.Place == found.Place).Index, new Member(Table, document, found.Place), by);
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

    private void FindDocuments(IReadOnlyList<JournaledDecision> own)
    {
        var wanted = own.SelectMany(d => new[] { d.Of.Member.Document, d.Decision.Of.Member.Document }).ToHashSet();
        foreach (var part in members)
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

    /// <summary>For each key that a lost decision has: the units that have it now, each with a member that has it.</summary>
    private Dictionary<string, Dictionary<UnitId, (int Index, Member Member)>> UnitsByKey(IReadOnlyList<JournaledDecision> lost)
    {
        var found = lost.Select(KeyOf).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(k => k, _ => new Dictionary<UnitId, (int, Member)>(), StringComparer.Ordinal);
        if (found.Count == 0)
        {
            return found;
        }

        foreach (var part in members)
        {
            foreach (var (i, (_, key, _)) in part.ReadKeys(build, codebook).Index())
            {
                if (key is not null && found.TryGetValue(key, out var units))
                {
                    var (index, member) = (part.FirstIndex + i, part.Members[i]);
                    var here = new Member(Table, part.DocumentOf(member), member.Place);
                    units.TryAdd(unitOf.TryGetValue(index, out var unit) ? unit : here.Id, (index, here));
                }
            }
        }

        return found;
    }

    private string? KeyOf(JournaledDecision decision) => codebook.Key.Count > 0 && codebook.Key.All(decision.Of.Key.ContainsKey)
        ? string.Join('\u001f', codebook.Key.Select(k => decision.Of.Key[k])) : null;

    private string? FileOf(DocumentId document) => documents.TryGetValue(document, out var at) ? at.Part.Part.Documents[at.Ordinal].File : null;

    private PartReader ReaderOf(PartMembers part)
    {
        if (!readers.TryGetValue(part, out var reader))
        {
            readers.Add(part, reader = new PartReader(build.Path, part.Part));
        }

        return reader;
    }
}
