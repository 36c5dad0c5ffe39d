using System.Text;
using CsvHelper;

namespace Plumbline.Cases;

/// <summary>
/// A small table that a person saved as CSV. Spreadsheet programs write UTF-8 or, on Russian Windows, windows-1251; they part
/// cells by a comma, a semicolon or a tab: the one that stands most often in the first line.
/// </summary>
internal static class CsvText
{
    private static readonly char[] Delimiters = [';', ',', '\t'];

    /// <summary>Its records in order, also empty ones. Cells are hostile text.</summary>
    public static IEnumerable<CsvRecord> Read(byte[] bytes)
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
        while (csv.Read())
        {
            yield return new CsvRecord((int)csv.RowNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i) ?? "")]);
        }
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

/// <summary>A record of a table.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">Its cells as they stand.</param>
internal readonly record struct CsvRecord(int Number, IReadOnlyList<string> Cells);
