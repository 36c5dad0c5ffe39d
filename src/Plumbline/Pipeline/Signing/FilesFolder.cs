using System.Text;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Signing;

/// <summary>
/// Drafts and case files set apart for one run, in the case's own temporary folder: as they are at one moment, so that what is checked is
/// what is signed; or as they were signed.
/// </summary>
internal sealed class FilesFolder : IDisposable
{
    private readonly TemporaryFiles temporary;

    private FilesFolder(TemporaryFiles temporary) => this.temporary = temporary;

    /// <summary>The files, laid as in a case.</summary>
    public CaseFolder Folder => CaseFolder.At(temporary.Path);

    public static FilesFolder Take(CaseFolder folder)
    {
        OwnFolder.Make(folder.Inner);
        return new FilesFolder(TemporaryFiles.Take(folder));
    }

    /// <summary>All that was signed; a draft that was erased since is not there.</summary>
    /// <exception cref="UsageException">A file was erased since.</exception>
    public static FilesFolder OfSigned(CaseFolder folder, Signature signature)
    {
        var files = Take(folder);
        try
        {
            var archive = new Archive(folder);
            foreach (var file in signature.Files)
            {
                files.Put(file.File, archive.Contains(file.Blob) ? archive.Read(file.Blob) : throw SigningProblems.FileErased(file.File));
            }

            foreach (var draft in signature.Drafts.Where(d => archive.Contains(d.Blob)))
            {
                files.Put(draft.File, archive.Read(draft.Blob));
            }

            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Where a file of this name lies.</summary>
    public string PathOf(string file) => Path.Combine(temporary.Path, file.Replace('/', Path.DirectorySeparatorChar));

    public void Put(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
    }

    /// <summary>
    /// Copies what people write now, but no drafts, and gives their names. Of <c>sources.yaml</c> only which documents belong to whom: tables need no more of
    /// it, what may be shown goes by the terms of the day, and nobody's name is to lie in the archive.
    /// </summary>
    public IReadOnlyList<string> PutCaseFiles(CaseFolder folder)
    {
        var files = CaseFileUnion.Files(folder, []).Select(f => f.File)
            .Where(f => !f.StartsWith("drafts/", StringComparison.Ordinal) && !f.Split('/').Any(p => p.StartsWith('.')) && f is not (SourceList.FileName or PeopleList.FileName)).ToList();
        files.ForEach(f => Put(f, File.ReadAllBytes(Path.Combine(folder.Root, f.Replace('/', Path.DirectorySeparatorChar)))));
        if (SourceList.Read(folder).DocumentsYaml is { Length: > 0 } documents)
        {
            Put(SourceList.FileName, Encoding.UTF8.GetBytes(documents));
            files.Add(SourceList.FileName);
        }

        return [.. files.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => temporary.Dispose();
}
