using System.Security.Cryptography;
using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// The bytes of a case as they came, each file under the SHA-256 of its bytes: <c>.plumb/archive/ab/cd…</c>, the first two
/// hexadecimal digits as folder, the other 62 as name. Reading only; thread safe.
/// </summary>
public sealed class Archive
{
    private readonly string root;

    /// <summary>The archive of a case; need not exist yet.</summary>
    public Archive(CaseFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        root = folder.Archive;
    }

    /// <summary>Where a document lies, or would lie.</summary>
    public string PathOf(DocumentId id) => Path.Combine(root, id.Hex[..2], id.Hex[2..]);

    /// <summary>True when a file of that name is there; its bytes are not looked at.</summary>
    public bool Contains(DocumentId id) => File.Exists(PathOf(id));

    /// <summary>Bytes of a document's file; 0 when it is not there.</summary>
    internal long SizeOf(DocumentId id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>All bytes of a document.</summary>
    /// <exception cref="IntegrityException">It is missing, or its bytes have another hash.</exception>
    /// <exception cref="StoreFailedException">It can't be read.</exception>
    public byte[] Read(DocumentId id)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(id));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CustodyProblems.BlobMissing(id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotRead("archive", e);
        }

        return DocumentId.Of(bytes) == id ? bytes : throw CustodyProblems.BlobChanged(id);
    }

    /// <summary>
    /// The bytes as a stream, for documents too large for memory. The whole file is hashed before the stream is given out,
    /// so it is read twice.
    /// </summary>
    /// <exception cref="IntegrityException">It is missing, or its bytes have another hash.</exception>
    /// <exception cref="StoreFailedException">It can't be read.</exception>
    public Stream Open(DocumentId id)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (DocumentId.FromHash(SHA256.HashData(stream)) != id)
            {
                throw CustodyProblems.BlobChanged(id);
            }

            stream.Position = 0;
            var whole = stream;
            stream = null;
            return whole;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CustodyProblems.BlobMissing(id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotRead("archive", e);
        }
        finally
        {
            stream?.Dispose();
        }
    }
}
