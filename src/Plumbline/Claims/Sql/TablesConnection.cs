using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The tables, opened to be read by somebody else's SQL. The order of the settings matters: the temporary folder can't be
/// taken away after external access is off, and nothing can be set after the configuration is locked.
/// </summary>
internal sealed class TablesConnection : IDisposable
{
    private static readonly string[] Settings =
    [
        "SET search_path = 'main'", "SET temp_directory = ''", "SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false",
        "SET allow_community_extensions = false", "SET enable_external_access = false", "SET lock_configuration = true",
    ];

    /// <summary>Rows from which several threads are worth their waiting, and joins need memory.</summary>
    private const long LargeTable = 1_000_000;

    private static readonly string[] Large =
        [string.Create(CultureInfo.InvariantCulture, $"SET threads = {Math.Clamp(Environment.ProcessorCount, 1, 4)}"), "SET memory_limit = '2GB'"];

    private readonly string source;
    private readonly DuckDBConnection keeper;

    private TablesConnection(string path)
    {
        // The builder quotes: folders may have ; and = in their names. One thread: a claim takes some milliseconds, and a second
        // one is waited for by asking again and again, which on a busy machine costs more than it brings. Large tables get more below.
        source = new DuckDBConnectionStringBuilder { DataSource = path, ["ACCESS_MODE"] = "READ_ONLY", ["threads"] = "1", ["memory_limit"] = "1GB" }.ConnectionString;
        keeper = new DuckDBConnection(source);
    }

    /// <summary>What can be asked.</summary>
    public TablesSchema Schema { get; private set; } = new([]);

    /// <summary>Opens the file, read-only, and locks the engine.</summary>
    /// <exception cref="StoreFailedException">The file can't be opened, or isn't one of ours.</exception>
    public static TablesConnection Open(string path)
    {
        var tables = new TablesConnection(path);
        try
        {
            tables.keeper.Open();
            var rows = TablesSchema.Rows(tables.keeper, "SELECT max(estimated_size) FROM duckdb_tables()")[0][0] is { } most ? Convert.ToInt64(most, CultureInfo.InvariantCulture) : 0;
            foreach (var setting in rows >= LargeTable ? [.. Large, .. Settings] : Settings)
            {
                using var command = tables.keeper.CreateCommand();
                command.CommandText = setting;
                command.ExecuteNonQuery();
            }

            tables.Schema = TablesSchema.Load(tables.keeper);
            return tables;
        }
        catch (DuckDBException e)
        {
            tables.Dispose();
            throw SqlProblems.CannotOpen(e.Message.Split('\n')[0]);
        }
    }

    /// <summary>A new connection: nothing that one query leaves in it meets another.</summary>
    public DbConnection Connect()
    {
        var connection = new DuckDBConnection(source);
        connection.Open();
        return connection;
    }

    /// <summary>True for what a query can bring about, and <see cref="Describe"/> tells.</summary>
    public static bool IsOfQuery(Exception e) => e is DbException or OverflowException or InvalidCastException or OutOfMemoryException;

    /// <summary>
    /// What the engine said, as a problem. Only messages about the query itself are passed on; others may carry values.
    /// </summary>
    public static Problem Describe(Exception e)
    {
        var message = e.Message.Split('\n')[0].Trim();
        return e switch
        {
            OverflowException or InvalidCastException => SqlProblems.WrongValue(),
            OutOfMemoryException => SqlProblems.OutOfMemory(),
            _ when message.StartsWith("Out of Memory", StringComparison.OrdinalIgnoreCase) || message.Contains("bad_alloc", StringComparison.Ordinal)
                   || message.Contains("memory", StringComparison.OrdinalIgnoreCase) => SqlProblems.OutOfMemory(),
            _ when message.StartsWith("Binder Error", StringComparison.Ordinal) || message.StartsWith("Parser Error", StringComparison.Ordinal)
                   || message.StartsWith("Catalog Error", StringComparison.Ordinal) => SqlProblems.Engine(message.Length > 300 ? message[..300] : message),
            _ => SqlProblems.WrongValue(),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => keeper.Dispose();
}
