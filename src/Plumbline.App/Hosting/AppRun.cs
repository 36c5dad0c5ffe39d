using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Plumbline.App.Texts;
using Plumbline.Cli;
using Plumbline.Cli.Doctor;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.App.Hosting;

/// <summary>Runs the app as a process: <c>plumb-app [CASE] [--no-browser]</c>, started by <c>plumb app</c>.</summary>
internal static class AppRun
{
    /// <summary>Says where the redirect file is, and opens nothing.</summary>
    public const string NoBrowser = "--no-browser";

    /// <summary>Runs until Ctrl-C.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        using var stop = new CancellationTokenSource();
        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        try
        {
            var options = new AppOptions
            {
                Case = args.FirstOrDefault(a => a != NoBrowser),
                Home = CaseAccess.NewCases,
                Language = OfSystem(),
                Child = verb => ChildCommand.OfThisProgram(verb),
                SyncedBy = CaseAccess.SyncedBy,
                PageDrawer = ProgramSearch.OfProcess.Find(ToolChecks.PageDrawer),
            };
            var host = await AppHost.StartAsync(options, Console.Error, stop.Token).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                using var file = RedirectFile.Write(host.OpeningAddress());
                host.Door.Taken += file.Dispose;
                var opened = !args.Contains(NoBrowser) && Open(file.Path);
                Console.Out.WriteLine(opened ? "Plumbline is open in your browser. Ctrl-C ends it." : "Open this file in a browser on this computer; it works once. Ctrl-C ends Plumbline.");
                Console.Out.WriteLine(file.Path);
                await Console.Out.FlushAsync(stop.Token).ConfigureAwait(false);
                await host.WaitAsync(stop.Token).ConfigureAwait(false);
            }

            return (int)ExitCode.Clean;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var (code, problems) = Faults.Of(e, stop.Token);
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(SafeText.Line($"{problem.Code}: {problem.Sentence} {problem.Try}")).ConfigureAwait(false);
            }

            return (int)code;
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Clean;
        }
    }

    /// <summary>The language of the person at the computer: the runtime may have been told to know none.</summary>
    private static Language OfSystem() =>
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG"))?.StartsWith("ru", StringComparison.Ordinal) == true
            ? Language.Russian : Speaking.Of(CultureInfo.CurrentUICulture);

    private static bool Open(string path)
    {
        var (program, arguments) = OperatingSystem.IsWindows() ? ((string?)path, Array.Empty<string>())
            : OperatingSystem.IsMacOS() ? ("open", [path])
            : (BrowserProgram.Find(ProgramSearch.OfProcess), [path]);
        if (program is null)
        {
            return false;
        }

        try
        {
            // What the browser's starter prints is no business of ours, and must not wait for a reader.
            var start = new ProcessStartInfo(program, arguments) { UseShellExecute = OperatingSystem.IsWindows() };
            if (!OperatingSystem.IsWindows())
            {
                (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            }

            using var process = Process.Start(start);
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
