using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Plumbline.Coding.Tokens;

namespace Plumbline.Pipeline.Parts;

/// <summary>
/// The first 128 bits of the SHA-256 over the folded words of a text: equal for texts that differ only in case, ё, white
/// space and punctuation. A cryptographic hash, since a hostile text that collides would make two units one. Not thread safe.
/// </summary>
internal sealed class TextHash(Vocabulary vocabulary)
{
    private readonly string?[] forms = new string?[vocabulary.Count + 1];
    private char[] buffer = new char[4096];

    public UInt128 Of(TokenDocument document, TokenRange range)
    {
        var length = 0;
        foreach (var form in document.Forms[range.From..range.To])
        {
            if (form == 0)
            {
                continue;
            }

            var word = forms[form] ??= vocabulary.Form(form);
            if (length + word.Length + 1 > buffer.Length)
            {
                Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + word.Length + 1));
            }

            word.CopyTo(buffer.AsSpan(length));
            length += word.Length;
            buffer[length++] = ' ';
        }

        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(buffer.AsSpan(0, length)), digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
