using System.ComponentModel;
using System.Diagnostics;

namespace Plumbline.Cli.Doctor;

/// <summary>
/// Where programs of others are found: first in the folder <c>tools</c> beside this program (on a USB stick they can be brought along), then where the
/// system looks for programs. Never in the folder that somebody happens to stand in.
/// </summary>
/// <param name="Path">Folders, as the system writes them in PATH.</param>
/// <param name="Tools">Folder with programs, looked through with all that is in it; it need not exist.</param>
internal sealed record ProgramSearch(string? Path, string Tools)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>For this process.</summary>
    public static ProgramSearch OfProcess { get; } = new(Environment.GetEnvironmentVariable("PATH"), System.IO.Path.Combine(AppContext.BaseDirectory, "tools"));

    /// <summary>Full path of a program, or null.</summary>
    /// <param name="name">Its name, without an ending.</param>
    public string? Find(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        try
        {
            if (Directory.Exists(Tools) && Directory.EnumerateFiles(Tools, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() is { } brought)
            {
                return brought;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then it is not found there.
        }

        return (Path ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(System.IO.Path.IsPathFullyQualified).Select(folder => System.IO.Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    /// <summary>What a program prints, both streams; empty when it can't be started or does not end.</summary>
    public static IReadOnlyList<string> Ask(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return [];
            }

            return [.. (output.Result + "\n" + error.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            return [];
        }
    }
}
