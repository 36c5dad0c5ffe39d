using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Plumbline.Bench.Kills;

/// <summary>How a command ended.</summary>
/// <param name="Code">Exit code; 137 when it was killed.</param>
/// <param name="Output">What it had written: all of it was acknowledged.</param>
/// <param name="Error">What it had said.</param>
internal sealed record Ended(int Code, string Output, string Error)
{
    /// <summary>It came to its end before the kill.</summary>
    public bool IsDone => Code is 0 or 1;
}

/// <summary>Runs the built program in a process group of its own, which SIGKILL ends whole. Linux only.</summary>
internal static partial class KilledRun
{
    private const int Kill = 9;

    /// <param name="program">Path of the program.</param>
    /// <param name="arguments">Its words.</param>
    /// <param name="after">When it is killed; null: never.</param>
    public static Ended Run(string program, IReadOnlyList<string> arguments, TimeSpan? after)
    {
        var start = new ProcessStartInfo("setsid", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start) ?? throw new Win32Exception();
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (after is { } pause && !process.WaitForExit(pause))
        {
            _ = kill(-process.Id, Kill);
        }

        process.WaitForExit();
        return new Ended(process.ExitCode, output.Result, error.Result);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
