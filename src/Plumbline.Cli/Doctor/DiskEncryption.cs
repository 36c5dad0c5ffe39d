namespace Plumbline.Cli.Doctor;

/// <summary>
/// Whether the system encrypts the disk that a folder lies on, as Linux tells it without special rights: the file system itself, or a device below it
/// that is one of dm-crypt (LUKS, VeraCrypt). A disk that encrypts itself is not seen.
/// </summary>
internal static class DiskEncryption
{
    private static readonly string[] EncryptedSystems = ["ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs", "fuse.securefs"];

    /// <summary>Null when it can't be told.</summary>
    /// <param name="folder">A folder that exists, links followed.</param>
    /// <param name="root">Where <c>proc</c> and <c>sys</c> are.</param>
    public static bool? Of(string folder, string root)
    {
        try
        {
            var mount = File.ReadLines(Path.Combine(root, "proc", "self", "mountinfo")).Select(Parse).Where(m => m is not null && Contains(m.Point, folder)).OrderBy(m => m!.Point.Length).LastOrDefault();
            if (mount is null)
            {
                return null;
            }

            if (EncryptedSystems.Contains(mount.System))
            {
                return true;
            }

            // Some file systems (btrfs) have a device number of their own; their source is then the name of a device.
            var device = Path.Combine(root, "sys", "dev", "block", mount.Device);
            device = Directory.Exists(device) ? device : Path.Combine(root, "sys", "class", "block", Path.GetFileName(mount.Source));
            return Directory.Exists(device) && mount.Source.StartsWith("/dev/", StringComparison.Ordinal) ? IsCrypt(device, 0) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsCrypt(string device, int depth)
    {
        var id = Path.Combine(device, "dm", "uuid");
        if (File.Exists(id) && File.ReadAllText(id).StartsWith("CRYPT-", StringComparison.Ordinal))
        {
            return true;
        }

        var below = Path.Combine(device, "slaves");
        return depth < 8 && Directory.Exists(below) && Directory.GetDirectories(below) is { Length: > 0 } slaves && slaves.All(s => IsCrypt(s, depth + 1));
    }

    private static bool Contains(string point, string folder) =>
        point == "/" || folder == point || folder.StartsWith(point + "/", StringComparison.Ordinal);

    /// <summary>A line of <c>mountinfo</c>: id, parent, device, root, point, options, any number of fields, a hyphen, file system, source.</summary>
    private static Mount? Parse(string line)
    {
        var fields = line.Split(' ');
        var hyphen = Array.IndexOf(fields, "-");
        return hyphen < 6 || fields.Length < hyphen + 3 ? null : new Mount(Plain(fields[4]), fields[2], fields[hyphen + 1], Plain(fields[hyphen + 2]));
    }

    private static string Plain(string field) => field.Replace(@"\040", " ", StringComparison.Ordinal).Replace(@"\011", "\t", StringComparison.Ordinal).Replace(@"\134", @"\", StringComparison.Ordinal);

    private sealed record Mount(string Point, string Device, string System, string Source);
}
