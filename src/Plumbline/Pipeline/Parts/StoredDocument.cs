using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

/// <summary>What the index of a part holds of a document.</summary>
internal sealed record StoredDocument
{
    public required DocumentId Id { get; init; }

    /// <summary>Name as it first came in. Hostile text.</summary>
    public required string File { get; init; }

    /// <summary>Reader and version.</summary>
    public required string Reader { get; init; }

    /// <summary>Ordinal in the token part, or -1 when the document has no text.</summary>
    public required int TokenOrdinal { get; init; }

    /// <summary>First UTF-16 unit in the file of texts.</summary>
    public required long TextStart { get; init; }

    public required int TextLength { get; init; }

    /// <summary>False when the text is cut, masked or badly recognised.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Where the card of a court's site begins behind the act; -1 where there is none.</summary>
    public required int CardStart { get; init; }

    /// <summary>Offset where page n + 1 starts, the first at 0; empty where the form has no pages.</summary>
    public required IReadOnlyList<int> PageStarts { get; init; }

    /// <summary>The page, from 1, that an offset of the text is on; 0 where the form has no pages.</summary>
    public int PageOf(int offset) => PageStarts.Count(p => p <= offset);

    /// <summary>Byte offset of its tables in the file of rows.</summary>
    public required long TablesAt { get; init; }

    public required int TableCount { get; init; }

    public bool HasText => TokenOrdinal >= 0;
}
