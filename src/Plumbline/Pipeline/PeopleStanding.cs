using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// What stands of a variable that people decided: what was adjudicated; else what all coders agree on, when there are as
/// many as the case asks for. What does not settle it leaves it open, with every value possible that anybody, the machine
/// among them, gave it; stale decisions, and labels without a place in the source, are never more than that.
/// </summary>
internal static class PeopleStanding
{
    /// <summary>What stands.</summary>
    /// <param name="machine">What stands by rules and columns alone.</param>
    /// <param name="decisions">Decisions on the variable: at least one.</param>
    /// <param name="settles">How many people settle a value.</param>
    public static StandingValue Of(StandingValue machine, IReadOnlyList<AttachedDecision> decisions, Settling settles)
    {
        var adjudications = decisions.Where(d => d.IsAdjudication && !d.IsProposal).ToList();
        var coders = decisions.Where(d => !d.IsAdjudication && !d.IsProposal).ToList();
        var proposed = decisions.Where(d => d.IsProposal).SelectMany(Sides).ToList();
        var sides = adjudications.Count > 0 ? adjudications : coders;
        if (sides.Count == 0)
        {
            return proposed.Count == 0 ? Open(Sides(machine), machine) : Open([.. proposed, .. Sides(machine)], machine);
        }

        if (sides.Exists(d => d.Decision.Status == Status.Unclear))
        {
            // Who names nothing leaves everything possible: what the machine read is then the best guess.
            var isAny = sides.Exists(d => d.Decision.Status == Status.Unclear && d.Candidates.Count == 0);
            var possible = Sets([.. sides.SelectMany(Sides), .. isAny ? Sides(machine) : [], .. proposed]);
            return new StandingValue(Status.Unclear, [], false, possible);
        }

        var first = Sides(sides[0])[0];
        if (sides.TrueForAll(d => Sides(d)[0].Same(first)))
        {
            return adjudications.Count > 0 || IsEnough(coders, settles)
                ? new StandingValue(first.Status, first.Values, true, [])
                : Open([first, .. Sides(machine), .. proposed], machine);
        }

        return new StandingValue(Status.Disputed, [], false, Sets([.. sides.SelectMany(Sides), .. proposed]));
    }

    private static bool IsEnough(List<AttachedDecision> coders, Settling settles) => settles switch
    {
        Settling.One => true,
        Settling.Two => coders.DistinctBy(d => d.Decision.Coder).Count() > 1,
        _ => coders.Exists(a => coders.Exists(b => a.Decision.Coder != b.Decision.Coder && a.IsBlindTo(b) && b.IsBlindTo(a))),
    };

    /// <summary>Several sides of which none settles it. Where they don't all state something, nothing stands.</summary>
    private static StandingValue Open(IReadOnlyList<Side> sides, StandingValue machine)
    {
        if (sides.Count == 0)
        {
            return machine with { IsSettled = false };
        }

        var sets = Sets(sides);
        return sides.All(s => s.Same(sides[0])) ? new StandingValue(sides[0].Status, sides[0].Values, false, [])
            : sides.All(s => s.Status == Status.Stated) ? new StandingValue(Status.Stated, sides[0].Values, false, sets)
            : new StandingValue(Status.Disputed, [], false, sets);
    }

    private static List<Side> Sides(AttachedDecision decision) => decision.Decision.Status switch
    {
        Status.Unclear => [.. decision.Candidates.Select(c => new Side(Status.Stated, [c]))],
        Status.Stated when decision.Values.Count == 0 => [], // Stale, and its values are no longer there.
        Status.Stated => [new Side(Status.Stated, decision.Values)],
        var status => [new Side(status, [])],
    };

    private static List<Side> Sides(StandingValue machine) => machine switch
    {
        { Alternatives.Count: > 0 } => [.. machine.Alternatives.Select(a => new Side(Status.Stated, a))],
        { Status: Status.NotCoded or Status.Unclear or Status.Disputed } => [],
        _ => [new Side(machine.Status, machine.Values)],
    };

    private static List<IReadOnlyList<CodedValue>> Sets(IReadOnlyList<Side> sides) =>
        [.. sides.Where(s => s.Values.Count > 0).DistinctBy(s => s.Key).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Values)];

    private sealed record Side(Status Status, IReadOnlyList<CodedValue> Values)
    {
        public string Key { get; } = string.Join('\u001f', Values.Select(v => v.Text).Order(StringComparer.Ordinal));

        public bool Same(Side other) => Status == other.Status && Key == other.Key;
    }
}
