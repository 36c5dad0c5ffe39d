using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>Brings people's decisions to the units of a build. What finds no unit is a problem, and is counted nowhere.</summary>
internal sealed class DecisionAttacher(
    BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, IReadOnlyDictionary<int, UnitId> unitOf, DecisionLog log) : IDisposable
{
    private readonly List<JournaledDecision> own = [.. log.Live.Where(d => d.Of.Member.Kind == codebook.Kind.Table)];
    private readonly Dictionary<string, DefinitionFit> fits = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private MemberLocator? opened;

    private MemberLocator Locator => opened ??= new MemberLocator(build, codebook, members, own.SelectMany(d => new[] { d.Of.Member.Document, d.Decision.Of.Member.Document }));

    public UnitDecisions Run()
    {
        if (own.Count == 0)
        {
            return UnitDecisions.None;
        }

        var attached = new List<AttachedDecision>();
        var lost = new List<JournaledDecision>();
        foreach (var decision in own)
        {
            if (codebook.Kind.Find(decision.Decision.Variable) is not { } variable)
            {
                problems.Add(ReviewProblems.NoVariable(decision));
            }
            else if (Locator.Find(decision.Of, Quotes(decision)) is { } at)
            {
                attached.Add(Attach(decision, variable, decision.IsMoved ? at with { By = FoundBy.Person } : at));
            }
            else
            {
                lost.Add(decision);
            }
        }

        var byKey = Locator.ByKey(lost.Select(d => d.Of), (index, id) => unitOf.TryGetValue(index, out var unit) ? unit : id);
        foreach (var decision in lost)
        {
            if (Locator.KeyOf(decision.Of) is { } key && byKey.TryGetValue(key, out var at))
            {
                attached.Add(Attach(decision, codebook.Kind.Find(decision.Decision.Variable)!, at));
            }
            else
            {
                problems.Add(ReviewProblems.Orphaned(decision, Locator.FileOf(decision.Of.Member.Document)));
            }
        }

        return new UnitDecisions(Standing(attached).ToLookup(d => d.Unit), problems);
    }

    public void Dispose() => opened?.Dispose();

    private static IReadOnlyList<TextSelector> Quotes(JournaledDecision decision) =>
        decision.IsMoved ? [] : [.. decision.Decision.Evidence.Select(e => e.Selector).OfType<TextSelector>()];

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

    private AttachedDecision Attach(JournaledDecision journaled, Variable variable, LocatedMember at)
    {
        if (!fits.TryGetValue(variable.Name, out var fit))
        {
            fits.Add(variable.Name, fit = new DefinitionFit(variable, log.Carries.Where(c => c.Carry.Kind == codebook.Kind.Table).Select(c => c.Carry)));
        }

        var decision = journaled.Decision;
        return AttachedDecision.Of(
            journaled, fit, codebook, log, at.Member, unitOf.TryGetValue(at.Index, out var unit) ? unit : at.Member.Id, at.By, Locator.FileOf(decision.Of.Member.Document) ?? "",
            [.. decision.Evidence.Select(e => EvidenceOf(decision.Of.Member.Document, e))]);
    }

    private AttachedEvidence EvidenceOf(DocumentId document, DecisionEvidence evidence)
    {
        if (evidence.Selector is not TextSelector quote || Locator.TextOf(document) is not var (text, stored))
        {
            return new AttachedEvidence(evidence, null, 0);
        }

        var now = QuoteFinder.Again(text, quote);
        return new AttachedEvidence(evidence, now, now is null || stored.PageStarts.Count == 0 ? 0 : stored.PageStarts.Count(p => p <= now.Value.Start) + 1);
    }
}
