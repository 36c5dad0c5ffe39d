using Plumbline.Cases;

namespace Plumbline.Custody;

/// <summary>
/// A folder of this run's own for files that have no name yet, held by a lock that goes with the process, also when it
/// is killed. Making one removes those of processes that are gone, and leaves those of running ones.
/// </summary>
internal sealed class TemporaryFiles : IDisposable
{
    private const string Prefix = "ingest-";
    private readonly FileStream held;
    private int files;

    private TemporaryFiles(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    public static TemporaryFiles Take(CaseFolder folder)
    {
        OwnFolder.Make(folder.Temporary);
        RemoveLeft(folder.Temporary);
        while (true)
        {
            var path = System.IO.Path.Combine(folder.Temporary, Prefix + Guid.NewGuid().ToString("N"));
            if (Hold(path + ".lock", FileMode.CreateNew) is { } held && File.Exists(path + ".lock"))
            {
                OwnFolder.Make(path);
                return new TemporaryFiles(path, held);
            }
        }
    }

    /// <summary>A path that no file has.</summary>
    public string Next() => System.IO.Path.Combine(Path, FormattableString.Invariant($"{files++}"));

    public void Dispose() => Remove(Path, held);

    /// <summary>Removes what processes that are gone have left.</summary>
    public static void RemoveLeft(string temporary)
    {
        foreach (var path in Directory.EnumerateFiles(temporary, Prefix + "*.lock").ToList())
        {
            if (Hold(path, FileMode.Open) is { } held)
            {
                Remove(path[..^".lock".Length], held);
            }
        }
    }

    /// <summary>The same, and all else that lies there and that no running process holds. Call it with the archive locked.</summary>
    public static void RemoveAll(string temporary)
    {
        RemoveLeft(temporary);
        foreach (var left in new DirectoryInfo(temporary).EnumerateFileSystemInfos().Where(f => !f.Name.StartsWith(Prefix, StringComparison.Ordinal)).ToList())
        {
            if (left is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }
        }
    }

    private static void Remove(string path, FileStream held)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        // Unix removes the lock while it is held, so that nobody takes it in between; Windows can't.
        if (OperatingSystem.IsWindows())
        {
            held.Dispose();
        }

        File.Delete(held.Name);
        held.Dispose();
    }

    private static FileStream? Hold(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Another process holds it, or has just removed it.
            return null;
        }
    }
}
