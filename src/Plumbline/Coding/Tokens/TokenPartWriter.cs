using System.Runtime.InteropServices;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// Writes a part: the tokens of some documents with their vocabulary and postings, one file. It is written under
/// another name and renamed by <see cref="Finish"/>; nothing is flushed to the disk, since a build can be made again. One thread.
/// </summary>
public sealed class TokenPartWriter : IDisposable
{
    private readonly string path;
    private readonly FileStream stream;
    private readonly FormTable forms = new();
    private readonly TokenBuffer buffer = new();
    private readonly WordHash hash = new();
    private readonly List<DocumentEntry> documents = [];
    private long at;
    private bool finished;

    /// <summary>Starts a part that will be at <paramref name="path"/>; one that is there stays until <see cref="Finish"/>.</summary>
    public TokenPartWriter(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = path;
        stream = new FileStream(path + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 18);
        Write<ulong>([PartTrailer.PartMagic]);
    }

    /// <summary>Documents added so far.</summary>
    public int DocumentCount => documents.Count;

    /// <summary>Cuts a text and adds it; gives its ordinal, from 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokenCount">Positions of the document.</param>
    public int Add(ReadOnlySpan<char> text, out int tokenCount)
    {
        ObjectDisposedException.ThrowIf(finished, this);
        buffer.Read(text, forms);
        tokenCount = buffer.Forms.Length;
        documents.Add(new DocumentEntry(at, tokenCount, buffer.Offsets.Length, text.Length, 0));
        Write(buffer.Forms);
        Write(buffer.Offsets);
        Align(sizeof(int));
        return documents.Count - 1;
    }

    /// <summary>The hash over the words of a range of the document added last, as <see cref="TokenDocument.HashOf"/> gives it.</summary>
    public UInt128 HashOf(TokenRange range)
    {
        foreach (var id in buffer.Forms[range.From..range.To])
        {
            if (id != 0)
            {
                hash.Add(forms[id]);
            }
        }

        return hash.Finish();
    }

    /// <summary>Writes vocabulary and postings, closes the file and gives it its name.</summary>
    public void Finish()
    {
        ObjectDisposedException.ThrowIf(finished, this);
        var (entries, ranks, chars) = Vocabulary.Sort(forms);
        stream.Flush();
        var table = CollectionsMarshal.AsSpan(documents);
        var (starts, postings) = PostingsBuilder.Build(stream.SafeFileHandle, table, forms.Count);
        stream.Seek(0, SeekOrigin.End);
        var trailer = new PartTrailer
        {
            Table = WriteTable<DocumentEntry>(table),
            Entries = WriteTable<FormEntry>(entries),
            Ranks = WriteTable<int>(ranks),
            Letters = WriteTable<char>(chars),
            Starts = WriteTable<long>(starts),
            Postings = WriteTable<byte>(postings),
            PostingsBytes = postings.Length,
            Documents = documents.Count,
            Forms = forms.Count,
            LetterCount = chars.Length,
            Magic = PartTrailer.PartMagic,
        };
        WriteTable<PartTrailer>([trailer]);
        stream.Dispose();
        File.Move(path + ".new", path, overwrite: true);
        finished = true;
    }

    /// <summary>Without <see cref="Finish"/>: removes what was written.</summary>
    public void Dispose()
    {
        stream.Dispose();
        if (!finished)
        {
            finished = true;
            File.Delete(path + ".new");
        }
    }

    // Gives where it was written.
    private long Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var start = at;
        var bytes = MemoryMarshal.AsBytes(values);
        stream.Write(bytes);
        at += bytes.Length;
        return start;
    }

    private long WriteTable<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Align(sizeof(long));
        return Write(values);
    }

    private void Align(int size)
    {
        Span<byte> zeros = stackalloc byte[sizeof(long)];
        zeros.Clear();
        Write<byte>(zeros[..(int)((size - (at % size)) % size)]);
    }
}
