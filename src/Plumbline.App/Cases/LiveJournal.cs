using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.App.Cases;

/// <summary>What people decided, and who is to do what, as the journal has it.</summary>
/// <param name="Decisions">Another object when there is another decision.</param>
/// <param name="Tasks">By the member that was named; another object when there is another task.</param>
internal sealed record JournalState(LiveDecisions Decisions, IReadOnlyDictionary<Member, UnitWork> Tasks);

/// <summary>Keeps up with the journal: of one that has grown only what is new is read, whoever wrote it. Thread safe.</summary>
internal sealed class LiveJournal(CaseFolder folder)
{
    private static readonly string[] Words = [.. DecisionWords.Entries, JournalWords.Task];

    private readonly Lock gate = new();
    private (IReadOnlyList<JournalHead> Heads, IReadOnlyList<JournalEntry> Decisions, IReadOnlyList<JournalEntry> Tasks, JournalState State)? known;

    /// <summary>The state as it is now.</summary>
    public JournalState Now()
    {
        using var journal = Journal.OpenRead(folder);
        lock (gate)
        {
            var heads = journal.Heads();
            if (known is { } before && before.Heads.SequenceEqual(heads))
            {
                return before.State;
            }

            var since = known is { } kept ? journal.EntriesSince(kept.Heads, Words) : null;
            // What is entered while this reads is read the next time.
            var read = (since ?? journal.Entries(Words)).Where(e => heads.Any(h => h.Device == e.Device && e.Seq <= h.Seq)).ToLookup(e => e.What == JournalWords.Task);
            var (decisions, tasks, state) = since is null || known is not { } last ? ([], [], null) : (last.Decisions, last.Tasks, last.State);
            (decisions, tasks) = ([.. decisions, .. read[false]], [.. tasks, .. read[true]]);
            state = new JournalState(
                state is not null && !read[false].Any() ? state.Decisions : new LiveDecisions(CaseDecisions.Of(decisions)),
                state is not null && !read[true].Any() ? state.Tasks : UnitTasks.Of(tasks));
            known = (heads, decisions, tasks, state);
            return state;
        }
    }
}
