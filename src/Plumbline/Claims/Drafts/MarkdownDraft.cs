using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>
/// Reads Markdown (CommonMark with front matter, tables, footnotes and figures, through Markdig). Prose keeps the offset
/// of every character in the file. Code, addresses, front matter, scripts and HTML comments are left out; text inside of
/// HTML blocks is prose.
/// </summary>
public static class MarkdownDraft
{
    /// <summary>Longest draft read, in UTF-16 units.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseYamlFrontMatter().UseFootnotes().UsePipeTables().UseGridTables().UseFigures().UseDefinitionLists().Build();

    /// <summary>Reads a draft. Never throws for what is in it.</summary>
    public static Draft Read(DraftFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Text.Length > MaxLength)
        {
            return new Draft(file, [], [], [ClaimsProblems.DraftTooLong(file.Name, MaxLength)]);
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(file.Text, Pipeline);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            // Markdig refuses text that is nested too deeply.
            return new Draft(file, [], [], [ClaimsProblems.DraftNotRead(file.Name)]);
        }

        var cells = Cells(document);
        var found = new List<(int Start, DraftPassage Passage, IReadOnlyList<DraftLink> Links)>();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is HtmlBlock html)
            {
                found.AddRange(HtmlProse.Read(file.Text, Math.Max(0, html.Span.Start), Math.Min(file.Text.Length, html.Span.End + 1)));
            }
            else if (block is not CodeBlock && block.Inline is { } inline)
            {
                var prose = new Prose(file.Text);
                prose.Add(inline);
                if (prose.Finish(block.Parent is TableCell cell && cells.TryGetValue(cell, out var place) ? place : null) is { } passage)
                {
                    found.Add((passage.InFile(new TextSpan(0, 1)).Start, passage, [.. prose.Links.Select(l => new DraftLink(l.Id, passage, l.Span) { Whole = l.Whole })]));
                }
            }
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        var draft = new Draft(file, [.. found.Select(f => f.Passage)], [.. found.SelectMany(f => f.Links)], []);
        return draft with { Problems = [.. BrokenLinks(draft)] };
    }

    private static Dictionary<TableCell, DraftCell> Cells(MarkdownDocument document) =>
        document.Descendants<Table>().SelectMany((table, t) => table.OfType<TableRow>().SelectMany((row, r) => row.OfType<TableCell>().Select((cell, c) => (cell, Place: new DraftCell(t, r, c)))))
            .ToDictionary(c => c.cell, c => c.Place);

    /// <summary>What was meant as a link and is none is the one fault that an author can't see.</summary>
    private static IEnumerable<Problem> BrokenLinks(Draft draft)
    {
        foreach (var passage in draft.Passages)
        {
            for (var i = passage.Text.IndexOf("claim:", StringComparison.Ordinal); i >= 0; i = passage.Text.IndexOf("claim:", i + 1, StringComparison.Ordinal))
            {
                if (i > 0 && passage.Text[i - 1] is '(' or '<' or '[')
                {
                    yield return ClaimsProblems.BrokenLink(draft, passage.InFile(new TextSpan(i, i + 1)).Start);
                }
            }
        }
    }

    /// <summary>Collects one block's text with its offsets.</summary>
    private sealed class Prose(string source)
    {
        private readonly System.Text.StringBuilder text = new();
        private readonly List<int> offsets = [];

        public List<(string Id, TextSpan Span, TextSpan Whole)> Links { get; } = [];

        public DraftPassage? Finish(DraftCell? cell) => text.Length == 0 ? null : new DraftPassage(text.ToString(), [.. offsets]) { Cell = cell };

        public void Add(Inline inline)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    AddLiteral(literal.Content.ToString(), literal.Span.Start);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString(), entity.Span.Start);
                    break;
                case LineBreakInline line:
                    Add(" ", Math.Max(0, line.Span.Start));
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    Add(" ", html.Span.Start);
                    break;
                case CodeInline or AutolinkInline:
                    // Keeps the words on both sides apart.
                    Add("\uFFFC", inline.Span.Start);
                    break;
                case FootnoteLink or HtmlInline:
                    break;
                case ContainerInline container:
                    var start = text.Length;
                    foreach (var child in container)
                    {
                        Add(child);
                    }

                    if (container is LinkInline { IsImage: false } link && ClaimAddress.ClaimOf(link.GetDynamicUrl?.Invoke() ?? link.Url) is { } id)
                    {
                        if (text.Length == start)
                        {
                            Add("\uFFFC", link.Span.Start);
                        }

                        Links.Add((id, new TextSpan(start, text.Length), new TextSpan(Math.Max(0, link.Span.Start), Math.Clamp(link.Span.End + 1, 0, source.Length))));
                    }

                    break;
                default:
                    break;
            }
        }

        private void AddLiteral(string content, int at)
        {
            // An escaped sign stands one behind its backslash; all else stands where Markdig says.
            at = Math.Clamp(at, 0, source.Length);
            if (content.Length > 0 && at + 1 < source.Length && source[at] == '\\' && source[at + 1] == content[0] && content[0] != '\\')
            {
                at++;
            }
            else if (string.CompareOrdinal(source, at, content, 0, content.Length) != 0)
            {
                // Cells are trimmed after their place was taken.
                var found = source.IndexOf(content, at, Math.Min(source.Length - at, content.Length + 64), StringComparison.Ordinal);
                at = found < 0 ? at : found;
            }

            foreach (var c in content)
            {
                // A line of a table that is none has lost the spaces at its end.
                while (at < source.Length && source[at] is ' ' or '\t' && source[at] != c)
                {
                    at++;
                }

                Add(c, at++);
            }
        }

        private void Add(string content, int at)
        {
            foreach (var c in content)
            {
                Add(c, at);
            }
        }

        private void Add(char c, int at)
        {
            text.Append(c == '\0' ? '\uFFFD' : c);
            offsets.Add(Math.Clamp(at, 0, Math.Max(0, source.Length - 1)));
        }
    }
}
