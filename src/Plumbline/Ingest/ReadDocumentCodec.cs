using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Ingest;

/// <summary>
/// The form in which a worker answers: fields in order, lengths before contents, text as UTF-16 so that it comes out as
/// it went in. Not stored anywhere: both sides are the same program. The reading side trusts nothing that it is told.
/// </summary>
internal static class ReadDocumentCodec
{
    public static ReadOnlyMemory<byte> Write(ReadDocument document)
    {
        var to = new FrameWriter(1024 + (2 * (document.Text?.Text.Length ?? 0)));
        to.Bytes(document.Document.ToBytes());
        to.Text(document.Reader);
        to.Number(document.PageStarts.Count);
        foreach (var start in document.PageStarts)
        {
            to.Number(start);
        }

        to.Number(document.Problems.Count);
        foreach (var p in document.Problems)
        {
            to.Text(p.Code);
            to.Number((int)p.Severity);
            to.Text(p.Sentence);
            to.Text(p.Try);
            to.Number(p.Place.Line);
            to.Number(p.Place.Column);
        }

        to.Number(document.Text is null ? 0 : 1);
        if (document.Text is { } text)
        {
            WriteText(to, text);
        }

        to.Number(document.Tables.Count);
        foreach (var table in document.Tables)
        {
            WriteTable(to, table);
        }

        return to.Written;
    }

    /// <exception cref="InvalidDataException">The frame is not what <see cref="Write"/> writes.</exception>
    public static ReadDocument Read(ReadOnlySpan<byte> frame, string fileName)
    {
        var from = new FrameReader(frame);
        try
        {
            var id = DocumentId.FromHash(from.Bytes(32));
            var reader = from.Text()!;
            var pages = from.List(sizeof(int), static (ref f) => f.Number());
            var problems = from.List(24, (ref f) => new Problem(
                f.Text()!, (Severity)f.Number(), f.Text()!, f.Text()!, new ProblemPlace(fileName, f.Number(), f.Number(), id)));
            var text = from.Number() == 1 ? ReadText(ref from, id, reader) : null;
            var tables = from.List(16, (ref f) => ReadTable(ref f, id, reader));
            return new ReadDocument { Document = id, Reader = reader, PageStarts = pages, Problems = problems, Text = text, Tables = tables };
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("The worker's answer is cut.", e);
        }
    }

    private static void WriteText(FrameWriter to, SourceText text)
    {
        to.Text(text.Text);
        to.Text(text.Title);
        to.Number(text.IsWhole ? 1 : 0);
        to.Number(text.CardStart ?? -1);
        to.Structs<TextBlock>([.. text.Blocks]);
        to.Structs<OriginStretch>([.. text.Origin]);
        to.Structs<PageBox>([.. text.Boxes]);
    }

    private static SourceText ReadText(ref FrameReader from, DocumentId id, string reader) => new()
    {
        Document = id,
        Reader = reader,
        Text = from.Text()!,
        Title = from.Text(),
        IsWhole = from.Number() == 1,
        CardStart = from.Number() is >= 0 and var start ? start : null,
        Blocks = from.Structs<TextBlock>(),
        Origin = from.Structs<OriginStretch>(),
        Boxes = from.Structs<PageBox>(),
    };

    private static void WriteTable(FrameWriter to, SourceTable table)
    {
        to.Text(table.Name);
        to.Number(table.Columns.Count);
        foreach (var column in table.Columns)
        {
            to.Text(column);
        }

        to.Number(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            to.Number(row.Number);
            to.Long(row.Line);
            foreach (var value in row.Values)
            {
                to.Text(value);
            }
        }
    }

    private static SourceTable ReadTable(ref FrameReader from, DocumentId id, string reader)
    {
        var name = from.Text();
        var columns = from.List(sizeof(int), static (ref f) => f.Text()!);
        var rows = from.List(12 + (sizeof(int) * columns.Length), (ref f) =>
        {
            var (number, line, values) = (f.Number(), f.Long(), new string?[columns.Length]);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = f.Text();
            }

            return new SourceRow(number, line, values);
        });
        return new SourceTable { Document = id, Reader = reader, Name = name, Columns = columns, Rows = rows };
    }
}

/// <summary>Writes the fields of a frame.</summary>
internal sealed class FrameWriter(int capacity)
{
    private byte[] buffer = new byte[capacity];
    private int length;

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public void Number(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Null is length -1.</summary>
    public void Text(string? text)
    {
        Number(text?.Length ?? -1);
        Bytes(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Structs<T>(T[] items)
        where T : unmanaged
    {
        Number(items.Length);
        Bytes(MemoryMarshal.AsBytes(items.AsSpan()));
    }

    private Span<byte> Take(int count)
    {
        if (count > buffer.Length - length)
        {
            Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max((long)length + count, 2L * buffer.Length)));
        }

        length += count;
        return buffer.AsSpan(length - count, count);
    }
}

/// <summary>Reads the fields of a frame; counts are checked against what is left of it.</summary>
internal ref struct FrameReader(ReadOnlySpan<byte> frame)
{
    private ReadOnlySpan<byte> left = frame;

    public delegate T Item<T>(ref FrameReader from);

    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(sizeof(int)));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(sizeof(long)));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = left[..count];
        left = left[count..];
        return bytes;
    }

    public string? Text()
    {
        var length = Number();
        return length == -1 ? null : length == 0 ? "" : new string(MemoryMarshal.Cast<byte, char>(Bytes(checked(2 * Count(length, 2)))));
    }

    public T[] Structs<T>()
        where T : unmanaged
    {
        var size = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        return MemoryMarshal.Cast<byte, T>(Bytes(size * Count(Number(), size))).ToArray();
    }

    public T[] List<T>(int leastBytes, Item<T> item)
    {
        var items = new T[Count(Number(), leastBytes)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = item(ref this);
        }

        return items;
    }

    private readonly int Count(int count, int leastBytes) =>
        count >= 0 && (long)count * leastBytes <= left.Length ? count : throw new ArgumentException("The count is beyond the frame.");
}
