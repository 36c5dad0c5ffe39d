using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Plumbline.Custody.Files;

/// <summary>What lies at a path.</summary>
internal enum FileKind
{
    Missing,
    File,
    Folder,
    Link,
    Pipe,
    Socket,
    Device,
}

/// <summary>What changes when a file is written to.</summary>
internal readonly record struct FileState(long Size, Int128 Modified, Int128 Changed, ulong Number);

/// <summary>
/// Calls of Linux (64 bits) that .NET has no words for: names as bytes, opening without following a link or waiting for a
/// pipe, without touching the time of access.
/// </summary>
internal static unsafe partial class LinuxFiles
{
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000, NoAccessTime = 0x40000;
    private const int WorkingFolder = -100, NotFollowed = 0x100, EmptyPath = 0x1000, BasicStats = 0x7ff;
    private const int NotPermitted = 1, IsLoop = 40;

    public static bool IsUsable { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    private static int NoFollow => RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 0x20000 : 0x8000;

    public static FileKind KindOf(NativePath path, bool follow)
    {
        var buffer = stackalloc byte[256];
        return statx(WorkingFolder, path.ZeroEnded!, follow ? 0 : NotFollowed, BasicStats, buffer) == 0 ? Kind(buffer) : FileKind.Missing;
    }

    /// <summary>Opens a regular file for reading; null with its kind where it is none.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    public static SafeFileHandle? Open(NativePath path, bool follow, out FileKind kind)
    {
        var flags = NonBlocking | CloseOnExec | (follow ? 0 : NoFollow);
        var descriptor = open(path.ZeroEnded!, flags | NoAccessTime);
        if (descriptor < 0 && Marshal.GetLastPInvokeError() == NotPermitted)
        {
            descriptor = open(path.ZeroEnded!, flags);
        }

        if (descriptor < 0)
        {
            kind = Marshal.GetLastPInvokeError() == IsLoop ? FileKind.Link : FileKind.Missing;
            return kind == FileKind.Link ? null : throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        State(handle, out kind);
        if (kind == FileKind.File)
        {
            return handle;
        }

        handle.Dispose();
        return null;
    }

    public static FileState State(SafeFileHandle handle, out FileKind kind)
    {
        var buffer = stackalloc byte[256];
        if (statx((int)handle.DangerousGetHandle(), [0], EmptyPath, BasicStats, buffer) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        kind = Kind(buffer);
        return new FileState(*(long*)(buffer + 40), Time(buffer + 112), Time(buffer + 96), *(ulong*)(buffer + 32));
    }

    /// <summary>Names and kinds in a folder, by the bytes of the names.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static List<(byte[] Name, FileKind Kind)> List(NativePath folder)
    {
        var stream = opendir(folder.ZeroEnded!);
        if (stream == 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        try
        {
            var found = new List<(byte[] Name, FileKind Kind)>();
            while (true)
            {
                var entry = (byte*)readdir(stream);
                if (entry == null)
                {
                    break;
                }

                // struct dirent64: number 8 bytes, offset 8, length 2, type 1, name.
                var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + 19);
                if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
                {
                    var bytes = name.ToArray();
                    var kind = entry[18] == 0 ? KindOf(folder.Child(bytes), follow: false) : OfType(entry[18]);
                    found.Add((bytes, kind));
                }
            }

            if (Marshal.GetLastPInvokeError() != 0)
            {
                throw new IOException(Marshal.GetLastPInvokeErrorMessage());
            }

            found.Sort(static (a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
            return found;
        }
        finally
        {
            _ = closedir(stream);
        }
    }

    // struct statx is the same on all architectures: mode at 28, inode 32, size 40, ctime 96, mtime 112.
    private static FileKind Kind(byte* statx) => OfType((byte)(*(ushort*)(statx + 28) >> 12));

    private static FileKind OfType(byte type) => type switch
    {
        1 => FileKind.Pipe,
        4 => FileKind.Folder,
        8 => FileKind.File,
        10 => FileKind.Link,
        12 => FileKind.Socket,
        _ => FileKind.Device,
    };

    private static Int128 Time(byte* at) => ((Int128)(*(long*)at) * 1_000_000_000) + *(uint*)(at + 8);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte[] path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int statx(int folder, byte[] path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint opendir(byte[] path);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint readdir(nint stream);

    [LibraryImport("libc")]
    private static partial int closedir(nint stream);
}
