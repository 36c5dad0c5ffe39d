using System.Diagnostics;
using System.Runtime.CompilerServices;
using Plumbline.Cases;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Merging;
using Plumbline.Pipeline;

namespace Plumbline.Tests.Custody;

/// <summary>A merge or an erasure in a process of its own, for tests that kill it; says <c>begins</c> before and <c>done</c> after.</summary>
internal static class VerbChild
{
    private const string Variable = "PLUMB_TEST_VERB";

    public static ProcessStartInfo Command(string verb, CaseFolder folder, string argument)
    {
        var command = CustodyChild.Command(folder, "", 1);
        command.Environment.Remove(CustodyChild.Variable);
        command.Environment[Variable] = $"{verb}|{folder.Root}|{argument}";
        return command;
    }

    /// <summary>Starts it, kills it some time after it began, and says whether it had answered.</summary>
    public static bool RunAndKill(ProcessStartInfo command, TimeSpan after)
    {
        using var child = Process.Start(command)!;
        Assert.Equal("begins", child.StandardOutput.ReadLine());
        Thread.Sleep(after);
        child.Kill();
        var rest = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return rest.Contains("done", StringComparison.Ordinal);
    }

#pragma warning disable CA2255 // The tests are a program, not a library.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is not [var verb, var folder, var argument])
        {
            return;
        }

        Console.Out.WriteLine("begins");
        Console.Out.Flush();
        _ = verb == "merge"
            ? (object)CustodyMerge.Merge(CaseFolder.At(folder), argument, new MergeOptions(), () => { })
            : CaseErasure.Erase(CaseFolder.At(folder), argument, new ErasureOptions { Reason = "test" });
        Console.Out.WriteLine("done");
        Environment.Exit(0);
    }
}
