using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>Units of all kinds that stand, wholly or in part, in documents not to be shown.</summary>
    internal IReadOnlySet<string> HiddenUnits(SourceTerms terms)
    {
        var hidden = terms.Hidden.ToHashSet();
        return hidden.Count == 0 ? new HashSet<string>() : UnitsByDocument().Where(u => hidden.Contains(u.Key)).SelectMany(u => u).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Documents of the members of some units, in archive order.</summary>
    internal IReadOnlyList<string> DocumentsOf(string kind, IEnumerable<string> units)
    {
        using var connection = OpenTables();
        return Rows(connection, "SELECT document FROM store.members WHERE kind = $2 AND unit_id IN (SELECT unnest(string_split($1, ','))) GROUP BY document ORDER BY min(rank)", string.Join(',', units), kind)
            .ConvertAll(r => (string)r[0]!);
    }

    /// <summary>The values that a text variable has among some units, with the number of these units.</summary>
    internal IReadOnlyDictionary<string, long> HiddenValues(string kind, Variable variable, IReadOnlySet<string> units)
    {
        using var connection = OpenTables();
        var value = variable.Multiple ? $"unnest({variable.Name})" : variable.Name;
        return Rows(connection, $"SELECT v, count(*) FROM (SELECT {value} AS v FROM store.\"{kind}\" WHERE unit_id IN (SELECT unnest(string_split($1, ',')))) WHERE v IS NOT NULL GROUP BY v", string.Join(',', units))
            .ToDictionary(r => (string)r[0]!, r => Convert.ToInt64(r[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>Ids of the units that stand in each document, of all kinds.</summary>
    internal ILookup<DocumentId, string> UnitsByDocument()
    {
        using var connection = OpenTables();
        return Rows(connection, "SELECT DISTINCT document, unit_id FROM store.members").ToLookup(r => DocumentId.Parse((string)r[0]!), r => (string)r[1]!);
    }
}
