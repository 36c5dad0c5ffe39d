using System.Text;
using CsvHelper;

namespace Plumbline.Review.Sheets;

/// <summary>
/// A sheet saved as CSV. Spreadsheet programs write UTF-8 or, on Russian Windows, windows-1251; they part cells by a comma,
/// a semicolon or a tab: the one that stands most often in the first line.
/// </summary>
internal static class CsvSheet
{
    private static readonly char[] Delimiters = [';', ',', '\t'];

    public static SheetTable Read(byte[] bytes, string name)
    {
        var text = Decode(bytes);
        var first = text.IndexOf('\n', StringComparison.Ordinal) is var end && end < 0 ? text : text[..end];
        var options = new CsvReaderOptions
        {
            Separator = Delimiters.MaxBy(d => first.Count(c => c == d)),
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Recover,
        };
        using var csv = CsvReader.FromText(text, options);
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            if (rows.Count >= XlsxReader.MostRows || csv.FieldCount > XlsxReader.MostColumns)
            {
                throw SheetProblems.TooLarge(name);
            }

            var row = new SheetRow((int)csv.RowNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i) ?? "")]);
            if (!row.IsEmpty)
            {
                rows.Add(row);
            }
        }

        return new SheetTable("", rows);
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes);
        }
    }
}
