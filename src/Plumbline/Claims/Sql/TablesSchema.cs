using System.Collections.Concurrent;
using System.Data.Common;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>Which of a variable's columns.</summary>
internal enum ColumnPart
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>First day of a date.</summary>
    From,

    /// <summary>Last day of a date.</summary>
    To,

    /// <summary>Currency of an amount that has none fixed.</summary>
    Currency,

    /// <summary>What is known of it.</summary>
    Status,
}

/// <summary>A variable as its columns stand in the tables.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Multiple">True when the column is a list.</param>
/// <param name="Currency">Fixed currency of money, else null.</param>
/// <param name="SqlType">Type of the column as the engine writes it.</param>
/// <param name="HasAlternatives">True when some unit has several possible values.</param>
internal sealed record TableVariable(string Name, VariableType Type, bool Multiple, string? Currency, string SqlType, bool HasAlternatives)
{
    /// <summary>The keys of an enumerated column, or null.</summary>
    public IReadOnlyList<string>? Keys { get; } = KeysOf(SqlType);

    /// <summary>True when the date has companions <c>_from</c> and <c>_to</c>.</summary>
    public bool IsDate => Type == VariableType.Date && !Multiple;

    /// <summary>True when the amount has a companion <c>_currency</c>.</summary>
    public bool HasCurrency => Type == VariableType.Money && Currency is null && !Multiple;

    /// <summary>The parts that have a column, with the column's name.</summary>
    public IEnumerable<(ColumnPart Part, string Column)> Columns
    {
        get
        {
            yield return (ColumnPart.Value, Name);
            if (IsDate)
            {
                yield return (ColumnPart.From, Name + "_from");
                yield return (ColumnPart.To, Name + "_to");
            }

            if (HasCurrency)
            {
                yield return (ColumnPart.Currency, Name + "_currency");
            }

            yield return (ColumnPart.Status, Name + "_status");
        }
    }

    private static List<string>? KeysOf(string type)
    {
        if (!type.StartsWith("ENUM(", StringComparison.Ordinal) || type.EndsWith(']'))
        {
            return null;
        }

        var keys = new List<string>();
        for (var i = type.IndexOf('\''); i >= 0 && i < type.Length;)
        {
            var key = new System.Text.StringBuilder();
            for (i++; i < type.Length; i++)
            {
                if (type[i] != '\'')
                {
                    key.Append(type[i]);
                }
                else if (i + 1 < type.Length && type[i + 1] == '\'')
                {
                    key.Append(type[i++]);
                }
                else
                {
                    break;
                }
            }

            keys.Add(key.ToString());
            i = type.IndexOf('\'', i + 1);
        }

        return keys;
    }
}

/// <summary>The table of a unit kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variables">In the order of the codebook.</param>
/// <param name="HasOpenMerges">True when some of its units may be the same.</param>
internal sealed record TableKind(string Name, IReadOnlyList<TableVariable> Variables, bool HasOpenMerges)
{
    /// <summary>Columns that are no coding.</summary>
    public static readonly string[] OwnColumns = ["unit_id", "file", "document"];

    /// <summary>The variable's column of this name (letter case doesn't matter), or null.</summary>
    public (TableVariable Variable, ColumnPart Part, string Name)? Find(string column)
    {
        foreach (var variable in Variables)
        {
            foreach (var (part, name) in variable.Columns)
            {
                if (name.Equals(column, StringComparison.OrdinalIgnoreCase))
                {
                    return (variable, part, name);
                }
            }
        }

        return null;
    }

    /// <summary>Names of all columns that queries can name.</summary>
    public IEnumerable<string> ColumnNames => OwnColumns.Concat(Variables.SelectMany(v => v.Columns.Select(c => c.Column)));
}

/// <summary>What can be asked of one DuckDB file of tables.</summary>
internal sealed class TablesSchema(IReadOnlyList<TableKind> kinds)
{
    /// <summary>Columns of a kind's codings.</summary>
    public static readonly string[] CodingColumns =
    [
        "unit_id", "variable", "status", "value", "candidates", "coder_kind", "coder", "coder_version", "definition", "certain", "member",
        "document", "file", "place", "start", "end", "quote", "prefix", "suffix", "page", "section", "row", "line", "column", "cell", "searched", "sections", "evidence",
        "act", "shown", "shown_entries", "note", "entry", "found_by", "stale",
    ];

    private readonly ConcurrentDictionary<(string, string), double> knownParts = new();
    private ILookup<string, string> identity = Array.Empty<string>().ToLookup(k => k);

    /// <summary>The kinds, by name.</summary>
    public IReadOnlyList<TableKind> Kinds { get; } = kinds;

    /// <summary>The word for the kind of each coder, by its number.</summary>
    public IReadOnlyDictionary<int, string> Coders { get; private init; } = new Dictionary<int, string>();

    /// <summary>The rules that searched, by the number of the search.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Searches { get; private init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>The kind of this name (letter case doesn't matter), or null.</summary>
    public TableKind? Find(string name) => Kinds.FirstOrDefault(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Variables of a kind that name a person.</summary>
    public IEnumerable<string> Identity(string kind) => identity[kind];

    /// <summary>The part of a kind's units of which a variable is settled and known, a date to the day: 0 to 1; 0 of no units. Looked at once.</summary>
    public double KnownPart(DbConnection connection, TableKind kind, TableVariable variable) => knownParts.GetOrAdd((kind.Name, variable.Name), _ =>
    {
        var row = Rows(connection, $"SELECT count(*), count(*) FILTER ({ReadingRows.IsKnown(variable)}) FROM store.{SqlText.Name(kind.Name)} s")[0];
        return row is [long and > 0 and var all, long known] ? (double)known / all : 0;
    });

    /// <summary>True for the codings of a kind.</summary>
    public bool IsCodings(string name) => Kinds.Any(k => name.Equals(k.Name + "_codings", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads it from the file.</summary>
    public static TablesSchema Load(DbConnection connection)
    {
        var types = Rows(connection,
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'store' AND database_name = current_database()")
            .ToDictionary(r => ((string)r[0]!, (string)r[1]!), r => (string)r[2]!);
        var kinds = new List<TableKind>();
        var variables = Rows(connection, "SELECT kind, name, type, multiple, currency, identity FROM store.variables ORDER BY kind, position");
        var merging = Rows(connection, "SELECT DISTINCT kind FROM store.maybe_same").Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        // No name of a kind has a dot; views of codings have.
        var names = types.Keys.Where(t => t.Item2 == "unit_id" && t.Item1 != "members" && !t.Item1.Contains('.', StringComparison.Ordinal) && types.ContainsKey((t.Item1, "document")))
            .Select(t => t.Item1).Order(StringComparer.Ordinal);
        foreach (var kind in names)
        {
            var several = types.ContainsKey((kind + "_alternatives", "unit_id"))
                ? Rows(connection, $"SELECT DISTINCT variable FROM store.{SqlText.Name(kind + "_alternatives")}").Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal)
                : [];
            kinds.Add(new TableKind(
                kind,
                variables.Where(r => (string)r[0]! == kind && types.ContainsKey((kind, (string)r[1]!)))
                    .Select(r => new TableVariable(
                        (string)r[1]!, TypeOf((string)r[2]!), r[3] is true, r[4] as string is { Length: > 0 } currency ? currency : null,
                        types[(kind, (string)r[1]!)], several.Contains((string)r[1]!)))
                    .ToList(),
                merging.Contains(kind)));
        }

        return new TablesSchema(kinds)
        {
            Coders = Rows(connection, "SELECT coder, kind FROM store.coders").ToDictionary(r => (int)r[0]!, r => (string)r[1]!),
            identity = variables.Where(v => v[5] is true).ToLookup(v => (string)v[0]!, v => (string)v[1]!, StringComparer.Ordinal),
            Searches = Rows(connection, "SELECT search, rules FROM store.searches").ToDictionary(r => (int)r[0]!, r => (IReadOnlyList<string>)(r[1] is IEnumerable<string> rules ? [.. rules] : [])),
        };
    }

    /// <summary>All rows of a statement of ours.</summary>
    internal static List<object?[]> Rows(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static VariableType TypeOf(string word)
    {
        var index = VariableTypeNames.All.ToList().IndexOf(word);
        return index < 0 ? VariableType.Text : (VariableType)index;
    }
}
