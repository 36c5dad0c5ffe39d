using System.Buffers;
using System.Text;

namespace Plumbline.Ingest.Charsets;

/// <summary>
/// A file as characters, and where each one stands in its bytes: the first half of the map to the original. The map is
/// only made when asked for, 4 bytes a character.
/// </summary>
internal sealed class DecodedSource
{
    private readonly int[]? offsets;
    private readonly int preamble;

    private DecodedSource(string text, Charset charset, int[]? offsets)
    {
        (Text, Charset, this.offsets, preamble) = (text, charset, offsets, charset.Preamble);
        Broken = text.AsSpan().Count('\uFFFD');
    }

    public string Text { get; }

    public Charset Charset { get; }

    /// <summary>Places that were not valid in the charset, and U+FFFD that stood there.</summary>
    public int Broken { get; }

    public static DecodedSource Of(ReadOnlySpan<byte> bytes, Charset charset, bool withOffsets)
    {
        var body = bytes[charset.Preamble..];
        if (charset.Encoding.IsSingleByte || !withOffsets)
        {
            return new DecodedSource(charset.Encoding.GetString(body), charset, null);
        }

        return charset.Encoding switch
        {
            UTF8Encoding => FromUtf8(body, charset),
            UnicodeEncoding => new DecodedSource(charset.Encoding.GetString(body), charset, null),
            _ => FromAny(body, charset),
        };
    }

    /// <summary>Byte offset in the file of a character; of the length of the text, the end of the file.</summary>
    public int ByteOffset(int character) => offsets is not null ? offsets[character]
        : preamble + (Charset.Encoding is UnicodeEncoding ? 2 * character : character);

    private static DecodedSource FromUtf8(ReadOnlySpan<byte> body, Charset charset)
    {
        var text = new StringBuilder(body.Length);
        var offsets = new List<int>(body.Length + 1);
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < body.Length;)
        {
            var status = Rune.DecodeFromUtf8(body[at..], out var rune, out var length);
            var count = (status == OperationStatus.Done ? rune : Rune.ReplacementChar).EncodeToUtf16(units);
            text.Append(units[..count]);
            offsets.Add(charset.Preamble + at);
            if (count == 2)
            {
                offsets.Add(charset.Preamble + at);
            }

            at += length;
        }

        offsets.Add(charset.Preamble + body.Length);
        return new DecodedSource(text.ToString(), charset, [.. offsets]);
    }

    // Charsets of several bytes that are not Unicode: byte by byte, slow and rare.
    private static DecodedSource FromAny(ReadOnlySpan<byte> body, Charset charset)
    {
        var decoder = charset.Encoding.GetDecoder();
        var text = new StringBuilder(body.Length);
        var offsets = new List<int>(body.Length + 1);
        Span<char> units = stackalloc char[16];
        var start = 0;
        for (var at = 0; at < body.Length; at++)
        {
            var count = decoder.GetChars(body.Slice(at, 1), units, flush: at == body.Length - 1);
            for (var i = 0; i < count; i++)
            {
                text.Append(units[i]);
                offsets.Add(charset.Preamble + start);
            }

            start = count > 0 ? at + 1 : start;
        }

        offsets.Add(charset.Preamble + body.Length);
        return new DecodedSource(text.ToString(), charset, [.. offsets]);
    }
}
