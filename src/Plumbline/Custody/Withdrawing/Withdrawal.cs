using System.Text.Json;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody.Withdrawing;

/// <summary>A source, or a document, that was taken out of every reading. Exactly one of the two is not null.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="Source">The word of the source.</param>
/// <param name="Document">The document.</param>
/// <param name="Reason">Why.</param>
/// <param name="Coder">Pseudonym of who withdrew it.</param>
internal sealed record Withdrawal(EntryName Entry, DateTimeOffset At, string? Source, DocumentId? Document, string Reason, string Coder);

/// <summary>
/// Payloads of <c>withdrawal</c> (source or document, reason, coder) and <c>reinstatement</c> (entry of a withdrawal, reason, coder).
/// Their forms never change: docs/decisions/015-sources-and-withdrawal.md.
/// </summary>
internal static class WithdrawalPayload
{
    public static byte[] OfSource(string source, string reason, string coder) => CanonicalJson.Of(("source", source), ("reason", reason), ("coder", coder));

    public static byte[] OfDocument(DocumentId document, string reason, string coder) => CanonicalJson.Of(("document", document.Hex), ("reason", reason), ("coder", coder));

    public static byte[] Back(EntryName entry, string reason, string coder) => CanonicalJson.Of(
        ("entry", new (string, object?)[] { ("device", entry.Device), ("seq", entry.Seq) }), ("reason", reason), ("coder", coder));

    /// <summary>Null for a payload that was erased, or of another form.</summary>
    public static Withdrawal? Read(JournalEntry entry)
    {
        if (entry.Payload is not { } payload)
        {
            return null;
        }

        var source = ErasurePayload.Words(payload, "source");
        var document = ErasurePayload.Document(payload);
        return (source is null) == (document is null)
            ? null
            : new Withdrawal(
                new EntryName(entry.Device, entry.Seq), entry.At, source, document, ErasurePayload.Words(payload, "reason") ?? "", ErasurePayload.Words(payload, "coder") ?? "");
    }

    /// <summary>The withdrawal that an entry takes back; null for another form.</summary>
    public static EntryName? ReadBack(ReadOnlyMemory<byte>? payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload ?? "{}"u8.ToArray());
            return json.RootElement.TryGetProperty("entry", out var entry) && entry.TryGetProperty("device", out var device) && device.GetString() is { Length: > 0 } id
                && entry.TryGetProperty("seq", out var seq) && seq.TryGetInt64(out var number)
                ? new EntryName(id, number)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
