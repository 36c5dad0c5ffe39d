using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// What a <c>signature</c> keeps in the archive beside documents: drafts and case files. Custody reads only their hashes, which stand
/// under <c>sha256</c> in the lists <c>drafts</c> and <c>files</c> of the payload.
/// </summary>
internal static class SignedBlobs
{
    /// <summary>The files that a payload names, each once; none when it is of another form.</summary>
    public static IReadOnlyCollection<DocumentId> Of(ReadOnlyMemory<byte> payload)
    {
        var blobs = new HashSet<DocumentId>();
        try
        {
            using var json = JsonDocument.Parse(payload);
            foreach (var list in (string[])["drafts", "files"])
            {
                if (!json.RootElement.TryGetProperty(list, out var files))
                {
                    continue;
                }

                foreach (var file in files.EnumerateArray())
                {
                    if (!DocumentId.TryParse(file.GetProperty("sha256").GetString(), out var blob))
                    {
                        return [];
                    }

                    blobs.Add(blob);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }

        return blobs;
    }
}
