using System.Globalization;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Coverage;

/// <summary>What a registry says there is: a table whose columns are named as units are counted by, and one with the counts.</summary>
internal sealed class RegistryList
{
    private static readonly string[] CountNames = ["count", "total", "number", "всего", "количество", "число"];

    private readonly List<(IReadOnlyList<string?> Values, long Count)> rows;

    private RegistryList(IReadOnlyList<CoverageColumn> columns, List<(IReadOnlyList<string?>, long)> rows) => (Columns, this.rows) = (columns, rows);

    /// <summary>What it is compared by.</summary>
    public IReadOnlyList<CoverageColumn> Columns { get; }

    /// <summary>Reads the file in the limited process that reads all files.</summary>
    /// <exception cref="UsageException">It can't be read, or nothing in it can be compared.</exception>
    public static RegistryList Read(string path, UnitKind kind, ChildCommand command, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PipelineProblems.NoRegistry(Path.GetFileName(path));
        }

        using var pool = new ReaderPool(new ReaderOptions { Workers = 1 }, command);
        var read = pool.ReadAsync(DocumentId.Of(bytes), Path.GetFileName(path), bytes, cancellation).GetAwaiter().GetResult();
        var table = read.Tables.FirstOrDefault(t => t.Rows.Count > 0) ?? throw PipelineProblems.NoRegistry(Path.GetFileName(path));
        var names = table.Columns.Select(c => c.Trim().ToLowerInvariant()).ToList();
        var count = names.FindIndex(n => CountNames.Contains(n));
        var by = names.Select((n, i) => (Column: i == count ? null : Find(kind, n), At: i)).Where(c => c.Column is not null).ToList();
        if (count < 0 || by.Count == 0)
        {
            throw PipelineProblems.NothingToCompare(string.Join(", ", CountNames));
        }

        var rows = new List<(IReadOnlyList<string?>, long)>();
        foreach (var row in table.Rows)
        {
            var text = new string([.. (row.Values[count] ?? "").Where(c => !char.IsWhiteSpace(c))]);
            if (text.Length == 0)
            {
                continue;
            }

            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw PipelineProblems.NoCount(row.Line);
            }

            rows.Add(([.. by.Select(b => b.Column!.IsTime ? Time(row.Values[b.At], b.Column.Digits) : row.Values[b.At]?.Trim())], number));
        }

        return new RegistryList([.. by.Select(b => b.Column!)], rows);
    }

    /// <summary>Its counts beside those of units, and last the units that it does not name.</summary>
    public IReadOnlyList<RegistryRow> Compare(IReadOnlyList<CoverageUnit> units)
    {
        var ours = units.GroupBy(u => Key(u.Values), StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.First().Values, Count: g.LongCount()), StringComparer.Ordinal);
        var result = rows.GroupBy(r => Key(r.Values), StringComparer.Ordinal)
            .Select(g => new RegistryRow(g.First().Values, ours.Remove(g.Key, out var own) ? own.Count : 0, g.Sum(r => r.Count))).ToList();
        result.AddRange(ours.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new RegistryRow(o.Value.Values, o.Value.Count, null)));
        return result;
    }

    private static CoverageColumn? Find(UnitKind kind, string name)
    {
        try
        {
            return CoverageColumn.Of(kind, [name])[0];
        }
        catch (UsageException)
        {
            return null; // A column of the registry's own.
        }
    }

    /// <summary>Letter case, spaces, quotation marks and ё don't tell names apart.</summary>
    private static string Key(IReadOnlyList<string?> values) => string.Join('\u001f', values.Select(v => v is null ? "\u001e"
        : string.Join(' ', new string([.. v.ToLowerInvariant().Replace('ё', 'е').Where(c => c is not ('"' or '«' or '»'))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>A month or year as it is counted: 2022-03 out of 03.2022, 2022-03-01 and the like.</summary>
    private static string? Time(string? text, int digits)
    {
        var parts = (text ?? "").Trim().Split('-', '.', '/');
        if (parts.Length > 1 && parts[^1].Length == 4)
        {
            Array.Reverse(parts);
        }

        if (parts[0].Length != 4 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit)))
        {
            return string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
        }

        var whole = string.Join('-', parts.Select((p, i) => i == 0 ? p : p.PadLeft(2, '0')));
        return whole.Length > digits ? whole[..digits] : whole;
    }
}
