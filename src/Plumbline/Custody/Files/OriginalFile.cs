using Microsoft.Win32.SafeHandles;

namespace Plumbline.Custody.Files;

/// <summary>A file that comes in, open for reading only. Knows whether it changed since it was opened.</summary>
internal sealed class OriginalFile : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly FileState before;

    private OriginalFile(SafeFileHandle handle)
    {
        this.handle = handle;
        before = State();
    }

    /// <summary>Bytes when it was opened.</summary>
    public long Size => before.Size;

    /// <summary>Null, with the kind, where something else than a file lies there.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be opened.</exception>
    public static OriginalFile? Open(FoundFile file, out FileKind kind)
    {
        kind = FileKind.File;
        var handle = LinuxFiles.IsUsable
            ? LinuxFiles.Open(file.Path, file.IsNamed, out kind)
            : File.OpenHandle(file.Path.Text, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        try
        {
            return handle is null ? null : new OriginalFile(handle);
        }
        catch
        {
            handle?.Dispose();
            throw;
        }
    }

    /// <summary>Reads from an offset until the buffer is full or the file ends; gives the bytes read.</summary>
    public int Read(long offset, Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[filled..], offset + filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }

    /// <summary>True when its size, its times or the file at the handle are others than at the start.</summary>
    public bool HasChanged(long bytesRead) => bytesRead != before.Size || State() != before;

    public void Dispose() => handle.Dispose();

    private FileState State() => LinuxFiles.IsUsable
        ? LinuxFiles.State(handle, out _)
        : new FileState(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks, 0, 0);
}
