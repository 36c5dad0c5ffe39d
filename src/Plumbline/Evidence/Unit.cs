using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Evidence;

/// <summary>
/// Id of a unit or of a member: 16 characters of Crockford's base 32 in lower case, the first 80 bits of a SHA-256 over
/// kind, document and place, each with its length before it. The id of a unit is that of its member archived first.
/// </summary>
public readonly record struct UnitId(string Value) : IComparable<UnitId>
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Number of characters.</summary>
    public const int Length = 16;

    /// <summary>The id of the member that stands at this place, read as a unit of this kind.</summary>
    public static UnitId Of(string unitKind, DocumentId document, Place place)
    {
        ArgumentException.ThrowIfNullOrEmpty(unitKind);
        ReadOnlySpan<string> parts = ["plumbline/unit/1", unitKind, document.Hex, place.ToString()];
        var bytes = new ArrayBufferWriter<byte>(256);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), Encoding.UTF8.GetByteCount(part));
            bytes.Advance(sizeof(int));
            Encoding.UTF8.GetBytes(part, bytes);
        }

        var digest = SHA256.HashData(bytes.WrittenSpan);
        return new UnitId(string.Create(Length, digest, static (chars, bytes) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                var bit = i * 5;
                var window = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                chars[i] = Alphabet[(window >> (11 - (bit % 8))) & 31];
            }
        }));
    }

    /// <summary>True for 16 characters of the alphabet, either case.</summary>
    public static bool TryParse(string? text, out UnitId id)
    {
        var lower = text?.ToLowerInvariant();
        var fits = lower is { Length: Length } && lower.All(Alphabet.Contains);
        id = fits ? new UnitId(lower!) : default;
        return fits;
    }

    /// <inheritdoc/>
    public int CompareTo(UnitId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>One place that a unit stands at. <see cref="Id"/> is an alias of the unit, or its id when archived first.</summary>
/// <param name="Kind">Name of the unit kind: its codebook's table.</param>
/// <param name="Document">The document.</param>
/// <param name="Place">Whole, a part, or a row.</param>
public sealed record Member(string Kind, DocumentId Document, Place Place)
{
    /// <summary>Id of this member.</summary>
    public UnitId Id { get; } = UnitId.Of(Kind, Document, Place);
}
