using Microsoft.Data.Sqlite;
using Plumbline.Evidence;

namespace Plumbline.Custody;

// Each reading has a connection and a snapshot of its own: what is entered meanwhile is not seen, and nobody waits.
public sealed partial class Journal
{
    /// <summary>The last entry of each device, by device id. Reads one row a device.</summary>
    public IReadOnlyList<JournalHead> Heads()
    {
        lock (gate)
        {
            return Reading(() => ReadHeads(connection));
        }
    }

    /// <summary>
    /// All entries, or those of one kind, in causal order: after all that their device had seen; among those that may come
    /// next, the one of the first device id. Times play no part. Payloads are checked against their hashes, the chain is
    /// not: that is <see cref="CaseVerification"/>.
    /// </summary>
    public IEnumerable<JournalEntry> Entries(string? what = null) => Entries(what is null ? null : [what]);

    /// <summary>The same, of some kinds.</summary>
    public IEnumerable<JournalEntry> Entries(IReadOnlyCollection<string>? words)
    {
        using var reading = Reading(() => JournalDatabase.OpenRead(folder));
        using var snapshot = Reading(() => reading.BeginTransaction(deferred: true));
        using var order = Reading(() => new CausalOrder(reading, ReadHeads(reading).Select(h => h.Device), words));
        while (Reading(order.Next) is { } row)
        {
            if (words is null || words.Contains(row.What))
            {
                yield return row.ToEntry();
            }
        }
    }

    /// <summary>
    /// True when a build of these heads holds all that builds read: nothing was entered after them but what changes no build. Reads the
    /// later entries only.
    /// </summary>
    internal bool SaysNoMoreThan(IReadOnlyList<JournalHead> heads)
    {
        lock (gate)
        {
            return Reading(() => heads.All(IsHere) && ReadHeads(connection).All(last =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT DISTINCT what FROM entries WHERE device = $device AND seq > $after";
                command.Parameters.AddWithValue("$device", last.Device);
                command.Parameters.AddWithValue("$after", heads.FirstOrDefault(h => h.Device == last.Device)?.Seq ?? 0);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    if (!JournalWords.OutsideBuilds.Contains(reader.GetString(0)))
                    {
                        return false;
                    }
                }

                return true;
            }));
        }
    }

    /// <summary>
    /// Entries of some kinds that came after these heads, in causal order; null when who has read all up to them must read anew: they are not of
    /// this journal, another machine's entries came in, or something was erased since. Reads the later entries only.
    /// </summary>
    internal IReadOnlyList<JournalEntry>? EntriesSince(IReadOnlyList<JournalHead> heads, IReadOnlyCollection<string> words)
    {
        lock (gate)
        {
            return Reading(() =>
            {
                var now = ReadHeads(connection);
                var grown = now.Where(h => !heads.Contains(h)).ToList();
                if (now.Count != heads.Count || grown.Count > 1 || !heads.All(IsHere))
                {
                    return null; // An entry of this machine comes after all that is here; those of two have an order of their own.
                }

                var entries = new List<JournalEntry>();
                foreach (var device in grown.Select(h => h.Device))
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = JournalDatabase.Columns + "WHERE e.device = $device AND e.seq > $after ORDER BY e.seq";
                    command.Parameters.AddWithValue("$device", device);
                    command.Parameters.AddWithValue("$after", heads.First(h => h.Device == device).Seq);
                    using var reader = command.ExecuteReader();
                    while (reader.Read())
                    {
                        var row = JournalDatabase.Row(reader);
                        if (row.What is JournalWords.Erased or JournalWords.DocumentErased or JournalWords.Merged)
                        {
                            return null;
                        }

                        if (words.Contains(row.What))
                        {
                            entries.Add(row.ToEntry());
                        }
                    }
                }

                return (IReadOnlyList<JournalEntry>)entries;
            });
        }
    }

    private bool IsHere(JournalHead head)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM entries WHERE device = $device AND seq = $seq";
        command.Parameters.AddWithValue("$device", head.Device);
        command.Parameters.AddWithValue("$seq", head.Seq);
        return command.ExecuteScalar() is byte[] hash && Convert.ToHexStringLower(hash) == head.Hash;
    }

    /// <summary>Every document once, as it first came in, in archive order: that of <see cref="Entries(string?)"/>. Erased ones are left out.</summary>
    public IReadOnlyList<ArchivedDocument> Documents() => Documents(_ => true);

    /// <summary>The same, of some entries and some times that documents came in.</summary>
    internal IReadOnlyList<ArchivedDocument> Documents(Func<JournalEntry, bool> isIn, Func<CustodyRecord, bool>? counts = null)
    {
        var seen = new HashSet<DocumentId>();
        return [.. CustodyRecords(isIn).Where(r => (counts is null || counts(r)) && seen.Add(r.Document)).Select(r => new ArchivedDocument(r.Document, r.Size, r.File, r.Folder, r.Source))];
    }

    /// <summary>Every time that a document came in, in the order of <see cref="Entries(string?)"/>; of those not erased.</summary>
    internal IEnumerable<CustodyRecord> CustodyRecords(Func<JournalEntry, bool>? isIn = null)
    {
        var erased = ErasedDocuments();
        return Entries(JournalWords.Ingest).Where(e => e.Payload is not null && (isIn is null || isIn(e))).Select(IngestPayload.Read)
            .Where(r => !erased.Contains(r.Document));
    }

    /// <summary>Every time that a document came in, in the order of <see cref="Entries(string?)"/>.</summary>
    public IReadOnlyList<CustodyRecord> CustodyOf(DocumentId document) =>
        [.. Entries(JournalWords.Ingest).Where(e => e.Payload is { } payload && IngestPayload.MayName(payload.Span, document))
            .Select(IngestPayload.Read).Where(r => r.Document == document)];

    internal static List<JournalHead> ReadHeads(SqliteConnection connection)
    {
        // A step a device over the primary key; GROUP BY would read every row.
        using var next = connection.CreateCommand();
        next.CommandText = "SELECT min(device) FROM entries WHERE device > $device";
        var after = next.Parameters.AddWithValue("$device", "");
        using var last = connection.CreateCommand();
        last.CommandText = "SELECT seq, hash FROM entries WHERE device = $device ORDER BY seq DESC LIMIT 1";
        var of = last.Parameters.AddWithValue("$device", "");
        var heads = new List<JournalHead>();
        while (next.ExecuteScalar() is string device)
        {
            // Also keeps a hostile id, with a NUL in it, from leading in a circle.
            if (!HeadsText.IsHex(device, 32) || string.CompareOrdinal(device, (string)after.Value!) <= 0)
            {
                throw CustodyProblems.JournalBroken(new InvalidDataException("device id"));
            }

            after.Value = of.Value = device;
            using var reader = last.ExecuteReader();
            reader.Read();
            heads.Add(new JournalHead(device, reader.GetInt64(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1))));
        }

        return heads;
    }

    private EntryRow? HeadOf(string device)
    {
        using var command = connection.CreateCommand();
        command.CommandText = JournalDatabase.Columns + "WHERE e.device = $device ORDER BY e.seq DESC LIMIT 1";
        command.Parameters.AddWithValue("$device", device);
        using var reader = command.ExecuteReader();
        return reader.Read() ? JournalDatabase.Row(reader) : null;
    }

    private static T Reading<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw JournalDatabase.Fault(e, isWriting: false);
        }
    }
}
