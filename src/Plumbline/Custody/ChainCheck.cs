using System.Text.Json;
using Microsoft.Data.Sqlite;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.HandingOut;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// Checks every entry: its number, its hash, that of the one before, the signatures, the payload, the heads it has seen.
/// A chain is left at its first broken entry, since all after it hangs on it; the other chains are checked on.
/// </summary>
internal sealed class ChainCheck(SqliteConnection connection, List<Problem> problems)
{
    private readonly List<(string Device, long Seq)> withoutPayload = [];
    private readonly HashSet<(string Device, long Seq)> erased = [];
    private readonly HashSet<(string By, JournalHead Head)> seen = [];

    public long Entries { get; private set; }

    public long Erased => withoutPayload.Count(erased.Contains);

    /// <summary>Payloads that a hand-out leaves out, each named by the entry that says so.</summary>
    public long Withheld => HandOut is { } handOut ? withoutPayload.Count(e => !erased.Contains(e) && handOut.Entries.Contains(e.Device, e.Seq)) : 0;

    /// <summary>What makes this journal a hand-out's: the last entry of a device, saying what is withheld. Null for a whole case; known when all was read.</summary>
    public (WithheldEntries Entries, string Device, long Seq)? HandOut { get; private set; }

    /// <summary>Documents that an entry names and none says to be erased; known when all was read.</summary>
    public HashSet<DocumentId> Documents { get; } = [];

    /// <summary>Documents that were erased.</summary>
    public HashSet<DocumentId> ErasedDocuments { get; } = [];

    /// <summary>Hashes of the entries that say that the case was created: what makes two journals one case's.</summary>
    public SortedSet<string> Cases { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<JournalHead> Heads { get; private set; } = [];

    /// <summary>Not checked until all was read.</summary>
    public CheckOutcome KnownHeads { get; private set; }

    /// <summary>Checks all, then that the heads of <paramref name="known"/> are in the chains.</summary>
    public void Run(IReadOnlyList<JournalHead> known, CancellationToken cancellation)
    {
        if (!JournalDatabase.CheckTables(connection))
        {
            problems.Add(CustodyProblems.Tables());
        }

        Heads = Journal.ReadHeads(connection);
        foreach (var head in Heads)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckChain(head.Device, cancellation);
        }

        Documents.ExceptWith(ErasedDocuments);
        if (Cases.Count == 0)
        {
            problems.Add(CustodyProblems.NoEntries("No entry says that the case was created."));
        }

        CheckPayloads();
        foreach (var (by, head) in seen.OrderBy(s => s.Head.Device, StringComparer.Ordinal).ThenBy(s => s.Head.Seq))
        {
            CheckKnown(head, $"device {by} had seen");
        }

        KnownHeads = CheckOutcome.Passed;
        foreach (var head in known)
        {
            if (!CheckKnown(head, "the heads file names"))
            {
                KnownHeads = CheckOutcome.Failed;
            }
        }
    }

    private void CheckChain(string device, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = JournalDatabase.Columns + "WHERE e.device = $device ORDER BY e.seq";
        command.Parameters.AddWithValue("$device", device);
        using var reader = command.ExecuteReader();
        EntryRow? last = null;
        byte[] publicKey = [];
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = JournalDatabase.Row(reader);
            Entries++;
            if (row.Seq != (last?.Seq ?? 0) + 1)
            {
                problems.Add(CustodyProblems.CutOff(device, (last?.Seq ?? 0) + 1, "is missing"));
                return;
            }

            publicKey = last is null ? KeyOf(row) : publicKey;
            if (FaultOf(row, last, publicKey) is { } fault)
            {
                problems.Add(CustodyProblems.Entry(device, row.Seq, fault));
                return;
            }

            Note(row);
            last = row;
        }

        if (last is { What: JournalWords.Withheld, Payload: { } payload } && WithheldEntries.Read(payload) is { } withheld)
        {
            HandOut = (withheld, device, last.Seq);
        }

        if (last is { Signature: null })
        {
            problems.Add(CustodyProblems.CutOff(device, last.Seq, "is not signed, so it was not the last: entries were cut off"));
        }
    }

    private static string? FaultOf(EntryRow row, EntryRow? last, byte[] publicKey) =>
        publicKey.Length == 0 ? "the first entry does not hold the key of this device"
        : !row.Previous.AsSpan().SequenceEqual(last?.Hash ?? []) ? "it does not follow the entry before it"
        : !row.Hash.AsSpan().SequenceEqual(EntryForm.Hash(row, last?.Signature)) ? "it was changed"
        : row.Signature is not null && !DeviceKey.Verify(row.Signature, row.Hash, publicKey) ? "its signature is not the device's"
        : !EntryForm.TryTime(row.At, out _) || !HeadsText.TryParse(row.Seen, out _) ? "it is of no known form"
        : row.Payload is not null && !EntryForm.PayloadHash(row.Salt, row.Payload).AsSpan().SequenceEqual(row.PayloadHash) ? "its payload was changed"
        : row.What == JournalWords.Signature && row.Payload is not null && SignedBlobs.Of(row.Payload).Count == 0 ? "its payload is of no known form"
        : row.What == JournalWords.Ingest && row.Payload is not null && !IngestPayload.TryRead(row.Payload, out _) ? "its payload is of no known form"
        : null;

    /// <summary>The public key that a first entry holds, when the device's id is made from it; else nothing.</summary>
    private static byte[] KeyOf(EntryRow first)
    {
        if (first.What == JournalWords.DeviceAdded && Member(first.Payload, "key") is { ValueKind: JsonValueKind.String } key
            && HeadsText.IsHex(key.GetString()!, 64))
        {
            var bytes = Convert.FromHexString(key.GetString()!);
            return DeviceKey.IdOf(bytes) == first.Device ? bytes : [];
        }

        return [];
    }

    private void Note(EntryRow row)
    {
        if (row.What == JournalWords.CaseCreated)
        {
            Cases.Add(Convert.ToHexStringLower(row.Hash));
        }

        HeadsText.TryParse(row.Seen, out var heads);
        seen.UnionWith(heads.Select(h => (row.Device, h)));
        if (row.Payload is null)
        {
            withoutPayload.Add((row.Device, row.Seq));
        }
        else if (row.What == JournalWords.Ingest && IngestPayload.TryRead(row.Payload, out var record))
        {
            Documents.Add(record.Document);
        }
        else if (row.What == JournalWords.Signature)
        {
            Documents.UnionWith(SignedBlobs.Of(row.Payload));
        }
        else if (row.What == JournalWords.Erased && ErasurePayload.Entry(row.Payload) is { } entry)
        {
            erased.Add((entry.Device, entry.Seq));
        }
        else if (row.What == JournalWords.DocumentErased && ErasurePayload.Document(row.Payload) is { } document)
        {
            ErasedDocuments.Add(document);
        }
    }

    private void CheckPayloads()
    {
        foreach (var (device, seq) in withoutPayload.Where(e => !erased.Contains(e) && HandOut?.Entries.Contains(e.Device, e.Seq) != true))
        {
            problems.Add(CustodyProblems.Payload(device, seq));
        }

        foreach (var (device, seq) in Pairs("SELECT device, seq FROM payloads EXCEPT SELECT device, seq FROM entries"))
        {
            problems.Add(CustodyProblems.Entry(device, seq, "there is a payload, but no entry"));
        }

        var tables = new ErasureTables(connection);
        foreach (var (device, seq) in erased.Where(e => tables.Find(new EntryName(e.Device, e.Seq)) is (var what, not null) && !JournalWords.Stays(what)).Order())
        {
            problems.Add(CustodyProblems.Unfinished($"the payload of entry {seq} of device {device} is still here"));
        }

        foreach (var (device, seq) in Pairs("SELECT device, seq FROM erasures").Where(e => !erased.Contains(e)))
        {
            problems.Add(CustodyProblems.Entry(device, seq, "it is marked as erased, but no entry says so"));
        }
    }

    private bool CheckKnown(JournalHead head, string whose)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM entries WHERE device = $device AND seq = $seq";
        command.Parameters.AddWithValue("$device", head.Device);
        command.Parameters.AddWithValue("$seq", head.Seq);
        var hash = command.ExecuteScalar() as byte[];
        if (hash is null)
        {
            problems.Add(CustodyProblems.CutOff(head.Device, head.Seq, $"is missing, which {whose}: entries were cut off"));
        }
        else if (Convert.ToHexStringLower(hash) != head.Hash)
        {
            problems.Add(CustodyProblems.CutOff(head.Device, head.Seq, $"is another than the one {whose}: the chain was written anew"));
        }
        else
        {
            return true;
        }

        return false;
    }

    private List<(string Device, long Seq)> Pairs(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var pairs = new List<(string Device, long Seq)>();
        while (reader.Read())
        {
            pairs.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return pairs;
    }

    private static JsonElement? Member(byte[]? payload, string key)
    {
        try
        {
            using var json = JsonDocument.Parse(payload ?? []);
            return json.RootElement.TryGetProperty(key, out var value) ? value.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
