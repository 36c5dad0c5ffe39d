using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// Enters people's decisions: checks the value, finds what it rests on in the build in use, writes down what the coder had
/// been shown. What is given back is in the journal, on disk; the next build counts it.
/// </summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
public sealed class CaseReview(CaseFolder folder, JournalOptions options)
{
    /// <summary>After REV005: places in the unit that are like the quote.</summary>
    public IReadOnlyList<NearQuote> Near { get; private set; } = [];

    /// <summary>Enters a coding or an adjudication.</summary>
    /// <exception cref="UsageException">No such unit or variable, a value that it can't take, or nothing that it rests on.</exception>
    public DecisionReceipt Decide(DecisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DecisionMaking.CheckCoder(request.Coder);
        using var built = BuiltCase.Open(folder);
        return Decide(built, request);
    }

    /// <summary>The same, over a build that is open.</summary>
    /// <exception cref="UsageException">As of the other.</exception>
    public DecisionReceipt Decide(BuiltCase built, DecisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(request);
        DecisionMaking.CheckCoder(request.Coder);
        var unit = built.ToDecide(request.Unit, request.Variable);
        using var journal = Journal.OpenWrite(folder, options);
        IReadOnlyList<NearQuote> near = [];
        Decision decision;
        try
        {
            decision = DecisionMaking.Make(unit, request, new LiveDecisions(CaseDecisions.Read(journal)).Of(unit), out near);
        }
        finally
        {
            Near = near;
        }

        return Receipt(journal, decision.Act.Word(), DecisionPayload.Write(decision), unit.Unit, decision);
    }

    /// <summary>Takes back the last decision of a coder on a variable of a unit.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public DecisionReceipt Undo(string unit, string variable, DecisionAct act, string coder, string? note)
    {
        using var built = BuiltCase.Open(folder);
        return Undo(built, unit, variable, act, coder, note);
    }

    /// <summary>The same, over a build that is open.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public DecisionReceipt Undo(BuiltCase built, string unit, string variable, DecisionAct act, string coder, string? note)
    {
        ArgumentNullException.ThrowIfNull(built);
        DecisionMaking.CheckCoder(coder);
        var decided = built.ToDecide(unit, variable);
        using var journal = Journal.OpenWrite(folder, options);
        var last = new LiveDecisions(CaseDecisions.Read(journal)).Of(decided).LastOrDefault(d => d.Decision.Coder == coder && d.Decision.Act == act)
            ?? throw ReviewProblems.NothingToUndo(coder, variable);
        return Receipt(journal, DecisionWords.Undo, DecisionPayload.Write(new DecisionUndo(last.Entry, coder, note)), decided.Unit, last.Decision);
    }

    /// <summary>Says which unit a decision belongs to.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The decision, <c>device:number</c>; the first characters of the device are enough.</param>
    /// <param name="coder">Who says so.</param>
    /// <param name="note">Why, or null.</param>
    /// <exception cref="UsageException">There is no such decision, unit or variable.</exception>
    public DecisionReceipt Attach(string unit, string name, string coder, string? note)
    {
        ArgumentNullException.ThrowIfNull(name);
        DecisionMaking.CheckCoder(coder);
        using var built = BuiltCase.Open(folder);
        using var journal = Journal.OpenWrite(folder, options);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var found = colon < 4 ? [] : CaseDecisions.Read(journal).Live.Where(d =>
            d.Entry.Device.StartsWith(name[..colon], StringComparison.OrdinalIgnoreCase)
            && d.Entry.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture) == name[(colon + 1)..]).ToList();
        var decision = found.Count == 1 ? found[0] : throw ReviewProblems.NoSuchDecision(name);
        var decided = built.ToDecide(unit, decision.Decision.Variable);
        if (decided.Codebook.Kind.Table != decision.Decision.Of.Member.Kind)
        {
            throw ReviewProblems.OtherKind(decision.Decision.Of.Member.Kind);
        }

        var attach = new DecisionAttach(decision.Entry, decided.Name(decided.Members[0]), coder, note);
        return Receipt(journal, DecisionWords.Attach, DecisionPayload.Write(attach), decided.Unit, decision.Decision);
    }

    private static DecisionReceipt Receipt(Journal journal, string what, byte[] payload, UnitId unit, Decision decision)
    {
        var entry = journal.Append([new JournalDraft(what, payload)])[0];
        return new DecisionReceipt(new EntryName(entry.Device, entry.Seq), unit, decision.Of.Member.Kind, decision.Variable, decision);
    }
}
