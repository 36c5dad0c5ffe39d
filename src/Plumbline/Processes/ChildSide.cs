using System.Runtime.InteropServices;

namespace Plumbline.Processes;

/// <summary>What a child does for itself.</summary>
public static partial class ChildSide
{
    /// <summary>Exit code by which a child says that it ran out of memory.</summary>
    public const int OutOfMemoryExitCode = 86;

    /// <summary>
    /// Ends this process within a second after its parent ended, also while it hangs in a parser and does not see that
    /// its input was closed. (PR_SET_PDEATHSIG is of no use: it fires when the <i>thread</i> that started us ends.)
    /// Where there is no parent to ask for (Windows), the closed input is all there is.
    /// </summary>
    public static void EndWithParent()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var parent = getppid();
        var watch = new Thread(() =>
        {
            while (getppid() == parent)
            {
                Thread.Sleep(500);
            }

            _exit(1);
        }, 128 << 10) { IsBackground = true, Name = "parent watch" };
        watch.Start();
    }

    [LibraryImport("libc")]
    private static partial int getppid();

    [LibraryImport("libc")]
    private static partial void _exit(int status);
}
