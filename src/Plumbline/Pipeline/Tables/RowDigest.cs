using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Plumbline.Pipeline.Tables;

/// <summary>
/// Digest over the rows of all tables, the same whatever the order in which they are written: the sum, modulo 2^128, of
/// XXH3-128 over each row's fields, each with its length before it. It tells builds apart; it is no signature, since what
/// it covers can be made again from archive and journal. Not thread safe: one each thread, then <see cref="Add(RowDigest)"/>.
/// </summary>
internal sealed class RowDigest
{
    private readonly XxHash128 row = new();
    private UInt128 sum;
    private long rows;

    /// <summary>Starts a row of a table.</summary>
    public void Begin(string table)
    {
        row.Reset();
        Field(table);
    }

    public void Field(string? text)
    {
        Field(text is null ? -1L : text.Length);
        row.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Field(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        row.Append(bytes);
    }

    /// <summary>Adds the row that was begun.</summary>
    public void End()
    {
        sum += row.GetCurrentHashAsUInt128();
        rows++;
    }

    public void Add(RowDigest other)
    {
        sum += other.sum;
        rows += other.rows;
    }

    /// <summary>32 hexadecimal digits, a hyphen and the number of rows.</summary>
    public override string ToString() => $"{sum:x32}-{rows}";
}
