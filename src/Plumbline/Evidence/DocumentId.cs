using System.Security.Cryptography;

namespace Plumbline.Evidence;

/// <summary>
/// Names one archived file by the SHA-256 (FIPS 180-4) of its bytes. Two files with the same bytes are one document,
/// however often they came in. The default value names nothing and is only good for comparison.
/// </summary>
public readonly record struct DocumentId : IComparable<DocumentId>
{
    private readonly string? hex;

    private DocumentId(string hex) => this.hex = hex;

    /// <summary>64 lower-case hexadecimal digits; empty for the default value.</summary>
    public string Hex => hex ?? "";

    /// <summary>The first 12 digits: for people and messages, never for identity.</summary>
    public string Short => Hex.Length == 0 ? "" : Hex[..12];

    /// <summary>The id of these bytes.</summary>
    public static DocumentId Of(ReadOnlySpan<byte> bytes) => FromHash(SHA256.HashData(bytes));

    /// <summary>The id from a finished SHA-256.</summary>
    /// <exception cref="ArgumentException">The hash is not 32 bytes long.</exception>
    public static DocumentId FromHash(ReadOnlySpan<byte> hash) =>
        hash.Length == SHA256.HashSizeInBytes
            ? new DocumentId(Convert.ToHexStringLower(hash))
            : throw new ArgumentException("A SHA-256 has 32 bytes.", nameof(hash));

    /// <summary>Reads 64 hexadecimal digits of either case; false for anything else.</summary>
    public static bool TryParse(string? text, out DocumentId id)
    {
        id = default;
        if (text is not { Length: 64 } || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        id = new DocumentId(text.ToLowerInvariant());
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public static DocumentId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A document id is 64 hexadecimal digits.");

    /// <summary>The 32 bytes of the hash.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <inheritdoc/>
    public int CompareTo(DocumentId other) => string.CompareOrdinal(Hex, other.Hex);

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
