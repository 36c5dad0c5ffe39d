using Plumbline.Evidence;

namespace Plumbline.Ingest;

/// <summary>What a reader made of one archived file: text, or records, or only problems.</summary>
public sealed record ReadDocument
{
    /// <summary>The file.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>The text; null for tables of records and for what can't be read.</summary>
    public SourceText? Text { get; init; }

    /// <summary>The records; empty for texts.</summary>
    public IReadOnlyList<SourceTable> Tables { get; init; } = [];

    /// <summary>All that was wrong, in order of place.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>UTF-16 offset in the text where page n + 1 starts; the first is 0. Empty where the form has no pages.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>Reader and version, such as <c>html/1</c>; <c>none</c> where none could read it.</summary>
    public required string Reader { get; init; }
}
