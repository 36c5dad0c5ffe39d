using CsCheck;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Pipeline;

namespace Plumbline.Tests.Custody.Merging;

/// <summary>What is read of a journal as it grows is what is read of it whole.</summary>
public sealed class FollowedJournalTests
{
    private static readonly string[] Words = [JournalWords.Ingest];

    [Fact]
    public void Entries_read_as_they_come_are_those_of_the_whole_journal_in_its_order()
    {
        var followed = 0;
        Gen.Int[0, 4].Array[1, 14].Sample(steps =>
        {
            using var machines = new Machines(2);
            JournalNames? names = null;
            var (heads, known, given) = ((IReadOnlyList<JournalHead>)[], (List<string>)[], 0);
            foreach (var step in steps)
            {
                switch (step)
                {
                    case 0 or 1:
                        machines.Ingest(0, $"text {++given}", $"text {++given}");
                        break;
                    case 2:
                        machines.Ingest(1, $"text {++given}");
                        break;
                    case 3:
                        machines.Merge(0, 1);
                        break;
                    case 4:
                        using (var journal = Journal.OpenRead(machines[0]))
                        {
                            if (journal.Entries(JournalWords.Ingest).FirstOrDefault(e => e.Payload is not null) is { } first)
                            {
                                CaseErasure.Erase(machines[0], $"{first.Device}:{first.Seq}", new ErasureOptions { Who = "coder-0", Reason = "test" });
                            }
                        }

                        break;
                }

                using var now = Journal.OpenRead(machines[0]);
                var since = now.EntriesSince(heads, Words);
                Interlocked.Add(ref followed, since is null ? 0 : 1);
                known = since is null ? [.. now.Entries(Words).Select(Said)] : [.. known, .. since.Select(Said)];
                heads = now.Heads();
                Assert.Equal(now.Entries(Words).Select(Said), known);
                Assert.Empty(now.EntriesSince(heads, Words)!);
                names = now.PeopleAndWords(names);
                var anew = now.PeopleAndWords();
                Assert.Equal(anew.People.Concat(anew.Words), names.People.Concat(names.Words));
            }
        }, iter: 30);
        Assert.True(followed > 0, "Nothing was followed.");
    }

    private static string Said(JournalEntry entry) => $"{entry.Device}:{entry.Seq} {entry.Hash} {entry.Payload is null}";
}
