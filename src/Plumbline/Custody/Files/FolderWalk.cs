using Plumbline.Evidence;

namespace Plumbline.Custody.Files;

/// <summary>A file that the walk found.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Folder">Folders between the folder that was given and the file, parted by <c>/</c>.</param>
/// <param name="IsNamed">True when the user named the file itself: a link is then followed.</param>
internal sealed record FoundFile(NativePath Path, string Name, string Folder, bool IsNamed)
{
    /// <summary>For problems.</summary>
    public string Shown => Folder.Length == 0 ? Name : Folder + "/" + Name;
}

/// <summary>
/// The files under what a user named, in the order of their names, depth first; the same on every machine. A link is
/// followed where the user named it, and nowhere else. Folders are listed when they are reached, so memory holds the
/// names of the folders on the way only.
/// </summary>
internal sealed class FolderWalk(string ownFolder, List<Problem> problems)
{
    public IEnumerable<FoundFile> Files(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var full = System.IO.Path.GetFullPath(path);
            var native = NativePath.Of(full);
            var name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(full));
            if ((full + System.IO.Path.DirectorySeparatorChar).StartsWith(ownFolder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                problems.Add(CustodyProblems.OwnFolder(path));
                continue;
            }

            switch (KindOf(native, follow: true))
            {
                case FileKind.Folder:
                    foreach (var file in Under(native))
                    {
                        yield return file;
                    }

                    break;
                case FileKind.File:
                    yield return new FoundFile(native, CanonicalJson.Unicode(name), "", IsNamed: true);
                    break;
                case var kind:
                    problems.Add(Problem(path, kind));
                    break;
            }
        }
    }

    public static Problem Problem(string shown, FileKind kind) => kind switch
    {
        FileKind.Missing => CustodyProblems.NotThere(shown),
        FileKind.Link => CustodyProblems.Link(shown),
        FileKind.Pipe => CustodyProblems.Special(shown, "pipe"),
        FileKind.Socket => CustodyProblems.Special(shown, "socket"),
        FileKind.Folder => CustodyProblems.Special(shown, "folder"),
        _ => CustodyProblems.Special(shown, "device"),
    };

    private IEnumerable<FoundFile> Under(NativePath top)
    {
        var open = new Stack<IEnumerator<(NativePath Path, string Name, FileKind Kind)>>();
        var folders = new Stack<string>();
        open.Push(List(top, "").GetEnumerator());
        folders.Push("");
        while (open.TryPeek(out var entries))
        {
            if (!entries.MoveNext())
            {
                open.Pop();
                folders.Pop();
                continue;
            }

            var (path, name, kind) = entries.Current;
            var file = new FoundFile(path, name, folders.Peek(), IsNamed: false);
            if (kind == FileKind.File)
            {
                yield return file;
            }
            else if (kind != FileKind.Folder)
            {
                problems.Add(Problem(file.Shown, kind));
            }
            else if (path.Text == ownFolder)
            {
                problems.Add(CustodyProblems.OwnFolder(file.Shown));
            }
            else
            {
                open.Push(List(path, file.Shown).GetEnumerator());
                folders.Push(file.Shown);
            }
        }
    }

    private List<(NativePath Path, string Name, FileKind Kind)> List(NativePath folder, string shown)
    {
        try
        {
            return LinuxFiles.IsUsable
                ? LinuxFiles.List(folder).ConvertAll(e => (folder.Child(e.Name), NativePath.NameOf(e.Name), e.Kind))
                : [.. new DirectoryInfo(folder.Text)
                    .EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
                    .OrderBy(e => e.Name, StringComparer.Ordinal)
                    .Select(e => (folder.Child(e.Name), CanonicalJson.Unicode(e.Name), KindOf(e)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(CustodyProblems.FolderUnreadable(shown.Length == 0 ? folder.Text : shown, e.Message));
            return [];
        }
    }

    private static FileKind KindOf(NativePath path, bool follow)
    {
        if (LinuxFiles.IsUsable)
        {
            return LinuxFiles.KindOf(path, follow);
        }

        return Directory.Exists(path.Text) ? FileKind.Folder : File.Exists(path.Text) ? FileKind.File : FileKind.Missing;
    }

    private static FileKind KindOf(FileSystemInfo entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? FileKind.Link
        : entry.Attributes.HasFlag(FileAttributes.Device) ? FileKind.Device
        : entry is DirectoryInfo ? FileKind.Folder
        : FileKind.File;
}
