using Plumbline.Evidence;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Docx;
using Plumbline.Ingest.Html;
using Plumbline.Ingest.Pdf;
using Plumbline.Ingest.PlainText;

namespace Plumbline.Ingest;

/// <summary>
/// The readers of file forms. A file's form is told by its content, and by its name only where the content could be
/// several (a CSV is also a text).
/// </summary>
public static class DocumentReaders
{
    private static readonly Dictionary<FileForm, IDocumentReader> All = new()
    {
        [FileForm.PlainText] = new PlainTextReader(),
        [FileForm.Html] = new HtmlReader(),
        [FileForm.Pdf] = new PdfReader(),
        [FileForm.Docx] = new DocxReader(),
        [FileForm.Csv] = new CsvTableReader(),
    };

    /// <summary>Names and versions of all readers: when this changes, texts have to be read again.</summary>
    public static string Version { get; } = string.Join(' ', All.Values.Select(r => r.Name));

    /// <summary>
    /// Reads a file in this process. Only for tests and the worker: what is read may be hostile, and a stack overflow or
    /// a memory bomb ends the process. Never throws for what the file holds.
    /// </summary>
    public static ReadDocument Read(ReadOnlyMemory<byte> bytes, DocumentId id, string fileName, bool withOrigin)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var input = new ReadInput(id, fileName, bytes, withOrigin);
        if (bytes.Length == 0)
        {
            return Nothing(input, IngestProblems.Empty(input));
        }

        if (bytes.Length > ReadLimits.FileBytes)
        {
            return Nothing(input, IngestProblems.TooLarge(input));
        }

        var (form, looksLike) = FormDetection.Of(bytes.Span, fileName);
        if (!All.TryGetValue(form, out var reader))
        {
            return Nothing(input, IngestProblems.UnknownForm(input, looksLike));
        }

        try
        {
            return reader.Read(input);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Nothing(input, IngestProblems.ReaderFailed(input, reader.Name, e));
        }
    }

    internal static ReadDocument Nothing(in ReadInput input, params Problem[] problems) =>
        new() { Document = input.Document, Problems = problems, Reader = "none" };
}
