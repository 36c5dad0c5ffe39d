using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The gate of claims: reads the engine's parse into <see cref="ClaimRows"/>, which can say only what keeps a claim's
/// ends right: more settled never takes a unit out of the confirmed reading, nor brings one into the possible. What runs
/// is printed anew from that tree, so nothing that was not understood here can run.
/// </summary>
internal sealed partial class ClaimGate
{
    private const string WriteValue = "the value that it has instead, such as facial_recognition = 'not-named'";

    private const int MaxProblems = 20;

    private readonly SqlTree tree;
    private readonly TablesSchema schema;
    private readonly List<Problem> problems;

    private ClaimGate(SqlTree tree, TablesSchema schema, List<Problem> problems)
    {
        this.tree = tree;
        this.schema = schema;
        this.problems = problems;
    }

    /// <summary>The claim's rows; null with problems when it is refused.</summary>
    public static ClaimRows? Read(SqlTree tree, TablesSchema schema, List<Problem> problems)
    {
        var before = problems.Count;
        var rows = new ClaimGate(tree, schema, problems).Rows(tree.Node, null);
        if (problems.Count - before > MaxProblems)
        {
            problems.RemoveRange(before + MaxProblems, problems.Count - before - MaxProblems);
        }

        return problems.Count == before ? rows : null;
    }

    private ClaimRows? Rows(JsonElement node, ClaimScope? outer)
    {
        var scope = new ClaimScope(outer);
        var with = new List<(string, IReadOnlyList<string>, ClaimRows)>();
        foreach (var entry in node.GetProperty("cte_map").GetProperty("map").EnumerateArray())
        {
            var name = entry.GetProperty("key").GetString()!;
            var value = entry.GetProperty("value");
            var inner = value.GetProperty("query").GetProperty("node");
            if (Word(inner, "type") == "RECURSIVE_CTE_NODE")
            {
                problems.Add(SqlProblems.NotMonotone("WITH RECURSIVE", "the steps as joins", tree.Place(-1)));
                continue;
            }

            if (schema.Find(name) is not null || schema.IsCodings(name))
            {
                problems.Add(SqlProblems.Refused($"a named query '{name}' that hides the table of that name", "another name after WITH", tree.Place(-1)));
                continue;
            }

            if (Rows(inner, scope) is { } rows)
            {
                var aliases = Names(value, "aliases");
                scope.Name(name, Renamed(rows.Output, aliases));
                with.Add((name, aliases, rows));
            }
            else
            {
                scope.Name(name, []);
            }
        }

        switch (Word(node, "type"))
        {
            case "SELECT_NODE":
                return Select(node, scope, with);
            case "SET_OPERATION_NODE":
                return Combined(node, scope, with);
            default:
                problems.Add(SqlProblems.Refused($"a part of the kind {Word(node, "type")}", "a plain SELECT", tree.Place(-1)));
                return null;
        }
    }

    private CombinedRows? Combined(JsonElement node, ClaimScope scope, List<(string, IReadOnlyList<string>, ClaimRows)> with)
    {
        var word = Word(node, "setop_type") ?? "";
        Modifiers(node, scope);
        if (word is not ("UNION" or "INTERSECT"))
        {
            problems.Add(SqlProblems.Negation(word, "the condition that the wanted units fulfil", tree.Place(-1)));
            return null;
        }

        var left = Rows(node.GetProperty("left"), scope);
        var right = Rows(node.GetProperty("right"), scope);
        if (left is null || right is null)
        {
            return null;
        }

        var output = left.Output.Zip(right.Output, (l, r) => (l.Name, Merged(l.Origin, r.Origin))).ToList();
        return new CombinedRows(word, left, right) { With = with, Output = output };
    }

    private static ColumnOrigin Merged(ColumnOrigin a, ColumnOrigin b) =>
        a.IsUnitId && b.IsUnitId && a.Kind == b.Kind ? a : new ColumnOrigin(null, null, ColumnPart.Value, a.Name, false, a.IsCoded || b.IsCoded);

    private SelectRows? Select(JsonElement node, ClaimScope scope, List<(string, IReadOnlyList<string>, ClaimRows)> with)
    {
        Absent(node, "having", "HAVING", "the condition in WHERE");
        Absent(node, "qualify", "QUALIFY", "the condition in WHERE");
        Absent(node, "sample", "a sample", "a condition");
        if (node.GetProperty("group_sets").GetArrayLength() > 1)
        {
            problems.Add(SqlProblems.NotMonotone("grouping sets", "GROUP BY unit_id", tree.Place(-1)));
        }

        var from = Source(node.GetProperty("from_table"), scope);
        var items = new List<(SqlExpression, string)>();
        foreach (var item in node.GetProperty("select_list").EnumerateArray())
        {
            if (Word(item, "class") == "STAR")
            {
                problems.Add(SqlProblems.OtherItems(tree.Place(item)));
            }
            else if (Scalar(item, scope, allowList: true) is { } value)
            {
                var name = Word(item, "alias") is { Length: > 0 } alias ? alias : value is ColumnUse use ? use.Name : "";
                items.Add((value, name));
            }
        }

        var where = node.GetProperty("where_clause") is { ValueKind: JsonValueKind.Object } condition ? Condition(condition, scope) : null;
        foreach (var group in node.GetProperty("group_expressions").EnumerateArray())
        {
            if (Word(group, "class") is not ("COLUMN_REF" or "CONSTANT"))
            {
                problems.Add(SqlProblems.NotMonotone("GROUP BY of an expression", "GROUP BY unit_id", tree.Place(group)));
            }
        }

        Modifiers(node, scope);
        var output = items.Select(i => (i.Item2, OriginOf(i.Item1))).ToList();
        return new SelectRows(items, from, where, node) { With = with, Output = output };
    }

    private static ColumnOrigin OriginOf(SqlExpression value) => value is ColumnUse use
        ? use.Origin with { IsDirect = false }
        : new ColumnOrigin(null, null, ColumnPart.Value, "", false, ClaimTree.Columns(value).Any(c => c.Origin.IsCoded));

    // DISTINCT and ORDER BY change no set of units and are left out of what runs.
    private void Modifiers(JsonElement node, ClaimScope scope)
    {
        foreach (var modifier in node.GetProperty("modifiers").EnumerateArray())
        {
            var type = Word(modifier, "type");
            if (type == "DISTINCT_MODIFIER" && modifier.GetProperty("distinct_on_targets").GetArrayLength() == 0)
            {
                continue;
            }

            if (type == "ORDER_MODIFIER")
            {
                continue;
            }

            problems.Add(SqlProblems.NotMonotone(type == "DISTINCT_MODIFIER" ? "DISTINCT ON" : "LIMIT", "the condition that the wanted units fulfil", tree.Place(-1)));
        }
    }

    private void Absent(JsonElement node, string property, string what, string instead)
    {
        if (node.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            problems.Add(SqlProblems.NotMonotone(what, instead, tree.Place(value)));
        }
    }

    private ClaimSource? Source(JsonElement node, ClaimScope scope)
    {
        if (node.TryGetProperty("sample", out var sample) && sample.ValueKind != JsonValueKind.Null)
        {
            problems.Add(SqlProblems.NotMonotone("a sample", "a condition", tree.Place(node)));
        }

        var alias = Word(node, "alias") ?? "";
        switch (Word(node, "type"))
        {
            case "BASE_TABLE":
                return Table(node, scope, alias);
            case "SUBQUERY":
                if (Rows(node.GetProperty("subquery").GetProperty("node"), scope) is not { } rows)
                {
                    return null;
                }

                var renamed = Renamed(rows.Output, Names(node, "column_name_alias"));
                scope.Add(alias, renamed);
                return new RowsSource(rows, alias, Names(node, "column_name_alias"));
            case "JOIN":
                return Join(node, scope);
            case "TABLE_FUNCTION":
                return Unnest(node, scope, alias);
            default:
                problems.Add(SqlProblems.NoUnit(tree.Place(node)));
                return null;
        }
    }

    private ClaimSource? Table(JsonElement node, ClaimScope scope, string alias)
    {
        var name = Word(node, "table_name") ?? "";
        var shown = alias.Length > 0 ? alias : name;
        var columns = Names(node, "column_name_alias");
        if (Word(node, "schema_name") is { Length: > 0 } || Word(node, "catalog_name") is { Length: > 0 }
            || node.GetProperty("at_clause").ValueKind != JsonValueKind.Null)
        {
            problems.Add(SqlProblems.QualifiedTable(name, tree.Place(node)));
            return null;
        }

        if (scope.Named(name) is { } named)
        {
            scope.Add(shown, Renamed(named, columns));
            return new NamedSource(name, shown, columns);
        }

        if (schema.Find(name) is not { } kind || columns.Count > 0)
        {
            problems.Add(schema.IsCodings(name)
                ? SqlProblems.Refused($"the table '{name}': only plumb query reads it", "the condition on the columns of the units", tree.Place(node))
                : SqlProblems.UnknownTable(name, Guess.Nearest(name, schema.Kinds.Select(k => k.Name)), schema.Kinds.Select(k => k.Name), tree.Place(node)));
            return null;
        }

        scope.Add(shown, ColumnsOf(kind));
        return new TableSource(kind, shown);
    }

    private static List<(string, ColumnOrigin)> ColumnsOf(TableKind kind)
    {
        var columns = TableKind.OwnColumns.Select(c => (c, new ColumnOrigin(kind, null, ColumnPart.Value, c, true, false))).ToList();
        columns.AddRange(kind.Variables.SelectMany(v => v.Columns.Select(c => (c.Column, new ColumnOrigin(kind, v, c.Part, c.Column, true, true)))));
        return columns;
    }

    private JoinSource? Join(JsonElement node, ClaimScope scope)
    {
        var join = Word(node, "join_type") ?? "";
        var reference = Word(node, "ref_type") ?? "";
        if (join is not ("INNER" or "SEMI") || reference is not ("REGULAR" or "CROSS" or "NATURAL" or "DEPENDENT"))
        {
            problems.Add(join is "LEFT" or "RIGHT" or "OUTER" or "FULL" or "ANTI"
                ? SqlProblems.Negation($"{join} JOIN", "JOIN, or a column of its own for what is wanted", tree.Place(node))
                : SqlProblems.Refused($"a join of the kind {join} {reference}", "JOIN ... ON", tree.Place(node)));
            return null;
        }

        if (reference == "NATURAL")
        {
            problems.Add(SqlProblems.Refused("NATURAL JOIN: all tables have unit_id, file and document", "JOIN ... ON", tree.Place(node)));
            return null;
        }

        var left = Source(node.GetProperty("left"), scope);
        var right = Source(node.GetProperty("right"), scope);
        var on = node.GetProperty("condition") is { ValueKind: JsonValueKind.Object } condition ? Condition(condition, scope) : null;
        return left is null || right is null ? null : new JoinSource(left, right, join, on, Names(node, "using_columns"));
    }

    private UnnestSource? Unnest(JsonElement node, ClaimScope scope, string alias)
    {
        var function = node.GetProperty("function");
        var arguments = function.GetProperty("children");
        if (Word(function, "function_name") != "unnest" || arguments.GetArrayLength() != 1)
        {
            problems.Add(SqlProblems.Refused($"the table function '{Word(function, "function_name")}'", "unnest(column)", tree.Place(node)));
            return null;
        }

        if (Scalar(arguments[0], scope, allowList: true) is not { } list)
        {
            return null;
        }

        var columns = Names(node, "column_name_alias");
        var origin = new ColumnOrigin(null, null, ColumnPart.Value, "unnest", false, ClaimTree.Columns(list).Any(c => c.Origin.IsCoded));
        scope.Add(alias.Length > 0 ? alias : "unnest", [(columns.Count > 0 ? columns[0] : "unnest", origin)]);
        return new UnnestSource(list, alias.Length > 0 ? alias : "unnest", columns);
    }

    private static List<(string, ColumnOrigin)> Renamed(IReadOnlyList<(string Name, ColumnOrigin Origin)> columns, IReadOnlyList<string> names) =>
        columns.Select((c, i) => (i < names.Count ? names[i] : c.Name, c.Origin with { IsDirect = false })).ToList();

    private static List<string> Names(JsonElement node, string property) => node.GetProperty(property).EnumerateArray().Select(n => n.GetString()!).ToList();

    private static string? Word(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
