using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>The decisions of a journal by member and by entry, those newer than the build among them.</summary>
internal sealed class LiveDecisions(DecisionLog log)
{
    private readonly ILookup<(UnitId, string), (int Order, JournaledDecision Decision)> byMember =
        log.Live.Select((d, i) => (Order: i, Decision: d)).ToLookup(d => (d.Decision.Of.Member.Id, d.Decision.Decision.Variable));

    private readonly ILookup<string, (int Order, JournaledDecision Decision)> byEntry =
        log.Live.Select((d, i) => (Order: i, Decision: d)).ToLookup(d => d.Decision.Entry.ToString());

    public DecisionLog Log => log;

    /// <summary>The decisions on a variable of a unit that nobody took back, in causal order.</summary>
    public IReadOnlyList<JournaledDecision> Of(DecidedUnit unit) => Of(unit.Codebook.Kind.Table, [.. unit.Members.Select(m => m.Member.Id)], unit.Attached, unit.Variable.Name);

    /// <summary>The same, of a unit of which only its members and the entries that a build has attached to it are known.</summary>
    public IReadOnlyList<JournaledDecision> Of(string kind, IReadOnlyCollection<UnitId> members, IReadOnlySet<string> attached, string variable) =>
    [
        .. members.SelectMany(m => byMember[(m, variable)])
            .Concat(attached.SelectMany(e => byEntry[e]).Where(d => d.Decision.Decision.Variable == variable && d.Decision.Of.Member.Kind == kind))
            .DistinctBy(d => d.Order).OrderBy(d => d.Order).Select(d => d.Decision),
    ];
}
