namespace Plumbline.Claims.Sql;

/// <summary>The names that an expression can use: sources of its FROM, those around it, and named queries.</summary>
internal sealed class ClaimScope(ClaimScope? outer)
{
    private readonly List<(string Alias, IReadOnlyList<(string Name, ColumnOrigin Origin)> Columns)> sources = [];
    private readonly Dictionary<string, IReadOnlyList<(string Name, ColumnOrigin Origin)>> named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a source of the FROM.</summary>
    public void Add(string alias, IReadOnlyList<(string Name, ColumnOrigin Origin)> columns) => sources.Add((alias, columns));

    /// <summary>Adds a named query.</summary>
    public void Name(string name, IReadOnlyList<(string Name, ColumnOrigin Origin)> columns) => named[name] = columns;

    /// <summary>The columns of a named query, or null.</summary>
    public IReadOnlyList<(string Name, ColumnOrigin Origin)>? Named(string name) =>
        named.TryGetValue(name, out var columns) ? columns : outer?.Named(name);

    /// <summary>What a column stands for; null when there is none. The nearest FROM wins, as in the engine.</summary>
    public ColumnOrigin? Find(string? table, string name)
    {
        ColumnOrigin? found = null;
        foreach (var (alias, columns) in sources)
        {
            if (table is null || alias.Equals(table, StringComparison.OrdinalIgnoreCase))
            {
                foreach (var column in columns)
                {
                    if (column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    {
                        found ??= column.Origin;
                    }
                }
            }
        }

        return found ?? outer?.Find(table, name);
    }

    /// <summary>All columns in sight, for guesses.</summary>
    public IEnumerable<string> Names =>
        sources.SelectMany(s => s.Columns.Select(c => c.Name)).Concat(outer?.Names ?? []).Distinct(StringComparer.OrdinalIgnoreCase);
}
