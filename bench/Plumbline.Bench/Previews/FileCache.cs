using System.Runtime.InteropServices;

namespace Plumbline.Bench.Previews;

/// <summary>What the system keeps of files in memory; Linux only.</summary>
internal static partial class FileCache
{
    private const int DontNeed = 4;

    /// <summary>Lets the files of a folder out of memory, where nothing has them mapped: the next reader takes them from the disk.</summary>
    public static void Forget(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var handle = File.OpenHandle(file);
            _ = posix_fadvise(handle.DangerousGetHandle().ToInt32(), 0, 0, DontNeed);
        }
    }

    [LibraryImport("libc")]
    private static partial int posix_fadvise(int file, long offset, long length, int advice);
}
