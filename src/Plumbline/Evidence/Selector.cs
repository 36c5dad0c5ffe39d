using System.Text.Json.Serialization;

namespace Plumbline.Evidence;

/// <summary>
/// Where a coding stands. One of three: words in a text, a cell of a record, or, of silence, the search that found
/// nothing. Its JSON follows the W3C Web Annotation model (Recommendation of 23 February 2017) where that has a word.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextSelector), "TextSelector")]
[JsonDerivedType(typeof(RecordSelector), "RecordSelector")]
[JsonDerivedType(typeof(SilenceSelector), "SilenceSelector")]
public abstract record Selector;

/// <summary>Words in the text of a document: position and quote, so that the quote is found again when the text moves.</summary>
/// <param name="Span">UTF-16 range in the document's text (TextPositionSelector).</param>
/// <param name="Exact">The words (TextQuoteSelector).</param>
/// <param name="Prefix">Up to <see cref="Context"/> UTF-16 units before.</param>
/// <param name="Suffix">Up to <see cref="Context"/> UTF-16 units after.</param>
/// <param name="Page">1-based page, 0 where the form has none.</param>
/// <param name="Section">Section of the unit, empty where it has none.</param>
public sealed record TextSelector(TextSpan Span, string Exact, string Prefix, string Suffix, int Page = 0, string Section = "")
    : Selector
{
    /// <summary>Units of context kept on each side.</summary>
    public const int Context = 32;

    /// <summary>Selects a range of a text. Context never cuts a surrogate pair.</summary>
    public static TextSelector Of(string text, TextSpan span, int page = 0, string section = "")
    {
        var from = Math.Max(0, span.Start - Context);
        var to = Math.Min(text.Length, span.End + Context);
        from += from < span.Start && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to > span.End && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        return new TextSelector(span, span.In(text), text[from..span.Start], text[span.End..to], page, section);
    }
}

/// <summary>A cell of a record: row and column in the file (RFC 7111 names them <c>cell=row,col</c>).</summary>
/// <param name="Row">1-based data row, the header not counted.</param>
/// <param name="Line">1-based line of the file, 0 where unknown.</param>
/// <param name="Column">Column name as it stands in the file.</param>
/// <param name="Value">The cell as it stands.</param>
public sealed record RecordSelector(int Row, long Line, string Column, string? Value) : Selector;

/// <summary>Silence: which rules searched, where, and found nothing.</summary>
/// <param name="Rules">Name and version of each rule that searched.</param>
/// <param name="Sections">Sections searched; empty means the whole unit.</param>
/// <param name="WholeText">False when the text is cut, masked or badly recognised: then the status is unclear.</param>
public sealed record SilenceSelector(IReadOnlyList<string> Rules, IReadOnlyList<string> Sections, bool WholeText) : Selector;
