using Plumbline.Evidence;
using Plumbline.Ingest.Html;
using Plumbline.Processes;

namespace Plumbline.Ingest;

/// <summary>The faults of reading, each with its code, sentence and what to try. docs/ingest.md lists them.</summary>
internal static class IngestProblems
{
    public static Problem UnknownForm(in ReadInput input, string looksLike) => new(
        "ING001", Severity.Error, $"No reader for this file: it looks like {looksLike}.",
        "Convert it to PDF, DOCX, HTML, CSV or plain text, and ingest that too.", input.Place());

    public static Problem Empty(in ReadInput input) => new(
        "ING002", Severity.Warning, "The file is empty.", "Ask its source for it again.", input.Place());

    public static Problem TooLarge(in ReadInput input) => new(
        "ING003", Severity.Error, $"The file is larger than {ReadLimits.FileBytes >> 20} MiB.", "Split it, and ingest the parts.", input.Place());

    public static Problem ReaderFailed(in ReadInput input, string reader, Exception e) => new(
        "ING004", Severity.Error, $"The reader {reader} can't read this file ({e.GetType().Name}): it is damaged, or of another form.",
        "Open it in its own program, save it again, and ingest that too.", input.Place());

    public static Problem WorkerEnded(in ReadInput input, ChildFailedException e) => e.Fault switch
    {
        ChildFault.TimedOut => new(
            "ING006", Severity.Error, "Reading took too long and was stopped.", "Convert the file to another form, or split it.", input.Place()),
        ChildFault.OutOfMemory => new(
            "ING007", Severity.Error, "Reading took more memory than a file may and was stopped.", "Convert the file to another form, or split it.", input.Place()),
        _ => new(
            "ING005", Severity.Error, "Reading this file ended the worker process.", "Convert the file to another form; it may be made to harm.", input.Place()),
    };

    public static Problem Cut(in ReadInput input, string limit) => new(
        "ING008", Severity.Warning, $"The text was cut: {limit}.", "Split the file, and ingest the parts.", input.Place());

    public static Problem UncertainCharset(in ReadInput input, string charset) => new(
        "ING009", Severity.Warning, $"The charset is not certain; read as {charset}.", "Look at the text; if it is wrong, save the file as UTF-8 and ingest that too.", input.Place());

    public static Problem BrokenCharacters(in ReadInput input, long count, string charset) => new(
        "ING010", Severity.Warning, $"{count} places are not valid {charset} and were read as U+FFFD.", "Look at the text; the file may be cut or damaged.", input.Place());

    public static Problem WrongCharsetDeclared(in ReadInput input, string declared, string used) => new(
        "ING011", Severity.Note, $"The page declares {declared} and is {used}.", "", input.Place());

    public static Problem Encrypted(in ReadInput input) => new(
        "ING012", Severity.Error, "The file needs a password.", "Save it without one, and ingest that too.", input.Place());

    public static Problem NoTextLayer(in ReadInput input, int pages, int of) => new(
        "ING013", Severity.Warning, $"{pages} of {of} pages show pictures and no text.", "Recognise the text (OCR), and ingest the result too.", input.Place());

    public static Problem BrokenPage(in ReadInput input, int page, Exception e) => new(
        "ING014", Severity.Warning, $"Page {page} can't be read ({e.GetType().Name}).", "Open the file in another program, print it to PDF, and ingest that too.", input.Place());

    public static Problem UnmappedGlyphs(in ReadInput input, long count, long of) => new(
        "ING015", Severity.Warning, $"{count} of {of} glyphs have no character: the fonts do not say which.", "Recognise the text (OCR), and ingest the result too.", input.Place());

    public static Problem RaggedRow(in ReadInput input, int row, long line, int cells, int columns) => new(
        "ING016", Severity.Warning, $"Row {row} has {cells} cells, the header has {columns}.", "Look whether a separator or a quote is missing there.", input.Place(line));

    public static Problem RaggedRows(in ReadInput input, long more) => new(
        "ING016", Severity.Warning, $"{more} more rows have another number of cells than the header.", "Look whether the separator is the right one.", input.Place());

    public static Problem BadQuotes(in ReadInput input, int row, long line) => new(
        "ING017", Severity.Warning, $"Row {row} has a quote that is not closed or stands within a cell.", "Look at that line.", input.Place(line));

    public static Problem MissingPart(in ReadInput input, string part) => new(
        "ING018", Severity.Error, $"The package lacks {part}, or it can't be unpacked.", "Open the file in its own program, save it again, and ingest that too.", input.Place());

    public static Problem NoText(in ReadInput input) => new(
        "ING022", Severity.Warning, "There is no text in the file.", "Look at it in its own program.", input.Place());

    /// <summary>Codes of pages that are no document: they have no text and are no unit.</summary>
    public static IReadOnlyList<string> NotDocuments { get; } = [.. NotDocument.All.Select(n => n.Code)];

    public static Problem NotTheDocument(in ReadInput input, NotADocument what, int cases)
    {
        var (code, sentence, remedy) = what switch
        {
            NotADocument.Captcha => ("ING019", "The page is a captcha or a check for robots, not the document that was asked for.", "Open the address in a browser, pass the check, save the page, and ingest it."),
            NotADocument.Outage => ("ING023", "The page is a notice of an outage, not the document that was asked for.", "Fetch the page again later, and ingest it."),
            NotADocument.List => ("ING024", cases > 0 ? $"The page is a list of cases ({cases} with a link), not a ruling." : "The page is a list of cases, not a ruling.", "Open each case of the list, save its page with the act, and ingest these."),
            NotADocument.Nothing => ("ING025", "The page says that nothing was found.", "Search again with other words or at another court, and ingest the case's page."),
            NotADocument.Expired => ("ING026", "The page says that the session has ended.", "Search for the case again, save its page at once, and ingest it."),
            NotADocument.Refusal => ("ING027", "The site refused the page.", "Open the address in a browser, or from another network, save the page, and ingest it."),
            NotADocument.Form => ("ING028", "The page is a search form.", "Search for the case, save its page, and ingest it."),
            _ => ("ING029", "The page is only a frame around another.", "Open what is in the frame by itself, save that, and ingest it."),
        };
        return new Problem(code, Severity.Warning, sentence, remedy, input.Place());
    }

    public static Problem NoAct(in ReadInput input) => new(
        "ING030", Severity.Warning, "The card of the case has no act in it: what it does not say is unclear, never no.",
        "Look whether the act is published by itself, and ingest that too.", input.Place());

    public static Problem SeveralActs(in ReadInput input, int count) => new(
        "ING031", Severity.Warning, $"The page holds {count} acts of one case; they are read as one text.", "Save each act by itself, and ingest these instead.", input.Place());

    public static Problem StrayChunks(in ReadInput input, int count) => new(
        "ING021", Severity.Note, $"{count} chunk sizes of a bad download stood in the text and were taken out.", "", input.Place());

    public static StoreFailedException WorkersDoNotStart(Exception? inner) => new(
        "ING020", "The worker processes that read files don't start.", "Check that the program's own files are whole and may be run.", isTransient: false, inner);
}
