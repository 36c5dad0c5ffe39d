using System.Security.Cryptography;
using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>Hashes every file of the archive and compares with its name, then with what the journal names.</summary>
internal sealed class BlobCheck(
    CaseFolder folder, IReadOnlySet<DocumentId> documents, IReadOnlySet<DocumentId> erased, int workers, IProgress<StageProgress>? progress)
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<DocumentId> found = [];
    private long bytes, done;

    public long Blobs => done;

    public long Bytes => bytes;

    public long WithoutEntry { get; private set; }

    /// <summary>What is broken or strange, by name.</summary>
    public IReadOnlyList<Problem> Run(CancellationToken cancellation)
    {
        var threads = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = workers > 0 ? workers : Environment.ProcessorCount,
        };
        foreach (var part in Parts())
        {
            Parallel.ForEach(BlobsIn(part), threads, Check);
            progress?.Report(new StageProgress("verify", "files", done, Math.Max(done, documents.Count), problems.Count));
        }

        foreach (var id in documents.Where(d => !found.Contains(d)))
        {
            problems.Add(CustodyProblems.Blob("CUS020", id, "is not in the archive"));
        }

        foreach (var id in found.Where(d => !documents.Contains(d)))
        {
            WithoutEntry += erased.Contains(id) ? 0 : 1;
            problems.Add(erased.Contains(id) ? CustodyProblems.Unfinished($"document {id.Short} is still in the archive", id) : CustodyProblems.BlobWithoutEntry(id));
        }

        return [.. problems.OrderBy(p => p.Place.Document?.Hex, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Place.File, StringComparer.Ordinal)];
    }

    private IEnumerable<string> Parts()
    {
        if (!Directory.Exists(folder.Archive))
        {
            yield break;
        }

        foreach (var entry in new DirectoryInfo(folder.Archive).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo && entry.LinkTarget is null && HeadsText.IsHex(entry.Name, 2))
            {
                yield return entry.FullName;
            }
            else
            {
                problems.Add(CustodyProblems.Stranger(entry.Name));
            }
        }
    }

    private List<(string Path, DocumentId Id)> BlobsIn(string part)
    {
        var blobs = new List<(string Path, DocumentId Id)>();
        foreach (var path in Directory.EnumerateFileSystemEntries(part))
        {
            var name = Path.GetFileName(part) + Path.GetFileName(path);
            if (HeadsText.IsHex(name, 64) && DocumentId.TryParse(name, out var id))
            {
                blobs.Add((path, id));
                found.Add(id);
            }
            else
            {
                problems.Add(CustodyProblems.Stranger(Path.GetFileName(part) + "/" + Path.GetFileName(path)));
            }
        }

        return blobs;
    }

    private void Check((string Path, DocumentId Id) blob)
    {
        Problem? problem = null;
        long size = 0;
        try
        {
            problem = IsRight(blob.Path, blob.Id, ref size) ? null : CustodyProblems.Blob("CUS021", blob.Id, "in the archive is not what came in");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = CustodyProblems.Blob("CUS021", blob.Id, "in the archive can't be read");
        }

        Interlocked.Add(ref bytes, size);
        Interlocked.Increment(ref done);
        if (problem is not null)
        {
            lock (problems)
            {
                problems.Add(problem);
            }
        }
    }

    private static bool IsRight(string path, DocumentId id, ref long size)
    {
        using var file = OriginalFile.Open(new FoundFile(NativePath.Of(path), "", "", IsNamed: false), out _);
        if (file is null)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent((int)Math.Min(1 << 20, file.Size + 1));
        try
        {
            for (int read; (read = file.Read(size, buffer)) > 0; size += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }

        return DocumentId.FromHash(hash.GetHashAndReset()) == id;
    }
}
