using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Sections;

/// <summary>Cuts a document into units where the codebook's `split` says. Not thread safe.</summary>
internal sealed class SplitFinder
{
    private readonly QueryProgram? program;
    private readonly QueryHits hits = new();
    private readonly int count;
    private readonly HeadingScan? headings;

    public SplitFinder(CodebookParts parts, Vocabulary vocabulary)
    {
        count = parts.SplitStarts.Count;
        program = count > 0 ? new QueryProgram(parts.SplitStarts, vocabulary) : null;
        headings = parts.SplitHeadings.Count > 0 ? new HeadingScan(parts.SplitHeadings) : null;
    }

    public IReadOnlyList<TokenRange> Find(TokenDocument document, string text)
    {
        var all = new TokenRange(0, document.Count);
        if (program is null && headings is null)
        {
            return [all];
        }

        var starts = new SortedSet<int>();
        program?.Evaluate(document, all, [], hits);
        for (var q = 0; q < count; q++)
        {
            foreach (var hit in hits[q])
            {
                starts.Add(hit.From);
            }
        }

        var found = new List<HeadingHit>();
        headings?.Find(text, 0, text.Length, found);
        foreach (var hit in found)
        {
            starts.Add(document.FirstTokenAtOrAfter(hit.Start));
        }

        var cuts = starts.Skip(1).Where(s => s < document.Count).ToList();
        var ranges = new List<TokenRange>(cuts.Count + 1);
        var from = 0;
        foreach (var cut in cuts)
        {
            ranges.Add(new TokenRange(from, cut));
            from = cut;
        }

        ranges.Add(new TokenRange(from, document.Count));
        return ranges;
    }
}
