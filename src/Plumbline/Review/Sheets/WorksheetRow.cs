using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>What a worksheet shows of a variable of a unit. Texts are hostile.</summary>
/// <param name="Machine">What the machine found; null when nothing.</param>
/// <param name="Words">The words that it found it in, with those around them; empty where there are none.</param>
internal sealed record WorksheetCell(ShownMachine? Machine, string Words);

/// <summary>A unit to code.</summary>
/// <param name="Unit">Its id.</param>
/// <param name="File">Name of its file. Hostile text.</param>
/// <param name="Key">Texts of the key variables that the sheet shows, in its order. Hostile text.</param>
/// <param name="Cells">A cell for each variable, in the order of the sheet.</param>
internal sealed record WorksheetRow(string Unit, string File, IReadOnlyList<string> Key, IReadOnlyList<WorksheetCell> Cells);

/// <summary>A worksheet before it is written.</summary>
internal sealed record WorksheetContent
{
    public required WorksheetAbout About { get; init; }

    /// <summary>Title of the case; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>What people call the units.</summary>
    public required string Label { get; init; }

    /// <summary>True: instructions in Russian, else in English. The codebook's own words stand as they are.</summary>
    public required bool InRussian { get; init; }

    /// <summary>Key variables that are shown and not asked.</summary>
    public required IReadOnlyList<Variable> Key { get; init; }

    /// <summary>Variables to code.</summary>
    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<WorksheetRow> Rows { get; init; }
}
