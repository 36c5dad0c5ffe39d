using System.Buffers;
using System.Buffers.Binary;

namespace Plumbline.Processes;

/// <summary>
/// Frames over a pipe: int32 length, little endian, then that many bytes. One side asks, the other answers, one frame in
/// flight: a pipe holds 64 KiB, and two sides that both write more than that at once wait for each other for ever.
/// </summary>
public static class Frames
{
    private const int Small = 64 << 10;

    /// <summary>Writes one frame and flushes. Small ones go in a single write.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> frame)
    {
        if (frame.Length <= Small)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(frame.Length + sizeof(int));
            BinaryPrimitives.WriteInt32LittleEndian(buffer, frame.Length);
            frame.CopyTo(buffer.AsSpan(sizeof(int)));
            stream.Write(buffer, 0, frame.Length + sizeof(int));
            ArrayPool<byte>.Shared.Return(buffer);
        }
        else
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
            stream.Write(length);
            stream.Write(frame);
        }

        stream.Flush();
    }

    /// <summary>The next frame, or null where the other side has closed between two frames.</summary>
    /// <exception cref="InvalidDataException">The length is negative or above <paramref name="maxBytes"/>.</exception>
    /// <exception cref="EndOfStreamException">The other side closed within a frame.</exception>
    public static byte[]? Read(Stream stream, int maxBytes)
    {
        Span<byte> header = stackalloc byte[sizeof(int)];
        var got = stream.ReadAtLeast(header, sizeof(int), throwOnEndOfStream: false);
        if (got == 0)
        {
            return null;
        }

        if (got < sizeof(int))
        {
            throw new EndOfStreamException("The pipe was closed within a frame.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < 0 || length > maxBytes)
        {
            throw new InvalidDataException("The frame is longer than allowed.");
        }

        var frame = GC.AllocateUninitializedArray<byte>(length);
        stream.ReadExactly(frame);
        return frame;
    }
}
