using Plumbline.Invented;
using Plumbline.Review.Sheets;

namespace Plumbline.Cli;

/// <summary>
/// The people of the demo: they open a worksheet, code what they were asked from what is true of each invented ruling, and hand it
/// back. One of them can't tell twice, so that somebody has to say what stands.
/// </summary>
internal static class DemoPeople
{
    public const string First = "invented-anna";
    public const string Second = "invented-boris";
    public const string Third = "invented-vera";

    /// <summary>The claim that waits for people.</summary>
    public const string Claim = "fined";

    /// <summary>The variable that it reads.</summary>
    public const string Variable = "outcome";

    /// <summary>What the rulings in question say.</summary>
    public const string Value = "fine";

    /// <summary>Rulings that both read.</summary>
    public const int Overlap = 60;

    /// <summary>
    /// Fills a worksheet in as a person would: value cells only. Gives the units of the rows where the coder could not tell. Rulings that
    /// end otherwise than the claim says are left for later, since that takes words that a person would have to look for.
    /// </summary>
    public static IReadOnlyList<string> FillIn(string worksheet, string filled, IReadOnlyDictionary<string, InventedTruth> truth, int doubts)
    {
        var file = SheetFile.ReadOwn(worksheet);
        var codings = file.Find(WorksheetWriter.Codings)!;
        var head = codings.Rows.First(r => r[0] == WorksheetColumns.Unit);
        var columns = SheetHead.Columns(head, file.Name, []);
        var unsure = new List<string>();
        IReadOnlyList<XlsxCell> Row(SheetRow row)
        {
            var cells = Enumerable.Range(0, head.Cells.Count).Select(i => new XlsxCell(row[i])).ToArray();
            if (row.Number > head.Number && truth.TryGetValue(row[columns[WorksheetColumns.File]], out var known) && known.Outcome == Value)
            {
                var isUnsure = unsure.Count < doubts;
                cells[columns[Variable]] = new XlsxCell(isUnsure ? "unclear" : Value);
                if (isUnsure)
                {
                    unsure.Add(row[0]);
                }
            }

            return cells;
        }

        using var stream = new FileStream(filled, FileMode.CreateNew, FileAccess.ReadWrite);
        XlsxWriter.Write(stream, [.. file.Tables.Select(t => new XlsxSheet(t.Name, [20], t == codings ? t.Rows.Select(Row) : t.Rows.Select(r => (IReadOnlyList<XlsxCell>)[.. r.Cells.Select(c => new XlsxCell(c))])))]);
        return unsure;
    }
}
