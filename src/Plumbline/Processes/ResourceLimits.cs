using System.Runtime.InteropServices;

namespace Plumbline.Processes;

/// <summary>
/// prlimit(2) on a child that has started and was not asked anything yet, so that nothing hostile runs without limits.
/// </summary>
internal static partial class ResourceLimits
{
    private const int AddressSpace = 9, Core = 4, OpenFiles = 7;

    /// <summary>
    /// The same limits, set by a shell that executes the command in its own place: a runtime that gets its limit while it lays
    /// out its memory may not start, and on a busy machine prlimit can come that late. Ctrl-C is for the parent: it ends its children. Only for a full path
    /// that is there: the shell would start, and say too late that there is nothing to execute.
    /// </summary>
    public static ChildCommand Wrap(ChildCommand command, long addressSpaceBytes) => OperatingSystem.IsLinux() && File.Exists("/bin/sh") && Path.IsPathRooted(command.FileName) && File.Exists(command.FileName)
        ? new("/bin/sh", ["-c", FormattableString.Invariant($"trap '' INT; ulimit -v {addressSpaceBytes / 1024} && ulimit -c 0 && ulimit -n 256; exec \"$@\""), "sh", command.FileName, .. command.Arguments])
        : command;

    /// <summary>False where the system has no prlimit or refuses.</summary>
    public static bool TrySet(int pid, long addressSpaceBytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Set(pid, AddressSpace, (ulong)addressSpaceBytes) & Set(pid, Core, 0) & Set(pid, OpenFiles, 256);
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static bool Set(int pid, int resource, ulong value)
    {
        var limit = new Limit { Soft = value, Hard = value };
        return prlimit(pid, resource, in limit, 0) == 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prlimit(int pid, int resource, in Limit newLimit, nint oldLimit);
}
