using Plumbline.Evidence;

namespace Plumbline.Ingest;

/// <summary>One file form. Readers keep no state between files and run on one thread.</summary>
internal interface IDocumentReader
{
    /// <summary>Name and version, such as <c>html/1</c>. A change in the text that a file gives needs a new version.</summary>
    string Name { get; }

    /// <summary>Reads a file that looks like this form. Faults of the file are problems; anything thrown is told as one by the caller.</summary>
    ReadDocument Read(in ReadInput input);
}

/// <summary>A file to read.</summary>
/// <param name="Document">Its id.</param>
/// <param name="FileName">Its name as it came in; hostile, never a path to open.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="WithOrigin">Also map the text to the original.</param>
internal readonly record struct ReadInput(DocumentId Document, string FileName, ReadOnlyMemory<byte> Bytes, bool WithOrigin)
{
    /// <summary>The place of a problem in this file.</summary>
    public ProblemPlace Place(long line = 0) =>
        new(File: FileName, Line: (int)Math.Min(line, int.MaxValue), Document: Document);
}
