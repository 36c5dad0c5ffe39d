using System.Diagnostics;
using System.Text;

namespace Plumbline.Tests.Cli;

/// <summary>The built program as a process of its own: what needs a working folder, signals or its workers.</summary>
internal static class BuiltProgram
{
    public static (int Code, string Out, string Error) Run(string folder, params string[] args)
    {
        using var process = Process.Start(Start(folder, args))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public static ProcessStartInfo Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plumb.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["COLUMNS"] = "120";
        return start;
    }
}
