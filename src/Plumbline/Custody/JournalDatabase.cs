using System.Text;
using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// The SQLite file of the journal: its tables, how it is opened, how its faults are named. Entries can't be changed or
/// removed: triggers refuse it, so that a mistake in a program can't do what only the chain could show. Payloads stand in a
/// table of their own and can be erased, once <c>erasures</c> names them.
/// </summary>
internal static class JournalDatabase
{
    private const int Version = 1;

    /// <summary>The statements as SQLite keeps them; <see cref="CheckTables"/> compares.</summary>
    internal static readonly string[] Statements =
    [
        """
        CREATE TABLE entries (
          device TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), previous BLOB NOT NULL, seen TEXT NOT NULL, at TEXT NOT NULL,
          who TEXT NOT NULL, what TEXT NOT NULL, payload_hash BLOB NOT NULL, hash BLOB NOT NULL, signature BLOB,
          PRIMARY KEY (device, seq)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE payloads (
          device TEXT NOT NULL, seq INTEGER NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL,
          PRIMARY KEY (device, seq)) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE erasures (device TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (device, seq)) STRICT, WITHOUT ROWID",
        "CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT raise(ABORT, 'entries are never changed'); END",
        "CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'entries are never removed'); END",
        "CREATE TRIGGER payloads_stay BEFORE UPDATE ON payloads BEGIN SELECT raise(ABORT, 'payloads are never changed'); END",
        """
        CREATE TRIGGER payloads_remain BEFORE DELETE ON payloads
        WHEN NOT EXISTS (SELECT 1 FROM erasures e WHERE e.device = old.device AND e.seq = old.seq)
        BEGIN SELECT raise(ABORT, 'payloads are erased by an entry only'); END
        """,
    ];

    public static SqliteConnection OpenRead(CaseFolder folder)
    {
        if (!File.Exists(folder.Journal))
        {
            throw CustodyProblems.NoJournal();
        }

        return Open(folder, SqliteOpenMode.ReadOnly);
    }

    public static SqliteConnection OpenWrite(CaseFolder folder) => Open(folder, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Makes the tables of a new journal; true when they were made. Called inside a transaction.</summary>
    public static bool Prepare(SqliteConnection connection)
    {
        if (Number(connection, "PRAGMA user_version") == 0 && IsEmpty(connection))
        {
            foreach (var statement in Statements)
            {
                Run(connection, statement.ReplaceLineEndings("\n"));
            }

            Run(connection, FormattableString.Invariant($"PRAGMA user_version = {Version}"));
            return true;
        }

        return CheckTables(connection) ? false : throw CustodyProblems.JournalBroken(new InvalidDataException("tables"));
    }

    /// <summary>True when tables and triggers are those of this version, no more and no fewer: somebody else's journal could bring its own triggers.</summary>
    public static bool CheckTables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY sql";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        found.Sort(StringComparer.Ordinal);
        return found.SequenceEqual(Statements.Select(s => s.ReplaceLineEndings("\n")).Order(StringComparer.Ordinal));
    }

    /// <summary>True for a file that nothing was ever entered into.</summary>
    public static bool IsEmpty(SqliteConnection connection) => Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>True when SQLite finds nothing wrong with its own file.</summary>
    public static bool IsSound(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() is "ok";
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Reads <see cref="Columns"/>; text as the bytes that stand there, so that a hidden NUL is seen.</summary>
    public static EntryRow Row(SqliteDataReader reader) => new()
    {
        Device = Text(reader, 0),
        Seq = reader.GetInt64(1),
        Previous = reader.GetFieldValue<byte[]>(2),
        Seen = Text(reader, 3),
        At = Text(reader, 4),
        Who = Text(reader, 5),
        What = Text(reader, 6),
        PayloadHash = reader.GetFieldValue<byte[]>(7),
        Hash = reader.GetFieldValue<byte[]>(8),
        Signature = reader.IsDBNull(9) ? null : reader.GetFieldValue<byte[]>(9),
        Salt = reader.IsDBNull(10) ? null : reader.GetFieldValue<byte[]>(10),
        Payload = reader.IsDBNull(11) ? null : reader.GetFieldValue<byte[]>(11),
    };

    /// <summary>What <see cref="Row"/> reads.</summary>
    public const string Columns =
        """
        SELECT CAST(e.device AS BLOB), e.seq, e.previous, CAST(e.seen AS BLOB), CAST(e.at AS BLOB), CAST(e.who AS BLOB),
               CAST(e.what AS BLOB), e.payload_hash, e.hash, e.signature, p.salt, p.body
        FROM entries e LEFT JOIN payloads p ON p.device = e.device AND p.seq = e.seq 
        """;

    /// <summary>The fault of this library's kind for one of SQLite's.</summary>
    public static PlumblineException Fault(SqliteException e, bool isWriting) => e.SqliteErrorCode switch
    {
        5 or 6 => CustodyProblems.Busy(e),
        11 or 26 => CustodyProblems.JournalBroken(e),
        _ => isWriting ? CustodyProblems.CannotWrite("journal", e) : CustodyProblems.CannotRead("journal", e),
    };

    private static string Text(SqliteDataReader reader, int column) =>
        Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(column));

    private static SqliteConnection Open(CaseFolder folder, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = folder.Journal,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 60,
        }.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA trusted_schema = OFF");
            Run(connection, "PRAGMA busy_timeout = 60000");
            if (mode != SqliteOpenMode.ReadOnly)
            {
                Run(connection, "PRAGMA journal_mode = WAL");
                Run(connection, "PRAGMA synchronous = FULL");
            }

            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Fault(e, mode != SqliteOpenMode.ReadOnly);
        }
    }
}
