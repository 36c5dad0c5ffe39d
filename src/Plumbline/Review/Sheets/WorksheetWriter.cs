using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>Writes a worksheet as a workbook: instructions, codings, and out of sight what it says of itself and its lists.</summary>
internal static class WorksheetWriter
{
    /// <summary>Name of the sheet that coders fill in.</summary>
    public const string Codings = "codings";

    private const string Lists = "lists";
    private static readonly string[] Else = ["unclear", "not stated", "not applicable"];

    public static void Write(Stream stream, WorksheetContent content)
    {
        var columns = Columns(content);
        XlsxWriter.Write(stream,
        [
            new XlsxSheet("instructions", [22, 110], WorksheetInstructions.Rows(content)),
            new XlsxSheet(Codings, columns.ConvertAll(c => c.Width), Rows(content, columns))
            {
                Frozen = (2, 2),
                HiddenColumns = columns.Index().Where(c => c.Item.IsHidden).Select(c => c.Index).ToHashSet(),
                Choices = [.. Choices(content, columns)],
                ChoiceRows = content.Rows.Count,
            },
            new XlsxSheet(WorksheetAbout.Sheet, [40, 70], content.About.Rows().Select(r => (IReadOnlyList<XlsxCell>)[new(r.Name), new(r.Text)])) { IsHidden = true },
            new XlsxSheet(Lists, [.. content.Variables.Select(_ => 24.0), 12], ListRows(content)) { IsHidden = true },
        ]);
    }

    private static List<ColumnOf> Columns(WorksheetContent content)
    {
        static string Name(Variable v) => v.Label.Length > 0 ? v.Label : v.Name;
        var blind = content.About.Blind;
        var (quote, note, machine, words, whole) = content.InRussian
            ? ("цитата", "примечание", "машина", "слова, найденные машиной", "прочитано целиком")
            : ("quote", "note", "machine", "words the machine found", "read whole");
        List<ColumnOf> columns =
        [
            new(WorksheetColumns.Unit, "", 19, CellLook.Text), new(WorksheetColumns.File, content.Label, 26, CellLook.Text),
            .. content.Key.Select(k => new ColumnOf(WorksheetColumns.Key(k.Name), Name(k), 20, CellLook.Text)),
        ];
        foreach (var variable in content.Variables)
        {
            if (!blind)
            {
                columns.Add(new(WorksheetColumns.Machine(variable.Name), $"{Name(variable)}: {machine}", 16, CellLook.Machine));
                columns.Add(new(WorksheetColumns.Words(variable.Name), $"{Name(variable)}: {words}", 48, CellLook.Machine));
            }

            columns.Add(new(variable.Name, Name(variable), 20, CellLook.Input));
            columns.Add(new(WorksheetColumns.Quote(variable.Name), $"{Name(variable)}: {quote}", 40, CellLook.Input));
            columns.Add(new(WorksheetColumns.Note(variable.Name), $"{Name(variable)}: {note}", 24, CellLook.Input));
        }

        columns.Add(new(WorksheetColumns.ReadWhole, whole, 12, CellLook.Input));
        columns.Add(new(WorksheetColumns.Check, "", 14, CellLook.Text, IsHidden: true));
        return columns;
    }

    private static IEnumerable<IReadOnlyList<XlsxCell>> Rows(WorksheetContent content, List<ColumnOf> columns)
    {
        yield return columns.ConvertAll(c => new XlsxCell(CellText.Shown(c.Heading), CellLook.Heading));
        yield return columns.ConvertAll(c => new XlsxCell(c.Name, CellLook.Name));
        foreach (var row in content.Rows)
        {
            // The check is over the text as it is written, so that it is right for what a coder sees.
            var shown = content.About.Blind ? [] : row.Cells.Select(c => c.Machine is null ? "" : CellText.Shown(WorksheetColumns.Text(c.Machine))).ToList();
            List<string> cells = [row.Unit, CellText.Shown(row.File), .. row.Key.Select(CellText.Shown)];
            for (var i = 0; i < row.Cells.Count; i++)
            {
                cells.AddRange(content.About.Blind ? ["", "", ""] : [shown[i], CellText.Shown(row.Cells[i].Words), "", "", ""]);
            }

            cells.AddRange(["", content.About.CheckOf(row.Unit, shown.Select(s => s.Trim()))]);
            yield return [.. cells.Select((c, i) => new XlsxCell(c, columns[i].Look))];
        }
    }

    private static IEnumerable<XlsxChoice> Choices(WorksheetContent content, List<ColumnOf> columns)
    {
        for (var i = 0; i < content.Variables.Count; i++)
        {
            var variable = content.Variables[i];
            var index = columns.FindIndex(c => c.Name == variable.Name);
            var words = variable.Instructions.Length > 0 ? variable.Instructions : WorksheetInstructions.Form(variable, content.InRussian);
            var letters = XlsxWriter.Letters(i);
            yield return new XlsxChoice(
                index, FormattableString.Invariant($"{Lists}!${letters}$1:${letters}${List(variable).Count}"), variable.Label.Length > 0 ? variable.Label : variable.Name, words);
        }

        var last = XlsxWriter.Letters(content.Variables.Count);
        yield return new XlsxChoice(
            columns.FindIndex(c => c.Name == WorksheetColumns.ReadWhole), $"{Lists}!${last}$1:${last}$1", WorksheetColumns.ReadWhole,
            content.InRussian ? "yes: вы прочли единицу целиком." : "yes: you read the whole unit.");
    }

    private static IReadOnlyList<string> List(Variable variable) =>
        [.. variable.Type switch { VariableType.YesNo => ["yes", "no"], VariableType.Category => variable.Values.Select(v => v.Key), _ => [] }, .. Else];

    private static IEnumerable<IReadOnlyList<XlsxCell>> ListRows(WorksheetContent content)
    {
        List<IReadOnlyList<string>> lists = [.. content.Variables.Select(List), ["yes"]];
        for (var i = 0; i < lists.Max(l => l.Count); i++)
        {
            yield return lists.ConvertAll(l => new XlsxCell(i < l.Count ? l[i] : ""));
        }
    }

    private sealed record ColumnOf(string Name, string Heading, double Width, CellLook Look, bool IsHidden = false);
}
