using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Custody;

/// <summary>
/// The canonical form of an entry and its hash. It can never change: docs/decisions/001-journal-entry.md, held by a golden
/// file. Every part stands with its length before it (32 bits, little-endian), so no two entries have one form. The
/// signature of the entry before is a part: no signature inside a chain can be taken away or changed.
/// </summary>
internal static class EntryForm
{
    public const string Version = "plumbline/entry/1";
    public const string PayloadVersion = "plumbline/payload/1";
    public const int SaltBytes = 16;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static byte[] Bytes(EntryRow entry, ReadOnlySpan<byte> previousSignature)
    {
        var form = new MemoryStream(512);
        Span<byte> seq = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(seq, entry.Seq);
        Add(form, Version);
        Add(form, entry.Device);
        Add(form, seq);
        Add(form, entry.Previous);
        Add(form, previousSignature);
        Add(form, entry.Seen);
        Add(form, entry.At);
        Add(form, entry.Who);
        Add(form, entry.What);
        Add(form, entry.PayloadHash);
        return form.ToArray();
    }

    public static byte[] Hash(EntryRow entry, ReadOnlySpan<byte> previousSignature) => SHA256.HashData(Bytes(entry, previousSignature));

    /// <summary>SHA-256 over version, salt and payload, each with its length before it. Without the salt nobody can try payloads out.</summary>
    public static byte[] PayloadHash(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        var form = new MemoryStream(payload.Length + 64);
        Add(form, PayloadVersion);
        Add(form, salt);
        Add(form, payload);
        return SHA256.HashData(form.GetBuffer().AsSpan(0, (int)form.Length));
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static bool TryTime(string? text, out DateTimeOffset at) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);

    private static void Add(MemoryStream form, string text) => Add(form, Encoding.UTF8.GetBytes(text));

    private static void Add(MemoryStream form, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        form.Write(length);
        form.Write(part);
    }
}

/// <summary>An entry as the journal's tables hold it; nothing is checked yet.</summary>
internal sealed record EntryRow
{
    public required string Device { get; init; }
    public required long Seq { get; init; }
    public required byte[] Previous { get; init; }
    public required string Seen { get; init; }
    public required string At { get; init; }
    public required string Who { get; init; }
    public required string What { get; init; }
    public required byte[] PayloadHash { get; init; }
    public byte[] Hash { get; init; } = [];

    /// <summary>Ed25519 over <see cref="Hash"/>, by the last entry of a transaction; else null.</summary>
    public byte[]? Signature { get; init; }
    public byte[]? Salt { get; init; }
    public byte[]? Payload { get; init; }

    /// <exception cref="Evidence.IntegrityException">It can't be read, or its payload is not what was hashed.</exception>
    public JournalEntry ToEntry()
    {
        if (!EntryForm.TryTime(At, out var at) || !HeadsText.TryParse(Seen, out var seen)
            || (Payload is not null && !EntryForm.PayloadHash(Salt, Payload).AsSpan().SequenceEqual(PayloadHash)))
        {
            throw CustodyProblems.EntryBroken(Device, Seq);
        }

        return new JournalEntry
        {
            Device = Device,
            Seq = Seq,
            At = at,
            Who = Who,
            What = What,
            Hash = Convert.ToHexStringLower(Hash),
            Previous = Convert.ToHexStringLower(Previous),
            Seen = seen,
            PayloadHash = Convert.ToHexStringLower(PayloadHash),
            Payload = Payload is null ? (ReadOnlyMemory<byte>?)null : Payload,
        };
    }
}
