using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plumbline.Review.Sheets;

/// <summary>
/// Text of cells. Documents are hostile: what XML can't hold, what turns the direction of a line and what acts on a screen is
/// replaced before it is written; signs that a program would take for its own escapes are escaped, so that text comes back as it was.
/// </summary>
internal static partial class CellText
{
    /// <summary>Most UTF-16 units of a cell.</summary>
    public const int Longest = 32_000;

    /// <summary>Text of a document, safe to show in a cell; long text is cut.</summary>
    public static string Shown(string text)
    {
        var safe = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (safe.Length >= Longest)
            {
                return safe.Append('…').ToString();
            }

            var acts = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                       || rune.Value is 0xFFFE or 0xFFFF;
            safe.Append(acts && rune.Value is not ('\n' or '\t') ? rune.Value == 0xAD ? "" : "\uFFFD" : rune.ToString());
        }

        return safe.ToString();
    }

    /// <summary>As it is written into a file of a spreadsheet, where <c>_x000D_</c> is an escape.</summary>
    public static string Escaped(string text) => Escape().Replace(text, "_x005F$0");

    /// <summary>As a person sees what a spreadsheet's file holds.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)ushort.Parse(m.ValueSpan.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
