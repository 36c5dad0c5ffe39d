using Plumbline.Claims.Checks;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>A figure of a draft that a claim stands behind, with its verdict.</summary>
public sealed record CheckedClaim
{
    /// <summary>Name of the draft.</summary>
    public required string Draft { get; init; }

    /// <summary>Id of the claim, as the link names it.</summary>
    public required string Id { get; init; }

    /// <summary>Text of the link.</summary>
    public required string Text { get; init; }

    /// <summary>The link's text in the draft's file, UTF-16 units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>1-based line of the link.</summary>
    public required int Line { get; init; }

    /// <summary>1-based column of the link.</summary>
    public required int Column { get; init; }

    /// <summary>The sentence around it.</summary>
    public required string Sentence { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The rule that decided and what it met, one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The figure as it was understood, in the passage's text; null when the link holds none.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The figure with hedge and unit in the draft's file.</summary>
    public TextSpan? FigureSpan { get; init; }

    /// <summary>Low end, in the unit of the figure; null when not bounded or not read.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end, as <see cref="Low"/>.</summary>
    public decimal? High { get; init; }

    /// <summary>Low end of a claim that gives days.</summary>
    public DateOnly? LowDay { get; init; }

    /// <summary>High end of a claim that gives days.</summary>
    public DateOnly? HighDay { get; init; }

    /// <summary>Units nobody has read that could belong to it.</summary>
    public long Unread { get; init; }

    /// <summary>True when the claim accepts them.</summary>
    public bool AcceptsUnread { get; init; }

    /// <summary>Units in the confirmed reading; null for expressions and quotes.</summary>
    public long? Confirmed { get; init; }

    /// <summary>Units in the possible reading, the rows of its evidence; null for expressions and quotes.</summary>
    public long? Rows { get; init; }

    /// <summary>Units whose codings people still have to settle.</summary>
    public long? OpenUnits => Rows - Confirmed;

    /// <summary>Table of the units.</summary>
    public string? Kind { get; init; }

    /// <summary>Columns that the claim reads: what has to be settled.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Currency of the claim's amounts.</summary>
    public string? Currency { get; init; }

    /// <summary>Document of a quote.</summary>
    public DocumentId? Document { get; init; }

    /// <summary>Where the quote stands in its document's text.</summary>
    public TextSpan? QuotedAt { get; init; }

    /// <summary>Set when its claim, or one that it is made of, was found by its value and nobody confirmed it.</summary>
    public ClaimFinding? Found { get; init; }

    /// <summary>Rows left out of <see cref="Evidence"/>, because their sources are not for publication.</summary>
    public int Confidential { get; init; }

    /// <summary>The first rows of its evidence. Text of documents: hostile, and never for a log.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];
}

/// <summary>A figure of a draft that no claim stands behind.</summary>
/// <param name="Draft">Name of the draft.</param>
/// <param name="Figure">The figure, in its passage.</param>
/// <param name="Span">Its place in the draft's file, from hedge to unit.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
public sealed record UnbackedFigure(string Draft, Figure Figure, TextSpan Span, int Line, int Column);

/// <summary>A claim that no draft uses.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Low">Low end, when it was read.</param>
/// <param name="High">High end, when it was read.</param>
/// <param name="Unread">Units nobody has read.</param>
/// <param name="Confirmed">Units in the confirmed reading.</param>
/// <param name="Rows">Units in the possible reading.</param>
/// <param name="Fault">Why it has no value; null when it has one or was not read.</param>
public sealed record UnusedClaim(string Id, ClaimValue? Low, ClaimValue? High, long? Unread, long? Confirmed, long? Rows, string? Fault);

/// <summary>What a check of one or several drafts found.</summary>
public sealed record CheckReport
{
    /// <summary>Version of the JSON form.</summary>
    public const int Version = 1;

    /// <summary>Names of the drafts, in order; none when the claims alone were read.</summary>
    public required IReadOnlyList<string> Drafts { get; init; }

    /// <summary>The linked figures, in the order of drafts and text.</summary>
    public required IReadOnlyList<CheckedClaim> Claims { get; init; }

    /// <summary>Figures that need backing and have none.</summary>
    public required IReadOnlyList<UnbackedFigure> Unbacked { get; init; }

    /// <summary>What to look at again inside of the drafts, without what was set aside. Never counted by <see cref="IsClean"/>.</summary>
    public IReadOnlyList<Doubt> Checks { get; init; } = [];

    /// <summary>What was set aside in case.yaml, with the reason that stands there.</summary>
    public IReadOnlyList<(Doubt Doubt, string Reason)> SetAside { get; init; } = [];

    /// <summary>Ids that are set aside in case.yaml and that no draft of these has: the words were changed since, or another draft has them.</summary>
    public IReadOnlyList<string> GoneChecks { get; init; } = [];

    /// <summary>Claims in no draft of these. They are read only when there is no draft at all.</summary>
    public required IReadOnlyList<UnusedClaim> Unused { get; init; }

    /// <summary>Faults of drafts, claims and queries, and checks that are no verdict.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Number of linked figures with a verdict.</summary>
    public int Count(Verdict verdict) => verdict == Verdict.NotBacked ? Unbacked.Count : Claims.Count(c => c.Verdict == verdict);

    /// <summary>
    /// True when nothing fails, errs or (unless <paramref name="allowOpen"/>) is open, and no file has a fault: exit code 0,
    /// else 1. Figures that are not backed, and warnings, don't count.
    /// </summary>
    public bool IsClean(bool allowOpen) =>
        Claims.All(c => c.Verdict == Verdict.Holds || (allowOpen && c.Verdict == Verdict.Open)) && Unused.All(u => u.Fault is null)
        && Problems.All(p => p.Severity != Severity.Error);

    /// <summary>0 or 1: see <see cref="IsClean"/>.</summary>
    public int ExitCode(bool allowOpen) => IsClean(allowOpen) ? 0 : 1;
}
