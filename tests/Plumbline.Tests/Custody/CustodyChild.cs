using System.Diagnostics;
using System.Runtime.CompilerServices;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Tests.Custody;

/// <summary>
/// An ingest in a process of its own, for tests that kill it or watch its system calls: the test program started again with
/// PLUMB_TEST_INGEST set, which its module initialiser sees before any test could run. The child writes a line
/// <c>acknowledged N</c> for each report, N being the files dealt with; everything it runs itself is on its first thread.
/// </summary>
internal static class CustodyChild
{
    public const string Variable = "PLUMB_TEST_INGEST";

    /// <summary>How to start it; standard output is a pipe.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="files">What to take in.</param>
    /// <param name="groupFiles"><see cref="CustodyOptions.GroupFiles"/>.</param>
    /// <param name="before">A program to run it under, with its arguments.</param>
    public static ProcessStartInfo Command(CaseFolder folder, string files, int groupFiles, params string[] before)
    {
        var program = Environment.ProcessPath!;
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, "exec", typeof(CustodyChild).Assembly.Location]
            : [program];
        string[] all = [.. before, .. own];
        var command = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true };
        command.Environment[Variable] = FormattableString.Invariant($"{groupFiles}|{folder.Root}|{files}");
        return command;
    }

    /// <summary>The number of an answer; null for any other line.</summary>
    public static int? Acknowledged(string? line) =>
        line?.StartsWith("acknowledged ", StringComparison.Ordinal) == true
            ? int.Parse(line["acknowledged ".Length..], System.Globalization.CultureInfo.InvariantCulture)
            : null;

#pragma warning disable CA2255 // The tests are a program, not a library.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var groupFiles, var folder, var files])
        {
            Console.Out.Flush();
            new CustodyStage(CaseFolder.At(folder)).Ingest(
                [files], new CustodyOptions { GroupFiles = int.Parse(groupFiles, System.Globalization.CultureInfo.InvariantCulture) }, new Answer());
            Environment.Exit(0);
        }
    }

    private sealed class Answer : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => Console.Out.WriteLine(FormattableString.Invariant($"acknowledged {value.Done}"));
    }
}
