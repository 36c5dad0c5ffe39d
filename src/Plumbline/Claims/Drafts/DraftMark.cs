using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>A mark on a figure of a draft: its verdict, and a note for people.</summary>
/// <param name="Span">The figure, or the text of its link, in the draft's text.</param>
/// <param name="End">Behind its markup in a draft that is text; else the end of <paramref name="Span"/>.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Note">One line. Holds words of documents that may be shown, nothing of others. Hostile text.</param>
public sealed record DraftMark(TextSpan Span, int End, Verdict Verdict, string Note)
{
    private const int LongestQuote = 160;

    /// <summary>The marks of one draft, in its order.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="report">A check that it was in; its evidence is what may be shown.</param>
    public static IReadOnlyList<DraftMark> Of(Draft draft, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(report);
        var whole = draft.Links.Where(l => l.Whole is not null).GroupBy(l => l.InFile).ToDictionary(g => g.Key, g => g.First().Whole!.Value.End);
        var claims = report.Claims.Where(c => c.Draft == draft.File.Name).Select(c => new DraftMark(c.Span, whole.GetValueOrDefault(c.Span, c.Span.End), c.Verdict, Line(Text(c))));
        var unbacked = report.Unbacked.Where(u => u.Draft == draft.File.Name)
            .Select(u => new DraftMark(u.Span, u.Span.End, Verdict.NotBacked, "not-backed: no claim stands behind this figure."));
        return [.. claims.Concat(unbacked).Where(m => m.Span.Length > 0).OrderBy(m => m.Span)];
    }

    private static string Text(CheckedClaim claim)
    {
        var row = claim.Evidence.FirstOrDefault(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c.Quote)));
        var quote = row?.Cells.First(c => !string.IsNullOrWhiteSpace(c.Quote)).Quote ?? "";
        quote = quote.Length > LongestQuote ? quote[..LongestQuote] + "..." : quote;
        return $"{claim.Verdict.Word()} (claim {claim.Id}): {claim.Reason}{(claim.Found is { } found ? $" The claim was {found.InWords}." : "")}{(row is null ? "" : $" Evidence, {row.File}: “{quote}”")}";
    }

    /// <summary>One line without signs that change how a text is shown.</summary>
    private static string Line(string text) => string.Join(' ', new string([.. text.Select(c =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' '
        : char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate ? '\uFFFD' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
