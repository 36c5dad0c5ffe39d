using Plumbline.Evidence;

namespace Plumbline.Pipeline.Coverage;

/// <summary>What is asked of a case's coverage.</summary>
public sealed record CoverageOptions
{
    /// <summary>The table; null for the only one of texts, else the first.</summary>
    public string? Kind { get; init; }

    /// <summary>What units are counted by: <c>court</c>, <c>month</c>, <c>year</c>, <c>source</c>, or variables; empty for what the table has of court, month and source.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Variable with case numbers; null for <c>case_number</c> where there is one.</summary>
    public string? Numbers { get; init; }

    /// <summary>Path of a list of what a registry counts; null for none.</summary>
    public string? Registry { get; init; }
}

/// <summary>Units with one combination of values.</summary>
/// <param name="Values">One for each that is counted by; null where nothing stands (never left out).</param>
/// <param name="Units">How many units.</param>
/// <param name="Settled">Of them those where people settled these values, or they are a record's own.</param>
public sealed record CoverageCell(IReadOnlyList<string?> Values, long Units, long Settled);

/// <summary>Units by one thing.</summary>
/// <param name="By">The word that it was asked by.</param>
/// <param name="Variable">The variable; null for sources.</param>
/// <param name="Cells">Most units first; of times, in their order. What has no value is last.</param>
public sealed record CoverageAxis(string By, string? Variable, IReadOnlyList<CoverageCell> Cells);

/// <summary>Numbers of one sequence: one court, one kind of number, one year.</summary>
public sealed record NumberSeries
{
    /// <summary>The court; null where none stands.</summary>
    public required string? Court { get; init; }

    /// <summary>How its numbers look, such as <c>5-…/2022</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Smallest number seen.</summary>
    public required long First { get; init; }

    /// <summary>Largest number seen.</summary>
    public required long Last { get; init; }

    /// <summary>Different numbers seen.</summary>
    public required long Seen { get; init; }

    /// <summary>Numbers between the first and the last that are not there.</summary>
    public long Missing => Last - First + 1 - Seen;

    /// <summary>Them as ranges, both ends included, in order.</summary>
    public required IReadOnlyList<(long From, long To)> Gaps { get; init; }

    /// <summary>Numbers that several units have.</summary>
    public required long Twice { get; init; }
}

/// <summary>A registry's count beside ours.</summary>
/// <param name="Values">One for each column that is compared by.</param>
/// <param name="Ours">Units of the case.</param>
/// <param name="Theirs">What the registry states; null when it does not name this combination.</param>
public sealed record RegistryRow(IReadOnlyList<string?> Values, long Ours, long? Theirs)
{
    /// <summary>True when the case has more than there should be.</summary>
    public bool IsTooMany => Ours > Theirs;
}

/// <summary>What a case has, and what it does not.</summary>
public sealed record CoverageReport
{
    /// <summary>The table.</summary>
    public required string Kind { get; init; }

    /// <summary>Units in it.</summary>
    public required long Units { get; init; }

    /// <summary>Of these, units that stand in documents not for publication: counted under that name, in no sequence of numbers.</summary>
    public long Confidential { get; init; }

    /// <summary>Units by each thing alone.</summary>
    public required IReadOnlyList<CoverageAxis> Axes { get; init; }

    /// <summary>Units by all of them together.</summary>
    public required IReadOnlyList<CoverageCell> Cells { get; init; }

    /// <summary>Variable of the case numbers; null when there is none.</summary>
    public string? Numbers { get; init; }

    /// <summary>Sequences of case numbers, those with most missing first.</summary>
    public IReadOnlyList<NumberSeries> Series { get; init; } = [];

    /// <summary>Units without a case number.</summary>
    public long WithoutNumber { get; init; }

    /// <summary>Units whose case number has another form than number and year.</summary>
    public long OtherNumbers { get; init; }

    /// <summary>Columns that the registry is compared by; empty without one.</summary>
    public IReadOnlyList<string> RegistryBy { get; init; } = [];

    /// <summary>The comparison, in the registry's order, then what only the case has.</summary>
    public IReadOnlyList<RegistryRow> Registry { get; init; } = [];

    /// <summary>What is odd.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
