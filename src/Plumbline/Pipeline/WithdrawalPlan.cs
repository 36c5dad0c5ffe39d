using Plumbline.Claims;
using Plumbline.Custody;

namespace Plumbline.Pipeline;

/// <summary>What a withdrawal, or taking one back, would change.</summary>
public sealed record WithdrawalPlan
{
    /// <summary>What was named: the word of the source, or the document's 64 digits.</summary>
    public required string Target { get; init; }

    /// <summary>True for a source, false for a document.</summary>
    public required bool IsSource { get; init; }

    /// <summary>True when a withdrawal is taken back.</summary>
    public required bool IsUndo { get; init; }

    /// <summary>The entries that say it.</summary>
    public required IReadOnlyList<JournalDraft> Drafts { get; init; }

    /// <summary>Documents that go, or come back.</summary>
    public required IReadOnlyList<ArchivedDocument> Documents { get; init; }

    /// <summary>Documents of the source that are read all the same: they came also from elsewhere.</summary>
    public required IReadOnlyList<ArchivedDocument> Staying { get; init; }

    /// <summary>Decisions on documents that go, or come back.</summary>
    public required long Decisions { get; init; }

    /// <summary>Units by table before; null when the case can't be built.</summary>
    public IReadOnlyDictionary<string, long>? UnitsBefore { get; init; }

    /// <summary>Units by table after.</summary>
    public IReadOnlyDictionary<string, long>? UnitsAfter { get; init; }

    /// <summary>Claims that move, broken ones first; empty when none does or the case can't be built.</summary>
    public IReadOnlyList<FigureMove> Moves { get; init; } = [];
}
