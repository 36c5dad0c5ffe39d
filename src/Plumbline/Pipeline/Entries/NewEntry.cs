using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Entries;

/// <summary>What a person enters of one variable.</summary>
/// <param name="Variable">Its name.</param>
/// <param name="Status">What is known: stated, unclear, not-stated or not-applicable.</param>
/// <param name="Values">Values; of unclear, those that are possible.</param>
public sealed record EntryField(string Variable, Status Status, IReadOnlyList<string> Values);

/// <summary>A unit that no document tells of, as a person enters it: an incident told by phone, an interview.</summary>
public sealed record NewEntry
{
    /// <summary>Table of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What is said of its variables; of those that are left out nothing is said.</summary>
    public required IReadOnlyList<EntryField> Fields { get; init; }

    /// <summary>How it came to the person: by phone, in person.</summary>
    public string How { get; init; } = "";

    /// <summary>The day on which it was told.</summary>
    public required DateOnly ToldOn { get; init; }

    /// <summary>Word of the source who told it; null: the person saw it.</summary>
    public string? Source { get; init; }

    /// <summary>What was told, in words; may be empty.</summary>
    public string Told { get; init; } = "";

    /// <summary>Full paths of files that belong to it.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Pseudonym of who enters it.</summary>
    public required string Coder { get; init; }
}

/// <summary>What came of an entry: on disk when this is given back.</summary>
/// <param name="Unit">Id of the unit that the next build has.</param>
/// <param name="Document">Its record in the archive.</param>
/// <param name="Codings">How many variables were coded.</param>
/// <param name="Attachments">The files that came in with it.</param>
public sealed record EntryReceipt(UnitId Unit, DocumentId Document, int Codings, IReadOnlyList<DocumentId> Attachments);
