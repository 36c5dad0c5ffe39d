using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// Which documents hold a form: counted in one pass over the written tokens and filled in by a second, so nothing is
/// sorted and nothing but the result is held in memory. A posting is the distance to the document before (the first:
/// to -1), as a varint.
/// </summary>
internal static class PostingsBuilder
{
    /// <summary>Where the postings of each id start (and one more), and their bytes.</summary>
    public static (long[] Starts, byte[] Bytes) Build(SafeFileHandle file, ReadOnlySpan<DocumentEntry> documents, int formCount)
    {
        var starts = new long[formCount + 1];
        var last = new int[formCount];
        var ids = Array.Empty<int>();
        for (var document = 1; document <= documents.Length; document++)
        {
            foreach (var id in Read(file, documents[document - 1], ref ids))
            {
                if (last[id] != document && id != 0)
                {
                    starts[id + 1] += Varint.Size((uint)(document - last[id]));
                    last[id] = document;
                }
            }
        }

        for (var id = 0; id < formCount; id++)
        {
            starts[id + 1] += starts[id];
        }

        var bytes = new byte[starts[^1]];
        var next = starts.AsSpan(0, formCount).ToArray();
        Array.Clear(last);
        for (var document = 1; document <= documents.Length; document++)
        {
            foreach (var id in Read(file, documents[document - 1], ref ids))
            {
                if (last[id] != document && id != 0)
                {
                    next[id] = Varint.Write(bytes, (int)next[id], (uint)(document - last[id]));
                    last[id] = document;
                }
            }
        }

        return (starts, bytes);
    }

    private static ReadOnlySpan<int> Read(SafeFileHandle file, DocumentEntry document, ref int[] ids)
    {
        if (ids.Length < document.Tokens)
        {
            ids = new int[Math.Max(document.Tokens, 2 * ids.Length)];
        }

        var into = MemoryMarshal.AsBytes(ids.AsSpan(0, document.Tokens));
        var at = document.At;
        while (into.Length > 0)
        {
            var read = RandomAccess.Read(file, into, at);
            if (read == 0)
            {
                throw new EndOfStreamException("The part became shorter while it was written.");
            }

            into = into[read..];
            at += read;
        }

        return ids.AsSpan(0, document.Tokens);
    }
}
