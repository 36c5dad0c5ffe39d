using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Plumbline.Evidence;

namespace Plumbline.Custody;

// Every transaction takes the lock of the database first and then reads the head anew, so two processes that write as the
// same device make one chain. Only the last entry of a transaction is signed: signing each would cost more than the disk.
public sealed partial class Journal
{
    /// <summary>Most entries of one group commit.</summary>
    private const int GroupEntries = 500;

    /// <summary>Writes entries in one transaction: all or none. They are on disk when this comes back.</summary>
    /// <exception cref="InvalidOperationException">The journal is open for reading.</exception>
    public IReadOnlyList<JournalEntry> Append(IReadOnlyList<JournalDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        if (drafts.Count == 0)
        {
            return [];
        }

        return Write(_ => Enter(key ?? throw new InvalidOperationException("The journal is open for reading."), drafts));
    }

    /// <summary>
    /// Writes an entry together with what others write at the same moment: one flush for all. The task ends when it is on
    /// disk. Where one of a group can't be written, none is.
    /// </summary>
    /// <exception cref="InvalidOperationException">The journal is open for reading, or disposed.</exception>
    public Task<JournalEntry> AppendAsync(JournalDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (key is null)
        {
            throw new InvalidOperationException("The journal is open for reading.");
        }

        lock (gate)
        {
            if (waiting is null)
            {
                waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
                groupCommit = Task.Run(() => CommitGroupsAsync(waiting.Reader));
            }
        }

        var acknowledged = new TaskCompletionSource<JournalEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting.Writer.TryWrite(new Waiting(draft, acknowledged))
            ? acknowledged.Task
            : throw new InvalidOperationException("The journal is disposed.");
    }

    private async Task CommitGroupsAsync(ChannelReader<Waiting> reader)
    {
        var group = new List<Waiting>(GroupEntries);
        while (await reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < GroupEntries && reader.TryRead(out var next))
            {
                group.Add(next);
            }

            try
            {
                var entries = Append(group.ConvertAll(static w => w.Draft));
                for (var i = 0; i < group.Count; i++)
                {
                    group[i].Acknowledged.SetResult(entries[i]);
                }
            }
            catch (Exception e)
            {
                // Not swallowed: each writer gets it from its own task.
                group.ForEach(w => w.Acknowledged.TrySetException(e));
            }
        }
    }

    /// <summary>Makes the tables where there are none, and takes the device's key; its chain starts here when it has none.</summary>
    private DeviceKey Begin() => Write(_ =>
    {
        var isNew = JournalDatabase.Prepare(connection);
        var device = DeviceKey.Take(folder);
        var drafts = FirstOf(device);
        if (isNew)
        {
            drafts.Add(new JournalDraft(JournalWords.CaseCreated, CanonicalJson.Of()));
        }

        if (drafts.Count > 0)
        {
            Enter(device, drafts);
        }

        return device;
    });

    /// <summary>The entry that a device's chain starts with, where it has none yet.</summary>
    private List<JournalDraft> FirstOf(DeviceKey device) => HeadOf(device.Device) is not null
        ? []
        : [new JournalDraft(JournalWords.DeviceAdded, CanonicalJson.Of(("key", Convert.ToHexStringLower(device.PublicKey))))];

    private T Write<T>(Func<SqliteTransaction, T> work)
    {
        try
        {
            lock (gate)
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                var result = work(transaction);
                transaction.Commit();
                return result;
            }
        }
        catch (SqliteException e)
        {
            throw JournalDatabase.Fault(e, isWriting: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("journal", e);
        }
    }

    private List<JournalEntry> Enter(DeviceKey device, IReadOnlyList<JournalDraft> drafts)
    {
        using var rows = new EntryInsertion(connection);
        var last = HeadOf(device.Device);
        var seen = HeadsText.Format(ReadHeads(connection).Where(h => h.Device != device.Device));
        var at = EntryForm.Time(options!.Clock.GetUtcNow());
        var entered = new List<JournalEntry>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var salt = RandomNumberGenerator.GetBytes(EntryForm.SaltBytes);
            var body = drafts[i].Payload.ToArray();
            var row = new EntryRow
            {
                Device = device.Device,
                Seq = (last?.Seq ?? 0) + 1,
                Previous = last?.Hash ?? [],
                Seen = i == 0 ? seen : "",
                At = at,
                Who = CanonicalJson.Unicode(options.Who),
                What = drafts[i].What,
                PayloadHash = EntryForm.PayloadHash(salt, body),
                Salt = salt,
                Payload = body,
            };
            var hash = EntryForm.Hash(row, last?.Signature);
            row = row with { Hash = hash, Signature = i == drafts.Count - 1 || row.What == JournalWords.Withheld ? device.Sign(hash) : null };
            rows.Add(row);
            entered.Add(row.ToEntry());
            last = row;
        }

        return entered;
    }

    private sealed record Waiting(JournalDraft Draft, TaskCompletionSource<JournalEntry> Acknowledged);
}

/// <summary>What entries say that happened. They never change.</summary>
internal static class JournalWords
{
    public const string DeviceAdded = "device-added";
    public const string CaseCreated = "case-created";
    public const string Ingest = "ingest";

    /// <summary>Payload names device and seq of the entry whose payload was erased; without such an entry a missing payload is a broken one.</summary>
    public const string Erased = "payload-erased";

    /// <summary>Payload names the document whose bytes were erased.</summary>
    public const string DocumentErased = "document-erased";

    /// <summary>Another machine's journal was united with this one; payload says how much came and from which heads.</summary>
    public const string Merged = "case-merged";

    /// <summary>A person signed drafts; payload names files of the archive (<see cref="SignedBlobs"/>).</summary>
    public const string Signature = "signature";

    /// <summary>Somebody is to code a unit, or it waits.</summary>
    public const string Task = "task";

    /// <summary>Entries that change nothing of what a build holds, whatever they say.</summary>
    public static IReadOnlyCollection<string> OutsideBuilds { get; } = [DeviceAdded, CaseCreated, Merged, Signature, Task];

    /// <summary>A source or document is taken out of every reading.</summary>
    public const string Withdrawal = "withdrawal";

    /// <summary>Payload names the withdrawal that is taken back.</summary>
    public const string Reinstatement = "reinstatement";

    /// <summary>Payload names a coder and the entries whose payloads their hand-out leaves out; the last entry of a device there.</summary>
    public const string Withheld = "payloads-withheld";

    /// <summary>Small cases were made for coders; payload names them. Stands behind the entries that say what each leaves out.</summary>
    public const string HandedOut = "handed-out";

    /// <summary>Entries whose payload is never erased: keys, identity of the case, and what says that something was erased or withheld.</summary>
    public static bool Stays(string what) => what is DeviceAdded or CaseCreated or Erased or DocumentErased or Merged or Withheld or HandedOut;
}
