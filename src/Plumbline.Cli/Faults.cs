using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Cli.Output;
using Plumbline.Evidence;

namespace Plumbline.Cli;

/// <summary>What an exception means to the user. The message of one that we did not write is never shown: it may quote a document.</summary>
internal static class Faults
{
    /// <summary>Exit code and problems of an exception.</summary>
    public static (ExitCode Code, IReadOnlyList<Problem> Problems) Of(Exception e, CancellationToken stop) => e switch
    {
        // Ctrl-C reaches workers that are just starting before they can ignore it.
        OperationCanceledException or StoreFailedException { Code: "ING020" } when stop.IsCancellationRequested => (ExitCode.Stopped, [CliProblems.Stopped()]),
        AggregateException { InnerExceptions: [var only] } => Of(only, stop),
        UsageException { Problems.Count: > 0 } usage => (ExitCode.Usage, [.. usage.Problems, usage.ToProblem()]),
        UsageException usage => (ExitCode.Usage, [usage.ToProblem()]),
        IntegrityException broken => (ExitCode.Integrity, [broken.ToProblem()]),
        ItemFailedException item => (ExitCode.ProblemsFound, [item.ToProblem()]),
        PlumblineException other => (ExitCode.Environment, [other.ToProblem()]),
        TypeInitializationException { InnerException: { } inner } => Of(inner, stop),
        DllNotFoundException or BadImageFormatException => (ExitCode.Environment, [CliProblems.Library(NameOfLibrary(e))]),
        OutOfMemoryException => (ExitCode.Environment, [CliProblems.OutOfMemory()]),
        UnauthorizedAccessException => (ExitCode.Environment, [CliProblems.System("The system denies access to a file or folder of the case.", "Look at its permissions.")]),
        DirectoryNotFoundException or FileNotFoundException => (ExitCode.Environment, [CliProblems.System("A file or folder that was there is gone.", "Look whether somebody moves or cleans the folder.")]),
        ArgumentOutOfRangeException when e.StackTrace?.Contains("RandomAccess.Write", StringComparison.Ordinal) == true => (ExitCode.Environment, [CliProblems.System(
            "A file can't grow so long here.", "Look at the limits of the disk's file system and of your account (ulimit -f).")]),
        IOException io => (ExitCode.Environment, [CliProblems.System(
            string.Create(CultureInfo.InvariantCulture, $"The system could not read or write a file (error {io.HResult & 0xFFFF})."), "Look at free space (df -h) and at the disk.")]),
        _ => (ExitCode.Environment, [CliProblems.Fault(WhatAndWhere(e), Id(e))]),
    };

    /// <summary>Types and frames of an exception and those inside it, without their messages.</summary>
    public static string Stack(Exception e)
    {
        var text = new StringBuilder();
        for (Exception? at = e; at is not null; at = at.InnerException)
        {
            text.Append(at.GetType().FullName).Append('\n').Append(SafeText.Lines(at.StackTrace)).Append('\n');
        }

        return text.ToString();
    }

    private static string WhatAndWhere(Exception e)
    {
        var method = new StackTrace(e).GetFrame(0)?.GetMethod();
        return $"{e.GetType().Name} in {method?.DeclaringType?.Name}.{method?.Name}";
    }

    /// <summary>The same fault at the same place has the same id, so that reports of it can be found.</summary>
    private static string Id(Exception e)
    {
        var frames = new StackTrace(e).GetFrames().Select(f => $"{f.GetMethod()?.DeclaringType?.FullName}.{f.GetMethod()?.Name}").Take(5);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(e.GetType().FullName + string.Join('\n', frames))))[..8];
    }

    private static string NameOfLibrary(Exception e) => e.Message.Contains("duckdb", StringComparison.OrdinalIgnoreCase) ? "duckdb"
        : e.Message.Contains("sqlite", StringComparison.OrdinalIgnoreCase) ? "e_sqlite3"
        : e.Message.Contains("sodium", StringComparison.OrdinalIgnoreCase) ? "libsodium" : "of the system";
}
