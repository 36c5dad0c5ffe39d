using Plumbline.Claims;

namespace Plumbline.Pipeline.Changes;

/// <summary>What was changed of a variable.</summary>
public enum VariableChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Type, values, silence or instructions: decisions made before are stale, but where values were only renamed.</summary>
    Definition,

    /// <summary>How the machine reads it: decisions stand.</summary>
    Rules,

    /// <summary>Nothing of its own; its values change with what units are, or with other variables.</summary>
    None,
}

/// <summary>Units whose standing value changes in one way.</summary>
/// <param name="Before">Value, or status where there is none.</param>
/// <param name="WasConfirmed">True when it was settled.</param>
/// <param name="After">As <paramref name="Before"/>.</param>
/// <param name="IsConfirmed">As <paramref name="WasConfirmed"/>.</param>
/// <param name="Units">How many.</param>
/// <param name="Examples">Ids of a few.</param>
public sealed record ValueMove(string Before, bool WasConfirmed, string After, bool IsConfirmed, long Units, IReadOnlyList<string> Examples);

/// <summary>An old value and what it is called now: one name where it was renamed, several where it was split.</summary>
public sealed record ValueNames(string Before, IReadOnlyList<string> After);

/// <summary>What changes of one variable.</summary>
public sealed record VariableDiff
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What was changed of it.</summary>
    public required VariableChange Change { get; init; }

    /// <summary>Values that have another name now, by <c>was:</c>; those with several were split.</summary>
    public IReadOnlyList<ValueNames> Renamed { get; init; } = [];

    /// <summary>Values that are no more, and that none says it was.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Units in both whose standing value, or whether it is confirmed, changes.</summary>
    public long Changed { get; init; }

    /// <summary>How, most units first.</summary>
    public IReadOnlyList<ValueMove> Moves { get; init; } = [];
}

/// <summary>A person's decision that somebody must look at again.</summary>
/// <param name="Entry">Its journal entry.</param>
/// <param name="Unit">Its unit, by the old codebook.</param>
/// <param name="Variable">Its variable.</param>
/// <param name="Coder">Who decided.</param>
/// <param name="IsLost">True when it finds no unit or variable any more; else it is stale.</param>
public sealed record DecisionAtRisk(string Entry, string Unit, string Variable, string Coder, bool IsLost);

/// <summary>What another codebook changes in a case.</summary>
public sealed record CodebookDiff
{
    /// <summary>Table of the codebook.</summary>
    public required string Kind { get; init; }

    /// <summary>True when it cuts units otherwise, or reads other documents.</summary>
    public required bool CutsOtherwise { get; init; }

    /// <summary>True when it has another key.</summary>
    public required bool HasOtherKey { get; init; }

    /// <summary>Units before.</summary>
    public required long UnitsBefore { get; init; }

    /// <summary>Units after.</summary>
    public required long UnitsAfter { get; init; }

    /// <summary>Ids that are in both.</summary>
    public required long UnitsInBoth { get; init; }

    /// <summary>Variables that were changed, or whose values change, in the order of the new codebook; those that are gone last.</summary>
    public required IReadOnlyList<VariableDiff> Variables { get; init; }

    /// <summary>Figures that move.</summary>
    public required IReadOnlyList<FigureMove> Figures { get; init; }

    /// <summary>Claims that were read.</summary>
    public required int FiguresInAll { get; init; }

    /// <summary>Decisions that must be looked at again, that stood before.</summary>
    public required IReadOnlyList<DecisionAtRisk> Decisions { get; init; }

    /// <summary>Decisions that stood before.</summary>
    public required long DecisionsInAll { get; init; }
}
