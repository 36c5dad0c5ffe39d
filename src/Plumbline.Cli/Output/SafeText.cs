using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Output;

/// <summary>
/// Text out of files on a terminal: what could move the cursor, hide, reorder or forge text is shown as an escape,
/// never obeyed and never dropped, since a hidden character is itself something to know.
/// </summary>
internal static class SafeText
{
    /// <summary>One line: line ends and tabs become spaces.</summary>
    public static string Line(string? text) => Clean(text, keepLines: false);

    /// <summary>Several lines: line feeds stay, tabs become spaces.</summary>
    public static string Lines(string? text) => Clean(text, keepLines: true);

    /// <summary>Columns that a terminal gives this cleaned text.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width;
    }

    /// <summary>Columns of one character: 0 for combining marks, 2 for wide East Asian characters and pictures, else 1.</summary>
    public static int WidthOf(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        // Wide ranges of Unicode Standard Annex 11, in the coarse form that terminals share.
        return value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xA960 and <= 0xA97F
            or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60
            or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD
            ? 2
            : 1;
    }

    /// <summary>True for what moves the cursor, colours, or turns the direction of a line; what data must not lose is no such.</summary>
    public static bool ActsOnTerminal(char c) => c is (< ' ' and not ('\n' or '\r' or '\t')) or (>= '\x7f' and <= '\x9f')
        or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>A field of data for other programs: as it is, but what acts on a terminal spelled out.</summary>
    public static string Data(string text) => !text.Any(ActsOnTerminal)
        ? text
        : string.Concat(text.Select(c => ActsOnTerminal(c) ? Escape(new Rune(c), keepLines: false) : c.ToString()));

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        StringBuilder? clean = null;
        var at = 0;
        while (at < text.Length)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && IsPlain(rune, keepLines))
            {
                clean?.Append(text, at, length);
            }
            else
            {
                clean ??= new StringBuilder(text, 0, at, text.Length + 16);
                clean.Append(isWhole ? Escape(rune, keepLines) : "\ufffd");
            }

            at += length;
        }

        return clean?.ToString() ?? text;
    }

    private static bool IsPlain(Rune rune, bool keepLines) => rune.Value switch
    {
        '\n' => keepLines,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 => false,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate),
    };

    private static string Escape(Rune rune, bool keepLines) => rune.Value switch
    {
        '\n' or '\t' => " ",
        '\r' => keepLines ? "" : " ",
        < 0x100 => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"),
    };
}
