using System.Text.Json;

namespace Plumbline.Claims.Sql;

/// <summary>What a column stands for.</summary>
/// <param name="Kind">The table that it comes from, where it comes straight from one (through WITH, too).</param>
/// <param name="Variable">Its variable; null for unit_id, file and document, and for computed columns.</param>
/// <param name="Part">Which of the variable's columns.</param>
/// <param name="Name">The column's own name in the table.</param>
/// <param name="IsDirect">True when the table stands in the same FROM.</param>
/// <param name="IsCoded">True when a coding decides its value.</param>
internal sealed record ColumnOrigin(TableKind? Kind, TableVariable? Variable, ColumnPart Part, string Name, bool IsDirect, bool IsCoded)
{
    /// <summary>True when it holds a list.</summary>
    public bool IsList => Variable is { Multiple: true } && Part == ColumnPart.Value;

    /// <summary>True for the unit's id.</summary>
    public bool IsUnitId => Kind is not null && Variable is null && Name == "unit_id";
}

/// <summary>An expression of a claim. Only what is here can be said in a claim.</summary>
internal abstract record SqlExpression(JsonElement At);

internal sealed record ColumnUse(string? Table, string Name, ColumnOrigin Origin, JsonElement At) : SqlExpression(At);

internal sealed record Constant(string Sql, string? Text, JsonElement At) : SqlExpression(At);

internal sealed record Comparison(string Operator, SqlExpression Left, SqlExpression Right, JsonElement At) : SqlExpression(At);

internal sealed record Logic(bool IsAnd, IReadOnlyList<SqlExpression> Parts, JsonElement At) : SqlExpression(At);

internal sealed record Between(SqlExpression Input, SqlExpression Lower, SqlExpression Upper, JsonElement At) : SqlExpression(At);

internal sealed record Among(SqlExpression Input, IReadOnlyList<SqlExpression> Items, JsonElement At) : SqlExpression(At);

internal sealed record AmongRows(SqlExpression Input, ClaimRows Rows, JsonElement At) : SqlExpression(At);

internal sealed record AnyRow(ClaimRows Rows, JsonElement At) : SqlExpression(At);

internal sealed record IsGiven(SqlExpression Input, JsonElement At) : SqlExpression(At);

/// <summary>NOT, over columns that are no codings.</summary>
internal sealed record Negated(SqlExpression Input, JsonElement At) : SqlExpression(At);

internal sealed record Call(string Name, IReadOnlyList<SqlExpression> Arguments, JsonElement At) : SqlExpression(At);

internal sealed record Cast(SqlExpression Input, string Type, bool IsTry, JsonElement At) : SqlExpression(At);

internal sealed record Within(ColumnUse Date, SqlExpression From, SqlExpression To, JsonElement At) : SqlExpression(At);

/// <summary>Rows that a claim makes: a SELECT, or several by UNION or INTERSECT.</summary>
internal abstract record ClaimRows
{
    /// <summary>Named queries that it begins with.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<string> Columns, ClaimRows Rows)> With { get; init; }

    /// <summary>Its columns.</summary>
    public required IReadOnlyList<(string Name, ColumnOrigin Origin)> Output { get; init; }
}

internal sealed record SelectRows(IReadOnlyList<(SqlExpression Value, string Name)> Items, ClaimSource? From, SqlExpression? Where, JsonElement At) : ClaimRows;

internal sealed record CombinedRows(string Operator, ClaimRows Left, ClaimRows Right) : ClaimRows;

/// <summary>What stands in a FROM.</summary>
internal abstract record ClaimSource;

internal sealed record TableSource(TableKind Kind, string Alias) : ClaimSource;

internal sealed record NamedSource(string Name, string Alias, IReadOnlyList<string> Columns) : ClaimSource;

internal sealed record RowsSource(ClaimRows Rows, string Alias, IReadOnlyList<string> Columns) : ClaimSource;

internal sealed record JoinSource(ClaimSource Left, ClaimSource Right, string Join, SqlExpression? On, IReadOnlyList<string> Using) : ClaimSource;

internal sealed record UnnestSource(SqlExpression List, string Alias, IReadOnlyList<string> Columns) : ClaimSource;

/// <summary>The parts of a tree, for those who look for something in it.</summary>
internal static class ClaimTree
{
    /// <summary>The expressions right below.</summary>
    public static IEnumerable<SqlExpression> Parts(SqlExpression expression) => expression switch
    {
        Comparison c => [c.Left, c.Right],
        Logic l => l.Parts,
        Between b => [b.Input, b.Lower, b.Upper],
        Among a => [a.Input, .. a.Items],
        AmongRows a => [a.Input],
        IsGiven g => [g.Input],
        Negated n => [n.Input],
        Call c => c.Arguments,
        Cast c => [c.Input],
        Within w => [w.Date, w.From, w.To],
        _ => [],
    };

    /// <summary>All columns used in it, not those in queries within.</summary>
    public static IEnumerable<ColumnUse> Columns(SqlExpression expression) =>
        expression is ColumnUse use ? [use] : Parts(expression).SelectMany(Columns);

    /// <summary>True when a query stands within it.</summary>
    public static bool HasRows(SqlExpression? expression) =>
        expression is not null && (expression is AmongRows or AnyRow || Parts(expression).Any(HasRows));

    /// <summary>The bare date column, where its range of days can stand for it; else null.</summary>
    public static ColumnUse? Date(SqlExpression expression) =>
        expression is ColumnUse { Origin: { IsDirect: true, Part: ColumnPart.Value, Variable.IsDate: true } } date ? date : null;
}
