using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>The faults of building, each with its code, sentence and what to try.</summary>
internal static class PipelineProblems
{
    public static UsageException NothingBuilt(string root) => new(
        "BLD001", "This case has not been built yet.", $"plumb build \"{root}\"");

    public static StoreFailedException AlreadyBuilding(Exception inner) => new(
        "BLD002", "Another process is building this case.", "Wait until it is done, then try again.", isTransient: true, inner);

    public static UsageException FaultyCodebooks(IReadOnlyList<Problem> problems) => new(
        "BLD003", "The codebooks have faults; nothing was built.", "Mend the lines named and build again.", problems);

    public static UsageException NoCodebook() => new(
        "BLD004", "The case has no codebook.", "Put one into codebooks/, or make a case with: plumb new DIR --template rulings-ru");

    public static UsageException SameTable(string table) => new(
        "BLD005", $"Two codebooks declare the unit '{table}'.", "Give one of them another name under 'unit:'.");

    public static StoreFailedException DamagedBuild(Exception? inner = null) => new(
        "BLD006", "A file of the build is damaged.", "Make it again with: plumb build CASE --clean", isTransient: false, inner);

    public static StoreFailedException CannotWrite(Exception inner) => new(
        "BLD013", "The build can't be written; the one in use stays.", "Look for free space and rights on the disk of the case, then run the same command again: what was done is kept.", isTransient: true, inner);

    public static StoreFailedException CannotWriteFile(string file, Exception inner) => new(
        "BLD014", $"{Short(file)} can't be written.", "Look for free space and rights on that disk.", isTransient: true, inner);

    public static UsageException NoSuchUnit(string unit) => new(
        "BLD007", $"There is no unit '{Short(unit)}'.", "Ids stand in the column unit_id: plumb query CASE \"SELECT unit_id, file FROM rulings\"");

    public static UsageException SeveralUnits(string unit) => new(
        "BLD008", $"Several units start with '{Short(unit)}'.", "Write more of the id; it has 16 characters.");

    public static UsageException NoSuchVariable(string variable, string kind, string? guess) => new(
        "BLD009", $"'{Short(variable)}' is not a variable of {kind}.", guess is null ? $"plumb show CASE UNIT lists them all." : $"Did you mean {guess}?");

    public static UsageException NoSuchTable(string kind, string? guess) => new(
        "BLD070", $"No codebook declares the unit '{Short(kind)}'.", guess is null ? "The units are named in codebooks/." : $"Did you mean {guess}?");

    public static UsageException NoCodebookToCompare(string kind) => new(
        "BLD071", $"The case has no codebook of {kind} that this one could be compared with.", "Give two files: plumb codebook diff CASE BEFORE AFTER");

    public static UsageException OtherUnits(string before, string after) => new(
        "BLD072", $"One codebook is of {before}, the other of {after}.", "Compare two codebooks of one unit.");

    public static UsageException SeveralCodebooksChanged(string signature, IEnumerable<string> files) => new(
        "BLD073", $"Several codebooks changed since {Short(signature)}: {string.Join(", ", files.Select(Short))}.", "Name one: plumb codebook diff CASE codebooks/FILE --since SIGNATURE");

    public static UsageException NoSignedCodebook(string signature) => new(
        "BLD074", $"With {Short(signature)} no codebook was signed that this one could be compared with.", "plumb signatures CASE lists what was signed when.");

    public static UsageException CodebookChanged(string file) => new(
        "BLD078", $"{Short(file)} was changed since; nothing was saved.", "Look again at what would change, then save.");

    public static StoreFailedException CodebookNotWritten(string file, Exception inner) => new(
        "BLD079", $"{Short(file)} can't be written; it stands as it was.", "Look at free space and at the permissions of the folder codebooks.", isTransient: true, inner);

    public static UsageException NoSuchKind(string kind, string? guess) => new(
        "BLD010", $"No codebook of texts declares the unit '{Short(kind)}'.", guess is null ? "The units are named in codebooks/." : $"Did you mean {guess}?");

    public static UsageException FaultyQuery(IReadOnlyList<Problem> problems) => new(
        "BLD011", "The query can't be understood.", "The language is in docs/query-language.md.", problems);

    public static UsageException NoSuchDraft(string name) => new(
        "BLD012", $"The draft '{Short(name)}' can't be read.", "Look at the path; drafts of a case are in drafts/.");

    public static UsageException NoSuchCoverage(string by, string kind, string? guess) => new(
        "BLD040", $"Units of {kind} can't be counted by '{Short(by)}'.", guess is null ? "Count by month, year, source (month:VARIABLE for another date), or a variable." : $"Did you mean {guess}?");

    public static UsageException NoRegistry(string name) => new(
        "BLD041", $"The registry's list '{Short(name)}' can't be read, or has no rows.", "A CSV or XLSX file with a header line.");

    public static UsageException NothingToCompare(string counts) => new(
        "BLD042", "The registry's list can't be compared.", $"It needs a column named as units are counted by (court, month, year, or a variable), and one with the counts, named {counts}.");

    public static UsageException NoCount(long line) => new(
        "BLD043", $"Line {line} of the registry's list has no whole number as its count.", "Write digits only.");

    public static Problem MoreThanRegistry(Coverage.RegistryRow row) => new(
        "BLD044", Severity.Warning, $"The case has {row.Ours} units where the registry states {row.Theirs}: {Short(string.Join(", ", row.Values.Select(v => v ?? "nothing")))}.",
        "Look for units that are counted twice (plumb duplicates), for a wrong court or date, or for a registry that is out of date.", new ProblemPlace());

    public static UsageException CanNotTell() => new(
        "BLD020", "The case has documents not for publication, and nothing in this result says which rows stand on them.",
        "Add the column document or unit_id, and such rows are left out; or --show-confidential, when it stays with you.");

    public static Problem LeftOut(long rows) => new(
        "BLD021", Severity.Note, $"{(rows == 1 ? "1 row" : $"{rows} rows")} from sources not for publication left out.", "--show-confidential writes them too.", new ProblemPlace());

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
