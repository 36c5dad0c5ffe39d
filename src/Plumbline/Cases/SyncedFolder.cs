using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>
/// Finds out whether a folder is kept in step with other computers by a sync service: by names in its path, by the files
/// that services leave in their folder, and by folders that the system names. A guess: a service with a folder of another
/// name that leaves no mark is not found.
/// </summary>
public static class SyncedFolder
{
    /// <summary>Starts of folder names, in lower case without dots, spaces, underscores and hyphens.</summary>
    private static readonly (string Start, string Service)[] Names =
    [
        ("onedrive", "OneDrive"),
        ("dropbox", "Dropbox"),
        ("yandexdisk", "Yandex.Disk"),
        ("яндексдиск", "Яндекс.Диск"),
        ("iclouddrive", "iCloud"),
        ("com~apple~clouddocs", "iCloud"),
        ("googledrive", "Google Drive"),
        ("googleдиск", "Google Drive"),
        ("nextcloud", "Nextcloud"),
        ("owncloud", "ownCloud"),
        ("облакоmailru", "Облако Mail.ru"),
        ("mailrucloud", "Облако Mail.ru"),
        ("megasync", "MEGA"),
        ("pclouddrive", "pCloud"),
        ("synologydrive", "Synology Drive"),
    ];

    /// <summary>Files and folders that services leave at the top of what they sync; a star stands for anything.</summary>
    private static readonly (string Pattern, string Service)[] Marks =
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".sync", "Yandex.Disk"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.drivedownload", "Google Drive"),
        (".tmp.driveupload", "Google Drive"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".sync_*.db", "Nextcloud"),
        ("._sync_*.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".megaignore", "MEGA"),
    ];

    /// <summary>
    /// Name of the service that syncs this folder, or null. Looks at the path as given and at where its links lead; the
    /// folder need not exist yet.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="known">Folders that the system says are synced (environment variables such as OneDrive), with the service.</param>
    public static string? ServiceOf(string path, IReadOnlyList<(string Folder, string Service)>? known = null)
    {
        var full = Path.GetFullPath(path);
        return Look(full, known ?? []) ?? (Real(full) is var real && real != full ? Look(real, known ?? []) : null);
    }

    private static string? Look(string path, IReadOnlyList<(string Folder, string Service)> known)
    {
        foreach (var (folder, service) in known)
        {
            if (folder.Length > 1 && IsInside(path, Path.GetFullPath(folder)))
            {
                return service;
            }
        }

        for (var at = new DirectoryInfo(path); at?.Parent is not null; at = at.Parent)
        {
            var name = Plain(at.Name);
            if (Array.Find(Names, n => name.StartsWith(n.Start, StringComparison.Ordinal)).Service is { } byName)
            {
                return byName;
            }

            if (Plain(at.Parent.Name) == "cloudstorage")
            {
                return at.Name.Split('-')[0];
            }

            if (Array.Find(Marks, m => HasMark(at.FullName, m.Pattern)).Service is { } byMark)
            {
                return byMark;
            }
        }

        return null;
    }

    private static bool HasMark(string folder, string pattern)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
        {
            return Path.Exists(Path.Combine(folder, pattern));
        }

        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder, pattern).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The path with links of its existing part followed.</summary>
    private static string Real(string path)
    {
        var parts = new Stack<string>();
        for (var at = new DirectoryInfo(path); at is not null; at = at.Parent)
        {
            try
            {
                if (at.Exists && at.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                {
                    return Real(Path.Combine([target.FullName, .. parts]));
                }
            }
            catch (IOException)
            {
                return path;
            }

            parts.Push(at.Name);
        }

        return path;
    }

    private static bool IsInside(string path, string folder)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(trimmed, StringComparison.OrdinalIgnoreCase)
            && (path.Length == trimmed.Length || path[trimmed.Length] == Path.DirectorySeparatorChar);
    }

    private static string Plain(string name) =>
        string.Concat(name.ToLowerInvariant().Where(c => c is not ('.' or ' ' or '_' or '-')));
}
