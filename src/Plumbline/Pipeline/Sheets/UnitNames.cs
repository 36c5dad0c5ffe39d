using DuckDB.NET.Data;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;
using Plumbline.Review.Sheets;

namespace Plumbline.Pipeline.Sheets;

/// <summary>Finds units by what people call them in their own sheets: id, name of the file, values of the key. Read once for all rows.</summary>
internal sealed class UnitNames
{
    private readonly Codebook codebook;
    private readonly Dictionary<string, string> byMember = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> byFile, byStem;
    private readonly Func<string, ILookup<string, string>> byKey;

    public UnitNames(DuckDBConnection connection, Codebook codebook)
    {
        this.codebook = codebook;
        var members = BuiltCase.Rows(connection, "SELECT unit_id, member, file FROM store.members WHERE kind = $1", codebook.Kind.Table)
            .ConvertAll(r => (Unit: (string)r[0]!, Member: (string)r[1]!, File: (string)r[2]!));
        foreach (var member in members)
        {
            byMember.TryAdd(member.Unit, member.Unit);
            byMember[member.Member] = member.Unit;
        }

        byFile = members.ToLookup(m => m.File, m => m.Unit, StringComparer.Ordinal);
        byStem = members.ToLookup(m => Stem(m.File), m => m.Unit, StringComparer.OrdinalIgnoreCase);
        var keys = new Dictionary<string, ILookup<string, string>>(StringComparer.Ordinal);
        byKey = variable => keys.TryGetValue(variable, out var known) ? known : keys[variable] = BuiltCase.Rows(
            connection, $"SELECT DISTINCT value, unit_id FROM {TableSchema.ShownOf(codebook.Kind.Table, variable)} WHERE value IS NOT NULL")
            .ToLookup(r => Folded((string)r[0]!), r => (string)r[1]!, StringComparer.Ordinal);
    }

    /// <summary>Units that all of a name fits; none for a name that says nothing.</summary>
    public IReadOnlyList<string> Find(SheetUnit name)
    {
        var sets = new List<IEnumerable<string>>();
        if (name.Unit is not null)
        {
            sets.Add(byMember.TryGetValue(name.Unit.ToLowerInvariant(), out var unit) ? [unit] : []);
        }

        if (name.File is { } file)
        {
            var last = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
            sets.Add(byFile.Contains(last) ? byFile[last] : byStem.Contains(Stem(last)) && last == Stem(last) ? byStem[last] : byStem[Stem(last)].Where(_ => false));
        }

        foreach (var (variable, text) in name.Key)
        {
            var value = CodedValue.TryParse(text, codebook.Kind.Find(variable)!, out var coded, out _) ? codebook.Official(variable, coded).Text : text;
            sets.Add(byKey(variable)[Folded(value)]);
        }

        return sets.Count == 0 ? [] : [.. sets.Skip(1).Aggregate(sets[0].ToHashSet(StringComparer.Ordinal), (a, b) => [.. a.Intersect(b)]).Order(StringComparer.Ordinal)];
    }

    private static string Stem(string file) => file.LastIndexOf('.') is var dot && dot > 0 && file.Length - dot <= 6 ? file[..dot] : file;

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant().Replace('ё', 'е');
}
