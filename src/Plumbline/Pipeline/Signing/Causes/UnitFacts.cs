using System.Globalization;
using DuckDB.NET.Data;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>A decision of a person as it counts in a build.</summary>
internal readonly record struct CountedDecision(string Entry, string Act, string Variable, bool IsStale);

/// <summary>What a build holds of one unit, as far as a claim reads it.</summary>
internal sealed record UnitFacts
{
    /// <summary>Its members, each with its document.</summary>
    public required IReadOnlyDictionary<string, string> Members { get; init; }

    /// <summary>People's decisions on what the claim reads.</summary>
    public required IReadOnlySet<CountedDecision> Decisions { get; init; }

    /// <summary>What the machine says of each variable, as text that is equal for equal codings.</summary>
    public required IReadOnlyDictionary<string, string> Machine { get; init; }

    /// <summary>Group of its open merge, or null.</summary>
    public required string? Group { get; init; }
}

/// <summary>The units of one kind in one build.</summary>
internal static class UnitFactsReader
{
    /// <summary>Facts of those of the units that are there.</summary>
    public static Dictionary<string, UnitFacts> Read(DuckDBConnection connection, string kind, IReadOnlyCollection<string> units, IReadOnlyList<string> reads)
    {
        var list = string.Join(',', units);
        var members = BuiltCase.Rows(connection, "SELECT unit_id, member, document FROM store.members WHERE kind = $2 AND unit_id IN (SELECT unnest(string_split($1, ','))) ORDER BY ALL", list, kind)
            .ToLookup(r => (string)r[0]!);
        var groups = BuiltCase.Rows(connection, "SELECT unit_id, group_id FROM store.maybe_same WHERE kind = $2 AND unit_id IN (SELECT unnest(string_split($1, ',')))", list, kind)
            .ToLookup(r => (string)r[0]!);
        var codings = members.Count == 0 || reads.Count == 0 ? [] : BuiltCase.Rows(
            connection,
            $"""
            SELECT DISTINCT unit_id, variable::VARCHAR, coder_kind, entry, act, stale, concat_ws('|', status, value, array_to_string(candidates, ','), certain) AS says
            FROM main.{kind}_codings WHERE unit_id IN (SELECT unnest(string_split($1, ','))) AND variable IN (SELECT unnest(string_split($2, ','))) ORDER BY ALL
            """,
            list, string.Join(',', reads));
        var said = codings.ToLookup(r => (string)r[0]!);
        return members.ToDictionary(
            m => m.Key,
            m => new UnitFacts
            {
                Members = m.ToDictionary(r => (string)r[1]!, r => (string)r[2]!, StringComparer.Ordinal),
                Group = groups[m.Key].Select(r => (string)r[1]!).FirstOrDefault(),
                Decisions = said[m.Key].Where(r => r[3] is not null).Select(r => new CountedDecision((string)r[3]!, (string)r[4]!, (string)r[1]!, r[5] is true)).ToHashSet(),
                Machine = said[m.Key].Where(r => r[3] is null).GroupBy(r => (string)r[1]!)
                    .ToDictionary(g => g.Key, g => string.Join('\n', g.Select(r => r[6] as string)), StringComparer.Ordinal),
            },
            StringComparer.Ordinal);
    }

    /// <summary>Of some members those that are there.</summary>
    public static HashSet<string> MembersThere(DuckDBConnection connection, string kind, IEnumerable<string> members) =>
        [.. BuiltCase.Rows(connection, "SELECT member FROM store.members WHERE kind = $2 AND member IN (SELECT unnest(string_split($1, ',')))", string.Join(',', members), kind).Select(r => (string)r[0]!)];

    /// <summary>Hash of each variable's definition.</summary>
    public static Dictionary<string, string> Definitions(DuckDBConnection connection, string kind) =>
        BuiltCase.Rows(connection, "SELECT name, definition FROM store.variables WHERE kind = $1", kind).ToDictionary(r => (string)r[0]!, r => r[1] as string ?? "", StringComparer.Ordinal);
}
