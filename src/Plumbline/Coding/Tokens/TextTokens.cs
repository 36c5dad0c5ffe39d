namespace Plumbline.Coding.Tokens;

/// <summary>
/// One text in memory, cut exactly as the texts of a part are: examples in codebooks, a single new document, the preview of
/// an edited rule.
/// </summary>
public static class TextTokens
{
    /// <summary>The tokens of a text and their vocabulary.</summary>
    public static (TokenDocument Document, Vocabulary Vocabulary) Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var forms = new FormTable();
        var buffer = new TokenBuffer();
        buffer.Read(text, forms);
        var (entries, ranks, chars) = Vocabulary.Sort(forms);
        return (
            new TokenDocument(buffer.Forms.ToArray(), buffer.Offsets.ToArray(), text.Length),
            new Vocabulary(entries, ranks, chars, ""));
    }
}

/// <summary>The form ids and offset bytes of one text, in buffers that are used again for the next.</summary>
internal sealed class TokenBuffer
{
    private readonly char[] form = new char[TokenScanner.MaxForm];
    private int[] ids = new int[1 << 10];
    private byte[] bytes = new byte[1 << 12];
    private int count;
    private int length;

    public ReadOnlySpan<int> Forms => ids.AsSpan(0, count);

    public ReadOnlySpan<byte> Offsets => bytes.AsSpan(0, length);

    public void Read(ReadOnlySpan<char> text, FormTable forms)
    {
        count = length = 0;
        var end = 0;
        var scanner = new TokenScanner(text, form);
        while (scanner.Next())
        {
            if (count + 2 > ids.Length)
            {
                Array.Resize(ref ids, ids.Length * 2);
            }

            if (length + 1 + OffsetCode.MaxBytes > bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }

            if (scanner.IsAfterBoundary)
            {
                ids[count++] = 0;
                bytes[length++] = 0;
            }

            ids[count++] = forms.IdOf(scanner.Form);
            length += OffsetCode.Write(bytes.AsSpan(length), scanner.Start - end, scanner.End - scanner.Start);
            end = scanner.End;
        }
    }
}
