using System.Text;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>
/// Where a name still stands: in names and lines of the case's files (drafts, claims, lists, codebooks, sources), in the journal,
/// and in files as they were signed. Whole texts in UTF-8 and UTF-16, whatever the case of letters. Word and PDF files, and other documents, are not looked into.
/// </summary>
public static class NameSearch
{
    private const long LargestFile = 64L << 20;
    private const int MostPlaces = 200;

    /// <summary>Places, files first, then entries; at most two hundred, one a file or entry.</summary>
    /// <exception cref="UsageException">The case has no journal.</exception>
    public static IReadOnlyList<Problem> Find(CaseFolder folder, string name)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return [.. InFiles(folder, name).Concat(InJournal(folder, name)).Concat(InSigned(folder, name)).Take(MostPlaces)];
    }

    private static IEnumerable<Problem> InFiles(CaseFolder folder, string name)
    {
        foreach (var file in new FolderWalk(folder.Inner, []).Files([folder.Root]))
        {
            if (file.Shown.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                yield return CustodyProblems.StillStands(file.Shown, 0, "The name stands in the name of a file.");
            }

            if (LineOf(file, name) is var (line, count) && count > 0)
            {
                yield return CustodyProblems.StillStands(file.Shown, line, $"The name stands here, in {count} {(count == 1 ? "line" : "lines")}.");
            }
        }
    }

    private static (int First, int Count) LineOf(FoundFile file, string name)
    {
        try
        {
            using var original = OriginalFile.Open(file, out _);
            if (original is null || original.Size > LargestFile)
            {
                return default;
            }

            var bytes = new byte[original.Size];
            using var reader = new StreamReader(new MemoryStream(bytes, 0, original.Read(0, bytes)), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var (number, first, count) = (0, 0, 0);
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (line.Contains(name, StringComparison.OrdinalIgnoreCase))
                {
                    first = first == 0 ? number : first;
                    count++;
                }
            }

            return (first, count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Listed by nobody: a file that can't be read is no place that could be shown.
            return default;
        }
    }

    private static IEnumerable<Problem> InJournal(CaseFolder folder, string name)
    {
        var written = Encoding.UTF8.GetString(CanonicalJson.Of(("", name)))[5..^2];
        using var journal = Journal.OpenRead(folder);
        foreach (var entry in journal.Entries())
        {
            var isInPayload = entry.Payload is { } payload && Encoding.UTF8.GetString(payload.Span).Contains(written, StringComparison.OrdinalIgnoreCase);
            if (isInPayload || entry.Who.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                yield return CustodyProblems.StillStands(
                    "journal.db", 0, $"The name stands in entry {new EntryName(entry.Device, entry.Seq).Short} ({entry.What}).");
            }
        }
    }

    /// <summary>A signature keeps drafts and files of the case in the archive: they can be erased as documents.</summary>
    private static IEnumerable<Problem> InSigned(CaseFolder folder, string name)
    {
        using var journal = Journal.OpenRead(folder);
        var archive = new Archive(folder);
        var seen = new HashSet<DocumentId>();
        foreach (var entry in journal.Entries("signature").Where(e => e.Payload is not null))
        {
            foreach (var (file, id) in Signed(entry.Payload!.Value).Where(f => seen.Add(f.Id) && archive.Contains(f.Id)))
            {
                if (Encoding.UTF8.GetString(archive.Read(id)).Contains(name, StringComparison.OrdinalIgnoreCase))
                {
                    yield return CustodyProblems.StillStands(
                        file, 0, $"The name stands in this file as it was signed in {new EntryName(entry.Device, entry.Seq).Short}, kept in the archive as {id.Short}.");
                }
            }
        }
    }

    private static List<(string File, DocumentId Id)> Signed(ReadOnlyMemory<byte> payload)
    {
        using var json = JsonDocument.Parse(payload);
        return
        [
            .. new[] { "drafts", "files" }.SelectMany(k => json.RootElement.TryGetProperty(k, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>())
                .Where(f => f.ValueKind == JsonValueKind.Object)
                .Select(f => (f.TryGetProperty("file", out var file) ? file.ToString() : "", f.TryGetProperty("sha256", out var hash) && DocumentId.TryParse(hash.ToString(), out var id) ? id : default))
                .Where(f => f.Item2 != default),
        ];
    }
}
