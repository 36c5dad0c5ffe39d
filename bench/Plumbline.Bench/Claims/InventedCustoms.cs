using System.Globalization;

namespace Plumbline.Bench.Claims;

/// <summary>
/// Invented records of imports with the columns of files that dealers in customs data sell: a declaration a row, names of firms that
/// are nobody's, values that few large ones dominate, some cells empty, and some dates that are two days at once. Row i depends on i only.
/// </summary>
internal static class InventedCustoms
{
    /// <summary>The columns, as such files name them.</summary>
    public const string Header = "DECLARATION_NUMBER,IMP_DATE,SUPPLIER_NAME,IMPORTER_NAME_EN,ORIGIN_COUNTRY,HS_CODE,TOTAL_VALUE_USD,NET_WEIGHT_KG,INCOTERMS";

    /// <summary>A codebook of these rows: all is out of columns of their own, but for dates written the short way.</summary>
    public const string Codebook = """
        unit: shipments
        label: Shipments
        of: row
        documents: {files: ["customs-*.csv"]}
        variables:
          day: {type: date, column: IMP_DATE}
          supplier: {type: text, column: SUPPLIER_NAME}
          importer: {type: text, column: IMPORTER_NAME_EN}
          origin:
            type: category
            column: ORIGIN_COUNTRY
            values: {china: China, turkey: Turkey, hong-kong: Hong Kong, vietnam: Vietnam, germany: Germany, india: India}
            cells: {CHINA: china, TURKEY: turkey, HONG KONG: hong-kong, VIETNAM: vietnam, GERMANY: germany, INDIA: india}
          hs_code: {type: text, column: HS_CODE}
          value_usd: {type: money, currency: USD, column: TOTAL_VALUE_USD}
          weight_kg: {type: number, column: NET_WEIGHT_KG}
          incoterms: {type: category, column: INCOTERMS, values: {exw: EXW, fob: FOB, cif: CIF, dap: DAP}, cells: {EXW: exw, FOB: fob, CIF: cif, DAP: dap}}

        """;

    private static readonly string[] Origins = ["CHINA", "CHINA", "CHINA", "TURKEY", "TURKEY", "HONG KONG", "VIETNAM", "GERMANY", "INDIA"];
    private static readonly string[] Codes = ["8471501000", "8471800000", "8525891100", "8528521000", "8542319010", "8517620000", "6907219009", "8543709000"];
    private static readonly string[] Terms = ["EXW", "FOB", "CIF", "DAP"];
    private static readonly string[] Starts = ["BUMA", "CHERNI", "SKREPO", "PAPO", "LASTI", "KARTO", "POLYNO", "STELLA", "ZAZERKA", "NEBYL"];
    private static readonly string[] Ends = ["TEK", "IMPORT", "TRADE", "LOGISTIK", "ELEKTRO", "SNAB", "KOMPLEKT", "GRUPP"];

    /// <summary>Writes files of 100,000 rows each.</summary>
    public static void Write(string folder, int rows)
    {
        const int InFile = 100_000;
        Directory.CreateDirectory(folder);
        for (var from = 0; from < rows; from += InFile)
        {
            using var file = new StreamWriter(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"customs-{from / InFile:D4}.csv"))) { NewLine = "\n" };
            file.WriteLine(Header);
            for (var i = from; i < Math.Min(rows, from + InFile); i++)
            {
                file.WriteLine(Row(i));
            }
        }
    }

    private static string Row(int i)
    {
        var state = ((ulong)i * 0x9E3779B97F4A7C15UL) + 5;
        int Next(int sides)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)((state >> 33) % (ulong)sides);
        }

        for (var warm = 0; warm < 3; warm++)
        {
            Next(2);
        }

        string Firm(int count)
        {
            var which = Next(count);
            return $"{Starts[which % 10]}{Ends[which / 10 % 8]} {which / 80}";
        }

        var day = new DateOnly(2019, 1, 1).AddDays(Next(2400));
        var shown = Next(50) == 0 ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var value = Math.Round(Math.Exp(Next(12_000) / 1000.0) * (1 + Next(100)), 2);
        var origin = Next(40) == 0 ? "" : Origins[Next(Origins.Length)];
        return string.Create(CultureInfo.InvariantCulture,
            $"{10012020 + Next(40)}/{day:ddMMyy}/{i:D8},{shown},{Firm(4000)},{Firm(9000)},{origin},{Codes[Next(Codes.Length)]},{value:0.00},{Next(2_000_000) / 100.0:0.00},{(Next(30) == 0 ? "" : Terms[Next(4)])}");
    }
}
