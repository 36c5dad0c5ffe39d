using System.Text;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Ingest;

/// <summary>
/// The child's side of reading: takes a file in a frame, answers with what a reader made of it. The frame is a byte of
/// flags (1: with origin), 32 bytes of id, the length of the name in UTF-8 bytes (int32), the name, the file.
/// An empty frame asks for <see cref="DocumentReaders.Version"/>.
/// </summary>
public static class ReaderWorker
{
    internal const int HeaderBytes = 1 + 32 + sizeof(int);

    /// <summary>Answers until the input closes. Gives the exit code.</summary>
    public static int Run(Stream input, Stream output)
    {
        ChildSide.EndWithParent();
        return Run(input, output, DocumentReaders.Read);
    }

    internal static int Run(Stream input, Stream output, Func<ReadOnlyMemory<byte>, DocumentId, string, bool, ReadDocument> read)
    {
        try
        {
            while (Frames.Read(input, int.MaxValue) is { } frame)
            {
                if (frame.Length == 0)
                {
                    Frames.Write(output, Encoding.UTF8.GetBytes(DocumentReaders.Version));
                    continue;
                }

                var name = BitConverter.ToInt32(frame, HeaderBytes - sizeof(int));
                var answer = read(
                    frame.AsMemory(HeaderBytes + name),
                    DocumentId.FromHash(frame.AsSpan(1, 32)),
                    Encoding.UTF8.GetString(frame, HeaderBytes, name),
                    (frame[0] & 1) != 0);
                Frames.Write(output, ReadDocumentCodec.Write(answer).Span);
            }

            return 0;
        }
        catch (OutOfMemoryException)
        {
            return ChildSide.OutOfMemoryExitCode;
        }
        catch (IOException)
        {
            // The parent has gone.
            return 1;
        }
    }
}
