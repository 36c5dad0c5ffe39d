using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>What stands of one variable of a unit, as text.</summary>
/// <param name="Value">The value or values; null unless stated.</param>
/// <param name="Status">Word of the status.</param>
/// <param name="IsSettled">True when people settled it, or it is a record's own.</param>
internal readonly record struct ShownValue(string? Value, string Status, bool IsSettled)
{
    /// <summary>The value, else the status.</summary>
    public string Text => Value ?? Status;
}

/// <summary>Reads the standing values of units as text, in order of their ids.</summary>
internal static class ShownValues
{
    private const int MostNamed = 1000;

    /// <param name="connection">Tables of a build.</param>
    /// <param name="table">Table of the kind.</param>
    /// <param name="variables">The variables, in the order wanted.</param>
    /// <param name="units">Only these, where they are few enough to be named; null: all.</param>
    public static IEnumerable<(UnitId Unit, ShownValue[] Values)> Read(
        DuckDBConnection connection, string table, IReadOnlyList<Variable> variables, IReadOnlyCollection<UnitId>? units = null)
    {
        var named = units is { Count: <= MostNamed } ? $" WHERE unit_id IN ({string.Join(", ", units.Select(u => $"'{u.Value}'").DefaultIfEmpty("''"))})" : "";
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT unit_id{string.Concat(variables.Select(v => $", {Of(v)}, {v.Name}_status::VARCHAR, {v.Name}_settled"))} FROM store.{table}{named} ORDER BY unit_id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new ShownValue[variables.Count];
            for (var i = 0; i < values.Length; i++)
            {
                var at = 1 + (3 * i);
                values[i] = new ShownValue(reader.IsDBNull(at) ? null : reader.GetString(at), reader.GetString(at + 1), reader.GetBoolean(at + 2));
            }

            yield return (new UnitId(reader.GetString(0)), values);
        }
    }

    private static string Of(Variable variable)
    {
        var x = variable.Name;
        return variable.Multiple ? $"CASE WHEN {x}_status = 'stated' THEN array_to_string({x}::VARCHAR[], ', ') END"
            : variable.Type == VariableType.Date ? $"CASE WHEN {x} IS NOT NULL THEN {x}::VARCHAR WHEN {x}_from IS NOT NULL THEN {x}_from::VARCHAR || '/' || {x}_to::VARCHAR END"
            : variable.Type == VariableType.Money && variable.Currency is null ? $"{x}::VARCHAR || ' ' || {x}_currency"
            : $"{x}::VARCHAR";
    }
}
