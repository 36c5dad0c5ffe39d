using Plumbline.Coding;
using Plumbline.Coding.Accuracy;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>
    /// What people settled of the texts of a kind, to score rules on: the adjudicated value, else the one that all coders agree
    /// on. A unit's first text is scored; what people left unclear is unknown.
    /// </summary>
    internal IReadOnlyList<RuleLabel> Settled(Codebook codebook)
    {
        var truth = SettledValues(codebook);
        if (truth.Count == 0)
        {
            return [];
        }

        using var units = ToDecide(codebook, truth.Keys);
        return [.. truth.Select(t => (t, units.Of(t.Key, codebook.Kind.Variables[0].Name).Members[0])).Where(t => t.Item2.Row is null)
            .Select(t => new RuleLabel(t.t.Key, t.Item2.Range.In(t.Item2.Text), t.t.Value))];
    }

    /// <summary>Settled values by unit and variable. Closes the tables: two connections to one file can't be locked in one process.</summary>
    private SortedDictionary<string, Dictionary<string, IReadOnlyList<string>>> SettledValues(Codebook codebook)
    {
        var table = codebook.Kind.Table;
        var truth = new SortedDictionary<string, Dictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);
        using var connection = OpenTables();
        var known = Rows(connection, "SELECT name FROM store.variables WHERE kind = $1", table).Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in codebook.Kind.Variables.Where(v => known.Contains(v.Name)))
        {
            var decided = Rows(
                connection,
                $"""
                SELECT c.unit_id, c.status::VARCHAR, c.value, c.act FROM {TableSchema.ShownOf(table, variable.Name)} c JOIN store."{table}" u ON u.unit_id = c.unit_id
                WHERE c.coder_kind = 'person' AND u."{variable.Name}_settled" ORDER BY c.unit_id, c.value
                """);
            foreach (var unit in decided.GroupBy(r => (string)r[0]!, StringComparer.Ordinal))
            {
                var last = unit.Any(r => r[3] as string == "adjudication") ? unit.Where(r => r[3] as string == "adjudication").ToList() : [.. unit];
                if (last.TrueForAll(r => (string)r[1]! is "stated" or "not-stated"))
                {
                    truth.TryAdd(unit.Key, new(StringComparer.Ordinal));
                    truth[unit.Key][variable.Name] = [.. last.Select(r => r[2] as string).OfType<string>().Distinct(StringComparer.Ordinal)];
                }
            }
        }

        return truth;
    }
}
