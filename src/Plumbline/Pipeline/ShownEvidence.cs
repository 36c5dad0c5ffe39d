using Plumbline.Claims;

namespace Plumbline.Pipeline;

/// <summary>Takes out of evidence what terms don't let be shown. What is left out backs its figure all the same, and is counted.</summary>
public static class ShownEvidence
{
    /// <summary>The rows that may be shown, and how many were left out. Of a unit that stands in several documents, only what stands in hidden ones goes.</summary>
    public static (IReadOnlyList<EvidenceRow> Rows, int Confidential) Of(SourceTerms terms, IReadOnlyList<EvidenceRow> rows)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(rows);
        if (!terms.HidesAny)
        {
            return (rows, 0);
        }

        // The id of a unit is made of its first document.
        var shown = rows.Where(r => !terms.Shown(r.Document).IsHidden).Select(r => r with { Cells = [.. r.Cells.Select(c => Of(terms, c))] }).ToList();
        return (shown, rows.Count - shown.Count);
    }

    /// <summary>The same of all claims of a check.</summary>
    public static CheckReport Of(SourceTerms terms, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(report);
        return !terms.HidesAny ? report : report with
        {
            Claims = [.. report.Claims.Select(c => Of(terms, c.Evidence) is var (rows, confidential) && c.Document is { } document && terms.Shown(document).IsHidden
                ? c with { Evidence = rows, Confidential = confidential, Document = null, QuotedAt = null }
                : c with { Evidence = rows, Confidential = confidential })],
        };
    }

    private static EvidenceCell Of(SourceTerms terms, EvidenceCell cell) => cell.Document is { } document && terms.Shown(document).IsHidden
        ? new EvidenceCell(cell.Variable, cell.Value, cell.Status, cell.Evidence) { CoderKind = cell.CoderKind, IsWithheld = true }
        : cell;
}
