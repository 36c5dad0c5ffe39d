using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Plumbline.Review.Sheets;

/// <summary>Tells which numbers of a workbook are days: its cell's format says so. Written as <c>2016-06-10</c>; hours are left out.</summary>
internal sealed partial class XlsxDates
{
    private readonly bool[] isDate;
    private readonly bool since1904;

    public XlsxDates(WorkbookPart workbook)
    {
        since1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.NumberFormatId is not null)
            .GroupBy(f => f.NumberFormatId!.Value).ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "");
        isDate = [.. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => IsDate(f.NumberFormatId?.Value ?? 0, own))];
    }

    /// <summary>The day that a number means in this cell; null when it is no day.</summary>
    public string? Of(Cell cell, double number)
    {
        var style = cell.StyleIndex?.Value ?? 0;
        if (style >= isDate.Length || !isDate[style] || number is < 1 or > 2_900_000)
        {
            return null;
        }

        // Days count from 1 January 1900, with a 29 February that was none.
        var start = since1904 ? new DateOnly(1904, 1, 1) : number < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        return start.AddDays((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static bool IsDate(uint format, Dictionary<uint, string> own) => own.TryGetValue(format, out var code)
        ? Literals().Replace(code, "").IndexOfAny(['d', 'D', 'y', 'Y']) >= 0
        : format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    /// <summary>Quoted and escaped signs, colours and locales.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Literals();
}
