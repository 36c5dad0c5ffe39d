using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Plumbline.Pipeline.Tables;

/// <summary>
/// Digest over rows, the same whatever the order in which they are written: the sum, modulo 2^128, of XXH3-128 over each
/// row's fields, each text with its length before it. It tells builds apart; it is no signature, since what it covers can
/// be made again from archive and journal. Not thread safe: one each thread, then <see cref="Add(RowDigest)"/>.
/// </summary>
internal sealed class RowDigest
{
    private byte[] row = new byte[1024];
    private int length;
    private UInt128 sum;
    private long rows;

    /// <summary>Starts a row of a table.</summary>
    public void Begin(string table)
    {
        length = 0;
        Field(table);
    }

    public void Field(string? text)
    {
        Field(text is null ? -1L : text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes.CopyTo(Room(bytes.Length));
    }

    public void Field(long number) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), number);

    /// <summary>Adds the row that was begun.</summary>
    public void End()
    {
        sum += XxHash128.HashToUInt128(row.AsSpan(0, length));
        rows++;
    }

    public void Add(RowDigest other)
    {
        sum += other.sum;
        rows += other.rows;
    }

    /// <summary>Takes out rows that were added before.</summary>
    public void Subtract(RowDigest other)
    {
        sum -= other.sum;
        rows -= other.rows;
    }

    /// <summary>Reads <see cref="ToString"/>; null for anything else.</summary>
    public static RowDigest? Parse(string text) =>
        text.Length > 33 && text[32] == '-'
        && UInt128.TryParse(text.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum)
        && long.TryParse(text.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? new RowDigest { sum = sum, rows = rows } : null;

    /// <summary>32 hexadecimal digits, a hyphen and the number of rows.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{sum:x32}-{rows}");

    private Span<byte> Room(int count)
    {
        if (count > row.Length - length)
        {
            Array.Resize(ref row, Math.Max(length + count, 2 * row.Length));
        }

        length += count;
        return row.AsSpan(length - count, count);
    }
}
