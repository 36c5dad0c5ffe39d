using System.Text;
using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// The payload of an <c>ingest</c> entry: document, size, file, folder, source, url, retrieved_at, note. What nobody said is
/// left out.
/// </summary>
internal static class IngestPayload
{
    public static byte[] Write(CustodyRecord record) => CanonicalJson.Of(
        ("document", record.Document.Hex),
        ("size", record.Size),
        ("file", record.File),
        ("folder", record.Folder),
        ("source", record.Source),
        ("url", record.Url),
        ("retrieved_at", record.RetrievedAt is { } at ? EntryForm.Time(at) : null),
        ("note", record.Note));

    /// <summary>False when the payload can't be about this document; cheap, before it is read.</summary>
    public static bool MayName(ReadOnlySpan<byte> payload, DocumentId document) => payload.IndexOf(Encoding.ASCII.GetBytes(document.Hex)) >= 0;

    /// <summary>The record of an entry that has its payload.</summary>
    /// <exception cref="IntegrityException">The payload is of another form.</exception>
    public static CustodyRecord Read(JournalEntry entry) => TryRead(entry.Payload!.Value, out var record)
        ? record with { Entry = entry }
        : throw CustodyProblems.EntryBroken(entry.Device, entry.Seq);

    public static bool TryRead(ReadOnlyMemory<byte> payload, out CustodyRecord record)
    {
        record = null!;
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement;
            string? Words(string key) => root.TryGetProperty(key, out var value) ? value.GetString() : null;
            DateTimeOffset? retrieved = null;
            if (Words("retrieved_at") is { } text)
            {
                if (!EntryForm.TryTime(text, out var at))
                {
                    return false;
                }

                retrieved = at;
            }

            if (!DocumentId.TryParse(Words("document"), out var document) || Words("file") is not { } file)
            {
                return false;
            }

            record = new CustodyRecord
            {
                Document = document,
                Size = root.GetProperty("size").GetInt64(),
                File = file,
                Folder = Words("folder") ?? "",
                Source = Words("source"),
                Url = Words("url"),
                RetrievedAt = retrieved,
                Note = Words("note"),
            };
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return false;
        }
    }
}
