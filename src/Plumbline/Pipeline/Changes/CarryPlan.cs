using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Changes;

/// <summary>A stale decision, and whether it stands again once its definition is carried over.</summary>
/// <param name="Entry">Its journal entry.</param>
/// <param name="Member">The member that it names.</param>
/// <param name="Coder">Who decided.</param>
/// <param name="Status">What it says is known.</param>
/// <param name="Values">Its values as they were called, or those that an unclear one names.</param>
/// <param name="Carries">False when one of its values is not there any more, or was split.</param>
public sealed record StaleDecision(EntryName Entry, UnitId Member, string Coder, Status Status, IReadOnlyList<string> Values, bool Carries);

/// <summary>What a carry would do.</summary>
/// <param name="Carry">The carry as it would be entered.</param>
/// <param name="Decisions">All stale decisions on the variable that stand.</param>
public sealed record CarryPlan(DefinitionCarry Carry, IReadOnlyList<StaleDecision> Decisions)
{
    /// <summary>Those that stand again.</summary>
    public int Carried => Decisions.Count(d => d.Carries);
}
