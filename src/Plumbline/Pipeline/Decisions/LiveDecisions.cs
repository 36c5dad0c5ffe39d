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
    public IReadOnlyList<JournaledDecision> Of(DecidedUnit unit) =>
    [
        .. unit.Members.SelectMany(m => byMember[(m.Member.Id, unit.Variable.Name)])
            .Concat(unit.Attached.SelectMany(e => byEntry[e]).Where(d => d.Decision.Decision.Variable == unit.Variable.Name && d.Decision.Of.Member.Kind == unit.Codebook.Kind.Table))
            .DistinctBy(d => d.Order).OrderBy(d => d.Order).Select(d => d.Decision),
    ];
}
