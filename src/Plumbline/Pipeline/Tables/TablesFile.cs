using DuckDB.NET.Data;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>
/// The DuckDB file of a build while it is written: a connection to make the tables, and for each thread and kind a
/// <see cref="TableWriter"/> of its own. What is few (coders, searches) is numbered here and written at the end.
/// </summary>
internal sealed class TablesFile : IDisposable
{
    private readonly string path;
    private readonly DuckDBConnection connection;
    private readonly Lock numbers = new();
    private readonly Dictionary<(Coder Coder, string Definition), int> coders = [];
    private readonly Dictionary<string, (int Id, SilenceSelector Search)> searches = new(StringComparer.Ordinal);
    private int lastMember = -1;

    private TablesFile(string path, DuckDBConnection connection) => (this.path, this.connection) = (path, connection);

    /// <summary>Starts a new file; one that was cut off is made anew.</summary>
    public static TablesFile Create(string path, IReadOnlyList<Codebook> codebooks, int threads)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
        var connection = Open(path);
        Execute(connection, $"SET threads={threads}; SET memory_limit='256MB'; SET preserve_insertion_order=true; SET checkpoint_threshold='1GB';");
        Execute(connection, TableSchema.Common + string.Concat(codebooks.Select(c => TableSchema.Of(c.Kind))));
        using (var appender = connection.CreateAppender("store", "variables"))
        {
            foreach (var kind in codebooks.Select(c => c.Kind))
            {
                for (var i = 0; i < kind.Variables.Count; i++)
                {
                    var v = kind.Variables[i];
                    appender.CreateRow().AppendValue(kind.Table).AppendValue(i).AppendValue(v.Name).AppendValue(v.Type.Word()).AppendValue(v.Multiple)
                        .AppendValue(v.Currency).AppendValue(v.Silence).AppendValue(v.Identity).AppendValue(v.ComputeDefinitionHash()).AppendValue(v.Label).EndRow();
                }
            }
        }

        return new TablesFile(path, connection);
    }

    /// <summary>
    /// A new connection to a tables file. Never gives SQL of others to it: see the gate of claims. A file that is only read may be
    /// that of somebody else's case, whose views could name files of this computer: it gets at none.
    /// </summary>
    public static DuckDBConnection Open(string path, bool readOnly = false)
    {
        // The builder quotes: folders may have ; and = in their names.
        var source = new DuckDBConnectionStringBuilder { DataSource = path };
        if (readOnly)
        {
            source["ACCESS_MODE"] = "READ_ONLY";
        }

        var connection = new DuckDBConnection(source.ConnectionString);
        connection.Open();
        Execute(connection, "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET allow_community_extensions=false;");
        if (readOnly)
        {
            Execute(connection, "SET enable_external_access=false; SET lock_configuration=true;");
        }

        return connection;
    }

    /// <summary>A writer for one thread and kind.</summary>
    public TableWriter CreateWriter(UnitKind kind) => new(this, path, kind);

    /// <summary>Number of the next member.</summary>
    public int NextMember() => Interlocked.Increment(ref lastMember);

    /// <summary>Number of a coder under a definition.</summary>
    public int NumberOf(Coder coder, string definition)
    {
        lock (numbers)
        {
            return coders.TryGetValue((coder, definition), out var number) ? number : coders[(coder, definition)] = coders.Count;
        }
    }

    /// <summary>Number of a search that found nothing.</summary>
    public int NumberOf(SilenceSelector search)
    {
        var key = $"{search.WholeText}\u001e{string.Join('\u001f', search.Rules)}\u001e{string.Join('\u001f', search.Sections)}";
        lock (numbers)
        {
            return (searches.TryGetValue(key, out var known) ? known : searches[key] = (searches.Count, search)).Id;
        }
    }

    /// <summary>Writes open merges.</summary>
    public void WriteMaybeSame(string kind, IReadOnlyDictionary<UnitId, UnitId> groups, RowDigest digest)
    {
        using var appender = connection.CreateAppender("store", "maybe_same");
        foreach (var (unit, group) in groups.OrderBy(g => g.Key))
        {
            appender.CreateRow().AppendValue(kind).AppendValue(unit.Value).AppendValue(group.Value).EndRow();
            digest.Begin("maybe_same");
            digest.Field(kind);
            digest.Field(unit.Value);
            digest.Field(group.Value);
            digest.End();
        }
    }

    /// <summary>Writes what was numbered, and closes the file whole.</summary>
    public void Finish()
    {
        using (var appender = connection.CreateAppender("store", "coders"))
        {
            foreach (var ((coder, definition), number) in coders.OrderBy(c => c.Value))
            {
                appender.CreateRow().AppendValue(number).AppendValue(coder.KindWord).AppendValue(coder.Name).AppendValue(coder.Version).AppendValue(definition).EndRow();
            }
        }

        using (var appender = connection.CreateAppender("store", "searches"))
        {
            foreach (var (number, search) in searches.Values.OrderBy(s => s.Id))
            {
                appender.CreateRow().AppendValue(number).AppendValue(search.Rules).AppendValue(search.Sections).AppendValue(search.WholeText).EndRow();
            }
        }

        Execute(connection, "CHECKPOINT;");
    }

    public void Dispose() => connection.Dispose();

    internal static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
