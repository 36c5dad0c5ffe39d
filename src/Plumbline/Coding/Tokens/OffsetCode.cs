namespace Plumbline.Coding.Tokens;

/// <summary>
/// Where tokens stand in their text, as bytes: for each token the distance from the end of the token before and its own
/// length. One byte (distance 0 to 3, length 0 to 31) nearly always; else 0x80 and two 7-bit varints.
/// </summary>
internal static class OffsetCode
{
    private const byte Long = 0x80;

    public const int MaxBytes = 11;

    /// <summary>Writes one token; gives the number of bytes.</summary>
    public static int Write(Span<byte> into, int gap, int length)
    {
        if (gap < 4 && length < 32)
        {
            into[0] = (byte)((gap << 5) | length);
            return 1;
        }

        into[0] = Long;
        var at = Varint.Write(into, 1, (uint)gap);
        return Varint.Write(into, at, (uint)length);
    }

    /// <summary>
    /// Reads all tokens of a document as start, end, start, end...; false when the bytes are not what was written:
    /// too few or too many, or a token that leaves the text.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int textLength, Span<int> into)
    {
        long end = 0;
        var at = 0;
        for (var i = 0; i < into.Length; i += 2)
        {
            if (at >= bytes.Length)
            {
                return false;
            }

            uint gap = bytes[at], length;
            if (gap < Long)
            {
                at++;
                length = gap & 31;
                gap >>= 5;
            }
            else
            {
                at++;
                if (!Varint.TryRead(bytes, ref at, out gap) || !Varint.TryRead(bytes, ref at, out length))
                {
                    return false;
                }
            }

            var start = end + gap;
            end = start + length;
            if (end > textLength)
            {
                return false;
            }

            into[i] = (int)start;
            into[i + 1] = (int)end;
        }

        return at == bytes.Length;
    }
}

/// <summary>Numbers as 7-bit groups, low first, at most five bytes.</summary>
internal static class Varint
{
    public static int Write(Span<byte> into, int at, uint value)
    {
        while (value >= 0x80)
        {
            into[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        into[at++] = (byte)value;
        return at;
    }

    public static int Size(uint value) => value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;

    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out uint value)
    {
        value = 0;
        for (var shift = 0; shift < 35 && at < bytes.Length; shift += 7)
        {
            var b = bytes[at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
