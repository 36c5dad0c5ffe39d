using System.Security.Cryptography;
using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>Files in a case folder, outside Plumbline's own, that hold the bytes of some documents. Empty files are no copies.</summary>
internal static class CaseCopies
{
    public static IEnumerable<FoundFile> Find(CaseFolder folder, IReadOnlyDictionary<DocumentId, long> documents)
    {
        var sizes = documents.Values.Where(s => s > 0).ToHashSet();
        if (sizes.Count == 0)
        {
            yield break;
        }

        foreach (var file in new FolderWalk(folder.Inner, []).Files([folder.Root]))
        {
            if (IdOf(file, sizes) is { } id && documents.ContainsKey(id))
            {
                yield return file;
            }
        }
    }

    /// <summary>True for a file that was given in the case's own folder for that.</summary>
    public static bool IsInSources(FoundFile file) => file.Folder == "sources" || file.Folder.StartsWith("sources/", StringComparison.Ordinal);

    private static DocumentId? IdOf(FoundFile file, HashSet<long> sizes)
    {
        try
        {
            using var original = OriginalFile.Open(file, out _);
            if (original is null || !sizes.Contains(original.Size))
            {
                return null;
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[Math.Min(1 << 20, original.Size)];
            long at = 0;
            for (int read; (read = original.Read(at, buffer)) > 0; at += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }

            return DocumentId.FromHash(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that can't be read can't be told apart; nothing was taken from it.
            return null;
        }
    }
}
