using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Plumbline.Cli.Verbs;

/// <summary>
/// <c>plumb app</c>, and <c>plumb</c> alone: the app in a browser. It is a program of its own beside this one, so that no other verb loads a
/// web server.
/// </summary>
internal static partial class AppVerb
{
    public static VerbEntry Entry { get; } = new("app", "Opens the app in your browser; so does plumb without a verb. Nothing leaves this computer.", null, Create);

    /// <summary>The program.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "plumb-app.exe" : "plumb-app");

    private static Verb Create()
    {
        var folder = new Argument<string?>("CASE") { Description = "Folder of the case; without it you choose or make one.", Arity = ArgumentArity.ZeroOrOne };
        var browser = new Option<bool>("--no-browser") { Description = "Open no browser; say which file to open in one." };
        var verb = new Verb(Entry,
            new("plumb", "Choose a case, or make one."),
            new("plumb app ~/cases/rallies", "This case."),
            new("plumb app ~/cases/rallies --no-browser", "Where no browser can be started: open the file that is named."))
        {
            folder, browser,
        };
        return verb.Runs(call => Start([.. call.Get(folder) is { Length: > 0 } path ? [path] : Array.Empty<string>(), .. call.Get(browser) ? ["--no-browser"] : Array.Empty<string>()]));
    }

    private static ExitCode Start(IReadOnlyList<string> args)
    {
        if (!File.Exists(Program))
        {
            throw CliProblems.NoApp();
        }

        if (!OperatingSystem.IsWindows())
        {
            // This process becomes the app: a signal, or a kill, meets it and nobody in between.
            _ = execv(Program, [Program, .. args, null]);
        }

        using var app = Process.Start(new ProcessStartInfo(Program, args) { UseShellExecute = false })!;
        app.WaitForExit();
        return (ExitCode)app.ExitCode;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int execv(string path, string?[] arguments);
}
