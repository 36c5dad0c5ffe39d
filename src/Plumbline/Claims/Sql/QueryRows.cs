using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>A column of a query's result.</summary>
/// <param name="Name">Its name. Hostile text.</param>
/// <param name="Type">The engine's name of its type.</param>
public sealed record QueryColumn(string Name, string Type);

/// <summary>Bounds of a query's result.</summary>
public sealed record QueryLimits
{
    /// <summary>Most rows.</summary>
    public long Rows { get; init; } = 1_000_000;

    /// <summary>Most bytes of all values, as JSON.</summary>
    public long Bytes { get; init; } = 1L << 30;
}

/// <summary>
/// The result of <c>plumb query</c>. <see cref="Rows"/> can be walked once; each row holds a value a column: null, bool,
/// number (exact), string (dates in ISO 8601), array or object. <see cref="Problems"/> is complete after the walk.
/// </summary>
public sealed class QueryRows
{
    private readonly List<Problem> problems;

    internal QueryRows(IReadOnlyList<QueryColumn> columns, IEnumerable<JsonElement[]> rows, List<Problem> problems)
    {
        Columns = columns;
        Rows = rows;
        this.problems = problems;
    }

    /// <summary>The columns; none when the query was refused.</summary>
    public IReadOnlyList<QueryColumn> Columns { get; }

    /// <summary>The rows.</summary>
    public IEnumerable<JsonElement[]> Rows { get; }

    /// <summary>What is wrong, with the query or while it ran.</summary>
    public IReadOnlyList<Problem> Problems => problems;
}
