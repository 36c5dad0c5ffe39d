using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Plumbline.Tests.Support;

/// <summary>
/// The real program in a process of its own, in a process group of its own where there are such: for tests that kill it, stop
/// it, or read what it writes byte by byte.
/// </summary>
internal sealed partial class RealCommand : IDisposable
{
    public const int Interrupt = 2;
    public const int Kill9 = 9;

    private readonly Process process;
    private readonly Task<string> output, error;

    private RealCommand(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        output = Read(process.StandardOutput);
        error = Read(process.StandardError);
    }

    /// <summary>True where a program can be started as the head of its own group, and killed with it.</summary>
    public static bool HasGroups => OperatingSystem.IsLinux() && File.Exists("/usr/bin/setsid") && File.Exists("/bin/bash");

    /// <summary>Id of the process and of its group.</summary>
    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts the program; <paramref name="before"/> is a line of bash to run first, such as a limit.</summary>
    public static RealCommand Start(string? before, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        string[] own = ["dotnet", Path.Combine(AppContext.BaseDirectory, "plumb.dll"), .. args];
        string[] all = before is not null ? ["/usr/bin/setsid", "/bin/bash", "-c", before + "; exec \"$@\"", "bash", .. own]
            : HasGroups ? ["/usr/bin/setsid", .. own]
            : own;
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RealCommand(start);
    }

    public static RealCommand Start(params string[] args) => Start(null, new Dictionary<string, string>(), args);

    /// <summary>Runs the program to its end.</summary>
    public static (int Code, string Out, string Error) Run(params string[] args) => Start(args).End();

    /// <summary>Waits for the end: exit code, standard output, standard error.</summary>
    public (int Code, string Out, string Error) End()
    {
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Sends a signal to the program alone, or to all of its group as a terminal does.</summary>
    public void Signal(int signal, bool toGroup) => kill(toGroup ? -Id : Id, signal);

    /// <summary>Waits until something is so, or the program has ended.</summary>
    public bool WaitUntil(Func<bool> isSo)
    {
        while (!isSo())
        {
            if (process.WaitForExit(2))
            {
                return isSo();
            }
        }

        return true;
    }

    /// <summary>Number of processes of the group: more than one once it has workers, and so has seen to its signals.</summary>
    public int Running() => OfGroup().Count;

    /// <summary>Processes of the group that still run once those that are ending have had time.</summary>
    public IReadOnlyList<int> Left()
    {
        IReadOnlyList<int> left = [];
        for (var i = 0; i < 1000 && (left = OfGroup()).Count > 0; i++)
        {
            Thread.Sleep(20);
        }

        return left;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private List<int> OfGroup() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => char.IsAsciiDigit(n![0]))
            .Select(n => int.Parse(n!, CultureInfo.InvariantCulture)).Where(IsOfGroup),
    ];

    private bool IsOfGroup(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is not ("Z" or "X") && fields[2] == Id.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> Read(StreamReader reader) => await reader.ReadToEndAsync().ConfigureAwait(false);

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
