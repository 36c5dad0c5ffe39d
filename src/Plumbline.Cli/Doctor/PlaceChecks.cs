using System.Globalization;
using Plumbline.Cases;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Doctor;

/// <summary>The folder of the case, or the one that new cases are made in: who else can get at it, and whether there is room.</summary>
internal static class PlaceChecks
{
    private const long LeastSpace = 1L << 30;

    public static MachineCheck Synced(Machine machine) => CaseAccess.SyncedBy(machine.Place) is { } service
        ? new MachineCheck("synced", CheckState.Warning, $"{Start(Where(machine))} is kept in step by {SafeText.Line(service)}.", "Everything in the case is copied to somebody else's computers, and two computers that write at once spoil the journal.", "Move the folder out of what is synced; unite two computers with plumb merge.")
        : new MachineCheck("synced", CheckState.Fine, $"{Start(Where(machine))} is in no folder that is known to be synced to a cloud.");

    /// <summary>A build is written beside the one in use, so there has to be room for another.</summary>
    public static MachineCheck Space(Machine machine)
    {
        try
        {
            var free = new DriveInfo(machine.ExistingPlace()).AvailableFreeSpace;
            var needed = Math.Max(LeastSpace, machine.Case is { } folder && Directory.Exists(folder.Builds) ? LargestBuild(folder) * 2 : 0);
            var found = $"{Size(free)} free on the disk of {Where(machine)}.";
            return free >= needed
                ? new MachineCheck("space", CheckState.Fine, found)
                : new MachineCheck("space", CheckState.Warning, found, $"An update needs about {Size(needed)}; it stops when the disk is full. What was done is kept.", "Delete what is not needed, or move the case to a larger disk.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new MachineCheck("space", CheckState.Unknown, "The system does not say how much room the disk has.", "", "Look at it yourself: an update needs about 1 GiB.");
        }
    }

    public static MachineCheck Encryption(Machine machine) => (OperatingSystem.IsLinux() ? DiskEncryption.Of(machine.ExistingPlace(), machine.Root) : null) switch
    {
        true => new MachineCheck("encryption", CheckState.Fine, $"The disk of {Where(machine)} is encrypted by the system."),
        false => new MachineCheck("encryption", CheckState.Warning, $"The disk of {Where(machine)} is not encrypted by the system.", "Whoever takes the computer or the stick can read the case.", "Keep cases on an encrypted disk (LUKS, VeraCrypt)."),
        _ => new MachineCheck("encryption", CheckState.Unknown, "It can't be told here whether the disk is encrypted.", "", OperatingSystem.IsWindows() ? "Look into Settings, Privacy & security, Device encryption (BitLocker)." : "Look at it yourself: whoever takes an unencrypted disk can read the case."),
    };

    public static MachineCheck Permissions(Machine machine)
    {
        if (OperatingSystem.IsWindows())
        {
            return new MachineCheck("permissions", CheckState.Unknown, "Who may open the folder is not looked at on Windows.", "", "Keep cases in your own user folder, which other users of the computer can't open.");
        }

        if (machine.Case is null && !Directory.Exists(machine.Place))
        {
            return new MachineCheck("permissions", CheckState.Fine, "There are no cases here yet.");
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        for (var at = new DirectoryInfo(machine.ExistingPlace()); at is not null; at = at.Parent)
        {
            // A folder above that nobody else can go through closes all that is in it.
            if ((at.UnixFileMode & others) == 0)
            {
                return new MachineCheck("permissions", CheckState.Fine, $"Only you can open {Where(machine)}.");
            }
        }

        return new MachineCheck("permissions", CheckState.Warning, $"Other users of this computer can open {Where(machine)}.", "They can read the documents and who decided what.", $"chmod go-rwx {Call.Quoted(machine.ExistingPlace())}");
    }

    /// <summary>Bytes for people: MiB, GiB.</summary>
    public static string Size(long bytes) => bytes >= 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.#} GiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB");

    private static string Where(Machine machine) => machine.Case is null ? "the folder of new cases" : "the case";

    private static string Start(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static long LargestBuild(CaseFolder folder) => new DirectoryInfo(folder.Builds).EnumerateDirectories()
        .Select(b => b.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length)).DefaultIfEmpty().Max();
}
