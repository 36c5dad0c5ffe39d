using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Reads plain text: no markup, no links. A passage is a paragraph: lines up to an empty one where lines are wrapped, each
/// line where they are not (one line is longer than any wrapped text has, or most lines end like sentences).
/// </summary>
public static class PlainDraft
{
    /// <summary>Longest line of wrapped text.</summary>
    private const int Widest = 120;

    /// <summary>Reads a draft. Never throws for what is in it.</summary>
    public static Draft Read(DraftFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Text.Length > MarkdownDraft.MaxLength)
        {
            return new Draft(file, [], [], [ClaimsProblems.DraftTooLong(file.Name, MarkdownDraft.MaxLength)]);
        }

        var lines = Lines(file.Text);
        var filled = lines.Where(l => !l.In(file.Text).AsSpan().IsWhiteSpace()).ToList();
        var isWrapped = filled.TrueForAll(l => l.Length <= Widest) && filled.Count(l => EndsSentence(l.In(file.Text))) * 2 < filled.Count;
        var passages = new List<DraftPassage>();
        TextSpan? open = null;
        foreach (var line in lines)
        {
            var isEmpty = line.In(file.Text).AsSpan().IsWhiteSpace();
            if (open is { } before && (isEmpty || !isWrapped))
            {
                passages.Add(Passage(file.Text, before));
                open = null;
            }

            open = isEmpty ? open : new TextSpan(open?.Start ?? line.Start, line.End);
        }

        if (open is { } last)
        {
            passages.Add(Passage(file.Text, last));
        }

        return new Draft(file, passages, [], []);
    }

    private static bool EndsSentence(string line) => line.AsSpan().TrimEnd().TrimEnd("»\"”’)]") is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    private static DraftPassage Passage(string text, TextSpan span) => new(span.In(text), [.. Enumerable.Range(span.Start, span.Length)]);

    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            lines.Add(new TextSpan(start, end > start && text[end - 1] == '\r' ? end - 1 : end));
            start = end + 1;
        }

        return lines;
    }
}
