using Plumbline.Invented;
using Plumbline.Review.Sheets;

namespace Plumbline.Cli.Demo;

/// <summary>
/// The people of the demo: they open a worksheet, code what they were asked from what is true of each invented text, and hand it
/// back. One of them can't tell twice, so that somebody has to say what stands.
/// </summary>
/// <param name="answers">What a careful person reads, by file and variable.</param>
internal sealed class DemoPeople(IReadOnlyDictionary<string, IReadOnlyDictionary<string, InventedAnswer>> answers)
{
    public const string First = "invented-anna";
    public const string Second = "invented-boris";
    public const string Third = "invented-vera";

    /// <summary>The claim that waits for people.</summary>
    public const string Claim = "identified";

    /// <summary>The variables of the rulings that they read.</summary>
    public const string Variables = "facial_recognition,outcome,fine_rub,arrest_days";

    /// <summary>The variable of which one could not tell twice.</summary>
    public const string Doubted = "outcome";

    /// <summary>Rulings that two of them read.</summary>
    public const int Overlap = 90;

    /// <summary>Interviews that two of them read.</summary>
    public const int TalksTwice = 12;

    private readonly Dictionary<(string Unit, string Variable), string> machine = [];

    /// <summary>
    /// Fills a worksheet in as a person would. Rulings that say otherwise than the claim are left for later, and so is what only words
    /// that a person would have to look for could show. Gives the units where the coder could not tell, with the value that stands.
    /// </summary>
    public IReadOnlyList<(string Unit, string Value)> FillIn(string worksheet, string filled, int doubts)
    {
        var file = SheetFile.ReadOwn(worksheet);
        var codings = file.Find(WorksheetWriter.Codings)!;
        var head = codings.Rows.First(r => r[0] == WorksheetColumns.Unit);
        var columns = SheetHead.Columns(head, file.Name, []);
        var unsure = new List<(string, string)>();
        IReadOnlyList<XlsxCell> Row(SheetRow row)
        {
            var cells = Enumerable.Range(0, head.Cells.Count).Select(i => new XlsxCell(row[i])).ToArray();
            if (row.Number <= head.Number || answers.GetValueOrDefault(row[columns[WorksheetColumns.File]]) is not { } known
                || (known.TryGetValue("facial_recognition", out var facial) && facial.Value != "identified-by"))
            {
                return cells;
            }

            foreach (var (variable, answer) in known.Where(k => columns.ContainsKey(k.Key)))
            {
                if (columns.TryGetValue(WorksheetColumns.Machine(variable), out var beside))
                {
                    machine[(row[0], variable)] = row[beside];
                }

                var isSeen = machine.GetValueOrDefault((row[0], variable)) is { } read && (read == answer.Value || read == answer.Value + " RUB");
                if (answer.Words.Length == 0 && !isSeen && known.ContainsKey("facial_recognition"))
                {
                    continue;
                }

                var isUnsure = variable == Doubted && unsure.Count < doubts;
                cells[columns[variable]] = new XlsxCell(isUnsure ? "unclear" : answer.Value);
                cells[columns[WorksheetColumns.ReadWhole]] = new XlsxCell("yes");
                if (isUnsure)
                {
                    unsure.Add((row[0], answer.Value));
                }
                else if (!isSeen && answer is { Words.Length: > 0, Value: not ("unclear" or "not stated") })
                {
                    cells[columns[WorksheetColumns.Quote(variable)]] = new XlsxCell(answer.Words);
                }
            }

            return cells;
        }

        using var stream = new FileStream(filled, FileMode.CreateNew, FileAccess.ReadWrite);
        XlsxWriter.Write(stream, [.. file.Tables.Select(t => new XlsxSheet(t.Name, [20], t == codings ? t.Rows.Select(Row) : t.Rows.Select(r => (IReadOnlyList<XlsxCell>)[.. r.Cells.Select(c => new XlsxCell(c))])))]);
        return unsure;
    }
}
