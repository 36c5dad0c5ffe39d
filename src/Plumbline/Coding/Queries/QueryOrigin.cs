using Plumbline.Evidence;

namespace Plumbline.Coding.Queries;

/// <summary>Where the text of a query stands, so that faults point at the right place.</summary>
/// <param name="ShownName">The file as the user gave it; empty for a query typed at the command.</param>
/// <param name="Line">1-based line of the first letter of the query.</param>
/// <param name="Column">1-based column of it, in UTF-16 units.</param>
/// <param name="SourceLine">The whole line it stands on; null: the query itself, moved to its column.</param>
public sealed record QueryOrigin(string ShownName = "", int Line = 1, int Column = 1, string? SourceLine = null)
{
    internal ProblemPlace PlaceOf(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var before = text.AsSpan(0, offset);
        var line = before.Count('\n');
        var start = before.LastIndexOf('\n') + 1;
        var end = text.AsSpan(start).IndexOf('\n');
        var own = end < 0 ? text[start..] : text.Substring(start, end);
        var shown = line == 0 ? SourceLine ?? new string(' ', Math.Max(0, Column - 1)) + own : own;
        return new ProblemPlace(
            ShownName.Length == 0 ? null : ShownName, Line + line, offset - start + (line == 0 ? Column : 1), SourceLine: shown);
    }
}
