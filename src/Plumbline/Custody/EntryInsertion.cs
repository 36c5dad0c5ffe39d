using Microsoft.Data.Sqlite;

namespace Plumbline.Custody;

/// <summary>Inserts entries as they are, with their payloads where they have one. Inside a transaction.</summary>
internal sealed class EntryInsertion : IDisposable
{
    private readonly SqliteCommand entry;
    private readonly SqliteCommand payload;

    public EntryInsertion(SqliteConnection connection)
    {
        entry = Command(connection, "entries", "$device", "$seq", "$previous", "$seen", "$at", "$who", "$what", "$payload_hash", "$hash", "$signature");
        payload = Command(connection, "payloads", "$device", "$seq", "$salt", "$body");
    }

    public void Add(EntryRow row)
    {
        Insert(entry, row.Device, row.Seq, row.Previous, row.Seen, row.At, row.Who, row.What, row.PayloadHash, row.Hash, row.Signature);
        if (row.Payload is not null)
        {
            Insert(payload, row.Device, row.Seq, row.Salt, row.Payload);
        }
    }

    public void Dispose()
    {
        entry.Dispose();
        payload.Dispose();
    }

    private static SqliteCommand Command(SqliteConnection connection, string table, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", names)})";
        command.Parameters.AddRange(names.Select(n => new SqliteParameter(n, null)));
        return command;
    }

    private static void Insert(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
