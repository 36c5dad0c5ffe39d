using Plumbline.Custody;
using Plumbline.Pipeline.Sheets;
using Plumbline.Review.Sheets;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Sheets;

/// <summary>What tests of worksheets share: writing one, filling it in, importing it.</summary>
internal static class FilledSheet
{
    /// <summary>Writes a worksheet into the folder above the case; gives its path.</summary>
    public static string Worksheet(this TestCase given, string name, UnitSelection? selection = null, bool blind = false)
    {
        var path = given.Beside(name);
        CaseWorksheet.Write(given.Folder, path, selection ?? new UnitSelection(), blind);
        return path;
    }

    public static string Beside(this TestCase given, string name) => Path.Combine(Path.GetDirectoryName(given.Folder.Root)!, name);

    /// <summary>A copy of a worksheet with cells written: (file or unit, column, text).</summary>
    public static string Fill(string path, string name, params (string Row, string Column, string Text)[] cells) => Change(path, name, (sheet, head, row) =>
    {
        var columns = SheetHead.Columns(head, "", []);
        var written = Enumerable.Range(0, head.Cells.Count).Select(i => row[i]).ToArray();
        foreach (var (_, column, text) in cells.Where(c => sheet == WorksheetWriter.Codings && (c.Row == row[0] || c.Row == row[1])))
        {
            written[columns[column]] = text;
        }

        return written;
    });

    /// <summary>A copy with every row below the headings put through a change; null leaves a row out.</summary>
    public static string Change(string path, string name, Func<string, SheetRow, SheetRow, string[]?> change)
    {
        var file = SheetFile.ReadOwn(path);
        var target = Path.Combine(Path.GetDirectoryName(path)!, name);
        using var stream = new FileStream(target, FileMode.Create, FileAccess.ReadWrite);
        XlsxWriter.Write(stream, [.. file.Tables.Select(t =>
        {
            var head = t.Rows.FirstOrDefault(r => r[0] == WorksheetColumns.Unit);
            var rows = t.Rows.Select(r => head is null || r.Number <= head.Number ? head is null ? change(t.Name, r, r) : [.. r.Cells] : change(t.Name, head, r)).OfType<string[]>();
            return new XlsxSheet(t.Name, [20], rows.Select(r => (IReadOnlyList<XlsxCell>)[.. r.Select(c => new XlsxCell(c))]));
        })]);
        return target;
    }

    public static ImportReport Import(this TestCase given, string path, string coder = "anna", string? map = null, bool skip = false, bool dry = false) =>
        new CodingImport(given.Folder, new JournalOptions { Who = "coder-test" }, TestCase.Hidden("sheet-worker")).Run(path, new ImportOptions { Coder = coder, Map = map, SkipUnmatched = skip, DryRun = dry });

    public static int Codings(this TestCase given)
    {
        using var journal = Journal.OpenRead(given.Folder);
        return journal.Entries("coding").Count();
    }
}
