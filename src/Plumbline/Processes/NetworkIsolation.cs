using System.ComponentModel;
using System.Diagnostics;

namespace Plumbline.Processes;

/// <summary>
/// <c>unshare -rn</c> in front of a command starts it in a network namespace with nothing in it. It executes the command
/// in its own place, so the process id stays and limits reach the right process. Some systems forbid it to ordinary users.
/// </summary>
internal static class NetworkIsolation
{
    private static readonly Lazy<bool> Probe = new(Try);

    public static bool IsAvailable => Probe.Value;

    public static ChildCommand Wrap(ChildCommand command) =>
        new("unshare", ["--map-root-user", "--net", "--", command.FileName, .. command.Arguments]);

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var command = Wrap(new ChildCommand("true", []));
            var start = new ProcessStartInfo(command.FileName, command.Arguments) { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            return process.WaitForExit(5000) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
