using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Changes;

/// <summary>A copy of the files that people write, with another codebook in the place of the case's; gone when disposed.</summary>
internal sealed class CaseFilesWith : IDisposable
{
    private readonly TemporaryFiles temporary;

    private CaseFilesWith(TemporaryFiles temporary, CaseFolder files, Codebook codebook) => (this.temporary, Files, Codebook) = (temporary, files, codebook);

    /// <summary>The copy.</summary>
    public CaseFolder Files { get; }

    /// <summary>The codebook that was put in.</summary>
    public Codebook Codebook { get; }

    /// <exception cref="UsageException">The codebook has faults, or there is no such file.</exception>
    public static CaseFilesWith Of(CaseFolder folder, string path)
    {
        var problems = new List<Problem>();
        var codebook = Codebook.Read(path, Path.GetFileName(path), problems, folder.Root);
        if (codebook is null)
        {
            throw PipelineProblems.FaultyCodebooks(problems);
        }

        var temporary = TemporaryFiles.Take(folder);
        var files = CaseFolder.At(temporary.Next());
        CopyFiles(folder.Root, files.Root);
        CopyFiles(folder.Drafts, files.Drafts);
        CopyFiles(folder.Codebooks, files.Codebooks);
        CopyFiles(Path.Combine(folder.Root, "lists"), Path.Combine(files.Root, "lists"));
        var place = CaseCodebooks.FilesOf(files).FirstOrDefault(f => Codebook.Read(f, f, [])?.Kind.Table == codebook.Kind.Table);
        foreach (var list in codebook.Lists)
        {
            File.Copy(Path.Combine(Codebook.FolderOfLists(path, folder.Root), list), Path.Combine(files.Root, list), overwrite: true);
        }

        File.Copy(path, place ?? Path.Combine(files.Codebooks, Path.GetFileNameWithoutExtension(path) + ".yaml"), overwrite: true);
        return new CaseFilesWith(temporary, files, codebook);
    }

    public void Dispose() => temporary.Dispose();

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.Exists(from) ? Directory.GetFiles(from) : [])
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
