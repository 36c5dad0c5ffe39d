using Plumbline.Cases;

namespace Plumbline.Pipeline;

/// <summary>Removes everything that was built, finished and begun: the next build makes it anew. Call it under <see cref="BuildLock"/>.</summary>
internal static class BuiltRemoval
{
    private const string LockFile = "lock";

    /// <exception cref="IOException">Somebody holds a file of a build.</exception>
    public static void Run(CaseFolder folder)
    {
        if (!Directory.Exists(folder.Builds))
        {
            return;
        }

        // The file that names the build in use goes first: half a build is never taken for one.
        File.Delete(Path.Combine(folder.Builds, "current"));
        foreach (var entry in new DirectoryInfo(folder.Builds).EnumerateFileSystemInfos().ToList())
        {
            if (entry is DirectoryInfo inner && inner.LinkTarget is null)
            {
                inner.Delete(recursive: true);
            }
            else if (entry.Name != LockFile)
            {
                entry.Delete();
            }
        }
    }
}
