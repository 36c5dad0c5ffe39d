using System.Text;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// The characters of a draft that is text: as its byte order mark says, else UTF-8, else what an HTML page declares, else
/// windows-1251, in which old Russian editors write.
/// </summary>
internal static class DraftCharset
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its mark, and the name of a charset that was not certain.</summary>
    public static (string Text, string? Guessed) Decode(ReadOnlySpan<byte> bytes, bool isHtml)
    {
        var (encoding, guessed, mark) = Of(bytes, isHtml);
        return (encoding.GetString(bytes[mark..]), guessed);
    }

    /// <summary>The bytes of a text in the charset that <paramref name="like"/> is in, with its mark.</summary>
    public static byte[] Encode(string text, ReadOnlySpan<byte> like, bool isHtml)
    {
        var (encoding, _, mark) = Of(like, isHtml);
        return [.. like[..mark], .. encoding.GetBytes(text)];
    }

    private static (Encoding Encoding, string? Guessed, int Mark) Of(ReadOnlySpan<byte> bytes, bool isHtml)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Encoding.UTF8, null, 3);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, null, 2);
        }

        try
        {
            Strict.GetCharCount(bytes);
            return (Strict, null, 0);
        }
        catch (DecoderFallbackException)
        {
            var declared = isHtml ? Declared(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)])) : null;
            return declared is not null ? (declared, null, 0) : (CodePagesEncodingProvider.Instance.GetEncoding(1251)!, "windows-1251", 0);
        }
    }

    private static Encoding? Declared(string head)
    {
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var name = new string([.. head[(at + 8)..].TrimStart('"', '\'', ' ').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return CodePagesEncodingProvider.Instance.GetEncoding(name) is { IsSingleByte: true } found ? found : null;
    }
}
