using System.Globalization;

namespace Plumbline.Cli.Doctor;

/// <summary>Whether the clock can be right. No network is asked: what was written before now must not be from later.</summary>
internal static class ClockChecks
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    public static MachineCheck Clock(Machine machine)
    {
        var now = machine.Clock.GetUtcNow();
        var found = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm} UTC, time zone {machine.Clock.LocalTimeZone.Id}.");
        var newest = new[] { machine.Case?.Journal, Environment.ProcessPath }.Where(File.Exists).Select(f => File.GetLastWriteTimeUtc(f!)).DefaultIfEmpty().Max();
        return newest <= now.UtcDateTime + Slack
            ? new MachineCheck("clock", CheckState.Fine, found)
            : new MachineCheck("clock", CheckState.Warning, $"{found} A file that was written before is from a later time.", "The journal says when a file came in and who decided when: these times would be wrong.", "Set the computer's clock. Entries that stand stay as they are.");
    }
}
