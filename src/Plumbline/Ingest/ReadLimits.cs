namespace Plumbline.Ingest;

/// <summary>
/// Bounds within the readers, so that a hostile file ends in a problem that says why, and not in a dead worker. What lies
/// within them is read whole; what is beyond is cut, and the text is then not whole.
/// </summary>
internal static class ReadLimits
{
    /// <summary>Largest file that is read.</summary>
    public const int FileBytes = 256 << 20;

    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int TextLength = 64 << 20;

    /// <summary>Deepest nesting of elements that is followed; deeper ones count as their ancestor at this depth.</summary>
    public const int Depth = 256;

    /// <summary>Bytes that the parts of a package may unpack to, together.</summary>
    public const int UnpackedBytes = 256 << 20;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 4096;

    /// <summary>Cells of a table.</summary>
    public const int Cells = 16 << 20;

    /// <summary>Pages of a PDF.</summary>
    public const int Pages = 20_000;

    /// <summary>Glyphs of a page of a PDF: a page of small print has some ten thousand.</summary>
    public const int GlyphsOfPage = 500_000;

    /// <summary>Problems of one kind that are listed one by one; the rest is counted.</summary>
    public const int ProblemsOfAKind = 20;
}
