using System.Globalization;
using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Replies;

/// <summary>
/// A row of the register of replies: what a person says that they asked, or that came back. A request and its answer are two
/// rows with the same <see cref="Whom"/>, <see cref="Asked"/> and <see cref="About"/>. Written as CSV of two lines
/// (RFC 4180, UTF-8); its bytes are the document, so its form never changes.
/// </summary>
public sealed record ReplyRow
{
    private static readonly string[] Columns = ["whom", "asked", "about", "how", "deadline", "answered", "answered_on", "quote", "letter", "entered_by"];

    /// <summary>Who was asked.</summary>
    public required string Whom { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Asked { get; init; }

    /// <summary>What about.</summary>
    public required string About { get; init; }

    /// <summary>By what way: email, letter, telephone. Of an answer empty.</summary>
    public string How { get; init; } = "";

    /// <summary>Until when an answer was asked for.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The day on which the answer came; null for a request.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Words of the answer.</summary>
    public string Quote { get; init; } = "";

    /// <summary>The letter, or null.</summary>
    public DocumentId? Letter { get; init; }

    /// <summary>Pseudonym of who says so.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>Its document. Line ends and runs of spaces in texts become one space.</summary>
    public byte[] Write()
    {
        string[] cells =
        [
            Whom, Day(Asked), About, How, Day(Deadline), AnsweredOn is null ? "" : "yes", Day(AnsweredOn), Quote, Letter?.Hex ?? "", EnteredBy,
        ];
        return new UTF8Encoding(false).GetBytes(string.Join(',', Columns) + "\n" + string.Join(',', cells.Select(Cell)) + "\n");
    }

    /// <summary>A text as it stands in a cell.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string text) => $"\"{Plain(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
