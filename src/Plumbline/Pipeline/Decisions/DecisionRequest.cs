using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>What a person says of a variable of a unit, as it was typed.</summary>
public sealed record DecisionRequest
{
    /// <summary>Id of the unit or of a member, or the first characters of one.</summary>
    public required string Unit { get; init; }

    /// <summary>The variable.</summary>
    public required string Variable { get; init; }

    /// <summary>Coding or adjudication.</summary>
    public DecisionAct Act { get; init; }

    /// <summary>What is known: stated, not-stated, unclear or not-applicable.</summary>
    public Status Status { get; init; } = Status.Stated;

    /// <summary>Values; of unclear, those that are possible.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Words in the source: none, one for all values, or one for each.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Offset in the document's text near which the quoted words were chosen; null: near to where the machine read the variable.</summary>
    public int? Near { get; init; }

    /// <summary>True when the person says that they read the whole unit.</summary>
    public bool ReadWhole { get; init; }

    /// <summary>Pseudonym of the coder.</summary>
    public required string Coder { get; init; }

    /// <summary>What the coder had been shown; null: the most that they can have been.</summary>
    public ShownBefore? Shown { get; init; }

    /// <summary>Entries of other people that the coder had been shown, where that is known; null: all that are there, if they had been shown any.</summary>
    public IReadOnlyList<EntryName>? ShownEntries { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The row of a sheet that says it, or null.</summary>
    public SheetPlace? Sheet { get; init; }

    /// <summary>The machine's value as a sheet showed it; null: as it is now, where it was shown at all.</summary>
    public SeenMachine? Seen { get; init; }

    /// <summary>Hash of the definition that the coder had before them; null: as it is now.</summary>
    public string? Definition { get; init; }

    /// <summary>True when a value rests on the words that are given with it alone: who codes blind is not to learn by it what the machine read.</summary>
    public bool NeedsOwnWords { get; init; }

    /// <summary>True when a value with no words in the source may rest on its note alone: possible then, never confirmed.</summary>
    public bool AllowsNoWords { get; init; }
}

/// <summary>What a sheet showed of the machine.</summary>
/// <param name="Value">Its value; null when it had none.</param>
public sealed record SeenMachine(ShownMachine? Value);

/// <summary>What came of it: on disk when this is given back.</summary>
/// <param name="Entry">The journal entry.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">Its table.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Decision">The decision as it was entered; of undo and attach, the one that it is about.</param>
public sealed record DecisionReceipt(EntryName Entry, UnitId Unit, string Kind, string Variable, Decision Decision);

/// <summary>Words of a unit that are like a quote that stands nowhere in it. Text of a document: for the person who asked only.</summary>
/// <param name="Before">Words before.</param>
/// <param name="Words">The words, as they stand.</param>
/// <param name="After">Words after.</param>
public sealed record NearQuote(string Before, string Words, string After);
