namespace Plumbline.Custody;

/// <summary>Folders of Plumbline's own: nobody but their owner looks in.</summary>
internal static class OwnFolder
{
    /// <summary>Makes the folder and, where they are missing, those above it; their names are flushed, unless the caller does. True when it was made.</summary>
    public static bool Make(string path, bool flush = true)
    {
        if (Directory.Exists(path))
        {
            return false;
        }

        var above = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(above))
        {
            Make(above);
        }

        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (flush)
        {
            Durable.FlushFolder(above);
        }

        return true;
    }
}
