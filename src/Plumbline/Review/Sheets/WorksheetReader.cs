using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>Reads a worksheet that came back. What the coder was shown is taken from the sheet <c>about</c>; a CSV file has none.</summary>
internal static class WorksheetReader
{
    private const int HeadRows = 20;

    /// <param name="file">The file.</param>
    /// <param name="kinds">Kinds of unit in the case.</param>
    /// <param name="cases">Ids of the case.</param>
    /// <exception cref="UsageException">It is no worksheet, of another case, or its sheet about was changed.</exception>
    public static SheetCodings Read(SheetFile file, IReadOnlyList<UnitKind> kinds, IReadOnlySet<string> cases)
    {
        var about = file.Find(WorksheetAbout.Sheet) is { } sheet ? WorksheetAbout.Read(sheet) : null;
        if (about is not null && !cases.Contains(about.Case))
        {
            throw SheetProblems.OtherCase();
        }

        var table = file.Find(WorksheetWriter.Codings) ?? file.Tables[0];
        var head = table.Rows.Take(HeadRows).FirstOrDefault(r => r[0] == WorksheetColumns.Unit) ?? throw SheetProblems.NoHeader(file.Name);
        var problems = new List<Problem>();
        if (about is null)
        {
            problems.Add(SheetProblems.NoAbout(file.Name));
        }

        var columns = SheetHead.Columns(head, file.Name, problems);
        var kind = kinds.FirstOrDefault(k => k.Table == about?.Kind) ?? kinds.FirstOrDefault(k => k.Variables.Any(v => columns.ContainsKey(v.Name)));
        var variables = (kind?.Variables ?? []).Where(v => columns.ContainsKey(v.Name)).ToList();
        var definitions = about?.Variables.ToDictionary(v => v.Variable, v => v.Definition, StringComparer.Ordinal) ?? [];
        problems.AddRange(variables.Where(v => definitions.TryGetValue(v.Name, out var then) && then != v.ComputeDefinitionHash()).Select(v => SheetProblems.OldDefinition(v.Name)));
        problems.AddRange(definitions.Keys.Where(d => kind is not null && kind.Find(d) is null).Select(d => SheetProblems.NoVariable(d, kind!.Table, null, new ProblemPlace(file.Name))));

        var codings = new List<SheetCoding>();
        var rows = 0;
        foreach (var row in table.Rows.Where(r => r.Number > head.Number))
        {
            string Cell(string name) => columns.TryGetValue(name, out var column) ? row[column] : "";
            rows++;
            var shown = about is null or { Blind: true } ? [] : about.Variables.Select(v => Cell(WorksheetColumns.Machine(v.Variable)));
            if (about is not null && Cell(WorksheetColumns.Check) != about.CheckOf(row[0], shown))
            {
                problems.Add(SheetProblems.RowChanged(file.Name, row.Number));
                continue;
            }

            codings.AddRange(variables.Where(v => Cell(v.Name).Length > 0).Select(variable =>
            {
                var (status, values) = SheetWords.Own.Read(Cell(variable.Name), variable.Multiple);
                return new SheetCoding
                {
                    Row = row.Number,
                    Of = new SheetUnit(row[0], null, new Dictionary<string, string>()),
                    Variable = variable.Name,
                    Status = status,
                    Values = values,
                    Quotes = SheetWords.Quotes(Cell(WorksheetColumns.Quote(variable.Name))),
                    ReadWhole = SheetWords.IsYes(Cell(WorksheetColumns.ReadWhole)),
                    Note = Cell(WorksheetColumns.Note(variable.Name)) is { Length: > 0 } note ? note : null,
                    Shown = about is null ? null : about.Blind ? ShownBefore.Nothing : ShownBefore.Machine,
                    Machine = about is { Blind: false } ? WorksheetColumns.ReadMachine(Cell(WorksheetColumns.Machine(variable.Name)), variable.Multiple) : null,
                    Definition = definitions.GetValueOrDefault(variable.Name),
                };
            }));
        }

        return new SheetCodings(kind?.Table, codings, rows, problems);
    }
}
