using System.Text;

namespace Plumbline.Claims.Drafts;

/// <summary>Forms that drafts come in.</summary>
public enum DraftForm
{
    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Plain text: no links.</summary>
    PlainText,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Word (Office Open XML).</summary>
    Docx,
}

/// <summary>
/// The one way into a draft of any form. The form is told by the name; a package by its first bytes, whatever its name.
/// Nothing that a draft names is opened, on disk or on the net.
/// </summary>
public static class DraftReader
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    /// <summary>Endings of the files that are drafts of a case, lower case.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".md", ".markdown", ".txt", ".html", ".htm", ".docx"];

    private static readonly (byte[] Start, string Name)[] Others =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        (Encoding.ASCII.GetBytes(@"{\rtf"), "an RTF text"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word file, or one with a password"),
    ];

    /// <summary>True when a file of this name in <c>drafts/</c> is a draft. Word's own lock files (<c>~$…</c>) are none.</summary>
    public static bool IsDraft(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return !Path.GetFileName(name).StartsWith("~$", StringComparison.Ordinal) && Endings.Contains(Path.GetExtension(name).ToLowerInvariant());
    }

    /// <summary>Reads a draft. Never throws for what is in it: what can't be read is a problem of the draft.</summary>
    /// <param name="name">How reports name it; its ending tells the form. Without a known one it is Markdown.</param>
    /// <param name="bytes">The file.</param>
    public static Draft Read(string name, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        var form = FormOf(name, bytes.Span);
        var file = new DraftFile(name, "") { Form = form };
        if (bytes.Length > MaxBytes)
        {
            return new Draft(file, [], [], [ClaimsProblems.DraftTooLong(name, MaxBytes)]);
        }

        foreach (var (start, what) in Others)
        {
            if (bytes.Span.StartsWith(start))
            {
                return new Draft(file, [], [], [ClaimsProblems.OtherForm(name, what)]);
            }
        }

        if (form == DraftForm.Docx)
        {
            return DocxDraft.Read(name, bytes);
        }

        var (text, guessed) = DraftCharset.Decode(bytes.Span, form == DraftForm.Html);
        var draft = form switch
        {
            DraftForm.Html => HtmlDraft.Read(name, text),
            DraftForm.PlainText => PlainDraft.Read(file with { Text = text }),
            _ => MarkdownDraft.Read(file with { Text = text }),
        };
        return guessed is null ? draft : draft with { Problems = [ClaimsProblems.NotUtf8(name, guessed), .. draft.Problems] };
    }

    private static DraftForm FormOf(string name, ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) ? DraftForm.Docx
        : Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".docx" => DraftForm.Docx,
            ".html" or ".htm" => DraftForm.Html,
            ".txt" => DraftForm.PlainText,
            _ => DraftForm.Markdown,
        };
}
