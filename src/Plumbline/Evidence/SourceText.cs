namespace Plumbline.Evidence;

/// <summary>What a block of text is in its document.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table; its cells are parted by tabs.</summary>
    TableRow,
}

/// <summary>A run of text that stands by itself: a paragraph, a heading, a row. Blocks don't overlap and come in reading order.</summary>
public readonly record struct TextBlock(BlockKind Kind, TextSpan Span);

/// <summary>
/// A stretch of text and where it came from. Within a stretch text and original run in step when
/// <see cref="TextSpan.Length"/> and <see cref="OriginalLength"/> are equal; else the stretch is one step (an entity,
/// a joined line end, a decoded character).
/// </summary>
/// <param name="Text">Range in the text.</param>
/// <param name="OriginalStart">For text files and HTML the byte offset in the file; for PDF and DOCX the ordinal of the glyph or character in the page or part.</param>
/// <param name="OriginalLength">Number of bytes, glyphs or characters.</param>
/// <param name="Page">1-based page, 0 where the form has none.</param>
public readonly record struct OriginStretch(TextSpan Text, long OriginalStart, int OriginalLength, int Page);

/// <summary>A rectangle on a page in PDF points (1/72 inch), origin at the lower left corner of the page.</summary>
public readonly record struct PageBox(int Page, float Left, float Bottom, float Right, float Top);

/// <summary>
/// The text of a document as a reader gave it: normalised line ends (LF), blocks parted by an empty line. Offsets
/// everywhere in Plumbline are UTF-16 offsets into <see cref="Text"/>.
/// </summary>
public sealed record SourceText
{
    /// <summary>The document.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>All text, in reading order.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks of <see cref="Text"/>.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    /// <summary>The way back to the original, in order of text; stretches don't overlap.</summary>
    public IReadOnlyList<OriginStretch> Origin { get; init; } = [];

    /// <summary>Boxes of every UTF-16 unit of <see cref="Text"/> for PDF (page 0 for characters that the page does not show), else empty.</summary>
    public IReadOnlyList<PageBox> Boxes { get; init; } = [];

    /// <summary>False when the text is known to be cut, masked or badly recognised: then silence means nothing.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>
    /// UTF-16 offset where, behind the document's own text, the card begins that a court's site keeps of it: rows of a register,
    /// not words of the act. Null where there is none.
    /// </summary>
    public int? CardStart { get; init; }

    /// <summary>Title of the document where the form has one, else null.</summary>
    public string? Title { get; init; }

    /// <summary>Reader and version that gave this text, such as <c>html/1</c>. A new version means a new text.</summary>
    public required string Reader { get; init; }

    /// <summary>The stretch of the original that a range of text came from, or null where there is no map.</summary>
    public OriginStretch? OriginOf(TextSpan span)
    {
        OriginStretch? first = null, last = null;
        foreach (var stretch in Origin)
        {
            if (stretch.Text.End <= span.Start)
            {
                continue;
            }

            if (stretch.Text.Start >= span.End)
            {
                break;
            }

            first ??= stretch;
            last = stretch;
        }

        if (first is not { } a || last is not { } b)
        {
            return null;
        }

        var inStepA = a.Text.Length == a.OriginalLength;
        var inStepB = b.Text.Length == b.OriginalLength;
        var start = a.OriginalStart + (inStepA ? Math.Max(0, span.Start - a.Text.Start) : 0);
        var end = b.OriginalStart + (inStepB ? Math.Min(b.OriginalLength, span.End - b.Text.Start) : b.OriginalLength);
        return new OriginStretch(span, start, (int)Math.Max(0, end - start), a.Page);
    }
}

/// <summary>A table of records as a reader gave it.</summary>
public sealed record SourceTable
{
    /// <summary>The document.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>Name of the sheet or table where a document has several, else null.</summary>
    public string? Name { get; init; }

    /// <summary>Column names as they stand; empty ones are named <c>column N</c>, doubles get <c> (2)</c>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows, header not among them.</summary>
    public required IReadOnlyList<SourceRow> Rows { get; init; }

    /// <summary>Reader and version.</summary>
    public required string Reader { get; init; }
}

/// <summary>One row of a table. Values are as they stand in the file; a missing cell is null.</summary>
/// <param name="Number">1-based, the header not counted.</param>
/// <param name="Line">1-based line of the file where the row starts; 0 where the form has no lines.</param>
/// <param name="Values">One for each column.</param>
public sealed record SourceRow(int Number, long Line, IReadOnlyList<string?> Values);
