using Plumbline.Evidence;

namespace Plumbline.Ingest;

/// <summary>
/// The readers of file forms. A file's form is told by its content, and by its name only where the content could be
/// several (a CSV is also a text).
/// </summary>
public static class DocumentReaders
{
    private static readonly IDocumentReader[] All = [];

    /// <summary>Names and versions of all readers: when this changes, texts have to be read again.</summary>
    public static string Version { get; } = string.Join(' ', All.Select(r => r.Name));

    /// <summary>
    /// Reads a file in this process. Only for tests and the worker: what is read may be hostile, and a stack overflow or
    /// a memory bomb ends the process. Never throws for what the file holds.
    /// </summary>
    public static ReadDocument Read(ReadOnlyMemory<byte> bytes, DocumentId id, string fileName, bool withOrigin)
    {
        var input = new ReadInput(id, fileName, bytes, withOrigin);
        return Nothing(input, IngestProblems.Empty(input));
    }

    internal static ReadDocument Nothing(in ReadInput input, params Problem[] problems) =>
        new() { Document = input.Document, Problems = problems, Reader = "none" };
}
