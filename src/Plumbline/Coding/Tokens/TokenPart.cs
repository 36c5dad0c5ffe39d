using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using Plumbline.Evidence;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// A part file, mapped into memory for reading. Thread safe, but nothing of it (documents, vocabulary) may be used
/// after <see cref="Dispose"/>. Every number that is read out of the file is checked before it is used as a place.
/// </summary>
public sealed unsafe class TokenPart : IDisposable
{
    private readonly string path;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly PartTrailer trailer;
    private bool disposed;

    private TokenPart(string path)
    {
        this.path = path;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var size = stream.Length;
        if (size < sizeof(ulong) + sizeof(PartTrailer))
        {
            stream.Dispose();
            throw TokenProblems.Damaged(path, "it is too short");
        }

        file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, size, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            trailer = Unsafe.ReadUnaligned<PartTrailer>(start + size - sizeof(PartTrailer));
            Check(size);
        }
        catch
        {
            Dispose();
            throw;
        }

        Vocabulary = new Vocabulary(
            new Mapped<FormEntry>(start + trailer.Entries, trailer.Forms).Memory,
            new Mapped<int>(start + trailer.Ranks, trailer.Forms).Memory,
            new Mapped<char>(start + trailer.Letters, (int)trailer.LetterCount).Memory,
            path);
    }

    /// <summary>Opens a part.</summary>
    /// <exception cref="IntegrityException">COD090: the file is damaged.</exception>
    /// <exception cref="StoreFailedException">COD091: the file can't be read.</exception>
    public static TokenPart Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new TokenPart(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TokenProblems.Unreadable(path, e);
        }
    }

    /// <summary>Number of documents.</summary>
    public int DocumentCount => trailer.Documents;

    /// <summary>The forms of this part.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The tokens of the document with an ordinal, as <see cref="TokenPartWriter.Add"/> gave it.</summary>
    /// <exception cref="IntegrityException">COD090: the file is damaged.</exception>
    public TokenDocument Document(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, DocumentCount);
        ObjectDisposedException.ThrowIf(disposed, this);
        var entry = ((DocumentEntry*)(start + trailer.Table))[ordinal];
        if (entry.At < sizeof(ulong) || entry.At % sizeof(int) != 0 || entry.Tokens < 0 || entry.OffsetBytes < 0 || entry.TextLength < 0
            || entry.At > trailer.Table || entry.At + ((long)entry.Tokens * sizeof(int)) + entry.OffsetBytes > trailer.Table)
        {
            throw TokenProblems.Damaged(path, "a document lies outside the file");
        }

        var forms = (int*)(start + entry.At);
        return new TokenDocument(forms, entry.Tokens, (byte*)(forms + entry.Tokens), entry.OffsetBytes, entry.TextLength, path);
    }

    /// <summary>Marks the documents that hold a form.</summary>
    /// <param name="id">The form.</param>
    /// <param name="documents">One bit a document.</param>
    internal void MarkDocuments(int id, Span<ulong> documents)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var starts = (long*)(start + trailer.Starts);
        long from = starts[id], to = starts[id + 1];
        if (from < 0 || to < from || to > trailer.PostingsBytes || to - from > int.MaxValue)
        {
            throw TokenProblems.Damaged(path, "the postings of a form lie outside the file");
        }

        var bytes = new ReadOnlySpan<byte>(start + trailer.Postings + from, (int)(to - from));
        long document = -1;
        var at = 0;
        while (at < bytes.Length)
        {
            if (!Varint.TryRead(bytes, ref at, out var gap) || (document += gap) >= DocumentCount || document < 0)
            {
                throw TokenProblems.Damaged(path, "a posting names no document");
            }

            documents[(int)(document >> 6)] |= 1UL << (int)(document & 63);
        }
    }

    /// <summary>Unmaps the file.</summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        }
    }

    // Every table lies between the one before and the one behind it; so all of them lie in the file.
    private void Check(long size)
    {
        var end = size - sizeof(PartTrailer);
        var fits = Unsafe.ReadUnaligned<ulong>(start) == PartTrailer.PartMagic && trailer.Magic == PartTrailer.PartMagic
            && trailer.Documents >= 0 && trailer.Forms > 0 && trailer.LetterCount is >= 0 and <= int.MaxValue
            && trailer.Table >= sizeof(ulong)
            && Fits(trailer.Table, trailer.Documents, sizeof(DocumentEntry), trailer.Entries)
            && Fits(trailer.Entries, trailer.Forms, sizeof(FormEntry), trailer.Ranks)
            && Fits(trailer.Ranks, trailer.Forms, sizeof(int), trailer.Letters)
            && Fits(trailer.Letters, trailer.LetterCount, sizeof(char), trailer.Starts)
            && Fits(trailer.Starts, trailer.Forms + 1L, sizeof(long), trailer.Postings)
            && Fits(trailer.Postings, trailer.PostingsBytes, 1, end);
        if (!fits)
        {
            throw TokenProblems.Damaged(path, "it was not written to its end, or its table of contents is wrong");
        }
    }

    private static bool Fits(long at, long count, int size, long next) =>
        at >= 0 && at % sizeof(long) == 0 && count >= 0 && next >= at && count <= (next - at) / size;

    private sealed class Mapped<T>(byte* at, int count) : MemoryManager<T>
        where T : unmanaged
    {
        public override Span<T> GetSpan() => new(at, count);

        public override MemoryHandle Pin(int elementIndex = 0) => new((T*)at + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
