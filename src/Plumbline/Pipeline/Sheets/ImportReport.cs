using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline.Sheets;

/// <summary>How a sheet is taken in.</summary>
public sealed record ImportOptions
{
    /// <summary>Pseudonym of who coded.</summary>
    public required string Coder { get; init; }

    /// <summary>Path of a map, for a sheet that Plumbline did not write; else null.</summary>
    public string? Map { get; init; }

    /// <summary>Kind of unit, where neither sheet nor map says it.</summary>
    public string? Kind { get; init; }

    /// <summary>Only say what would be entered.</summary>
    public bool DryRun { get; init; }

    /// <summary>Leave out rows that name no unit of the case, or several. Without it nothing is entered when there is one.</summary>
    public bool SkipUnmatched { get; init; }
}

/// <summary>What came of it. All that was entered is on disk, or nothing is.</summary>
public sealed record ImportReport
{
    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Its SHA-256, as it stands in each decision.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Kind of its units.</summary>
    public required string Kind { get; init; }

    /// <summary>Rows below the headings.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows left out because no unit, or several, have their name.</summary>
    public required int Unmatched { get; init; }

    /// <summary>Decisions entered, or that would be.</summary>
    public required IReadOnlyList<Decision> Entered { get; init; }

    /// <summary>Cells that were entered before and say the same.</summary>
    public required int Before { get; init; }

    /// <summary>First and last entry; null when there is none.</summary>
    public (EntryName First, EntryName Last)? Entries { get; init; }

    /// <summary>Remarks, and rows that were left out.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>Places of a unit that are like the words of a cell, which stand nowhere in it. Text of a document: for the person who asked only.</summary>
/// <param name="Row">The row.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Near">The places.</param>
public sealed record NearInSheet(int Row, string Variable, IReadOnlyList<NearQuote> Near);
