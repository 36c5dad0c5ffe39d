using System.Security.Cryptography;
using Plumbline.Evidence;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// The tokens of one document. A document of a <see cref="TokenPart"/> must not be used after the part was disposed.
/// Thread safe for reading.
/// </summary>
public sealed unsafe class TokenDocument
{
    private readonly int[]? ownForms;
    private readonly byte[]? ownOffsets;
    private readonly int* formsAt;
    private readonly byte* offsetsAt;
    private readonly int offsetBytes;
    private readonly string path;
    private int[]? bounds;

    internal TokenDocument(int[] forms, byte[] offsets, int textLength)
    {
        ownForms = forms;
        ownOffsets = offsets;
        Count = forms.Length;
        TextLength = textLength;
        path = "";
    }

    internal TokenDocument(int* forms, int count, byte* offsets, int offsetBytes, int textLength, string path)
    {
        formsAt = forms;
        offsetsAt = offsets;
        this.offsetBytes = offsetBytes;
        this.path = path;
        Count = count;
        TextLength = textLength;
    }

    /// <summary>Number of positions, ends of sentences included.</summary>
    public int Count { get; }

    /// <summary>Length in UTF-16 units of the text that was cut.</summary>
    public int TextLength { get; }

    /// <summary>All positions.</summary>
    public TokenRange All => new(0, Count);

    /// <summary>The form id at each position; 0 is the end of a sentence.</summary>
    public ReadOnlySpan<int> Forms => ownForms is null ? new ReadOnlySpan<int>(formsAt, Count) : ownForms;

    /// <summary>
    /// The text from the start of the first to the end of the last token in [from, to). Ends of sentences at either
    /// side are left out; a range without words gives an empty span where it stands.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the document.</exception>
    /// <exception cref="IntegrityException">COD090: the file is damaged.</exception>
    public TextSpan SpanOf(int from, int toExclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toExclusive, Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, toExclusive);
        var forms = Forms;
        var at = Bounds();
        while (from < toExclusive && forms[from] == 0)
        {
            from++;
        }

        while (toExclusive > from && forms[toExclusive - 1] == 0)
        {
            toExclusive--;
        }

        if (from == toExclusive)
        {
            var place = from == 0 ? 0 : at[(2 * from) - 1];
            return new TextSpan(place, place);
        }

        return new TextSpan(at[2 * from], at[(2 * toExclusive) - 1]);
    }

    /// <inheritdoc cref="SpanOf(int, int)"/>
    public TextSpan SpanOf(TokenRange range) => SpanOf(range.From, range.To);

    /// <summary>Position of the first word that starts at or after an offset in the text; <see cref="Count"/> when none does.</summary>
    public int FirstTokenAtOrAfter(int utf16Offset)
    {
        var at = Bounds();
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (at[2 * middle] < utf16Offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var forms = Forms;
        while (low < Count && forms[low] == 0)
        {
            low++;
        }

        return low;
    }

    /// <summary>
    /// 128 bits of the SHA-256 over the words of a range (their forms; ends of sentences, punctuation, case, spacing and
    /// ё do not count): equal for two places that say the same words in the same order.
    /// </summary>
    public UInt128 HashOf(TokenRange range, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var hash = new WordHash();
        foreach (var id in Forms[range.From..range.To])
        {
            if (id != 0)
            {
                hash.Add(vocabulary.FormSpan(id));
            }
        }

        return hash.Finish();
    }

    internal IntegrityException Damaged(string what) => TokenProblems.Damaged(path, what);

    // Starts and ends by turns, read once: most documents of a build have several hits or none.
    private int[] Bounds()
    {
        if (bounds is { } known)
        {
            return known;
        }

        var read = new int[2 * Count];
        if (!OffsetCode.TryRead(ownOffsets ?? new ReadOnlySpan<byte>(offsetsAt, offsetBytes), TextLength, read))
        {
            throw TokenProblems.Damaged(path, "the positions of a document do not fit its text");
        }

        return bounds = read;
    }
}

/// <summary>Hash over words, for <see cref="TokenDocument.HashOf"/> and the writer.</summary>
internal sealed class WordHash
{
    private byte[] bytes = new byte[1 << 12];
    private int length;

    public void Add(ReadOnlySpan<char> form)
    {
        var size = (form.Length + 1) * sizeof(char);
        if (length + size > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        }

        foreach (var c in form)
        {
            bytes[length++] = (byte)c;
            bytes[length++] = (byte)(c >> 8);
        }

        bytes[length++] = 0;
        bytes[length++] = 0;
    }

    /// <summary>The hash of what was added; starts anew.</summary>
    public UInt128 Finish()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), digest);
        length = 0;
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
