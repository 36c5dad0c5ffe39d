using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>A unit in an order to read units in.</summary>
/// <param name="Kind">Its table.</param>
/// <param name="Unit">Its id.</param>
/// <param name="File">Its first file. Hostile text.</param>
/// <param name="Variables">The variables that ask for it, in the codebook's order; empty: all.</param>
public sealed record QueuedUnit(string Kind, string Unit, string File, IReadOnlyList<string> Variables);

public sealed partial class BuiltCase
{
    /// <summary>Units with values that the machine is unsure of, or that nobody could settle; those with the most of them first, then by id.</summary>
    /// <param name="most">At most so many of a kind.</param>
    internal IReadOnlyList<QueuedUnit> Uncertain(int most)
    {
        var all = new List<(QueuedUnit Unit, int Count)>();
        using var connection = OpenTables();
        foreach (var kind in Codebooks.Where(c => Units.ContainsKey(c.Kind.Table)).Select(c => c.Kind))
        {
            var (names, k) = (kind.Variables.Select(v => v.Name).ToList(), kind.Table);
            var asks = string.Join(" UNION ALL ", kind.Variables.Select((v, i) => $"""
                SELECT unit_id, {i} AS position FROM store.{k} WHERE NOT {v.Name}_settled AND ({v.Name}_status IN ('unclear', 'disputed') OR "{v.Name}~several"
                    OR unit_id IN (SELECT m.unit_id FROM store."{TableSchema.Codings(kind, v)}" c JOIN store.members m ON m.ordinal = c.member WHERE NOT c.certain))
                """));
            all.AddRange(Rows(connection, $"""
                SELECT unit_id, u.file, string_agg(position::VARCHAR, ',' ORDER BY position), count(*) FROM ({asks}) JOIN store.{k} u USING (unit_id) GROUP BY ALL
                ORDER BY 4 DESC, 1 LIMIT {most}
                """).Select(r => (
                    new QueuedUnit(k, (string)r[0]!, (string)r[1]!, [.. ((string)r[2]!).Split(',').Select(p => names[int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)])]),
                    Convert.ToInt32(r[3], System.Globalization.CultureInfo.InvariantCulture))));
        }

        return [.. all.OrderByDescending(u => u.Count).ThenBy(u => u.Unit.Unit, StringComparer.Ordinal).Take(most).Select(u => u.Unit)];
    }

    /// <summary>
    /// Units of a kind in a random order that anybody can make again: by the MD5 of <c>seed:unit</c>. What was decided changes nothing in it, so that its first n are a sample.
    /// </summary>
    /// <param name="kind">The table.</param>
    /// <param name="seed">Any text.</param>
    /// <param name="most">At most so many.</param>
    internal IReadOnlyList<QueuedUnit> Shuffled(string kind, string seed, int most)
    {
        using var connection = OpenTables();
        return Rows(connection, $"SELECT unit_id, file FROM store.{CodebookOf(kind).Kind.Table} ORDER BY md5($1 || ':' || unit_id), unit_id LIMIT {most}", seed)
            .ConvertAll(r => new QueuedUnit(kind, (string)r[0]!, (string)r[1]!, []));
    }

    /// <summary>Units by their ids, with their first files; those that are not in the build are left out.</summary>
    internal IReadOnlyList<QueuedUnit> Named(string kind, IEnumerable<string> units)
    {
        using var connection = OpenTables();
        return Rows(connection, $"SELECT unit_id, file FROM store.{CodebookOf(kind).Kind.Table} WHERE unit_id IN (SELECT unnest(string_split($1, ','))) ORDER BY unit_id", string.Join(',', units.Distinct()))
            .ConvertAll(r => new QueuedUnit(kind, (string)r[0]!, (string)r[1]!, []));
    }
}
