using System.IO.Hashing;
using System.Text.Json;
using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline;

/// <summary>The files of a build: which belong to it, and whether they are as they were written.</summary>
internal static class BuildFiles
{
    /// <summary>What the engine says when it was given wrong statements, not a wrong disk.</summary>
    private static readonly string[] OurFaults = ["Parser Error", "Binder Error", "Catalog Error", "Constraint Error", "Conversion Error"];

    /// <summary>
    /// Removes what doesn't belong to a build that is about to be finished: codings of rules that are no more, parts that a run
    /// cut off had planned, files left half-written. Gives those that stay, as they are; of files taken from the build before
    /// the hash is taken too, so that damage there is not taken for right.
    /// </summary>
    public static SortedDictionary<string, BuildFile> Seal(BuildFolder build, IReadOnlyList<PartFiles> parts, IReadOnlyList<Codebook> codebooks, BuildManifest? before)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal) { Path.GetFileName(build.Tables), Path.GetFileName(build.Problems), DocumentList.Name };
        foreach (var part in parts)
        {
            wanted.UnionWith([part.Index, part.Text, part.Rows, part.Tokens, part.Problems]);
            foreach (var codebook in codebooks)
            {
                wanted.Add(part.Members(codebook.Kind.Table, codebook.ShapeHash));
                wanted.Add(part.Sections(codebook.Kind.Table, codebook.ShapeHash));
                wanted.UnionWith(codebook.Kind.Variables.Select(v => CodingStage.NameOf(part, codebook, v.Name)));
            }
        }

        var files = new SortedDictionary<string, BuildFile>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(build.Path))
        {
            var name = Path.GetFileName(path);
            if (!wanted.Contains(name))
            {
                File.Delete(path);
            }
            else
            {
                files.Add(name, IsOfPart(name) && before?.Files.GetValueOrDefault(name) is { } known ? known : Of(path));
            }
        }

        return files;
    }

    /// <summary>The build in use, or null when there is none or it lost something: such a one is of no use, all is made anew.</summary>
    public static (BuildFolder Build, BuildManifest Manifest)? Whole(CaseFolder folder) =>
        BuildFolder.Current(folder) is { } build && BuildManifest.Read(build) is { } manifest && AreThere(build, manifest) ? (build, manifest) : null;

    /// <summary>True when every file is there and as long as it was: costs no reading.</summary>
    public static bool AreThere(BuildFolder build, BuildManifest manifest) => manifest.Files.All(f => IsThere(build, f.Key, f.Value));

    /// <summary>Names of the files that are not as they were written. Reads them all.</summary>
    public static IEnumerable<string> Broken(BuildFolder build, BuildManifest manifest) =>
        manifest.Files.Where(f => !IsThere(build, f.Key, f.Value) || Of(build.File(f.Key)) != f.Value).Select(f => f.Key);

    /// <summary>Reads from a build. A fault that nobody expected is the build's where its files are not as they were written.</summary>
    /// <exception cref="StoreFailedException">A file of the build is damaged.</exception>
    public static T Read<T>(BuildFolder build, BuildManifest manifest, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (UsageException or StoreFailedException { IsTransient: true } or OperationCanceledException) && Broken(build, manifest).Any())
        {
            throw PipelineProblems.DamagedBuild(e);
        }
    }

    /// <summary>Writes a build: what the engine of the tables says of a full disk is told as what it is.</summary>
    /// <exception cref="StoreFailedException">The build can't be written, or a file that was to be taken up is damaged.</exception>
    public static T Write<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or JsonException)
        {
            throw PipelineProblems.DamagedBuild(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || IsTooLong(e) || (e is DuckDBException && !OurFaults.Any(f => e.Message.Contains(f, StringComparison.Ordinal))))
        {
            throw PipelineProblems.CannotWrite(e);
        }
    }

    /// <summary>The runtime says of a file that grew beyond a limit (of a user, of FAT) that an argument is out of range.</summary>
    private static bool IsTooLong(Exception e) => e is ArgumentOutOfRangeException && e.StackTrace?.Contains("RandomAccess.Write", StringComparison.Ordinal) == true;

    private static bool IsOfPart(string name) => name[0] == 'p' && !name.StartsWith("problems.", StringComparison.Ordinal);

    private static bool IsThere(BuildFolder build, string name, BuildFile file) =>
        name == Path.GetFileName(name) && new FileInfo(build.File(name)) is { Exists: true } info && info.Length == file.Length;

    private static BuildFile Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0);
        var hash = new XxHash128();
        hash.Append(file);
        return new BuildFile(file.Length, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }
}
