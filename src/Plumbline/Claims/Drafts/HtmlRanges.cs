using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>Ranges of a page that a range of its text came from: one for each run without a tag inside.</summary>
internal static class HtmlRanges
{
    public static List<TextSpan> Of(TextSpan span, string source, IReadOnlyList<int> origins)
    {
        var ranges = new List<TextSpan>();
        foreach (var at in Enumerable.Range(span.Start, span.Length).Select(i => origins[i]).Where(o => o >= 0))
        {
            var end = source[at] == '&' && source.IndexOf(';', at, Math.Min(32, source.Length - at)) is > 0 and var semicolon ? semicolon + 1 : at + 1;
            if (ranges.Count > 0 && at >= ranges[^1].Start && (at < ranges[^1].End || source.IndexOf('<', ranges[^1].End, at - ranges[^1].End) < 0))
            {
                ranges[^1] = new TextSpan(ranges[^1].Start, Math.Max(end, ranges[^1].End));
            }
            else
            {
                ranges.Add(new TextSpan(at, end));
            }
        }

        return [.. ranges.Where(r => !string.IsNullOrWhiteSpace(r.In(source)))];
    }
}
