using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>Where a piece of a decision's evidence stands now.</summary>
/// <param name="Given">As it was given.</param>
/// <param name="Now">Where the words stand in the text as it is read now; null when they don't, or it is no text.</param>
/// <param name="Page">1-based page, 0 where the form has none.</param>
internal sealed record AttachedEvidence(DecisionEvidence Given, TextSpan? Now, int Page);

/// <summary>A decision that found its unit, and stands: nobody took it back, and its coder said nothing later.</summary>
internal sealed record AttachedDecision
{
    public required JournaledDecision Journaled { get; init; }

    public required UnitId Unit { get; init; }

    /// <summary>The member of the unit that it belongs to now.</summary>
    public required Member Member { get; init; }

    /// <summary>Name of the file that its evidence stands in. Hostile text.</summary>
    public required string File { get; init; }

    public required FoundBy By { get; init; }

    /// <summary>True when the variable's definition has changed since.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Values, as they are called now. Of a stale decision only those that the variable can still take.</summary>
    public required IReadOnlyList<CodedValue> Values { get; init; }

    public required IReadOnlyList<CodedValue> Candidates { get; init; }

    public required IReadOnlyList<AttachedEvidence> Evidence { get; init; }

    /// <summary>Coders whose codings this one had been shown; null when it had been shown some, and it is not known whose.</summary>
    public required IReadOnlySet<string>? Saw { get; init; }

    public Decision Decision => Journaled.Decision;

    /// <summary>
    /// A decision at its unit, under the definition as it is now. Values are written as the variable's list of names has them, so that two people who
    /// wrote one name in two ways agree. The journal keeps what they wrote, and the list is no part of the definition: it says how a name is written,
    /// not what it means.
    /// </summary>
    public static AttachedDecision Of(
        JournaledDecision journaled, DefinitionFit fit, Codebook codebook, DecisionLog log, Member member, UnitId unit, FoundBy by, string file, IReadOnlyList<AttachedEvidence> evidence)
    {
        var decision = journaled.Decision;
        var values = Official(fit.Carry(decision.Values, decision.DefinitionHash));
        return new AttachedDecision
        {
            Journaled = journaled,
            Unit = unit,
            Member = member,
            File = file,
            By = by,
            IsStale = fit.IsStale(decision) || (decision.Status == Status.Stated && values.Count == 0),
            Values = values,
            Candidates = Official(fit.Carry(decision.Candidates, decision.DefinitionHash)),
            Evidence = evidence,
            Saw = decision.Shown != ShownBefore.Other ? new HashSet<string>()
                : decision.ShownEntries.Count == 0 ? null
                : decision.ShownEntries.Select(e => log.Find(e)?.Decision.Coder).OfType<string>().ToHashSet(StringComparer.Ordinal),
        };

        List<CodedValue> Official(IReadOnlyList<CodedValue> given) => [.. given.Select(v => codebook.Official(decision.Variable, v)).Distinct()];
    }

    /// <summary>True when it settles nothing: made under another definition, or without a place in the source. Its values are possible.</summary>
    public bool IsProposal => IsStale || Decision.IsWithoutWords;

    public bool IsAdjudication => Decision.Act == DecisionAct.Adjudication;

    /// <summary>True when neither had been shown the other's coding.</summary>
    public bool IsBlindTo(AttachedDecision other) => Saw is { } saw && !saw.Contains(other.Decision.Coder);
}

/// <summary>The decisions of one kind of unit, by unit.</summary>
internal sealed class UnitDecisions(ILookup<UnitId, AttachedDecision> byUnit, IReadOnlyList<Problem> problems)
{
    /// <summary>None.</summary>
    public static UnitDecisions None { get; } = new(Enumerable.Empty<AttachedDecision>().ToLookup(d => d.Unit), []);

    /// <summary>All of them, in the order of units and entries.</summary>
    public IEnumerable<AttachedDecision> All => byUnit.OrderBy(u => u.Key).SelectMany(u => u);

    /// <summary>Decisions that found no unit, are stale, or quote words that are not there.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Those of a unit; empty for most.</summary>
    public IEnumerable<AttachedDecision> Of(UnitId unit) => byUnit[unit];

    /// <summary>What stands of a variable of a unit where people decided it; null where nobody did.</summary>
    public StandingValue? Settle(UnitId unit, string variable, StandingValue machine, Cases.Settling settles)
    {
        if (!Has(unit))
        {
            return null;
        }

        var own = Of(unit).Where(d => d.Decision.Variable == variable).ToList();
        return own.Count == 0 ? null : PeopleStanding.Of(machine, own, settles);
    }

    /// <summary>True when people decided anything of a unit.</summary>
    public bool Has(UnitId unit) => byUnit.Contains(unit);
}
