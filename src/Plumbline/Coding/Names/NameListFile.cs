using Plumbline.Cases;
using Plumbline.Cases.Yaml;

namespace Plumbline.Coding.Names;

/// <summary>Where the names of a list stand in its file.</summary>
/// <param name="Path">The file below the case's folder, such as <c>lists/courts.csv</c>.</param>
/// <param name="Name">Column of the official name.</param>
/// <param name="Also">Columns of other names; several in a cell are parted by <c>|</c>. Those that the file lacks are passed over when they are the default.</param>
/// <param name="Place">Columns of where it is; several in a cell are parted by <c>|</c>.</param>
/// <param name="IsComplete">True when the list has all there are.</param>
internal sealed record NameListColumns(string Path, string Name, IReadOnlyList<string> Also, IReadOnlyList<string> Place, bool IsComplete)
{
    /// <summary>Columns where the codebook names none.</summary>
    public static NameListColumns Default(string path) => new(path, "name", ["also"], ["place"], IsComplete: false);
}

/// <summary>Reads lists of names.</summary>
internal static class NameListFile
{
    /// <summary>Folder of a case with its lists.</summary>
    public const string Folder = "lists/";

    private const long MostBytes = 32 << 20;
    private const int MostEntries = 100_000;

    /// <summary>The list, or null with a fault at the node that names it.</summary>
    /// <param name="root">Folder of the case, which the path is below.</param>
    /// <param name="columns">The file and its columns.</param>
    /// <param name="at">Where the codebook names it.</param>
    /// <param name="faults">Takes faults.</param>
    public static NameList? Read(string root, NameListColumns columns, YamlNode at, YamlFaults faults)
    {
        var rows = Rows(Path.Combine(root, columns.Path.Replace('/', Path.DirectorySeparatorChar)), out var fault);
        if (rows is null || rows.Count == 0)
        {
            faults.BrokenList(at, columns.Path, fault ?? "it is empty");
            return null;
        }

        var header = rows[0].Cells.Select(c => c.Trim()).ToList();
        var isRight = true;
        int[] Find(IEnumerable<string> names, IReadOnlyList<string>? optional)
        {
            var found = names.Select(n => (Name: n, At: header.FindIndex(h => string.Equals(h, n.Trim(), StringComparison.OrdinalIgnoreCase)))).ToList();
            foreach (var (name, _) in found.Where(f => f.At < 0 && optional?.Contains(f.Name) != true))
            {
                isRight = false;
                faults.NoColumn(at, columns.Path, name, header.Where(h => h.Length > 0));
            }

            return [.. found.Where(f => f.At >= 0).Select(f => f.At)];
        }

        var defaults = NameListColumns.Default(columns.Path);
        var (own, also, place) = (Find([columns.Name], null), Find(columns.Also, defaults.Also), Find(columns.Place, defaults.Place));
        if (!isRight)
        {
            return null;
        }

        var entries = Entries(rows.Skip(1), own[0], also, place);
        if (entries.Count is > 0 and <= MostEntries)
        {
            return new NameList(entries, columns.IsComplete);
        }

        faults.BrokenList(at, columns.Path, entries.Count == 0 ? "no row has a name" : $"it has more than {MostEntries} names");
        return null;
    }

    /// <summary>Entries with their rows joined: a table of districts names the court of each, so a court comes in many rows.</summary>
    private static List<NameEntry> Entries(IEnumerable<CsvRecord> rows, int own, int[] also, int[] place)
    {
        var entries = new List<NameEntry>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var name = Cell(row, own);
            if (name.Length is 0 or > NameForm.MostLetters)
            {
                continue;
            }

            var places = Cells(row, place);
            if (InBrackets(name) is { Length: > 0 } bracketed)
            {
                places = [.. places, bracketed];
            }

            var key = NameLetters.Of(name) + "\0" + string.Join('\0', places.Select(NameLetters.Of));
            if (known.TryGetValue(key, out var at))
            {
                entries[at] = entries[at] with { Also = [.. entries[at].Also.Union(Cells(row, also), StringComparer.Ordinal)] };
            }
            else
            {
                known.Add(key, entries.Count);
                entries.Add(new NameEntry(name, Cells(row, also), places, row.Number));
            }
        }

        return entries;
    }

    private static string Cell(CsvRecord row, int column) =>
        column < row.Cells.Count ? string.Join(' ', row.Cells[column].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";

    private static List<string> Cells(CsvRecord row, int[] columns) =>
        [.. columns.SelectMany(c => Cell(row, c).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    /// <summary>«Аткарский городской суд (Саратовская область)»: what stands in brackets at the end is its place.</summary>
    private static string? InBrackets(string name) =>
        name.EndsWith(')') && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? name[(open + 1)..^1] : null;

    private static List<CsvRecord>? Rows(string path, out string? fault)
    {
        fault = null;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > MostBytes)
            {
                fault = file.Exists ? $"it has more than {MostBytes >> 20} MB" : "there is no such file in the case";
                return null;
            }

            return [.. CsvText.Read(File.ReadAllBytes(path)).Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = "it can't be read";
            return null;
        }
    }
}
