using System.Net;
using System.Text;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Writes a copy of a draft with each figure marked by its verdict: footnotes in Markdown, marks in brackets with notes at the end in
/// plain text, <c>mark</c> elements in HTML, comments in DOCX. All else stays as it is.
/// </summary>
public static class DraftAnnotation
{
    private const string Special = "\\`*_[]<>#|&~$^!{}";

    /// <summary>The copy.</summary>
    /// <param name="draft">A draft that was read without errors.</param>
    /// <param name="bytes">Its file.</param>
    /// <param name="marks">Its marks.</param>
    public static byte[] Write(Draft draft, ReadOnlyMemory<byte> bytes, IReadOnlyList<DraftMark> marks)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(marks);
        if (draft.File.Form == DraftForm.Docx)
        {
            return DocxComments.Write(bytes, marks);
        }

        var isHtml = draft.File.Form == DraftForm.Html;
        var (source, _) = DraftCharset.Decode(bytes.Span, isHtml);
        return DraftCharset.Encode(isHtml ? Html(draft.File.Name, source, marks) : Notes(source, marks, draft.File.Form == DraftForm.Markdown), bytes.Span, isHtml);
    }

    private static string Notes(string source, IReadOnlyList<DraftMark> marks, bool isMarkdown)
    {
        var (copy, notes) = (new StringBuilder(), new StringBuilder());
        var prefix = marks.Any(m => source.Contains($"[^{m.Verdict.Word()}-", StringComparison.Ordinal)) ? "plumb-" : "";
        var (at, number) = (0, 0);
        foreach (var mark in marks.OrderBy(m => m.End))
        {
            var label = $"{prefix}{mark.Verdict.Word()}-{++number}";
            copy.Append(source, at, mark.End - at).Append(isMarkdown ? $"[^{label}]" : $" [{label}]");
            at = mark.End;

            // "[^a](b)" would be a link.
            copy.Append(isMarkdown && at < source.Length && source[at] is '(' or '[' or ':' ? " " : "");
            notes.Append(isMarkdown ? $"[^{label}]: {Escaped(mark.Note)}" : $"[{label}] {mark.Note}").Append("\n\n");
        }

        copy.Append(source, at, source.Length - at);
        return notes.Length == 0 ? source : copy.Append(source.EndsWith('\n') ? "\n" : "\n\n").Append(notes.ToString().TrimEnd('\n')).Append('\n').ToString();
    }

    private static string Escaped(string note) => string.Concat(note.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));

    private static string Html(string name, string source, IReadOnlyList<DraftMark> marks)
    {
        HtmlDraft.Read(name, source, out var given);
        var copy = new StringBuilder();
        var at = 0;
        foreach (var (range, mark) in marks.SelectMany(m => HtmlRanges.Of(m.Span, source, given.Origins).Select(r => (r, m))).OrderBy(x => x.r))
        {
            if (range.Start < at)
            {
                continue;
            }

            copy.Append(source, at, range.Start - at)
                .Append($"<mark class=\"plumb-{mark.Verdict.Word()}\" title=\"{WebUtility.HtmlEncode(mark.Note)}\">").Append(source, range.Start, range.Length).Append("</mark>");
            at = range.End;
        }

        return copy.Append(source, at, source.Length - at).ToString();
    }
}
