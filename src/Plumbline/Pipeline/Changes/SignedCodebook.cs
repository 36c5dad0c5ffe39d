using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Signing;

namespace Plumbline.Pipeline.Changes;

/// <summary>A codebook as it was signed, set apart for one run, and the one that took its place since.</summary>
internal sealed class SignedCodebook : IDisposable
{
    private readonly FilesFolder files;

    private SignedCodebook(FilesFolder files, string before, string after) => (this.files, Before, After) = (files, before, after);

    /// <summary>Where the signed one lies.</summary>
    public string Before { get; }

    /// <summary>Where that of now lies.</summary>
    public string After { get; }

    /// <summary>The one that changed since; where none did, the first.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="signature">What was signed.</param>
    /// <param name="after">A codebook that is compared with the signed one of its unit; null for the case's own.</param>
    /// <exception cref="UsageException">Several changed, the signed one was erased, or there is none to compare with.</exception>
    public static SignedCodebook Of(CaseFolder folder, Signature signature, string? after)
    {
        var files = FilesFolder.Take(folder);
        try
        {
            var signed = Signed(folder, signature, files);
            var present = after is null ? CaseCodebooks.FilesOf(folder) : [after];
            var pairs = signed.Select(s => (Before: s, After: present.FirstOrDefault(p => KindOf(p) == KindOf(s)))).Where(p => p.After is not null).ToList();
            var changed = pairs.FindAll(p => !AreEqual(p.Before, p.After!) || ListsOf(p.Before).Any(l => !AreEqual(
                Path.Combine(Codebook.FolderOfLists(p.Before, null), l), Path.Combine(Codebook.FolderOfLists(p.After!, folder.Root), l))));
            if (changed.Count > 1)
            {
                throw PipelineProblems.SeveralCodebooksChanged(signature.Shown, changed.Select(c => Path.GetFileName(c.After!)));
            }

            var pair = changed.Concat(pairs).FirstOrDefault();
            return pair.After is null ? throw PipelineProblems.NoSignedCodebook(signature.Shown) : new SignedCodebook(files, pair.Before, pair.After);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public void Dispose() => files.Dispose();

    private static List<string> Signed(CaseFolder folder, Signature signature, FilesFolder files)
    {
        var archive = new Archive(folder);
        var signed = new List<string>();
        foreach (var list in signature.Files.Where(f => f.File.StartsWith("lists/", StringComparison.Ordinal) && archive.Contains(f.Blob)))
        {
            files.Put(list.File, archive.Read(list.Blob));
        }

        foreach (var file in signature.Files.Where(f => f.File.StartsWith("codebooks/", StringComparison.Ordinal) && Path.GetExtension(f.File) is ".yaml" or ".yml"))
        {
            files.Put(file.File, archive.Contains(file.Blob) ? archive.Read(file.Blob) : throw SigningProblems.FileErased(file.File));
            signed.Add(files.PathOf(file.File));
        }

        return signed;
    }

    private static bool AreEqual(string one, string other) => File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static IReadOnlyList<string> ListsOf(string path) => Codebook.Read(path, path, [])?.Lists ?? [];

    // A file with faults goes by its name: its faults are told when it is compared.
    private static string KindOf(string path) => Codebook.Read(path, path, [])?.Kind.Table ?? Path.GetFileName(path);
}
