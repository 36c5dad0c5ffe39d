using Microsoft.Data.Sqlite;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>What a journal's tables say of erasures, and the statements that erase. Called with the journal locked, or in a snapshot.</summary>
internal sealed class ErasureTables(SqliteConnection connection)
{
    /// <summary>Entries that some entry says to be erased, those that can be.</summary>
    public HashSet<EntryName> Entries()
    {
        var named = new HashSet<EntryName>();
        Each(
            "SELECT p.body FROM entries e JOIN payloads p ON p.device = e.device AND p.seq = e.seq WHERE e.what = $what",
            r => named.UnionWith(ErasurePayload.Entry(r.GetFieldValue<byte[]>(0)) is { } entry ? [entry] : []),
            ("$what", JournalWords.Erased));
        return named;
    }

    /// <summary>Documents that were erased, with their sizes.</summary>
    public Dictionary<DocumentId, long> Documents()
    {
        var documents = new Dictionary<DocumentId, long>();
        Each(
            "SELECT p.body FROM entries e JOIN payloads p ON p.device = e.device AND p.seq = e.seq WHERE e.what = $what",
            r =>
            {
                var payload = r.GetFieldValue<byte[]>(0);
                if (ErasurePayload.Document(payload) is { } document)
                {
                    documents.TryAdd(document, ErasurePayload.Size(payload));
                }
            },
            ("$what", JournalWords.DocumentErased));
        return documents;
    }

    /// <summary>Entries about a document that still have their payload, by device and number.</summary>
    public List<(EntryName Name, string What, byte[] Payload)> About(DocumentId document)
    {
        var found = new List<(EntryName Name, string What, byte[] Payload)>();
        Each(
            """
            SELECT e.device, e.seq, e.what, p.body FROM payloads p JOIN entries e ON p.device = e.device AND p.seq = e.seq
            WHERE instr(p.body, CAST($hex AS BLOB)) > 0 ORDER BY e.device, e.seq
            """,
            r =>
            {
                var (what, payload) = (r.GetString(2), r.GetFieldValue<byte[]>(3));
                if (!JournalWords.Stays(what) && ErasurePayload.Documents(payload).Contains(document))
                {
                    found.Add((new EntryName(r.GetString(0), r.GetInt64(1)), what, payload));
                }
            },
            ("$hex", document.Hex));
        return found;
    }

    /// <summary>Entries that name a source in their top-level <c>source</c> and still have their payload, by device and number.</summary>
    public List<(EntryName Name, string What, byte[] Payload)> Naming(string source)
    {
        var found = new List<(EntryName Name, string What, byte[] Payload)>();
        Each(
            """
            SELECT e.device, e.seq, e.what, p.body FROM payloads p JOIN entries e ON p.device = e.device AND p.seq = e.seq
            WHERE instr(p.body, CAST('"source":' AS BLOB)) > 0 ORDER BY e.device, e.seq
            """,
            r =>
            {
                var (what, payload) = (r.GetString(2), r.GetFieldValue<byte[]>(3));
                if (!JournalWords.Stays(what) && ErasurePayload.Words(payload, "source") == source)
                {
                    found.Add((new EntryName(r.GetString(0), r.GetInt64(1)), what, payload));
                }
            });
        return found;
    }

    /// <summary>Kind and payload of an entry; null when there is none.</summary>
    public (string What, byte[]? Payload)? Find(EntryName name)
    {
        (string What, byte[]? Payload)? found = null;
        Each(
            "SELECT e.what, p.body FROM entries e LEFT JOIN payloads p ON p.device = e.device AND p.seq = e.seq WHERE e.device = $device AND e.seq = $seq",
            r => found = (r.GetString(0), r.IsDBNull(1) ? null : r.GetFieldValue<byte[]>(1)),
            ("$device", name.Device),
            ("$seq", name.Seq));
        return found;
    }

    /// <summary>Takes payloads away. The entries that say so are the caller's, in the same transaction.</summary>
    public void Erase(IEnumerable<EntryName> entries)
    {
        foreach (var entry in entries)
        {
            Run("INSERT OR IGNORE INTO erasures VALUES ($device, $seq)", entry);
            Run("DELETE FROM payloads WHERE device = $device AND seq = $seq", entry);
        }
    }

    private void Run(string sql, EntryName entry)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$device", entry.Device);
        command.Parameters.AddWithValue("$seq", entry.Seq);
        command.ExecuteNonQuery();
    }

    private void Each(string sql, Action<SqliteDataReader> row, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }
}
