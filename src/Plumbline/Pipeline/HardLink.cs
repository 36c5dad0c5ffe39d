using System.Runtime.InteropServices;

namespace Plumbline.Pipeline;

/// <summary>Hard links, so that a finished part is shared by builds and not copied.</summary>
internal static partial class HardLink
{
    /// <summary>Makes a second name of a file; false where the file system or the system refuses (then copy).</summary>
    public static bool TryCreate(string existing, string created) => OperatingSystem.IsWindows()
        ? CreateHardLink(created, existing, 0)
        : link(existing, created) == 0;

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int link(string oldPath, string newPath);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string created, string existing, nint security);
}
