using System.Diagnostics;
using System.Globalization;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Cli.Doctor;

/// <summary>The limited processes in which files are read and SQL is run: one is started, and looked at.</summary>
internal static class WorkerChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<MachineCheck> Of(Machine machine)
    {
        var limits = new ProcessLimits();
        var took = Stopwatch.StartNew();
        try
        {
            using var worker = LimitedProcess.Start(machine.Child(Workers.Read), limits, first => first.Exchange([], Patience));
            return [Limits(machine, worker.Id, limits, took.ElapsedMilliseconds), Network(worker.IsIsolated)];
        }
        catch (Exception e) when (e is StoreFailedException or ChildFailedException)
        {
            return [new MachineCheck("workers", CheckState.Fault, "The limited processes that read files do not start.", "No file can be read and no figure checked.", "Copy the whole folder of the program again; look whether a guard against viruses stops it.")];
        }
    }

    private static MachineCheck Limits(Machine machine, int id, ProcessLimits limits, long milliseconds)
    {
        var wanted = limits.AddressSpaceBytes.ToString(CultureInfo.InvariantCulture);
        var took = string.Create(CultureInfo.InvariantCulture, $"The limited processes that read files start ({milliseconds} ms)");
        return Of(Path.Combine(machine.Root, "proc", id.ToString(CultureInfo.InvariantCulture), "limits")).Any(line => line.StartsWith("Max address space", StringComparison.Ordinal) && line.Split(' ').Contains(wanted))
            ? new MachineCheck("workers", CheckState.Fine, $"{took}; the kernel holds each to {PlaceChecks.Size(limits.AddressSpaceBytes)}.")
            : new MachineCheck("workers", CheckState.Warning, $"{took}; nobody but Plumbline looks at their memory.", "A file made to harm can fill the memory for a quarter of a second before its process is ended.", "Read files that you don't trust on Linux.");
    }

    private static MachineCheck Network(bool isIsolated) => isIsolated
        ? new MachineCheck("network", CheckState.Fine, "They have no network.")
        : new MachineCheck(
            "network", CheckState.Warning, "They can't be cut off from the network.", "A file that took over its reader could reach the network. Plumbline itself opens no connection.",
            OperatingSystem.IsLinux() ? "Install util-linux; let users make network namespaces (sysctl kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns); or switch the network off while you update." : "Switch the network off while you update.");

    private static IEnumerable<string> Of(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
