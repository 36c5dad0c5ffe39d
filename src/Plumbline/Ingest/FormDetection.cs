using System.Buffers;
using System.Text;

namespace Plumbline.Ingest;

/// <summary>Forms that there are readers for.</summary>
internal enum FileForm
{
    Unknown,
    PlainText,
    Html,
    Pdf,
    Docx,
    Csv,
}

/// <summary>
/// Tells the form of a file by its first bytes; its name only says whether a text is a table. For what has no reader, it
/// says in words what it looks like.
/// </summary>
internal static class FormDetection
{
    private static readonly (byte[] Start, string Name)[] Binary =
    [
        (Encoding.ASCII.GetBytes(@"{\rtf"), "an RTF text"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file (DOC, XLS, PPT, MSG), or one with a password"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ("II*\0"u8.ToArray(), "a TIFF picture"),
        ("MM\0*"u8.ToArray(), "a TIFF picture"),
        ("RIFF"u8.ToArray(), "a sound, video or WebP picture"),
        ("OggS"u8.ToArray(), "a sound or video"),
        ("ID3"u8.ToArray(), "a sound"),
        ([0x1F, 0x8B], "a gzip archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X'], "an xz archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ("WARC/"u8.ToArray(), "a web archive (WARC)"),
        ("PAR1"u8.ToArray(), "a Parquet table"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([0xFF, (byte)'W', (byte)'P', (byte)'C'], "a WordPerfect text"),
        ("From "u8.ToArray(), "a mailbox (mbox)"),
        ("Received: "u8.ToArray(), "a mail"),
        ("Return-Path: "u8.ToArray(), "a mail"),
        ("Delivered-To: "u8.ToArray(), "a mail"),
        ("MIME-Version: "u8.ToArray(), "a mail, or a page saved as MHTML"),
        ("Message-ID: "u8.ToArray(), "a mail"),
    ];

    private static readonly string[] HtmlStarts = ["!doctype html", "html", "head", "body", "title", "meta", "table", "div", "script", "style", "p", "h1", "h2", "center", "br", "span", "font", "b", "article", "section"];

    /// <summary>The form, and where it is unknown what the file looks like.</summary>
    public static (FileForm Form, string LooksLike) Of(ReadOnlySpan<byte> bytes, string fileName)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return (FileForm.Pdf, "a PDF");
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return OfPackage(bytes);
        }

        foreach (var (start, name) in Binary)
        {
            if (head.StartsWith(start))
            {
                return (FileForm.Unknown, name);
            }
        }

        var charset = Charsets.CharsetDetection.Of(head);
        var text = charset.Encoding.GetString(head[charset.Preamble..]);
        return IsBinary(text) ? (FileForm.Unknown, "binary data") : OfText(text, fileName);
    }

    private static (FileForm Form, string LooksLike) OfPackage(ReadOnlySpan<byte> bytes)
    {
        // Names of members stand in the clear, at their places and in the directory at the end.
        return bytes.IndexOf("word/document"u8) >= 0 || bytes.IndexOf("word/_rels"u8) >= 0 ? (FileForm.Docx, "a DOCX")
            : bytes.IndexOf("xl/workbook"u8) >= 0 ? (FileForm.Unknown, "an Excel workbook (XLSX)")
            : bytes.IndexOf("ppt/presentation"u8) >= 0 ? (FileForm.Unknown, "a presentation (PPTX)")
            : bytes.IndexOf("application/vnd.oasis.opendocument"u8) is >= 0 and < 200 ? (FileForm.Unknown, "an OpenDocument file (ODT, ODS)")
            : bytes.IndexOf("application/epub+zip"u8) is >= 0 and < 200 ? (FileForm.Unknown, "a book (EPUB)")
            : (FileForm.Unknown, "a ZIP archive");
    }

    private static (FileForm Form, string LooksLike) OfText(string text, string fileName)
    {
        var start = text.AsSpan().TrimStart();
        if (IsHtml(start))
        {
            return (FileForm.Html, "a web page");
        }

        var extension = Path.GetExtension(fileName).ToUpperInvariant();
        if (start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return (FileForm.Unknown, "XML");
        }

        return extension switch
        {
            ".CSV" or ".TSV" or ".TAB" => (FileForm.Csv, "a table"),
            ".HTM" or ".HTML" or ".XHTML" => (FileForm.Html, "a web page"),
            ".JSON" or ".JSONL" or ".NDJSON" when start is ['{' or '[', ..] => (FileForm.Unknown, "JSON"),
            ".EML" => (FileForm.Unknown, "a mail"),
            _ => (FileForm.PlainText, "a text"),
        };
    }

    private static bool IsHtml(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var end = text.IndexOf(text[1] == '?' ? "?>" : "-->", StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }

            text = text[(end + 2)..].TrimStart('>').TrimStart();
        }

        if (text is not ['<', ..])
        {
            return false;
        }

        foreach (var name in HtmlStarts)
        {
            if (text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length + 1 || !char.IsLetterOrDigit(text[name.Length + 1])))
            {
                return true;
            }
        }

        return false;
    }

    // More than one control character in fifty that no text has.
    private static bool IsBinary(string text)
    {
        var control = 0;
        foreach (var c in text)
        {
            control += c < ' ' && c is not ('\n' or '\r' or '\t' or '\f' or '\x1B') ? 1 : 0;
        }

        return control * 50 > text.Length;
    }
}
