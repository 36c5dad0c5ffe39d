using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Review.Sheets;

/// <summary>The faults of worksheets and of their import. Rows are named, cells are not shown.</summary>
internal static class SheetProblems
{
    public static UsageException NoFile(string file) => new("REV030", $"{Short(file)} can't be read.", "Look at the path and at the rights of the file.");

    public static UsageException TooLarge(string file) => new(
        "REV031", $"{Short(file)} is too large for a sheet: at most {XlsxReader.MostRows:#,0} rows, {XlsxReader.MostColumns:#,0} columns and 256 MB.", "Split it.");

    public static UsageException Unreadable(string file) => new(
        "REV032", $"{Short(file)} is neither a workbook (XLSX) nor CSV.", "Open it in the program that made it and save it as XLSX or CSV.");

    public static UsageException EndedReader(string file, ChildFault fault) => new(
        "REV064", $"{Short(file)} {(fault switch { ChildFault.TimedOut => "took too long to be read", ChildFault.OutOfMemory => "took too much memory to be read", _ => "ended the process that read it" })}; nothing was entered.",
        "It is not as a spreadsheet program writes it. Open it in one, look at what it holds, and save the sheet as CSV.");

    public static UsageException Exists(string file) => new("REV033", $"{Short(file)} is there already; somebody's work may be in it.", "Name a new file.");

    public static UsageException NoHeader(string file) => new(
        "REV034", $"{Short(file)} is no worksheet of Plumbline: no row begins with the column 'unit'.", "For a table that was made otherwise say what its columns mean: --map MAP.yaml (docs/worksheets.md).");

    public static UsageException AboutChanged() => new(
        "REV035", "The sheet 'about' was changed: it does not say any more what it was written with.", "Take it over unchanged from the file as it was handed out. Without it, delete the sheet: then the coder counts as having seen all there was.");

    public static UsageException OtherCase() => new("REV036", "The worksheet is of another case.", "Import it into the case that it was made from.");

    public static UsageException Faulty(IReadOnlyList<Problem> problems, int rows) => new(
        "REV037", $"{rows:#,0} {(rows == 1 ? "row has" : "rows have")} a fault; nothing was entered.", "Mend the rows named and import again. --dry-run shows what would be entered.", problems);

    public static UsageException FaultyMap(IReadOnlyList<Problem> problems) => new("REV038", "The map has faults; nothing was entered.", "Mend the lines named.", problems);

    public static UsageException NoSheet(string sheet, IEnumerable<string> sheets) => new(
        "REV039", $"The file has no sheet {Short(sheet)}.", $"It has: {string.Join(", ", sheets.Select(Short))}.");

    public static Problem RowChanged(string file, int row) => Row(
        "REV058", file, row, "The unit or the machine's value of this row was changed.", "Take the row over from the file as it was handed out; only the columns for values, words and notes are yours.");

    public static Problem NoUnit(string file, int row, string by) => Row(
        "REV041", file, row, $"No unit of the case has this {by}.", "Look at the cells that name it; --skip-unmatched leaves such rows out.");

    public static Problem SeveralUnits(string file, int row, string by, int units) => Row(
        "REV042", file, row, $"{units} units of the case have this {by}.", "Add columns to match: in the map; --skip-unmatched leaves such rows out.");

    public static Problem Contradiction(string file, int row, int earlier, string variable) => Row(
        "REV043", file, row, $"It says another thing of {variable} than row {earlier}, of the same unit.", "Leave the one that is right.");

    public static Problem NoColumn(string file, string column, string? guess, ProblemPlace place) => new(
        "REV044", Severity.Error, $"{Short(file)} has no column {Short(column)}.", guess is null ? "The names stand in the row of headings." : $"Did you mean {Short(guess)}?", place);

    public static Problem NoVariable(string variable, string kind, string? guess, ProblemPlace place) => new(
        "REV045", Severity.Error, $"{Short(variable)} is not a variable of {kind}.", guess is null ? "The codebook lists them." : $"Did you mean {guess}?", place);

    public static Problem ColumnTwice(string file, string column) => Row("REV046", file, 0, $"The column {Short(column)} stands twice.", "Leave one of them.");

    public static Problem OldDefinition(string variable) => new(
        "REV047", Severity.Warning, $"The definition of {variable} has changed since the worksheet was made: its codings are possible, not confirmed.",
        "Let somebody look again under the new definition.", new ProblemPlace());

    public static Problem NoAbout(string file) => new(
        "REV048", Severity.Note, "The file has no sheet 'about', so nobody can say what the coder was shown: they count as having seen all there was.",
        "Hand back the workbook as XLSX, not as CSV.", new ProblemPlace(file));

    public static UsageException UnknownUnits(IReadOnlyList<Problem> problems) => new("REV049", "Some of the units named are not in this case.", "Mend the lines named.", problems);

    public static Problem UnknownUnit(string file, int line) => Row("REV049", file, line, "No unit of the case has this id.", "Ids stand in the column unit_id.");

    public static UsageException NothingToCode() => new("REV060", "There is no unit to code.", "Without --claim, --sample and --units all units are taken.");

    public static UsageException SeveralKinds(IEnumerable<string> kinds) => new("REV061", "The case has several kinds of unit.", $"Say which: --kind {string.Join(", --kind ", kinds)}");

    public static UsageException CodersTwice() => new("REV062", "A hand-out needs coders, each named once.", "--coders quiet-heron-17,calm-otter-31");

    public static UsageException NotAPart() => new("REV063", "--overlap is not a part.", "Write 10% or 0.1; at most 100%.");

    /// <summary>What to try where a cell has a value and no words.</summary>
    public static string TryWords(string code, bool isMapped) =>
        (code == "REV006" ? "Put the words that say it into the quote column" : "Put 'yes' into the column 'read whole', or words into the quote column")
        + (isMapped ? "; for labels that never had any, evidence: none-with-note and note: in the map (they are possible then, not confirmed)." : ".");

    public static Problem Row(string code, string file, int row, string sentence, string @try) => new(code, Severity.Error, sentence, @try, new ProblemPlace(file, row));

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
