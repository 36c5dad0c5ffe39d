using System.Globalization;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>
/// One build: a folder that is never written again once it is finished. A build under way has the ending
/// <c>.partial</c>; finishing it renames the folder and then the file <c>current</c> that names the build in use, so a
/// kill leaves the build before in use, and the parts that were done are taken up by the next run.
/// </summary>
public sealed class BuildFolder
{
    private const string PartialEnding = ".partial";

    private BuildFolder(string path) => Path = path;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Name of the build: <c>b</c> and a number that grows.</summary>
    public string Id => System.IO.Path.GetFileName(Path).Replace(PartialEnding, "", StringComparison.Ordinal);

    /// <summary>What the build was made of and what it holds (JSON).</summary>
    public string Manifest => System.IO.Path.Combine(Path, "manifest.json");

    /// <summary>All problems of all documents, a JSON object a line.</summary>
    public string Problems => System.IO.Path.Combine(Path, "problems.jsonl");

    /// <summary>The tables (DuckDB).</summary>
    public string Tables => System.IO.Path.Combine(Path, "tables.duckdb");

    /// <summary>What checks read of claims over the tables: no part of the build, but gone with it.</summary>
    public string Kept => System.IO.Path.Combine(Path, "claims.kept");

    /// <summary>A file of a part: text, tokens or codings of some documents.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The build in use, or null when there is none yet.</summary>
    public static BuildFolder? Current(CaseFolder folder)
    {
        var pointer = Pointer(folder);
        if (!System.IO.File.Exists(pointer))
        {
            return null;
        }

        var id = System.IO.File.ReadAllText(pointer).Trim();
        return Named(folder, id);
    }

    /// <summary>True when a build is named as the one in use, but is not there.</summary>
    internal static bool IsLost(CaseFolder folder) => System.IO.File.Exists(Pointer(folder)) && Current(folder) is null;

    /// <summary>A finished build by its name; null when it is not there.</summary>
    internal static BuildFolder? Named(CaseFolder folder, string id)
    {
        var path = System.IO.Path.Combine(folder.Builds, id);
        return IsId(id) && System.IO.File.Exists(System.IO.Path.Combine(path, "manifest.json")) ? new BuildFolder(path) : null;
    }

    /// <summary>The build in use.</summary>
    /// <exception cref="UsageException">There is none yet.</exception>
    public static BuildFolder RequireCurrent(CaseFolder folder) =>
        Current(folder) ?? throw PipelineProblems.NothingBuilt(folder.Root);

    /// <summary>
    /// Starts a build, or takes up the one that was cut off: what it finished is still there. Call it under
    /// <see cref="BuildLock"/> only.
    /// </summary>
    public static BuildFolder Begin(CaseFolder folder, bool clean)
    {
        Directory.CreateDirectory(folder.Builds);
        ApartBuilds.RemoveAll(folder);
        var partials = Directory.GetDirectories(folder.Builds, "*" + PartialEnding).Order(StringComparer.Ordinal).ToList();
        var goesOn = clean || partials.Count == 0 || !IsPlain(partials[^1]) ? null : partials[^1];
        foreach (var left in partials.Where(p => p != goesOn))
        {
            Directory.Delete(left, recursive: true);
        }

        if (goesOn is not null)
        {
            return new BuildFolder(goesOn);
        }

        var path = System.IO.Path.Combine(folder.Builds, NextId(folder) + PartialEnding);
        Directory.CreateDirectory(path);
        return new BuildFolder(path);
    }

    /// <summary>An empty folder for a build that will never be the one in use.</summary>
    internal static BuildFolder Apart(string path)
    {
        Directory.CreateDirectory(path);
        return new BuildFolder(path);
    }

    /// <summary>Makes the build the one in use and removes those before it, except the ones to keep.</summary>
    public BuildFolder Finish(CaseFolder folder, IReadOnlySet<string> keep)
    {
        var done = Path[..^PartialEnding.Length];
        Directory.Move(Path, done);
        var pointer = Pointer(folder);
        System.IO.File.Delete(pointer + ".new");
        System.IO.File.WriteAllText(pointer + ".new", Id + "\n");
        System.IO.File.Move(pointer + ".new", pointer, overwrite: true);
        foreach (var old in Directory.GetDirectories(folder.Builds))
        {
            var id = System.IO.Path.GetFileName(old);
            if (IsId(id) && id != Id && !keep.Contains(id))
            {
                DeleteUnused(old);
            }
        }

        return new BuildFolder(done);
    }

    /// <summary>Puts a finished file of an earlier build into this one: a hard link where the file system has them, else a copy.</summary>
    public void Take(string name, BuildFolder from)
    {
        var target = File(name);
        if (System.IO.File.Exists(target))
        {
            return;
        }

        if (!HardLink.TryCreate(from.File(name), target))
        {
            System.IO.File.Copy(from.File(name), target + ".new");
            System.IO.File.Move(target + ".new", target);
        }
    }

    /// <summary>
    /// True for a folder of files and nothing else. A case of somebody else may hold a build that looks cut off, whose links
    /// lead to files of this computer: writing would go through them.
    /// </summary>
    private static bool IsPlain(string path) => !IsLink(new DirectoryInfo(path))
        && new DirectoryInfo(path).EnumerateFileSystemInfos().All(f => f is FileInfo && !IsLink(f));

    private static bool IsLink(FileSystemInfo info) => info.LinkTarget is not null || info.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Removes a build, or leaves it to the next one where somebody still reads it.</summary>
    internal static void DeleteUnused(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // Somebody reads it (Windows keeps open files): the next build removes it.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }

    private static string NextId(CaseFolder folder)
    {
        var last = Directory.GetDirectories(folder.Builds)
            .Select(System.IO.Path.GetFileName)
            .Where(n => IsId(n))
            .Select(n => int.Parse(n.AsSpan(1), CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();
        return "b" + (last + 1).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool IsId(string? name) =>
        name is { Length: > 1 and < 10 } && name[0] == 'b' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Pointer(CaseFolder folder) => System.IO.Path.Combine(folder.Builds, "current");
}
