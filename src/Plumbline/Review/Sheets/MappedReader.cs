using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>Reads somebody else's spreadsheet as a map says.</summary>
internal static class MappedReader
{
    private const string Skip = "skip";

    /// <exception cref="UsageException">The file has no such sheet or column, or the codebook no such variable: all that is missing is told.</exception>
    public static SheetCodings Read(SheetFile file, CodingMap map, UnitKind kind, string mapName)
    {
        var table = map.Sheet is null ? file.Tables[0] : file.Find(map.Sheet) ?? throw SheetProblems.NoSheet(map.Sheet, file.Tables.Select(t => t.Name));
        var problems = new List<Problem>();
        var head = table.Rows.FirstOrDefault(r => r.Number == map.Header) ?? new SheetRow(map.Header, []);
        var columns = SheetHead.Columns(head, file.Name, []);
        var faults = Faults(file, map, kind, mapName, columns);
        if (faults.Count > 0)
        {
            throw SheetProblems.FaultyMap(faults);
        }

        var codings = new List<SheetCoding>();
        var rows = 0;
        foreach (var row in table.Rows.Where(r => r.Number > map.Header))
        {
            string Cell(string? name) => name is not null && columns.TryGetValue(name, out var column) ? row[column] : "";
            string? Named(string? name) => Cell(name) is { Length: > 0 } text ? text : null;
            rows++;
            var of = new SheetUnit(
                Named(map.UnitColumn), Named(map.FileColumn),
                map.Key.Where(k => Cell(k.Value).Length > 0).ToDictionary(k => k.Key, k => Cell(k.Value), StringComparer.Ordinal));
            foreach (var mapped in map.Variables)
            {
                var written = Cell(mapped.Column);
                var cell = mapped.Values.TryGetValue(written, out var called) ? called : written;
                if (cell.Length == 0 || cell == Skip)
                {
                    continue;
                }

                var (status, values) = map.Words.Read(cell, kind.Find(mapped.Variable)!.Multiple);
                codings.Add(new SheetCoding
                {
                    Row = row.Number,
                    Of = of,
                    Variable = mapped.Variable,
                    Status = status,
                    Values = [.. values.Select(v => mapped.Values.TryGetValue(v, out var one) ? one : v)],
                    Quotes = SheetWords.Quotes(Cell(mapped.Quote)),
                    ReadWhole = map.AllReadWhole || SheetWords.IsYes(Cell(map.ReadWholeColumn)),
                    Note = string.Join("; ", new[] { Named(mapped.Note), map.Note }.OfType<string>()) is { Length: > 0 } note ? note : null,
                    Shown = map.Shown,
                });
            }
        }

        return new SheetCodings(kind.Table, codings, rows, problems) { AllowsNoWords = map.AllowsNoWords };
    }

    private static List<Problem> Faults(SheetFile file, CodingMap map, UnitKind kind, string mapName, Dictionary<string, int> columns)
    {
        var at = new ProblemPlace(mapName);
        string?[] of = [map.UnitColumn, map.FileColumn, .. map.Key.Values, map.ReadWholeColumn];
        var faults = of.OfType<string>().Where(c => !columns.ContainsKey(c)).Select(c => Missing(c, at)).ToList();
        foreach (var mapped in map.Variables)
        {
            faults.AddRange(new[] { mapped.Column, mapped.Quote, mapped.Note }.OfType<string>().Where(c => !columns.ContainsKey(c)).Select(c => Missing(c, mapped.Place)));
        }

        faults.AddRange(map.Variables.Select(v => (v.Variable, v.Place)).Concat(map.Key.Keys.Select(k => (Variable: k, Place: at))).Where(v => kind.Find(v.Variable) is null)
            .Select(v => SheetProblems.NoVariable(v.Variable, kind.Table, Guess.Nearest(v.Variable, kind.Variables.Select(k => k.Name)), v.Place)));
        return faults;

        Problem Missing(string column, ProblemPlace place) => SheetProblems.NoColumn(file.Name, column, Guess.Nearest(column, columns.Keys), place);
    }
}
