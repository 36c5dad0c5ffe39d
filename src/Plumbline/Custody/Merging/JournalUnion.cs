using Microsoft.Data.Sqlite;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody.Merging;

/// <summary>
/// Unites another journal's chains with ours, inside one transaction: entries of other devices as they are, without the payloads
/// that either side erased. What was erased there is erased here too, where that was accepted.
/// </summary>
/// <remarks>
/// Order never flips. Both sets hold all that their entries have seen, so what may come next among old entries depends on
/// old entries only; adding others puts new ones in between and never turns two old ones round.
/// </remarks>
internal sealed class JournalUnion(SqliteConnection ours, OtherCase other)
{
    /// <summary>Most erasures that a refusal names.</summary>
    private const int MostNamed = 50;
    private readonly ErasureTables tables = new(ours);
    private readonly ErasureTables theirs = new(other.Connection);
    private readonly HashSet<string> devices = new(StringComparer.Ordinal);
    private Dictionary<string, JournalHead> heads = [];
    private HashSet<DocumentId> erasedDocuments = [];
    private HashSet<EntryName> erased = [];
    private HashSet<EntryName> lost = [];
    private List<EntryName> unsaid = [];

    /// <summary>Entries that were not here.</summary>
    public long Entries { get; private set; }

    /// <summary>Of these, others than such that only say that somebody merged: only they are worth an entry of our own.</summary>
    public long News { get; private set; }

    /// <summary>Devices of the entries that were not here.</summary>
    public long Devices => devices.Count;

    /// <summary>Payloads that stood here and were erased there.</summary>
    public List<EntryName> Erased { get; } = [];

    /// <summary>Entries that must say that a payload or document was erased, because no entry says it yet.</summary>
    public List<JournalDraft> Drafts { get; } = [];

    /// <summary>Whether they can be united; writes nothing.</summary>
    /// <exception cref="IntegrityException">A device has two entries of one number.</exception>
    /// <exception cref="UsageException">It brings erasures that were not accepted.</exception>
    public void Check(bool acceptErasures)
    {
        heads = Journal.ReadHeads(ours).ToDictionary(h => h.Device, StringComparer.Ordinal);
        foreach (var head in other.Chains.Heads.Where(h => heads.ContainsKey(h.Device)))
        {
            CheckFork(heads[head.Device], head);
        }

        erasedDocuments = tables.Documents().Keys.Concat(theirs.Documents().Keys).ToHashSet();
        erased = tables.Entries();
        erased.UnionWith(theirs.Entries());
        lost = erased.Where(e => tables.Find(e) is (var what, not null) && !JournalWords.Stays(what)).ToHashSet();
        unsaid = erasedDocuments.SelectMany(tables.About).Select(e => e.Name).Where(e => !erased.Contains(e)).Distinct().ToList();
        if (lost.Count + unsaid.Count > 0 && !acceptErasures)
        {
            throw CustodyProblems.BringsErasures([.. Said().Take(MostNamed)]);
        }
    }

    /// <summary>Unites them. Throws as <see cref="Check"/> does.</summary>
    public void Run(bool acceptErasures, CancellationToken cancellation)
    {
        Check(acceptErasures);
        Erase();
        foreach (var head in other.Chains.Heads)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(head.Device, heads.GetValueOrDefault(head.Device)?.Seq ?? 0);
        }
    }

    private void CheckFork(JournalHead here, JournalHead there)
    {
        // A hash holds all before it: equal at one number, equal at all below.
        var (low, high) = (0L, Math.Min(here.Seq, there.Seq));
        if (HashAt(ours, here.Device, high) == HashAt(other.Connection, here.Device, high))
        {
            return;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = HashAt(ours, here.Device, middle) == HashAt(other.Connection, here.Device, middle) ? (middle, high) : (low, middle);
        }

        throw CustodyProblems.Fork(
            here with { Seq = high, Hash = HashAt(ours, here.Device, high) }, there with { Seq = high, Hash = HashAt(other.Connection, here.Device, high) });
    }

    /// <summary>Erases here what was erased there; a document that nobody names any more goes with its last entry.</summary>
    private void Erase()
    {
        var touched = lost.Select(e => tables.Find(e)).Where(f => f is (JournalWords.Ingest, not null)).Select(f => ErasurePayload.Document(f!.Value.Payload))
            .OfType<DocumentId>().Where(d => !erasedDocuments.Contains(d)).Distinct().ToList();
        foreach (var document in touched)
        {
            var about = tables.About(document);
            var theirEntries = theirs.About(document).Where(e => e.What == JournalWords.Ingest && !erased.Contains(e.Name));
            if (!theirEntries.Any() && about.TrueForAll(e => e.What != JournalWords.Ingest || lost.Contains(e.Name)))
            {
                erasedDocuments.Add(document);
                Drafts.Add(ErasurePayload.OfDocument(document, about.Select(e => ErasurePayload.Size(e.Payload)).Max(), null));
                unsaid.AddRange(about.Select(e => e.Name).Where(e => !lost.Contains(e)));
            }
        }

        Drafts.AddRange(unsaid.Order(Names).Select(e => ErasurePayload.OfEntry(e, null)));
        Erased.AddRange(lost.Concat(unsaid));
        tables.Erase(Erased);
    }

    private void Add(string device, long after)
    {
        using var reading = other.Connection.CreateCommand();
        reading.CommandText = JournalDatabase.Columns + "WHERE e.device = $device AND e.seq > $after ORDER BY e.seq";
        reading.Parameters.AddWithValue("$device", device);
        reading.Parameters.AddWithValue("$after", after);
        using var reader = reading.ExecuteReader();
        using var rows = new EntryInsertion(ours);
        while (reader.Read())
        {
            var row = JournalDatabase.Row(reader);
            var name = new EntryName(row.Device, row.Seq);
            devices.Add(device);
            Entries++;
            News += row.What == JournalWords.Merged ? 0 : 1;
            if (row.Payload is not null && !JournalWords.Stays(row.What))
            {
                var isOfErased = erasedDocuments.Count > 0 && ErasurePayload.MayName(row.Payload)
                    && ErasurePayload.Documents(row.Payload).Any(erasedDocuments.Contains);
                if (isOfErased && !erased.Contains(name))
                {
                    Drafts.Add(ErasurePayload.OfEntry(name, null));
                }

                row = isOfErased || erased.Contains(name) ? row with { Payload = null } : row;
            }

            rows.Add(row);
        }
    }

    /// <summary>What the other journal says of the erasures that touch what stands here.</summary>
    private IEnumerable<Problem> Said()
    {
        using var command = other.Connection.CreateCommand();
        command.CommandText = JournalDatabase.Columns + "WHERE e.what IN ('payload-erased', 'document-erased') ORDER BY e.device, e.seq";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = JournalDatabase.Row(reader);
            var reason = ErasurePayload.Words(row.Payload, "reason");
            if (ErasurePayload.Entry(row.Payload) is { } entry && lost.Contains(entry))
            {
                yield return CustodyProblems.Erasure($"Entry {entry.Short} ({tables.Find(entry)?.What})", row.Who, reason);
            }
            else if (row.What == JournalWords.DocumentErased && ErasurePayload.Document(row.Payload) is { } document && tables.About(document).Count > 0)
            {
                yield return CustodyProblems.Erasure($"Document {document.Short}", row.Who, reason);
            }
        }
    }

    private static Comparer<EntryName> Names { get; } = Comparer<EntryName>.Create(static (a, b) =>
        string.CompareOrdinal(a.Device, b.Device) is not 0 and var order ? order : a.Seq.CompareTo(b.Seq));

    private static string HashAt(SqliteConnection connection, string device, long seq)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM entries WHERE device = $device AND seq = $seq";
        command.Parameters.AddWithValue("$device", device);
        command.Parameters.AddWithValue("$seq", seq);
        return command.ExecuteScalar() is byte[] hash ? Convert.ToHexStringLower(hash) : "";
    }
}
