using Plumbline.Cases;

namespace Plumbline.Review.Sheets;

/// <summary>A sheet saved as CSV.</summary>
internal static class CsvSheet
{
    public static SheetTable Read(byte[] bytes, string name)
    {
        var rows = new List<SheetRow>();
        foreach (var record in CsvText.Read(bytes))
        {
            if (rows.Count >= XlsxReader.MostRows || record.Cells.Count > XlsxReader.MostColumns)
            {
                throw SheetProblems.TooLarge(name);
            }

            var row = new SheetRow(record.Number, record.Cells);
            if (!row.IsEmpty)
            {
                rows.Add(row);
            }
        }

        return new SheetTable("", rows);
    }
}
