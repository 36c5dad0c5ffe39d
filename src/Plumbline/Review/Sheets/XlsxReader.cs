using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Plumbline.Review.Sheets;

/// <summary>
/// Reads the cells of a workbook (ECMA-376, part 1, chapter 18) as the texts that a person sees in them. Formulas are not
/// calculated: their last result is taken. A workbook from elsewhere is hostile: parts, rows and columns are limited, nothing outside is opened.
/// </summary>
internal static class XlsxReader
{
    public const int MostRows = 200_000;
    public const int MostColumns = 2_000;
    private const long MostCharacters = 300_000_000;

    /// <exception cref="Evidence.UsageException">It is no workbook, or too large.</exception>
    public static IReadOnlyList<SheetTable> Read(byte[] bytes, string name)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var workbook = document.WorkbookPart ?? throw SheetProblems.Unreadable(name);
            var texts = Texts(workbook);
            var dates = new XlsxDates(workbook);
            var tables = new List<SheetTable>();
            foreach (var sheet in workbook.Workbook.Sheets?.Elements<Sheet>() ?? [])
            {
                if (sheet.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
                {
                    tables.Add(new SheetTable(sheet.Name?.Value ?? "", Rows(part, texts, dates, name)));
                }
            }

            return tables.Count > 0 ? tables : throw SheetProblems.Unreadable(name);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FormatException or System.Xml.XmlException or IOException
            or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            throw SheetProblems.Unreadable(name);
        }
    }

    private static List<string> Texts(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
                {
                    texts.Add(TextOf(item));
                }
            }
        }

        return texts;
    }

    private static List<SheetRow> Rows(WorksheetPart part, List<string> texts, XlsxDates dates, string name)
    {
        var rows = new List<SheetRow>();
        var last = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            last = (int?)row.RowIndex?.Value ?? last + 1;
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
                if (column >= MostColumns || rows.Count >= MostRows)
                {
                    throw SheetProblems.TooLarge(name);
                }

                while (cells.Count <= column)
                {
                    cells.Add("");
                }

                cells[column] = TextOf(cell, texts, dates);
            }

            var read = new SheetRow(last, cells);
            if (!read.IsEmpty)
            {
                rows.Add(read);
            }
        }

        return rows;
    }

    private static string TextOf(Cell cell, List<string> texts, XlsxDates dates)
    {
        var written = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : "";
        }

        if (type == CellValues.Boolean)
        {
            return written == "1" ? "yes" : "no";
        }

        if (type == CellValues.String || type == CellValues.Error || type == CellValues.Date)
        {
            return CellText.Unescaped(written);
        }

        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? dates.Of(cell, number) ?? number.ToString(Math.Abs(number) < 1e15 && Math.Floor(number) == number ? "0" : "R", CultureInfo.InvariantCulture)
            : written;
    }

    /// <summary>Of a string with formatted runs, without the readings of ideographs.</summary>
    private static string TextOf(OpenXmlCompositeElement item) => CellText.Unescaped(string.Concat(item.ChildElements.Select(c => c switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text ?? "",
        _ => "",
    })));

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1), MostColumns + 1);
        }

        return column - 1 is var index && index >= 0 ? index : throw new FormatException();
    }
}
