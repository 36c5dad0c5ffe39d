using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Plumbline.Review.Sheets;

/// <summary>The looks of cells as a workbook keeps them, in the order of <see cref="CellLook"/>. All have the format Text (49).</summary>
internal static class XlsxLooks
{
    private const uint AsText = 49;

    public static Stylesheet Make() => new(
        new Fonts(Font(), Font(bold: true), Font(size: 8, colour: "FF808080"), Font(italic: true, colour: "FF44546A"), Font(size: 16, bold: true)),
        new Fills(Fill(null), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FFDDE6F0"), Fill("FFF2F2F2"), Fill("FFFFF9E0")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Look(0, 0, 0), Look(1, 2, 1), Look(2, 2, 1), Look(3, 3, 1), Look(0, 4, 1), Look(4, 0, 0, wrap: false)));

    private static CellFormat Look(uint font, uint fill, uint border, bool wrap = true) => new(new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Top })
    {
        NumberFormatId = AsText, FontId = font, FillId = fill, BorderId = border, FormatId = 0,
        ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
    };

    private static Font Font(bool bold = false, bool italic = false, double size = 11, string colour = "FF000000")
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Fill(string? colour) => colour is null
        ? new Fill(new PatternFill { PatternType = PatternValues.None })
        : new Fill(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static T Line<T>()
            where T : BorderPropertiesType, new()
        {
            var line = new T { Style = BorderStyleValues.Thin };
            line.Append(new Color { Rgb = "FFBFBFBF" });
            return line;
        }

        return new Border(Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>(), new DiagonalBorder());
    }
}
