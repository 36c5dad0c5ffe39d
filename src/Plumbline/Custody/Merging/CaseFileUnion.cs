using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.Merging;

/// <summary>A file that people wrote differently on the two machines.</summary>
/// <param name="File">Relative path with slashes.</param>
/// <param name="Theirs">Where theirs was written, relative; its ending is <c>.theirs</c>, so nothing takes it for a codebook or draft.</param>
/// <param name="Diff">A unified diff, its first lines; empty for what is no text.</param>
public sealed record CaseFileConflict(string File, string Theirs, IReadOnlyList<string> Diff);

/// <summary>What became of the other case's files.</summary>
public sealed record CaseFilesReport(IReadOnlyList<string> Copied, IReadOnlyList<CaseFileConflict> Conflicts, IReadOnlyList<Problem> Problems);

/// <summary>
/// Brings over what people wrote: the YAML files of the case, <c>codebooks/</c>, <c>mappings/</c>, <c>lists/</c>, <c>drafts/</c>. Equal is
/// left, what is only there is copied, what differs is put beside and shown. Nothing that stands here is ever overwritten.
/// </summary>
public static class CaseFileUnion
{
    private const string Ending = ".theirs";
    private const int DiffLines = 40;
    private const long LargestDiff = 1 << 20;
    private static readonly string[] Folders = ["codebooks", "drafts", "lists", "mappings"];

    /// <summary>Brings files over; run again it finds nothing more to do but the conflicts that still stand.</summary>
    /// <exception cref="StoreFailedException">A file can't be written.</exception>
    public static CaseFilesReport Run(CaseFolder folder, CaseFolder other) => Run(folder, other, _ => true);

    /// <summary>The same for some files, by relative path with slashes.</summary>
    internal static CaseFilesReport Run(CaseFolder folder, CaseFolder other, Func<string, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(other);
        var (copied, conflicts, problems) = (new List<string>(), new List<CaseFileConflict>(), new List<Problem>());
        foreach (var (file, found) in Files(other, problems).Where(f => isWanted(f.File)))
        {
            try
            {
                if (Bytes(found) is not { } theirs)
                {
                    problems.Add(CustodyProblems.NotTaken(file, "it can't be read, or changed meanwhile"));
                    continue;
                }

                var path = Path.Combine(folder.Root, file.Replace('/', Path.DirectorySeparatorChar));
                if (!Path.Exists(path))
                {
                    Write(path, theirs);
                    copied.Add(file);
                }
                else if (!Equal(path, theirs))
                {
                    conflicts.Add(Conflict(file, path, theirs));
                    problems.Add(CustodyProblems.Conflict(file, conflicts[^1].Theirs));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw CustodyProblems.CannotWrite("case", e);
            }
        }

        return new CaseFilesReport(copied, conflicts, problems);
    }

    /// <summary>The files that people write, by relative path with slashes.</summary>
    internal static IEnumerable<(string File, FoundFile Found)> Files(CaseFolder other, List<Problem> problems)
    {
        var root = Directory.Exists(other.Root)
            ? Directory.EnumerateFiles(other.Root).Where(f => Path.GetExtension(f) is ".yaml" or ".yml" || Path.GetFileName(f) == ".gitignore").Order(StringComparer.Ordinal).ToList()
            : [];
        foreach (var path in root)
        {
            yield return (Path.GetFileName(path), new FoundFile(NativePath.Of(path), Path.GetFileName(path), "", IsNamed: false));
        }

        foreach (var name in Folders)
        {
            var path = Path.Combine(other.Root, name);
            if (!Directory.Exists(path) || new DirectoryInfo(path).LinkTarget is not null)
            {
                continue;
            }

            foreach (var found in new FolderWalk(other.Inner, problems).Files([path]))
            {
                if (found.Shown.Contains('\\', StringComparison.Ordinal) || found.Shown.Any(char.IsControl))
                {
                    problems.Add(CustodyProblems.NotTaken($"{name}/{found.Shown}", "its name can't be kept on every system"));
                }
                else if (!Path.GetExtension(found.Name).StartsWith(Ending, StringComparison.Ordinal))
                {
                    yield return ($"{name}/{found.Shown}", found);
                }
            }
        }
    }

    private static byte[]? Bytes(FoundFile found)
    {
        try
        {
            using var file = OriginalFile.Open(found, out _);
            if (file is null || file.Size > Array.MaxLength)
            {
                return null;
            }

            var bytes = new byte[file.Size];
            return file.Read(0, bytes) == bytes.Length && !file.HasChanged(bytes.Length) ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Equal(string path, byte[] theirs) =>
        File.Exists(path) && new FileInfo(path).Length == theirs.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(theirs);

    private static CaseFileConflict Conflict(string file, string path, byte[] theirs)
    {
        var beside = path + Ending;
        for (var i = 2; Path.Exists(beside) && !Equal(beside, theirs); i++)
        {
            beside = FormattableString.Invariant($"{path}{Ending}{i}");
        }

        if (!Path.Exists(beside))
        {
            Write(beside, theirs);
        }

        var ours = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return new CaseFileConflict(file, file + beside[path.Length..], Text(ours) is { } a && Text(theirs) is { } b ? LineDiff.Unified(a, b, DiffLines) : []);
    }

    private static string? Text(byte[] bytes)
    {
        if (bytes.Length > LargestDiff || bytes.AsSpan().Contains((byte)0))
        {
            return null;
        }

        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var next = path + ".new";
        File.WriteAllBytes(next, bytes);
        Durable.FlushFile(next);
        File.Move(next, path);
        Durable.FlushFolder(Path.GetDirectoryName(path)!);
    }
}
