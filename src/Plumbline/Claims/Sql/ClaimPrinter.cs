using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// Prints a claim's tree as SQL for one reading. Flat: over <see cref="ReadingRows"/>' rows with both readings side by
/// side. Else: whole queries, tables replaced by the reading's rows.
/// </summary>
internal sealed class ClaimPrinter(bool isPossible, bool isFlat, IReadOnlyDictionary<TableKind, TableReads>? reads = null)
{
    /// <summary>A condition or value.</summary>
    public string Print(SqlExpression expression) => expression switch
    {
        ColumnUse use => Column(use, use.Name),
        Constant constant => constant.Sql,
        Comparison comparison => Compare(comparison),
        Logic logic => "(" + string.Join(logic.IsAnd ? " AND " : " OR ", logic.Parts.Select(Print)) + ")",
        Between between when ClaimTree.Date(between.Input) is { } date => Range(date, Print(between.Lower), Print(between.Upper)),
        Between between => $"({Print(between.Input)} BETWEEN {Print(between.Lower)} AND {Print(between.Upper)})",
        Within within => Range(within.Date, Print(within.From), Print(within.To)),
        Among among when ClaimTree.Date(among.Input) is { } date => "(" + string.Join(" OR ", among.Items.Select(i => Day(date, "=", Print(i)))) + ")",
        Among among => $"({Print(among.Input)} IN ({string.Join(", ", among.Items.Select(Print))}))",
        AmongRows among => $"({Print(among.Input)} IN ({Rows(among.Rows)}))",
        AnyRow any => $"EXISTS ({Rows(any.Rows)})",
        IsGiven given => $"({(ClaimTree.Date(given.Input) is { } date ? Column(date, date.Origin.Name + "_from") : Print(given.Input))} IS NOT NULL)",
        Negated negated => $"(NOT {Print(negated.Input)})",
        Cast cast => $"{(cast.IsTry ? "TRY_CAST" : "CAST")}({Print(cast.Input)} AS {cast.Type})",
        Call call => Function(call),
        _ => throw new InvalidOperationException("An expression that can't be printed."),
    };

    /// <summary>True, false, or NULL when something that isn't known decides; over flat rows, in the confirmed reading.</summary>
    public string PrintKnown(SqlExpression? expression)
    {
        if (expression is null)
        {
            return "TRUE";
        }

        if (expression is Logic logic)
        {
            return "(" + string.Join(logic.IsAnd ? " AND " : " OR ", logic.Parts.Select(PrintKnown)) + ")";
        }

        var text = Print(expression);
        var known = Known(expression, isWhole: expression is not (Comparison or Between or Within or Among or IsGiven));
        return $"(CASE WHEN {known} THEN coalesce({text}, FALSE) WHEN {text} THEN TRUE END)";
    }

    /// <summary>Whether all that an expression reads is known; <paramref name="isWhole"/>: dates to the day.</summary>
    public static string Known(SqlExpression expression, bool isWhole)
    {
        var parts = new List<string>();
        foreach (var use in ClaimTree.Columns(expression).Where(c => c.Origin.Variable is not null).DistinctBy(c => (c.Origin.Variable, c.Origin.Part)))
        {
            var name = use.Origin.Variable!.Name;
            parts.Add(SqlText.Name(name + "~k"));
            var standsBare = !isWhole && ClaimTree.Parts(expression).Contains(use) && !ClaimTree.Columns(expression).Any(c => c != use && c.Origin.IsCoded);
            if (use.Origin.Variable.IsDate && use.Origin.Part == ColumnPart.Value && !standsBare)
            {
                parts.Add($"({SqlText.Name(name + "~c")} IS NOT NULL OR {SqlText.Name(name + "_from~c")} IS NULL)");
            }
        }

        return parts.Count == 0 ? "TRUE" : string.Join(" AND ", parts.Distinct());
    }

    /// <summary>The claim's rows as <c>unit_id</c> and, with a measure of amounts, <c>lo</c>, <c>hi</c>, <c>cur</c>.</summary>
    public string Units(ClaimShape shape, Measure measure)
    {
        string Top(ClaimRows rows) => rows switch
        {
            SelectRows select => Begin(select) + "SELECT " + string.Join(", ", select.Items.Where(i => ClaimShape.Is(i.Name, "unit_id")).Select(i => Print(i.Value) + " AS unit_id"))
                                 + Amount(select.Items.FirstOrDefault(i => ClaimShape.Is(i.Name, "amount")).Value, measure, shape.CurrencyOf, "") + End(select),
            CombinedRows combined => $"{Begin(combined)}({Top(combined.Left)}) {combined.Operator} ({Top(combined.Right)})",
            _ => throw new InvalidOperationException("Rows that can't be printed."),
        };
        return Top(shape.Rows);
    }

    /// <summary>The amount's columns: its low and high end (they differ for a date that isn't one day), and its currency.</summary>
    public string Amount(SqlExpression? amount, Measure measure, string? currencyOf, string prefix, string n = "")
    {
        if (amount is null || measure is Measure.Count or Measure.Share or Measure.Exists)
        {
            return "";
        }

        var currency = currencyOf is null ? "NULL::VARCHAR" : Column(ClaimTree.Columns(amount).First(c => c.Origin.Name == currencyOf), currencyOf + "_currency");
        var (low, high) = measure is Measure.First or Measure.Last && ClaimTree.Date(amount) is { } date
            ? (Column(date, date.Origin.Name + "_from"), Column(date, date.Origin.Name + "_to")) : (Print(amount), Print(amount));
        string Number(string text) => measure is Measure.First or Measure.Last
            ? $"CAST(CAST({text} AS DATE) - DATE '1970-01-01' AS DECIMAL(38,6))" : $"CAST({text} AS DECIMAL(38,6))";
        return $", {Number(low)} AS {prefix}lo{n}, {Number(high)} AS {prefix}hi{n}, {currency} AS {prefix}cur{n}";
    }

    private string Rows(ClaimRows rows) => rows switch
    {
        SelectRows select => Begin(select) + "SELECT " + (select.Items.Count == 0 ? "1" : string.Join(", ", select.Items.Select(i =>
            Print(i.Value) + (i.Name.Length > 0 ? " AS " + SqlText.Name(i.Name) : "")))) + End(select),
        CombinedRows combined => $"{Begin(combined)}({Rows(combined.Left)}) {combined.Operator} ({Rows(combined.Right)})",
        _ => throw new InvalidOperationException("Rows that can't be printed."),
    };

    private string Begin(ClaimRows rows) => rows.With.Count == 0 ? "" :
        "WITH " + string.Join(", ", rows.With.Select(w => $"{SqlText.Name(w.Name)}{Columns(w.Columns)} AS ({Rows(w.Rows)})")) + " ";

    private string End(SelectRows select) =>
        (select.From is null ? "" : " FROM " + Source(select.From)) + (select.Where is null ? "" : " WHERE " + Print(select.Where));

    private string Source(ClaimSource source) => source switch
    {
        TableSource table => $"({(isPossible ? new ReadingRows(reads![table.Kind]).PossibleReading : new ReadingRows(reads![table.Kind]).Confirmed)}) AS {SqlText.Name(table.Alias)}",
        NamedSource named => $"{SqlText.Name(named.Name)} AS {SqlText.Name(named.Alias)}{Columns(named.Columns)}",
        RowsSource rows => $"({Rows(rows.Rows)}){(rows.Alias.Length > 0 ? " AS " + SqlText.Name(rows.Alias) + Columns(rows.Columns) : "")}",
        UnnestSource unnest => $"unnest({Print(unnest.List)}) AS {SqlText.Name(unnest.Alias)}{Columns(unnest.Columns)}",
        JoinSource { On: null, Using.Count: 0 } join => $"{Source(join.Left)} CROSS JOIN {Source(join.Right)}",
        JoinSource join => $"({Source(join.Left)} {(join.Join == "SEMI" ? "SEMI JOIN" : "JOIN")} {Source(join.Right)} "
                           + (join.On is null ? "USING " + Columns(join.Using) : "ON " + Print(join.On)) + ")",
        _ => throw new InvalidOperationException("A source that can't be printed."),
    };

    private static string Columns(IReadOnlyList<string> names) => names.Count == 0 ? "" : $"({string.Join(", ", names.Select(SqlText.Name))})";

    private string Column(ColumnUse use, string name)
    {
        if (isFlat)
        {
            return use.Origin.IsUnitId ? "unit_id" : SqlText.Name($"{(name == use.Name ? use.Origin.Name : name)}~{(isPossible ? "p" : "c")}");
        }

        return (use.Table is null ? "" : SqlText.Name(use.Table) + ".") + SqlText.Name(name);
    }

    private string Compare(Comparison comparison)
    {
        var (left, right) = (ClaimTree.Date(comparison.Left), ClaimTree.Date(comparison.Right));
        if (left is not null && !ClaimTree.Columns(comparison.Right).Any(c => c.Origin.IsCoded))
        {
            return Day(left, comparison.Operator, Print(comparison.Right));
        }

        if (right is not null && !ClaimTree.Columns(comparison.Left).Any(c => c.Origin.IsCoded))
        {
            var turned = comparison.Operator switch { "<" => ">", ">" => "<", "<=" => ">=", ">=" => "<=", var same => same };
            return Day(right, turned, Print(comparison.Left));
        }

        return $"({Print(comparison.Left)} {comparison.Operator} {Print(comparison.Right)})";
    }

    // A date that isn't one day: surely after c when its first day is, possibly when its last day is.
    private string Day(ColumnUse date, string sign, string other)
    {
        var (from, to) = (Column(date, date.Origin.Name + "_from"), Column(date, date.Origin.Name + "_to"));
        return sign switch
        {
            "=" => isPossible ? $"({from} <= {other} AND {to} >= {other})" : $"({from} = {other} AND {to} = {other})",
            "<" or "<=" => $"({(isPossible ? from : to)} {sign} {other})",
            _ => $"({(isPossible ? to : from)} {sign} {other})",
        };
    }

    private string Range(ColumnUse date, string lower, string upper)
    {
        var (from, to) = (Column(date, date.Origin.Name + "_from"), Column(date, date.Origin.Name + "_to"));
        return isPossible ? $"({from} <= {upper} AND {to} >= {lower})" : $"({from} >= {lower} AND {to} <= {upper})";
    }

    private string Function(Call call)
    {
        var arguments = call.Arguments.Select(Print).ToList();
        var name = call.Name.ToLowerInvariant();
        return name switch
        {
            "list_value" => $"[{string.Join(", ", arguments)}]",
            _ when char.IsAsciiLetter(name[0]) => $"{name}({string.Join(", ", arguments)})",
            "~~" => $"({arguments[0]} LIKE {arguments[1]})",
            "~~*" => $"({arguments[0]} ILIKE {arguments[1]})",
            _ when arguments.Count == 1 => $"({name} {arguments[0]})",
            _ => $"({string.Join($" {name} ", arguments)})",
        };
    }
}
