using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>What a row names its unit by.</summary>
/// <param name="Unit">Id of the unit, or null.</param>
/// <param name="File">Name of its file, or null.</param>
/// <param name="Key">Texts of key variables as they stand in the row; empty when it is not named so.</param>
internal sealed record SheetUnit(string? Unit, string? File, IReadOnlyDictionary<string, string> Key)
{
    /// <summary>What it is named by, for messages.</summary>
    public string By => string.Join(" and ", new[] { Unit is null ? null : "id", File is null ? null : "file name", Key.Count == 0 ? null : "key" }.OfType<string>());
}

/// <summary>One cell of a sheet in which somebody coded: a variable of a unit.</summary>
internal sealed record SheetCoding
{
    /// <summary>Number of the row, as a spreadsheet program shows it.</summary>
    public required int Row { get; init; }

    public required SheetUnit Of { get; init; }

    public required string Variable { get; init; }

    public required Status Status { get; init; }

    /// <summary>Values as they were typed; of unclear, those that are possible.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<string> Quotes { get; init; } = [];

    public bool ReadWhole { get; init; }

    public string? Note { get; init; }

    /// <summary>What the coder had been shown; null when nobody knows.</summary>
    public ShownBefore? Shown { get; init; }

    /// <summary>The machine's value in the sheet, where it was shown.</summary>
    public ShownMachine? Machine { get; init; }

    /// <summary>Hash of the definition that the coder had before them; null: as it is now.</summary>
    public string? Definition { get; init; }
}

/// <summary>All that a sheet says.</summary>
/// <param name="Kind">Table of its units; null when the sheet does not say it.</param>
/// <param name="Codings">In the order of its rows and columns.</param>
/// <param name="Rows">Rows that name a unit.</param>
/// <param name="Problems">Rows with faults, and remarks.</param>
internal sealed record SheetCodings(string? Kind, IReadOnlyList<SheetCoding> Codings, int Rows, IReadOnlyList<Problem> Problems)
{
    /// <summary>True when a value without its words is entered as possible, not refused (a map says so).</summary>
    public bool AllowsNoWords { get; init; }
}
