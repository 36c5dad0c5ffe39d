using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline.Changes;

/// <summary>Enters a person's word that decisions under older definitions of a variable stand under the present one. The next build counts it.</summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
public sealed class DefinitionCarrying(CaseFolder folder, JournalOptions options)
{
    /// <summary>What a carry would do.</summary>
    /// <param name="variable">The variable; with its table and a dot before it where several codebooks have one of the name.</param>
    /// <param name="reason">Why the decisions mean the same.</param>
    /// <param name="coder">Pseudonym of who says so.</param>
    /// <exception cref="UsageException">No such variable, no reason, or no decision that would stand again.</exception>
    public CarryPlan Plan(string variable, string reason, string coder)
    {
        DecisionMaking.CheckCoder(coder);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw ReviewProblems.CarryWithoutReason();
        }

        var (codebook, found) = Find(variable);
        using var journal = Journal.OpenRead(folder);
        var log = CaseDecisions.Read(journal);
        var fit = new DefinitionFit(found, log.Carries.Where(c => c.Carry.Kind == codebook.Kind.Table).Select(c => c.Carry));
        var stale = log.Live.Where(d => d.Of.Member.Kind == codebook.Kind.Table && d.Decision.Variable == found.Name)
            .GroupBy(d => d.Of.Member.Id).SelectMany(unit => DecisionLog.Standing([.. unit])).Where(d => fit.IsStale(d.Decision)).ToList();
        if (stale.Count == 0)
        {
            throw ReviewProblems.NothingToCarry(found.Name);
        }

        var plan = new CarryPlan(
            new DefinitionCarry(
                codebook.Kind.Table, found.Name, [.. stale.Select(d => d.Decision.DefinitionHash).Distinct().Order(StringComparer.Ordinal)], found.ComputeDefinitionHash(), reason.Trim(), coder),
            [
                .. stale.Select(d => new StaleDecision(
                    d.Entry, d.Of.Member.Id, d.Decision.Coder, d.Decision.Status, d.Decision.Values.Count > 0 ? d.Decision.Values : d.Decision.Candidates, fit.CanCarry(d.Decision))),
            ]);
        return plan.Carried > 0 ? plan : throw ReviewProblems.NoneCarries(found.Name, plan.Decisions.Count);
    }

    /// <summary>The journal entry of a carry.</summary>
    public static JournalDraft DraftOf(CarryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new JournalDraft(DecisionWords.Carry, DecisionPayload.Write(plan.Carry));
    }

    /// <summary>Enters a carry.</summary>
    public EntryName Enter(CarryPlan plan)
    {
        using var journal = Journal.OpenWrite(folder, options);
        return NameOf(journal.Append([DraftOf(plan)])[0]);
    }

    /// <summary>Takes back the last carry of a coder on a variable.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public (EntryName Entry, DefinitionCarry Carry) Undo(string variable, string coder, string? note)
    {
        DecisionMaking.CheckCoder(coder);
        var (codebook, found) = Find(variable);
        using var journal = Journal.OpenWrite(folder, options);
        var last = CaseDecisions.Read(journal).Carries.LastOrDefault(c => c.Carry.Coder == coder && c.Carry.Kind == codebook.Kind.Table && c.Carry.Variable == found.Name)
            ?? throw ReviewProblems.NoCarry(coder, found.Name);
        return (NameOf(journal.Append([new JournalDraft(DecisionWords.Undo, DecisionPayload.Write(new DecisionUndo(last.Entry, coder, note)))])[0]), last.Carry);
    }

    private static EntryName NameOf(JournalEntry entry) => new(entry.Device, entry.Seq);

    private (Codebook Codebook, Variable Variable) Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var all = CaseCodebooks.Read(folder).SelectMany(c => c.Kind.Variables.Select(v => (Codebook: c, Variable: v))).ToList();
        var found = all.FindAll(v => v.Variable.Name == name || $"{v.Codebook.Kind.Table}.{v.Variable.Name}" == name);
        return found.Count switch
        {
            1 => found[0],
            0 => throw ReviewProblems.NoSuchVariable(Guess.Nearest(name, all.Select(v => v.Variable.Name))),
            _ => throw ReviewProblems.SeveralVariables(name, [.. found.Select(f => f.Codebook.Kind.Table)]),
        };
    }
}
