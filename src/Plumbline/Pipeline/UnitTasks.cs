using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>How the work on a unit stands.</summary>
/// <param name="To">Who is to code it; null: nobody in particular.</param>
/// <param name="DeferredBy">Who put it off; null: nobody.</param>
/// <param name="Note">Why it was put off. Hostile text.</param>
public sealed record UnitWork(string? To, string? DeferredBy, string? Note);

/// <summary>Who is to code which units, and which wait: in the journal, so that it survives whatever happens to this computer's copy and is merged with others.</summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
public sealed class UnitTasks(CaseFolder folder, JournalOptions options)
{
    /// <summary>Says who is to code units: one transaction, on disk when it comes back.</summary>
    /// <param name="built">The build in use.</param>
    /// <param name="units">Ids of units, or of members.</param>
    /// <param name="to">Who; null: nobody in particular.</param>
    /// <exception cref="UsageException">There is no such unit, or it is no pseudonym.</exception>
    public void Assign(BuiltCase built, IEnumerable<string> units, string? to)
    {
        DecisionMaking.CheckCoder(to ?? options.Who);
        Enter(built, units, TaskAct.Assign, to, null);
    }

    /// <summary>Puts a unit off.</summary>
    /// <exception cref="UsageException">There is no such unit.</exception>
    public void Defer(BuiltCase built, string unit, string? note) => Enter(built, [unit], TaskAct.Defer, null, string.IsNullOrWhiteSpace(note) ? null : note.Trim());

    /// <summary>Puts a unit off no more.</summary>
    /// <exception cref="UsageException">There is no such unit.</exception>
    public void Resume(BuiltCase built, string unit) => Enter(built, [unit], TaskAct.Resume, null, null);

    /// <summary>How the work on units stands, by the member that was named; units of which nobody said anything are not in it.</summary>
    /// <param name="entries">Entries of tasks, in causal order.</param>
    internal static IReadOnlyDictionary<Member, UnitWork> Of(IEnumerable<JournalEntry> entries)
    {
        var all = new Dictionary<Member, UnitWork>();
        foreach (var entry in entries)
        {
            if (entry.Payload is { } payload && DecisionPayload.TryRead(payload, out UnitTask task))
            {
                var before = all.GetValueOrDefault(task.Of.Member) ?? new UnitWork(null, null, null);
                all[task.Of.Member] = task.Act switch
                {
                    TaskAct.Assign => before with { To = task.To },
                    TaskAct.Defer => before with { DeferredBy = task.Coder, Note = task.Note },
                    _ => before with { DeferredBy = null, Note = null },
                };
            }
        }

        return all;
    }

    private void Enter(BuiltCase built, IEnumerable<string> units, TaskAct act, string? to, string? note)
    {
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(units);
        DecisionMaking.CheckCoder(options.Who);
        var drafts = units.Select(u => new JournalDraft(JournalWords.Task, DecisionPayload.Write(new UnitTask(built.ToJudge(u).Of, act, to, options.Who, note)))).ToList();
        if (drafts.Count > 0)
        {
            using var journal = Journal.OpenWrite(folder, options);
            journal.Append(drafts);
        }
    }
}
