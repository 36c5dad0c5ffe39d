using AngleSharp.Html;

namespace Plumbline.Ingest.Html;

/// <summary>Character references (HTML standard 13.2.5.72), read from the source so that each knows its place.</summary>
internal static class CharacterReferences
{
    private const int LongestName = 33;

    /// <summary>What stands for a reference that starts at an ampersand, and its length; null where it is only an ampersand.</summary>
    public static string? Read(ReadOnlySpan<char> source, out int length)
    {
        length = 1;
        return source.Length < 2 ? null : source[1] == '#' ? Numeric(source, out length) : Named(source, out length);
    }

    private static string? Numeric(ReadOnlySpan<char> source, out int length)
    {
        var isHex = source.Length > 2 && source[2] is 'x' or 'X';
        var at = isHex ? 3 : 2;
        var from = at;
        var code = 0;
        while (at < source.Length && (isHex ? char.IsAsciiHexDigit(source[at]) : char.IsAsciiDigit(source[at])))
        {
            code = Math.Min(0x110000, (code * (isHex ? 16 : 10)) + Convert.ToInt32(source[at].ToString(), 16));
            at++;
        }

        length = 1;
        if (at == from)
        {
            return null;
        }

        length = at < source.Length && source[at] == ';' ? at + 1 : at;
        return HtmlEntityProvider.IsInCharacterTable(code) ? HtmlEntityProvider.GetSymbolFromTable(code)
            : code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? "\uFFFD"
            : char.ConvertFromUtf32(code);
    }

    private static string? Named(ReadOnlySpan<char> source, out int length)
    {
        var end = 1;
        while (end < source.Length && end < LongestName && char.IsAsciiLetterOrDigit(source[end]))
        {
            end++;
        }

        if (end < source.Length && source[end] == ';')
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(source[1..(end + 1)].ToString()) is { } whole)
            {
                length = end + 1;
                return whole;
            }
        }

        // Old names go without a semicolon: the longest that fits.
        for (; end > 2; end--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(source[1..end].ToString()) is { } symbol)
            {
                length = end;
                return symbol;
            }
        }

        length = 1;
        return null;
    }
}
