using System.Collections.Frozen;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The gate of <c>plumb query</c>: every node of the parse must be one that is known here, every table and function one
/// that is listed. What a later version of the engine adds is refused until somebody has looked at it.
/// </summary>
internal sealed class QueryGate
{
    private static readonly FrozenSet<string> Classes = Words(
        "COLUMN_REF CONSTANT COMPARISON CONJUNCTION BETWEEN OPERATOR FUNCTION CAST CASE SUBQUERY WINDOW STAR LAMBDA COLLATE POSITIONAL_REFERENCE");

    private static readonly FrozenSet<string> Types = Words(
        "SELECT_NODE SET_OPERATION_NODE RECURSIVE_CTE_NODE BASE_TABLE JOIN SUBQUERY EMPTY EXPRESSION_LIST TABLE_FUNCTION "
        + "ORDER_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER DISTINCT_MODIFIER ORDER_DEFAULT ASCENDING DESCENDING ORDER_ASCENDING ORDER_DESCENDING");

    private static readonly FrozenSet<string> Casts = Words(
        "VARCHAR DATE TIMESTAMP TIME INTERVAL BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE DECIMAL LIST");

    private readonly SqlTree tree;
    private readonly TablesSchema schema;
    private readonly List<Problem> problems;
    private readonly HashSet<string> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> columns = new(StringComparer.OrdinalIgnoreCase) { "current_date" };
    private int nodes;

    private QueryGate(SqlTree tree, TablesSchema schema, List<Problem> problems)
    {
        this.tree = tree;
        this.schema = schema;
        this.problems = problems;
    }

    /// <summary>True when the query may run; else the problems say why not.</summary>
    public static bool Check(SqlTree tree, TablesSchema schema, List<Problem> problems)
    {
        var before = problems.Count;
        var gate = new QueryGate(tree, schema, problems);
        gate.Collect(tree.Node);
        gate.Walk(tree.Node, "");
        return problems.Count == before;
    }

    // First pass: the names that the query itself gives, and the columns of the tables that it reads.
    private void Collect(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in node.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "key" or "cte_name" when property.Value.ValueKind == JsonValueKind.String:
                        tables.Add(property.Value.GetString()!);
                        columns.Add(property.Value.GetString()!);
                        break;
                    case "alias":
                        columns.Add(property.Value.GetString() ?? "");
                        break;
                    case "aliases" or "column_name_alias":
                        columns.UnionWith(property.Value.EnumerateArray().Select(a => a.GetString()!));
                        break;
                    case "lhs":
                        CollectParameters(property.Value);
                        break;
                    case "table_name" when property.Value.GetString() is { } name:
                        columns.Add(name);
                        columns.UnionWith(schema.Find(name)?.ColumnNames ?? (schema.IsCodings(name) ? TablesSchema.CodingColumns : []));
                        break;
                    case "function_name":
                        columns.Add(property.Value.GetString()!);
                        break;
                }

                Collect(property.Value);
            }
        }
    }

    private void CollectParameters(JsonElement lambda)
    {
        if (lambda.TryGetProperty("column_names", out var names))
        {
            columns.UnionWith(names.EnumerateArray().Select(n => n.GetString()!));
        }
        else if (lambda.TryGetProperty("children", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                CollectParameters(child);
            }
        }
    }

    private void Walk(JsonElement node, string name)
    {
        if (++nodes > 50_000 || problems.Count > 20 || name is "value")
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Walk(item, name);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (name is "cast_type")
            {
                Cast(node);
                return;
            }

            CheckNode(node);
            foreach (var property in node.EnumerateObject())
            {
                // A CTE's entry is {"key": name, "value": {...}}: not a constant's value.
                Walk(property.Value, property.Name == "value" && property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("query", out _) ? "cte" : property.Name);
            }
        }
    }

    private void CheckNode(JsonElement node)
    {
        if (Word(node, "class") is { } kind)
        {
            if (!Classes.Contains(kind))
            {
                problems.Add(SqlProblems.Refused($"an expression of the kind {kind}", "it with the functions and operators of docs/sql.md", tree.Place(node)));
            }

            if (kind is "FUNCTION" or "WINDOW")
            {
                Function(node, SqlFunctions.IsForQueries);
            }

            if (kind == "COLUMN_REF")
            {
                Column(node);
            }

            return;
        }

        if (Word(node, "type") is not { } type)
        {
            return;
        }

        if (!Types.Contains(type))
        {
            problems.Add(SqlProblems.Refused($"a part of the kind {type}", "it as a plain SELECT", tree.Place(node)));
        }

        if (node.TryGetProperty("sample", out var sample) && sample.ValueKind != JsonValueKind.Null)
        {
            problems.Add(SqlProblems.Refused("a sample: it gives other rows each time", "a condition", tree.Place(node)));
        }

        if (type == "BASE_TABLE")
        {
            Table(node);
        }
        else if (type == "TABLE_FUNCTION" && !(node.TryGetProperty("function", out var function)
                                               && Word(function, "function_name") is { } called && SqlFunctions.Tables.Contains(called)))
        {
            var shown = node.TryGetProperty("function", out var f) ? Word(f, "function_name") ?? "?" : "?";
            Once(SqlProblems.UnknownFunction(shown, null, tree.Place(node)));
        }
    }

    /// <summary>A table function is a node and a function in it: one fault.</summary>
    private void Once(Problem problem)
    {
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }

    private void Table(JsonElement node)
    {
        var name = Word(node, "table_name") ?? "";
        if (Word(node, "schema_name") is { Length: > 0 } || Word(node, "catalog_name") is { Length: > 0 }
            || (node.TryGetProperty("at_clause", out var at) && at.ValueKind != JsonValueKind.Null))
        {
            problems.Add(SqlProblems.QualifiedTable(name, tree.Place(node)));
        }
        else if (!tables.Contains(name) && schema.Find(name) is null && !schema.IsCodings(name))
        {
            var known = schema.Kinds.SelectMany(k => new[] { k.Name, k.Name + "_codings" }).ToList();
            problems.Add(SqlProblems.UnknownTable(name, Guess.Nearest(name, known), known, tree.Place(node)));
        }
    }

    private void Function(JsonElement node, Func<string, bool> isListed)
    {
        var name = Word(node, "function_name") ?? "";
        if (Word(node, "catalog") is { Length: > 0 } || Word(node, "schema") is not (null or "" or "main") || !isListed(name))
        {
            Once(SqlProblems.UnknownFunction(
                name, Guess.Nearest(name, SqlFunctions.Scalars.Concat(SqlFunctions.Conditions).Concat(SqlFunctions.Query)), tree.Place(node)));
        }
    }

    private void Column(JsonElement node)
    {
        var names = node.GetProperty("column_names");
        if (names.GetArrayLength() == 1 && names[0].GetString() is { } name && !columns.Contains(name))
        {
            problems.Add(SqlProblems.UnknownColumn(
                name, Guess.Nearest(name, columns.Where(c => c.Length > 0)), columns.Where(c => c is not ("" or "current_date")).Order(StringComparer.Ordinal), tree.Place(node)));
        }
    }

    private void Cast(JsonElement type)
    {
        var id = Word(type, "id") ?? "?";
        if (!Casts.Contains(id))
        {
            problems.Add(SqlProblems.Refused($"a cast to {id}", "a cast to VARCHAR, DATE, BIGINT, DOUBLE or DECIMAL", tree.Place(-1)));
        }
    }

    private static string? Word(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
