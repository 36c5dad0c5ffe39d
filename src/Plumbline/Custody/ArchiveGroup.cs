using System.Security.Cryptography;
using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// Files on their way into the archive. <see cref="Flush"/> makes them durable all at once: bytes flushed, names given,
/// names flushed. Only after it may an entry name them. One group after another, one thread.
/// </summary>
internal sealed class ArchiveGroup : IDisposable
{
    private const int Step = 1 << 20;
    private readonly CaseFolder folder;
    private readonly Archive archive;
    private readonly TemporaryFiles temporary;
    private readonly byte[] buffer = new byte[Step];
    private readonly Dictionary<DocumentId, string> unnamed = [];
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public ArchiveGroup(CaseFolder folder)
    {
        this.folder = folder;
        archive = new Archive(folder);
        temporary = InArchive(() =>
        {
            OwnFolder.Make(folder.Archive);
            Durable.FlushFolder(folder.Archive);
            return TemporaryFiles.Take(folder);
        });
    }

    /// <summary>Documents of which nothing is kept.</summary>
    public IReadOnlySet<DocumentId> Refused { get; init; } = new HashSet<DocumentId>();

    /// <summary>
    /// Copies a file, hashing on the way; no more than a megabyte of it is in memory. Null when it changed meanwhile: then
    /// nothing of it is kept.
    /// </summary>
    /// <param name="file">The original.</param>
    /// <param name="isNew">True when its bytes were not in the archive, nor in this group.</param>
    /// <param name="cancellation">Breaks off between megabytes.</param>
    /// <exception cref="StoreFailedException">The archive can't be written.</exception>
    /// <exception cref="IOException">The original can't be read.</exception>
    public DocumentId? Add(OriginalFile file, out bool isNew, CancellationToken cancellation)
    {
        isNew = false;
        var read = file.Read(0, buffer);
        if (read < Step)
        {
            return file.HasChanged(read) ? null : Add(buffer.AsMemory(0, read), out isNew);
        }

        return Stream(file, read, out isNew, cancellation);
    }

    /// <summary>Adds bytes that are whole in memory; what the archive has already is not written again.</summary>
    /// <exception cref="StoreFailedException">The archive can't be written.</exception>
    public DocumentId Add(ReadOnlyMemory<byte> bytes, out bool isNew)
    {
        var id = DocumentId.Of(bytes.Span);
        isNew = !IsKept(id, bytes.Length);
        if (isNew)
        {
            var path = temporary.Next();
            InArchive(() =>
            {
                using var stream = Create(path);
                stream.Write(bytes.Span);
                return true;
            });
            unnamed.Add(id, path);
        }

        return id;
    }

    /// <summary>
    /// Makes durable what was added, and also files that an earlier run, cut off, had named but perhaps not flushed.
    /// </summary>
    /// <exception cref="StoreFailedException">It can't be; no entry may name these files.</exception>
    public void Flush() => InArchive(() =>
    {
        Durable.FlushFiles([.. unnamed.Values], temporary.Path);
        foreach (var (id, path) in unnamed)
        {
            var target = archive.PathOf(id);
            OwnFolder.Make(System.IO.Path.GetDirectoryName(target)!, flush: false);
            File.Move(path, target, overwrite: true);
        }

        Durable.FlushFolders(folders, folder.Archive);
        unnamed.Clear();
        folders.Clear();
        return true;
    });

    public void Dispose() => temporary.Dispose();

    private DocumentId? Stream(OriginalFile file, int filled, out bool isNew, CancellationToken cancellation)
    {
        isNew = false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var path = temporary.Next();
        long read = 0;
        try
        {
            using (var stream = InArchive(() => Create(path)))
            {
                while (filled > 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    hash.AppendData(buffer.AsSpan(0, filled));
                    InArchive(() =>
                    {
                        stream.Write(buffer.AsSpan(0, filled));
                        return true;
                    });
                    read += filled;
                    filled = file.Read(read, buffer);
                }
            }

            var id = DocumentId.FromHash(hash.GetHashAndReset());
            if (file.HasChanged(read))
            {
                return null;
            }

            isNew = !IsKept(id, read);
            if (isNew)
            {
                unnamed.Add(id, path);
            }

            return id;
        }
        finally
        {
            if (!isNew)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>True when the bytes are there. A file that is there and can't be these bytes stops everything.</summary>
    private bool IsKept(DocumentId id, long size)
    {
        if (Refused.Contains(id))
        {
            return true;
        }

        var target = archive.PathOf(id);
        folders.Add(System.IO.Path.GetDirectoryName(target)!);
        if (unnamed.ContainsKey(id))
        {
            return true;
        }

        var there = new FileInfo(target);
        if (!there.Exists)
        {
            return false;
        }

        return there.Length == size && there.LinkTarget is null ? true : throw CustodyProblems.BlobChanged(id);
    }

    /// <summary>A new file that only its owner reads and, once written, nobody writes.</summary>
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead;
        }

        return new FileStream(path, options);
    }

    private static T InArchive<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("archive", e);
        }
    }
}
