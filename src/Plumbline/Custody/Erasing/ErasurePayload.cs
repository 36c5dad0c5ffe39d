using System.Text;
using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>Names one entry: device and number.</summary>
internal readonly record struct EntryName(string Device, long Seq)
{
    /// <summary>As <c>plumb log</c> shows it.</summary>
    public string Short => FormattableString.Invariant($"{Device[..8]}:{Seq}");
}

/// <summary>Payloads of <c>payload-erased</c> (device, seq, reason) and <c>document-erased</c> (document, size, reason).</summary>
internal static class ErasurePayload
{
    public static JournalDraft OfEntry(EntryName entry, string? reason) => new(
        JournalWords.Erased, CanonicalJson.Of(("device", entry.Device), ("seq", entry.Seq), ("reason", reason)));

    /// <summary>The size stays, so that copies of the file can still be found after its hash is all that is left.</summary>
    public static JournalDraft OfDocument(DocumentId document, long size, string? reason) => new(
        JournalWords.DocumentErased, CanonicalJson.Of(("document", document.Hex), ("size", size), ("reason", reason)));

    public static EntryName? Entry(ReadOnlyMemory<byte>? payload) =>
        Member(payload, "device") is { ValueKind: JsonValueKind.String } device && HeadsText.IsHex(device.GetString()!, 32)
        && Member(payload, "seq") is { ValueKind: JsonValueKind.Number } seq && seq.TryGetInt64(out var number)
            ? new EntryName(device.GetString()!, number)
            : null;

    /// <summary>The document in the top-level <c>document</c> of a payload.</summary>
    public static DocumentId? Document(ReadOnlyMemory<byte>? payload) => DocumentId.TryParse(Words(payload, "document"), out var id) ? id : null;

    /// <summary>All documents that a payload is about: that of its top-level <c>document</c>, and those of its list <c>documents</c>.</summary>
    public static IReadOnlyList<DocumentId> Documents(ReadOnlyMemory<byte>? payload)
    {
        var ids = new List<DocumentId>();
        if (Document(payload) is { } one)
        {
            ids.Add(one);
        }

        if (Member(payload, "documents") is { ValueKind: JsonValueKind.Array } list)
        {
            ids.AddRange(list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String)
                .Select(i => DocumentId.TryParse(i.GetString(), out var id) ? id : (DocumentId?)null).OfType<DocumentId>());
        }

        return ids;
    }

    public static long Size(ReadOnlyMemory<byte>? payload) =>
        Member(payload, "size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : 0;

    public static string? Words(ReadOnlyMemory<byte>? payload, string key) =>
        Member(payload, key) is { ValueKind: JsonValueKind.String } words ? words.GetString() : null;

    /// <summary>False when no SHA-256 can stand in it; cheap, before it is read.</summary>
    public static bool MayName(ReadOnlySpan<byte> payload) => payload.IndexOf("\"document\":\""u8) >= 0 || payload.IndexOf("\"documents\":["u8) >= 0;

    private static JsonElement? Member(ReadOnlyMemory<byte>? payload, string key)
    {
        try
        {
            using var json = JsonDocument.Parse(payload ?? Encoding.UTF8.GetBytes("{}"));
            return json.RootElement.TryGetProperty(key, out var value) ? value.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
