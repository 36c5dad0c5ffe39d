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
    private int nextCoder;
    private int nextSearch;

    private TablesFile(string path, DuckDBConnection connection) => (this.path, this.connection) = (path, connection);

    /// <summary>Starts a new file; one that was cut off is made anew.</summary>
    public static TablesFile Create(string path, IReadOnlyList<Codebook> codebooks, int threads)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
        var connection = Open(path);
        Execute(connection, Settings(threads));
        Execute(connection, TableSchema.Common + string.Concat(codebooks.Select(c => TableSchema.Of(c.Kind))));
        var file = new TablesFile(path, connection);
        file.WriteVariables(codebooks);
        return file;
    }

    /// <summary>Opens the copy of a file that an earlier build made, to replace what changed in it.</summary>
    public static TablesFile Reopen(string path, IReadOnlyList<Codebook> codebooks, int threads)
    {
        var connection = Open(path);
        Execute(connection, Settings(threads));
        var file = new TablesFile(path, connection);
        file.ReadNumbers();
        Execute(connection, "TRUNCATE store.variables; TRUNCATE store.coders; TRUNCATE store.searches;");
        file.WriteVariables(codebooks);
        return file;
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
            // Said when it is opened, not by statements after: a second connection to the file finds its configuration locked.
            source["ACCESS_MODE"] = "READ_ONLY";
            source["autoinstall_known_extensions"] = source["autoload_known_extensions"] = source["allow_community_extensions"] = "false";
            source["enable_external_access"] = "false";
            source["lock_configuration"] = "true";
        }

        var connection = new DuckDBConnection(source.ConnectionString);
        connection.Open();
        if (!readOnly)
        {
            Execute(connection, "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET allow_community_extensions=false;");
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
            return coders.TryGetValue((coder, definition), out var number) ? number : coders[(coder, definition)] = nextCoder++;
        }
    }

    /// <summary>Number of a search that found nothing.</summary>
    public int NumberOf(SilenceSelector search)
    {
        var key = KeyOf(search);
        lock (numbers)
        {
            return (searches.TryGetValue(key, out var known) ? known : searches[key] = (nextSearch++, search)).Id;
        }
    }

    /// <summary>Writes open merges.</summary>
    public void WriteMaybeSame(string kind, IReadOnlyDictionary<UnitId, UnitId> groups, RowDigest digest)
    {
        var digested = new UnitDigest(kind);
        using var appender = connection.CreateAppender("store", "maybe_same");
        foreach (var (unit, group) in groups.OrderBy(g => g.Key))
        {
            appender.CreateRow().AppendValue(kind).AppendValue(unit.Value).AppendValue(group.Value).EndRow();
            digested.MaybeSame(digest, unit, group);
        }
    }

    /// <summary>Writes people's decisions.</summary>
    public void WriteDecisions(UnitKind kind, Decisions.UnitDecisions decisions, RowDigest digest) => DecisionRows.Write(connection, kind, decisions, digest);

    /// <summary>Forgets coders and searches that no coding names any more.</summary>
    public void Forget(IReadOnlyList<Codebook> codebooks)
    {
        var tables = codebooks.SelectMany(c => c.Kind.Variables.Select(v => TableSchema.Codings(c.Kind, v))).ToList();
        var (someCoders, someSearches) = (Named("coder"), Named("search"));
        foreach (var coder in coders.Where(c => !someCoders.Contains(c.Value)).ToList())
        {
            coders.Remove(coder.Key);
        }

        foreach (var search in searches.Where(s => !someSearches.Contains(s.Value.Id)).ToList())
        {
            searches.Remove(search.Key);
        }

        HashSet<int> Named(string column)
        {
            using var command = connection.CreateCommand();
            command.CommandText = string.Join(" UNION ", tables.Select(t => $"SELECT {column} FROM store.\"{t}\" WHERE {column} IS NOT NULL"));
            using var reader = command.ExecuteReader();
            var named = new HashSet<int>();
            while (reader.Read())
            {
                named.Add(reader.GetInt32(0));
            }

            return named;
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

    /// <summary>The connection that made the tables.</summary>
    public DuckDBConnection Connection => connection;

    public void Dispose() => connection.Dispose();

    private static string Settings(int threads) =>
        $"SET threads={threads}; SET memory_limit='256MB'; SET preserve_insertion_order=true; SET checkpoint_threshold='1GB';";

    private void WriteVariables(IReadOnlyList<Codebook> codebooks)
    {
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
    }

    private void ReadNumbers()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coder, kind, name, version, definition FROM store.coders";
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                coders[(new Coder(KindOf(reader.GetString(1)), reader.GetString(2), reader.GetString(3)), reader.GetString(4))] = reader.GetInt32(0);
                nextCoder = Math.Max(nextCoder, reader.GetInt32(0) + 1);
            }
        }

        command.CommandText = "SELECT search, rules, sections, whole FROM store.searches";
        using var searched = command.ExecuteReader();
        while (searched.Read())
        {
            var search = new SilenceSelector(searched.GetFieldValue<List<string>>(1), searched.GetFieldValue<List<string>>(2), searched.GetBoolean(3));
            searches[KeyOf(search)] = (searched.GetInt32(0), search);
            nextSearch = Math.Max(nextSearch, searched.GetInt32(0) + 1);
        }
    }

    private static CoderKind KindOf(string word) => word switch { "rule" => CoderKind.Rule, "column" => CoderKind.Column, _ => CoderKind.Person };

    private static string KeyOf(SilenceSelector search) =>
        $"{search.WholeText}\u001e{string.Join('\u001f', search.Rules)}\u001e{string.Join('\u001f', search.Sections)}";

    internal static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
