using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Pipeline.Papers;

/// <summary>
/// Counts sources that are independent of each other. A document counts for who brought it first, however many did; documents
/// with the same letters and digits are one, that of the archive's first. Who is behind a pseudonym, and whether two sources
/// had it from the same third, the archive can't know: people must.
/// </summary>
internal sealed class SourceCount(BuiltCase built, PaperArchive archive)
{
    private readonly Dictionary<string, string?> marks = new(StringComparer.Ordinal);

    public PaperSources Of(IEnumerable<ClaimDossier> dossiers)
    {
        var documents = dossiers.SelectMany(d => d.Documents.Concat(d.Quote is { } quote ? [quote.Document] : [])).Distinct(StringComparer.Ordinal).ToList();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var different = documents.Where(d => Mark(d) is not { } mark || texts.Add(mark)).ToList();
        var origins = different.GroupBy(archive.Origin).Where(g => g.Key is not null).ToList();
        var named = origins.Select(g => (Name: g.Select(archive.ShownOrigin).FirstOrDefault(n => n is not null), Documents: g.Count())).Where(n => n.Name is not null).ToList();
        return new PaperSources(
            [.. named.Select(n => (n.Name!, n.Documents)).OrderByDescending(o => o.Documents).ThenBy(o => o.Item1, StringComparer.Ordinal)],
            different.Count,
            different.Count(d => archive.Origin(d) is null),
            documents.Count - different.Count,
            origins.Count - named.Count);
    }

    private string? Mark(string document) => marks.TryGetValue(document, out var known) ? known : marks[document] = TextMark(document);

    /// <summary>A hash of a text's letters and digits; null where there is no text, or too little to tell texts apart.</summary>
    private string? TextMark(string document)
    {
        if (!Evidence.DocumentId.TryParse(document, out var id) || built.TextOf(id) is not { } text)
        {
            return null;
        }

        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length < 40 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
    }
}
