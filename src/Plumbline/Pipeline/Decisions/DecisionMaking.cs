using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>Makes a decision of what a person said: checks the value, finds what it rests on, writes down what they had been shown.</summary>
internal static class DecisionMaking
{
    /// <param name="unit">The unit and the variable.</param>
    /// <param name="request">What was said.</param>
    /// <param name="before">Decisions on it so far.</param>
    /// <param name="near">Places like the quote, when one was not found.</param>
    /// <exception cref="UsageException">The variable can't take the value, or it rests on nothing.</exception>
    public static Decision Make(DecidedUnit unit, DecisionRequest request, IReadOnlyList<JournaledDecision> before, out IReadOnlyList<NearQuote> near)
    {
        near = [];
        var values = Values(unit.Variable, request.Status, request.Values);
        var finder = new EvidenceOfDecision(unit);
        (OpenMember Member, IReadOnlyList<DecisionEvidence> Evidence) found;
        try
        {
            found = finder.Find(request, request.Status == Status.Stated ? values : []);
        }
        catch (UsageException)
        {
            near = finder.Near;
            throw;
        }

        var others = before.Where(d => d.Decision.Coder != request.Coder).ToList();
        var machine = request.Seen is { } seen ? seen.Value : Machine(unit.Machine);
        var shown = request.Shown ?? (others.Count > 0 ? ShownBefore.Other : machine is not null ? ShownBefore.Machine : ShownBefore.Nothing);
        return new Decision
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
            DefinitionHash = request.Definition ?? unit.Variable.ComputeDefinitionHash(),
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note,
            Sheet = request.Sheet,
        };
    }

    /// <summary>The machine's value, out of its codings of one variable of one unit; null when it has none.</summary>
    public static ShownMachine? Machine(IEnumerable<MachineCoding> codings)
    {
        var all = codings.ToList();
        var stated = all.Select(c => c.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return all.Count == 0 ? null : new ShownMachine(stated.Count > 0 ? Status.Stated : all[0].Status, stated);
    }

    /// <exception cref="UsageException">It is no pseudonym.</exception>
    public static void CheckCoder(string coder)
    {
        if (!Pseudonym.IsOne(coder))
        {
            throw ReviewProblems.NotOne(coder);
        }
    }

    /// <summary>What a person wrote as values of a variable.</summary>
    /// <exception cref="UsageException">There is none, too many, or one that the variable can't take.</exception>
    public static List<CodedValue> Values(Variable variable, Status status, IReadOnlyList<string> texts)
    {
        if (status == Status.Stated && texts.Count == 0)
        {
            throw ReviewProblems.NoValue();
        }

        var values = new List<CodedValue>();
        foreach (var text in texts)
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

        return values.Count > 1 && !variable.Multiple && status == Status.Stated ? throw ReviewProblems.SeveralValues(variable.Name) : values;
    }
}
