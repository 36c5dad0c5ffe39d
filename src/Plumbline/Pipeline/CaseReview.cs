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
        CheckCoder(request.Coder);
        using var built = BuiltCase.Open(folder);
        var unit = built.ToDecide(request.Unit, request.Variable);
        var values = Values(unit.Variable, request);
        var finder = new EvidenceOfDecision(unit);
        (OpenMember Member, IReadOnlyList<DecisionEvidence> Evidence) found;
        try
        {
            found = finder.Find(request, request.Status == Status.Stated ? values : []);
        }
        catch (UsageException)
        {
            Near = finder.Near;
            throw;
        }

        using var journal = Journal.OpenWrite(folder, options);
        var others = unit.Decisions(CaseDecisions.Read(journal)).Where(d => d.Decision.Coder != request.Coder).ToList();
        var machine = Machine(unit);
        var shown = request.Shown ?? (others.Count > 0 ? ShownBefore.Other : machine is not null ? ShownBefore.Machine : ShownBefore.Nothing);
        var decision = new Decision
        {
            Act = request.Act,
            Of = unit.Name(found.Member),
            Variable = unit.Variable.Name,
            Status = request.Status,
            Values = request.Status == Status.Stated ? [.. values.Select(v => v.Text)] : [],
            Candidates = request.Status == Status.Unclear ? [.. values.Select(v => v.Text)] : [],
            Evidence = found.Evidence,
            Coder = request.Coder,
            Shown = shown,
            ShownEntries = shown == ShownBefore.Other ? [.. others.Select(d => d.Entry)] : [],
            ShownMachine = shown == ShownBefore.Nothing ? null : machine,
            DefinitionHash = unit.Variable.ComputeDefinitionHash(),
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note,
        };
        return Receipt(journal, decision.Act.Word(), DecisionPayload.Write(decision), unit.Unit, decision);
    }

    /// <summary>Takes back the last decision of a coder on a variable of a unit.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public DecisionReceipt Undo(string unit, string variable, DecisionAct act, string coder, string? note)
    {
        CheckCoder(coder);
        using var built = BuiltCase.Open(folder);
        var decided = built.ToDecide(unit, variable);
        using var journal = Journal.OpenWrite(folder, options);
        var last = decided.Decisions(CaseDecisions.Read(journal)).LastOrDefault(d => d.Decision.Coder == coder && d.Decision.Act == act)
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
        CheckCoder(coder);
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

    /// <exception cref="UsageException">It is no pseudonym.</exception>
    internal static void CheckCoder(string coder)
    {
        if (!Pseudonym.IsOne(coder))
        {
            throw ReviewProblems.NotOne(coder);
        }
    }

    private static List<CodedValue> Values(Variable variable, DecisionRequest request)
    {
        if (request.Status == Status.Stated && request.Values.Count == 0)
        {
            throw ReviewProblems.NoValue();
        }

        var values = new List<CodedValue>();
        foreach (var text in request.Values)
        {
            if (!CodedValue.TryParse(text, variable, out var value, out var fault))
            {
                throw ReviewProblems.WrongValue(variable.Name, fault, Guess.Nearest(text.Trim(), variable.Values.Select(v => v.Key)));
            }

            if (!values.Contains(value))
            {
                values.Add(value);
            }
        }

        return values.Count > 1 && !variable.Multiple && request.Status == Status.Stated ? throw ReviewProblems.SeveralValues(variable.Name) : values;
    }

    private static ShownMachine? Machine(DecidedUnit unit)
    {
        var stated = unit.Machine.Where(c => c.Value is not null).Select(c => c.Value!).Distinct(StringComparer.Ordinal).ToList();
        return unit.Machine.Count == 0 ? null : new ShownMachine(stated.Count > 0 ? Status.Stated : unit.Machine[0].Status, stated);
    }
}
