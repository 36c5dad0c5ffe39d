using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Plumbline.Bench.WholeRun;

/// <summary>What a command cost.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="CpuSeconds">Processor time of it and of all its children.</param>
/// <param name="MainBytes">Most anonymous memory of the command itself at one moment.</param>
/// <param name="AllBytes">Most anonymous memory of it and its children together at one moment.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record Cost(double Seconds, double CpuSeconds, long MainBytes, long AllBytes, string Output);

/// <summary>Runs a command and measures it; Linux only.</summary>
internal static partial class ChildRun
{
    private const int Children = -1;

    /// <exception cref="InvalidOperationException">It ended with another code than those that are allowed.</exception>
    public static Cost Run(string program, IReadOnlyList<string> arguments, params ReadOnlySpan<int> allowed)
    {
        var before = ChildrenCpu();
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new Win32Exception();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (main, all) = (0L, 0L);
        while (!process.WaitForExit(10))
        {
            var own = Memory.Anonymous(process.Id);
            main = Math.Max(main, own);
            all = Math.Max(all, own + Memory.ChildrenOf(process.Id).Sum(Memory.Anonymous));
        }

        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0 && !allowed.Contains(process.ExitCode))
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{errors.Result}\n{output.Result}");
        }

        return new Cost(seconds, ChildrenCpu() - before, main, all, output.Result);
    }

    private static double ChildrenCpu()
    {
        Span<long> usage = stackalloc long[18];
        return getrusage(Children, ref usage[0]) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : throw new Win32Exception();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getrusage(int who, ref long usage);
}

/// <summary>Memory of processes, as Linux tells it.</summary>
internal static class Memory
{
    /// <summary>Bytes of a process that no file is behind; 0 when it is gone.</summary>
    public static long Anonymous(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(8).Trim(" \tkB"), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public static IEnumerable<int> ChildrenOf(int process)
    {
        string text;
        try
        {
            text = string.Join(' ', Directory.GetDirectories($"/proc/{process}/task").Select(t => File.ReadAllText(t + "/children")));
        }
        catch (IOException)
        {
            return [];
        }

        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).SelectMany(p => ChildrenOf(p).Prepend(p));
    }
}
