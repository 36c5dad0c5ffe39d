using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>
/// Erases an entry's payload, a document with all that the journal says of it, or a source with all that only it gave. The entries stay, so the chain still
/// verifies, and new ones say what was erased, by whom and why. First the journal, in one transaction, then the bytes: cut off
/// in between, the same call ends it.
/// </summary>
public static class CustodyErasure
{
    /// <summary>What an erasure would take away; changes nothing.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="target"><c>DEVICE:SEQ</c>, the word of a source, a SHA-256, or the beginning of one.</param>
    /// <exception cref="UsageException">It names nothing, more than one, or an entry that is never erased.</exception>
    public static ErasureReport Plan(CaseFolder folder, string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var journal = Journal.OpenRead(folder);
        return Report(folder, ErasurePlan.Make(folder, journal, target), isDone: false);
    }

    /// <summary>Erases. When it comes back, the bytes are in no file that Plumbline keeps in the case.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="target">As in <see cref="Plan"/>.</param>
    /// <param name="options">Who and why.</param>
    /// <param name="removeBuilt">Removes all that was made from documents; called after the journal says that it is erased.</param>
    /// <exception cref="UsageException">As in <see cref="Plan"/>.</exception>
    /// <exception cref="StoreFailedException">It can't be written, or another program holds something: call it again.</exception>
    public static ErasureReport Erase(CaseFolder folder, string target, ErasureOptions options, Action removeBuilt)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(removeBuilt);
        using (var reading = Journal.OpenRead(folder))
        {
            // A slip of the pen writes nothing, not even a key.
            ErasurePlan.Make(folder, reading, target);
        }

        using var held = CustodyLock.Exclusive(folder);
        using var journal = Journal.OpenWrite(folder, new JournalOptions { Who = options.Who, Clock = options.Clock });
        var plan = ErasurePlan.Make(folder, journal, target);
        var report = Report(folder, plan, isDone: false);
        ErasureEnd.Begin(folder);
        if (plan.Entries.Count > 0 || plan.NewDocuments.Count > 0)
        {
            journal.Erase([.. plan.Entries.Select(e => e.Name)], plan.Drafts(options.Reason));
        }

        ErasureEnd.Finish(folder, journal, removeBuilt);
        return report with { Copies = Report(folder, plan, isDone: true).Copies };
    }

    private static ErasureReport Report(CaseFolder folder, ErasurePlan plan, bool isDone)
    {
        var copies = CaseCopies.Find(folder, plan.Documents).ToList();
        return new ErasureReport
        {
            Entries = [.. plan.Entries.Select(e => new ErasedEntry(e.Name.Device, e.Name.Seq, e.What))],
            Documents = [.. plan.Documents.Keys.Order()],
            Originals = Shown(copies.Where(c => CaseCopies.IsInSources(c) && !isDone)),
            Copies = Shown(copies.Where(c => !CaseCopies.IsInSources(c) || isDone)),
            Names = plan.Source is not { } source ? [] : [.. new[] { source.Id, source.Name, source.Pseudonym }.OfType<string>().Distinct(StringComparer.Ordinal)],
            WasErased = plan.Entries.Count == 0 && plan.NewDocuments.Count == 0,
        };
    }

    private static List<string> Shown(IEnumerable<FoundFile> files) => [.. files.Select(f => f.Shown)];
}
