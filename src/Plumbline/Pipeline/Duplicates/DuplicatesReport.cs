using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Duplicates;

/// <summary>Why two units may be the same.</summary>
public enum DuplicateReason
{
    /// <summary>Rules read the same key in both: an open merge, figures count with it.</summary>
    SameKey,

    /// <summary>People judged them and did not agree, or could not tell: an open merge too.</summary>
    Judged,

    /// <summary>Their texts share long runs of words that few others have.</summary>
    SameWords,

    /// <summary>They are rows of two tables with mostly the same values.</summary>
    SameRecord,
}

/// <summary>A value in which two units differ.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="A">Standing value of the one, or its status where it has none.</param>
/// <param name="B">Of the other.</param>
public sealed record DifferingValue(string Variable, string A, string B);

/// <summary>Two units that may be the same.</summary>
public sealed record DuplicatePair
{
    /// <summary>Table of both.</summary>
    public required string Kind { get; init; }

    /// <summary>The smaller id.</summary>
    public required UnitId A { get; init; }

    /// <summary>The larger id.</summary>
    public required UnitId B { get; init; }

    /// <summary>Name of the file of <see cref="A"/>. Hostile text.</summary>
    public required string FileA { get; init; }

    /// <summary>Name of the file of <see cref="B"/>. Hostile text.</summary>
    public required string FileB { get; init; }

    /// <summary>Why.</summary>
    public required DuplicateReason Reason { get; init; }

    /// <summary>Share of the shorter text's words that stand in the other, in runs of five or more; of rows, share of values that are equal. Null where it was not measured.</summary>
    public double? Alike { get; init; }

    /// <summary>True when a variable of the key is stated in both, and not the same.</summary>
    public bool KeysDiffer { get; init; }

    /// <summary>Values in which they differ, in the codebook's order.</summary>
    public IReadOnlyList<DifferingValue> Differences { get; init; } = [];

    /// <summary>Judgements on them that stand.</summary>
    public IReadOnlyList<JournaledJudgement> Judgements { get; init; } = [];
}

/// <summary>Possible duplicates of a case.</summary>
/// <param name="Pairs">Those asked for: open merges first, then the most alike; those whose keys differ last.</param>
/// <param name="Open">Pairs that are open merges, in all.</param>
/// <param name="Alike">Other pairs that are alike, in all.</param>
/// <param name="IsCut">True when more pairs are alike than were looked at.</param>
public sealed record DuplicatesReport(IReadOnlyList<DuplicatePair> Pairs, int Open, int Alike, bool IsCut);
