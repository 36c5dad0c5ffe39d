using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Plumbline.Review.Sheets;

/// <summary>How a cell looks. Every one holds text: nothing in a sheet of ours is a number, a day or a formula.</summary>
internal enum CellLook
{
    /// <summary>Text for reference.</summary>
    Text,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A name that programs read, small, under a heading.</summary>
    Name,

    /// <summary>What the machine found.</summary>
    Machine,

    /// <summary>A cell to write in.</summary>
    Input,

    /// <summary>A title.</summary>
    Title,
}

/// <summary>A cell that is written.</summary>
internal readonly record struct XlsxCell(string Text, CellLook Look = CellLook.Text);

/// <summary>What may be put into a column: a list to choose from, with words shown beside the cell.</summary>
/// <param name="Column">Index from 0.</param>
/// <param name="List">Name of the range that holds the choices, or null.</param>
/// <param name="Title">Heading of the words.</param>
/// <param name="Words">Shown when the cell is chosen.</param>
internal sealed record XlsxChoice(int Column, string? List, string Title, string Words);

/// <summary>A sheet that is written.</summary>
internal sealed record XlsxSheet(string Name, IReadOnlyList<double> Widths, IEnumerable<IReadOnlyList<XlsxCell>> Rows)
{
    public bool IsHidden { get; init; }

    /// <summary>Columns that are not shown.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>Rows and columns that stay in sight.</summary>
    public (int Rows, int Columns) Frozen { get; init; }

    public IReadOnlyList<XlsxChoice> Choices { get; init; } = [];

    /// <summary>Number of rows that the choices hold for, below the frozen ones.</summary>
    public int ChoiceRows { get; init; }
}

/// <summary>Writes a workbook, row after row. The same sheets give the same cells; times in the file's own index are the library's.</summary>
internal static class XlsxWriter
{
    private const double LineHeight = 15;
    private const int MostLines = 12;

    public static void Write(Stream stream, IReadOnlyList<XlsxSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxLooks.Make();
        var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        for (var i = 0; i < sheets.Count; i++)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            Write(part, sheets[i]);
            var sheet = new Sheet { Name = sheets[i].Name, SheetId = (uint)(i + 1), Id = workbook.GetIdOfPart(part) };
            if (sheets[i].IsHidden)
            {
                sheet.State = SheetStateValues.Hidden;
            }

            list.Append(sheet);
        }

        workbook.Workbook = new Workbook(list);
        workbook.Workbook.Save();
    }

    /// <summary><c>A</c> for 0.</summary>
    public static string Letters(int column) => (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));

    private static void Write(WorksheetPart part, XlsxSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(sheet)));
        writer.WriteElement(new Columns(sheet.Widths.Select((w, i) => new Column
        {
            Min = (uint)(i + 1), Max = (uint)(i + 1), Width = w, CustomWidth = true, Style = (uint)CellLook.Text, Hidden = sheet.HiddenColumns.Contains(i) ? true : null,
        })));
        writer.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var row in sheet.Rows)
        {
            number++;
            writer.WriteStartElement(new Row { RowIndex = (uint)number, Height = LineHeight * Lines(row, sheet.Widths), CustomHeight = true });
            for (var i = 0; i < row.Count; i++)
            {
                Write(writer, row[i], Letters(i) + number.ToString(CultureInfo.InvariantCulture));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        if (sheet.Choices.Count > 0 && sheet.ChoiceRows > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Choices.Select(c => Choice(c, sheet))) { Count = (uint)sheet.Choices.Count });
        }

        // Printed, all columns stand on one page.
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = sheet.Widths.Count > 4 ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });

        writer.WriteEndElement();
    }

    /// <summary>Lines that the longest cell of a row takes; the first and title rows are one at least, and no row fills the screen.</summary>
    private static int Lines(IReadOnlyList<XlsxCell> row, IReadOnlyList<double> widths) => Math.Clamp(
        row.Select((c, i) => c.Look == CellLook.Title ? 2 : c.Text.Split('\n').Sum(l => 1 + (int)(l.Length / (i < widths.Count ? widths[i] : 20)))).DefaultIfEmpty(1).Max(), 1, MostLines);

    private static SheetView View(XlsxSheet sheet)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (sheet.Frozen is { Rows: > 0 } frozen)
        {
            view.Append(new Pane
            {
                VerticalSplit = frozen.Rows, HorizontalSplit = frozen.Columns, TopLeftCell = Letters(frozen.Columns) + (frozen.Rows + 1).ToString(CultureInfo.InvariantCulture),
                ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen,
            });
        }

        return view;
    }

    private static void Write(OpenXmlWriter writer, XlsxCell cell, string reference)
    {
        writer.WriteStartElement(new Cell { CellReference = reference, StyleIndex = (uint)cell.Look, DataType = cell.Text.Length == 0 ? null : CellValues.InlineString });
        if (cell.Text.Length > 0)
        {
            writer.WriteElement(new InlineString(new Text(CellText.Escaped(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        writer.WriteEndElement();
    }

    private static DataValidation Choice(XlsxChoice choice, XlsxSheet sheet)
    {
        var letters = Letters(choice.Column);
        var validation = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue> { InnerText = FormattableString.Invariant($"{letters}{sheet.Frozen.Rows + 1}:{letters}{sheet.Frozen.Rows + sheet.ChoiceRows}") },
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = Cut(CellText.Shown(choice.Title), 32),
            Prompt = Cut(CellText.Shown(choice.Words), 250),
        };
        if (choice.List is not null)
        {
            // Only a warning: what is not in the list, such as "unclear: fine; arrest", may be right too.
            validation.Type = DataValidationValues.List;
            validation.ErrorStyle = DataValidationErrorStyleValues.Warning;
            validation.ShowErrorMessage = true;
            validation.Formula1 = new Formula1(choice.List);
        }

        return validation;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
}
