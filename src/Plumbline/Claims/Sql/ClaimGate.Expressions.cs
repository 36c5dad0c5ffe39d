using System.Globalization;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

internal sealed partial class ClaimGate
{
    private static readonly string[] Casts =
        ["VARCHAR", "DATE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "BOOLEAN"];

    private SqlExpression? Condition(JsonElement node, ClaimScope scope)
    {
        var type = Word(node, "type") ?? "";
        switch (Word(node, "class"))
        {
            case "CONJUNCTION":
                var parts = node.GetProperty("children").EnumerateArray().Select(c => Condition(c, scope)).ToList();
                return parts.Contains(null) ? null : new Logic(type == "CONJUNCTION_AND", parts!, node);
            case "COMPARISON":
                return Compare(node, scope, type);
            case "BETWEEN":
                var (input, lower, upper) = (Scalar(node.GetProperty("input"), scope), Scalar(node.GetProperty("lower"), scope), Scalar(node.GetProperty("upper"), scope));
                return input is null || lower is null || upper is null || !HasOrder(input, node) ? null : new Between(input, lower, upper, node);
            case "OPERATOR":
                return Operator(node, scope, type);
            case "SUBQUERY":
                return Subquery(node, scope);
            case "FUNCTION":
                return Function(node, scope, asCondition: true);
            case "CAST" when Word(node.GetProperty("child"), "class") == "CONSTANT":
                return Scalar(node, scope);
            case "CONSTANT":
                return Scalar(node, scope);
            case "CASE":
                problems.Add(SqlProblems.NotMonotone("CASE", "the cases with OR", tree.Place(node)));
                return null;
            default:
                problems.Add(SqlProblems.Refused("a condition of this kind", "a comparison: outcome = 'fine'", tree.Place(node)));
                return null;
        }
    }

    private SqlExpression? Compare(JsonElement node, ClaimScope scope, string type)
    {
        var left = Scalar(node.GetProperty("left"), scope);
        var right = Scalar(node.GetProperty("right"), scope);
        if (left is null || right is null)
        {
            return null;
        }

        var sign = type switch
        {
            "COMPARE_EQUAL" => "=", "COMPARE_NOTEQUAL" => "<>", "COMPARE_LESSTHAN" => "<", "COMPARE_GREATERTHAN" => ">",
            "COMPARE_LESSTHANOREQUALTO" => "<=", "COMPARE_GREATERTHANOREQUALTO" => ">=", _ => null,
        };
        var comparison = new Comparison(sign ?? "", left, right, node);
        if (sign is null or "<>")
        {
            if (sign == "<>" && !IsCoded(comparison))
            {
                return UnitIdsStandAlone(comparison) ? comparison : null;
            }

            problems.Add(SqlProblems.Negation(sign ?? "IS DISTINCT FROM", WriteValue, tree.Place(node)));
            return null;
        }

        foreach (var (side, other) in new[] { (left, right), (right, left) })
        {
            if (sign != "=" && !HasOrder(side, node))
            {
                return null;
            }

            if (sign == "=" && !IsKey(side, other))
            {
                return null;
            }
        }

        return sign == "=" || UnitIdsStandAlone(comparison) ? comparison : null;
    }

    // Two units that are settled to be one would compare otherwise than before: ids are compared with given ids, or for equality.
    private bool UnitIdsStandAlone(Comparison comparison)
    {
        if (ClaimTree.Columns(comparison).Count(c => c.Origin.IsUnitId) is 0 || ClaimTree.Columns(comparison).Count() < 2)
        {
            return true;
        }

        problems.Add(SqlProblems.NotMonotone("two ids compared for anything but equality", "a condition on the columns", tree.Place(comparison.At)));
        return false;
    }

    private SqlExpression? Operator(JsonElement node, ClaimScope scope, string type)
    {
        var children = node.GetProperty("children");
        switch (type)
        {
            case "COMPARE_IN" or "COMPARE_NOT_IN":
                var all = children.EnumerateArray().Select(c => Scalar(c, scope)).ToList();
                if (all.Contains(null))
                {
                    return null;
                }

                var among = new Among(all[0]!, all.Skip(1).Select(a => a!).ToList(), node);
                if (type == "COMPARE_NOT_IN")
                {
                    return Refuted(among, "NOT IN", node);
                }

                return among.Items.All(item => IsKey(among.Input, item)) ? among : null;
            case "OPERATOR_IS_NOT_NULL":
                return Scalar(children[0], scope, allowList: true) is { } given ? new IsGiven(given, node) : null;
            case "OPERATOR_IS_NULL":
                problems.Add(SqlProblems.Negation("IS NULL", "the status, such as outcome_status = 'not-stated'", tree.Place(node)));
                return null;
            case "OPERATOR_NOT":
                var what = Word(children[0], "class") == "SUBQUERY" ? Word(children[0], "subquery_type") == "EXISTS" ? "NOT EXISTS" : "NOT IN" : "NOT";
                if (what != "NOT")
                {
                    problems.Add(SqlProblems.Negation(what, WriteValue, tree.Place(node)));
                    return null;
                }

                return Condition(children[0], scope) is { } input ? Refuted(input, what, node) : null;
            default:
                problems.Add(type == "OPERATOR_COALESCE"
                    ? SqlProblems.NotMonotone("coalesce", "the column itself", tree.Place(node))
                    : SqlProblems.Refused($"the operator {type}", "it otherwise; docs/sql.md lists what there is", tree.Place(node)));
                return null;
        }
    }

    private SqlExpression? Refuted(SqlExpression input, string what, JsonElement node)
    {
        if (!IsCoded(input) && !ClaimTree.HasRows(input))
        {
            return new Negated(input, node);
        }

        problems.Add(SqlProblems.Negation(what, WriteValue, tree.Place(node)));
        return null;
    }

    private SqlExpression? Subquery(JsonElement node, ClaimScope scope)
    {
        var type = Word(node, "subquery_type");
        if (Rows(node.GetProperty("subquery").GetProperty("node"), scope) is not { } rows)
        {
            return null;
        }

        if (type == "EXISTS")
        {
            return new AnyRow(rows, node);
        }

        if (type == "ANY" && Word(node, "comparison_type") == "COMPARE_EQUAL")
        {
            return Scalar(node.GetProperty("child"), scope) is { } input ? new AmongRows(input, rows, node) : null;
        }

        problems.Add(type == "NOT_EXISTS"
            ? SqlProblems.Negation("NOT EXISTS", WriteValue, tree.Place(node))
            : SqlProblems.NotMonotone("a query for a single value", "IN (SELECT ...), EXISTS (SELECT ...) or a join", tree.Place(node)));
        return null;
    }

    private SqlExpression? Scalar(JsonElement node, ClaimScope scope, bool allowList = false)
    {
        switch (Word(node, "class"))
        {
            case "COLUMN_REF":
                return Column(node, scope, allowList);
            case "CONSTANT":
                return ReadConstant(node);
            case "CAST":
                var id = Word(node.GetProperty("cast_type"), "id") ?? "";
                if (!Casts.Contains(id))
                {
                    problems.Add(SqlProblems.Refused($"a cast to {id}", "a cast to VARCHAR, DATE, BIGINT, DOUBLE or DECIMAL", tree.Place(node)));
                    return null;
                }

                var type = id == "DECIMAL" && node.GetProperty("cast_type").GetProperty("type_info") is { ValueKind: JsonValueKind.Object } info
                    ? string.Create(CultureInfo.InvariantCulture, $"DECIMAL({info.GetProperty("width").GetInt32()},{info.GetProperty("scale").GetInt32()})") : id;
                return Scalar(node.GetProperty("child"), scope) is { } input ? new Cast(input, type, node.GetProperty("try_cast").GetBoolean(), node) : null;
            case "FUNCTION":
                return Function(node, scope, asCondition: false);
            case "WINDOW":
                problems.Add(SqlProblems.NotMonotone("a window function", "the condition in WHERE", tree.Place(node)));
                return null;
            case "CASE":
                problems.Add(SqlProblems.NotMonotone("CASE", "the column itself, and the cases as conditions", tree.Place(node)));
                return null;
            case "OPERATOR" when Word(node, "type") == "OPERATOR_COALESCE":
                problems.Add(SqlProblems.NotMonotone("coalesce", "the column itself", tree.Place(node)));
                return null;
            case "SUBQUERY":
                problems.Add(SqlProblems.NotMonotone("a query for a single value", "IN (SELECT ...), EXISTS (SELECT ...) or a join", tree.Place(node)));
                return null;
            default:
                problems.Add(SqlProblems.Refused("a value of this kind", "a column, a value, or a function of docs/sql.md", tree.Place(node)));
                return null;
        }
    }

    private ColumnUse? Column(JsonElement node, ClaimScope scope, bool allowList)
    {
        var names = node.GetProperty("column_names").EnumerateArray().Select(n => n.GetString()!).ToList();
        var (table, name) = names.Count == 2 ? (names[0], names[1]) : (null, names[^1]);
        if (names.Count > 2 || scope.Find(table, name) is not { } origin)
        {
            problems.Add(SqlProblems.UnknownColumn(string.Join('.', names), Guess.Nearest(name, scope.Names), scope.Names, tree.Place(node)));
            return null;
        }

        if (origin.IsList && !allowList)
        {
            problems.Add(SqlProblems.ListUse(name, tree.Place(node)));
            return null;
        }

        return new ColumnUse(table, name, origin, node);
    }

    private SqlExpression? Function(JsonElement node, ClaimScope scope, bool asCondition)
    {
        var name = Word(node, "function_name") ?? "";
        var isWithin = name.Equals("within", StringComparison.OrdinalIgnoreCase) && asCondition;
        var isPlain = Word(node, "schema") is null or "" or "main" && Word(node, "catalog") is null or ""
            && !node.GetProperty("distinct").GetBoolean() && node.GetProperty("filter").ValueKind == JsonValueKind.Null;
        if (name is "!~~" or "!~~*" or "not_like_escape" or "not_ilike_escape")
        {
            var kept = problems.Count;
            var arguments = node.GetProperty("children").EnumerateArray().Select(c => Scalar(c, scope)).ToList();
            return problems.Count > kept ? null : Refuted(new Call(name.TrimStart('!').Replace("not_", "", StringComparison.Ordinal), arguments!, node), "NOT LIKE", node);
        }

        if (!isPlain || (!isWithin && !(asCondition ? SqlFunctions.Conditions : SqlFunctions.Scalars).Contains(name)))
        {
            problems.Add(SqlFunctions.Query.Contains(name)
                ? SqlProblems.NotMonotone($"the function '{name}'", name is "count" or "count_star" or "sum" or "min" or "max" or "avg"
                    ? "SELECT unit_id ..., and let the measure of the claim count or add" : "it with the functions for claims in docs/sql.md", tree.Place(node))
                : SqlProblems.UnknownFunction(name, Guess.Nearest(name, (asCondition ? SqlFunctions.Conditions : SqlFunctions.Scalars).Append("within")), tree.Place(node)));
            return null;
        }

        var onList = SqlFunctions.ListConditions.Contains(name);
        var read = node.GetProperty("children").EnumerateArray().Select((c, i) => Scalar(c, scope, allowList: onList && i == 0)).ToList();
        if (read.Contains(null))
        {
            return null;
        }

        if (isWithin)
        {
            if (read.Count == 3 && ClaimTree.Date(read[0]!) is { } date && !IsCoded(read[1]!) && !IsCoded(read[2]!))
            {
                return new Within(date, read[1]!, read[2]!, node);
            }

            problems.Add(SqlProblems.Within(tree.Place(node)));
            return null;
        }

        return new Call(name, read!, node);
    }

    private Constant? ReadConstant(JsonElement node)
    {
        var value = node.GetProperty("value");
        if (value.GetProperty("is_null").GetBoolean())
        {
            return new Constant("NULL", null, node);
        }

        var raw = value.GetProperty("value");
        var type = value.GetProperty("type");
        var id = Word(type, "id");
        switch (id)
        {
            case "VARCHAR":
                return new Constant(SqlText.Literal(raw.GetString()!), raw.GetString(), node);
            case "BOOLEAN" or "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "DOUBLE" when raw.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return new Constant(id == "DOUBLE" ? $"CAST({raw.GetRawText()} AS DOUBLE)" : raw.GetRawText(), null, node);
            case "DECIMAL" when raw.TryGetInt64(out var digits):
                var scale = type.GetProperty("type_info").GetProperty("scale").GetInt32();
                return new Constant((digits / (decimal)Math.Pow(10, scale)).ToString("0." + new string('0', scale), CultureInfo.InvariantCulture), null, node);
            default:
                problems.Add(SqlProblems.Refused($"a value of the type {id}", "a shorter number, a text in quotes or DATE '2016-01-01'", tree.Place(node)));
                return null;
        }
    }

    private bool IsKey(SqlExpression column, SqlExpression value)
    {
        if (column is ColumnUse { Origin: { Variable: { } variable, Part: ColumnPart.Value or ColumnPart.Status } origin } use && value is Constant { Text: { } text })
        {
            var keys = origin.Part == ColumnPart.Status ? StatusNames.All : variable.Keys;
            if (keys is not null && !keys.Contains(text))
            {
                problems.Add(SqlProblems.UnknownKey(use.Name, text, Guess.Nearest(text, keys), keys, tree.Place(value.At)));
                return false;
            }
        }

        return true;
    }

    private bool HasOrder(SqlExpression value, JsonElement node)
    {
        if (value is ColumnUse { Origin: { Variable: { } variable } origin } use
            && (origin.Part == ColumnPart.Status || (origin.Part == ColumnPart.Value && variable.Keys is not null)))
        {
            problems.Add(SqlProblems.OrderedKeys(use.Name, tree.Place(node)));
            return false;
        }

        return true;
    }

    private static bool IsCoded(SqlExpression expression) => ClaimTree.Columns(expression).Any(c => c.Origin.IsCoded);
}
