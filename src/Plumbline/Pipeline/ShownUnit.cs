namespace Plumbline.Pipeline;

/// <summary>A unit as <c>plumb show</c> shows it: what stands of each variable, and every coding with its place.</summary>
public sealed record ShownUnit
{
    /// <summary>Id of the unit.</summary>
    public required string Id { get; init; }

    /// <summary>Its table.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of its first member's file. Hostile text.</summary>
    public required string File { get; init; }

    /// <summary>All its members.</summary>
    public required IReadOnlyList<ShownMember> Members { get; init; }

    /// <summary>Units that may be the same.</summary>
    public required IReadOnlyList<string> MaybeSameAs { get; init; }

    /// <summary>The variables, in the order of the codebook.</summary>
    public required IReadOnlyList<ShownVariable> Variables { get; init; }
}

/// <summary>A member of a unit.</summary>
/// <param name="Member">Its id.</param>
/// <param name="Document">SHA-256 of the document.</param>
/// <param name="Place">Whole, part or row.</param>
/// <param name="File">Name of the file. Hostile text.</param>
public sealed record ShownMember(string Member, string Document, string Place, string File);

/// <summary>What stands of a variable, and why.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The standing value, canonical; several are parted by <c>, </c>; null when there is none.</param>
/// <param name="Status">Word of its status.</param>
/// <param name="IsSettled">True when people settled it, or it is a record's own column.</param>
/// <param name="Codings">All codings.</param>
public sealed record ShownVariable(string Name, string Label, string? Value, string Status, bool IsSettled, IReadOnlyList<ShownCoding> Codings);

/// <summary>One coding with its evidence in its context.</summary>
public sealed record ShownCoding
{
    /// <summary><c>rule</c>, <c>column</c> or <c>person</c>.</summary>
    public required string CoderKind { get; init; }

    /// <summary>Rule, column or pseudonym.</summary>
    public required string Coder { get; init; }

    /// <summary>Version of the rule.</summary>
    public required string Version { get; init; }

    /// <summary>Status it gives.</summary>
    public required string Status { get; init; }

    /// <summary>Value it gives, or null.</summary>
    public string? Value { get; init; }

    /// <summary>Values it leaves possible.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>True when the rule is sure by its own standard.</summary>
    public bool IsCertain { get; init; }

    /// <summary>Of people: <c>coding</c> or <c>adjudication</c>; else null.</summary>
    public string? Act { get; init; }

    /// <summary>Of people: what the coder had been shown, <c>nothing</c>, <c>machine</c> or <c>other</c>.</summary>
    public string? Shown { get; init; }

    /// <summary>Of people: the entries of others that the coder had been shown.</summary>
    public IReadOnlyList<string> ShownEntries { get; init; } = [];

    /// <summary>Of people: the coder's note. Hostile text.</summary>
    public string? Note { get; init; }

    /// <summary>Of people: the journal entry, <c>device:seq</c>.</summary>
    public string? Entry { get; init; }

    /// <summary>Of people: how it found its unit, <c>member</c>, <c>quote</c>, <c>key</c> or <c>person</c>.</summary>
    public string? FoundBy { get; init; }

    /// <summary>Of people: true when the variable's definition has changed since.</summary>
    public bool IsStale { get; init; }

    /// <summary><c>text</c>, <c>record</c> or <c>silence</c> (of people: the whole unit was read); <c>none</c> when only a note speaks.</summary>
    public required string Evidence { get; init; }

    /// <summary>Name of the file. Hostile text.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Id of the member that it was read in; empty where a decision names none that is here.</summary>
    public string Member { get; init; } = "";

    /// <summary>UTF-16 range of the quote in the document's text.</summary>
    public int? Start { get; init; }

    /// <summary>End of the range.</summary>
    public int? End { get; init; }

    /// <summary>The words. Hostile text.</summary>
    public string? Quote { get; init; }

    /// <summary>Words before, more than the 32 units of the selector. Hostile text.</summary>
    public string? Before { get; init; }

    /// <summary>Words after. Hostile text.</summary>
    public string? After { get; init; }

    /// <summary>1-based page.</summary>
    public int? Page { get; init; }

    /// <summary>Section of the unit.</summary>
    public string? Section { get; init; }

    /// <summary>1-based row.</summary>
    public long? Row { get; init; }

    /// <summary>1-based line of the file.</summary>
    public long? Line { get; init; }

    /// <summary>Column of the record. Hostile text.</summary>
    public string? Column { get; init; }

    /// <summary>Its cell. Hostile text.</summary>
    public string? Cell { get; init; }

    /// <summary>Rules that searched and found nothing.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>Sections they searched; empty means the whole unit.</summary>
    public IReadOnlyList<string> SearchedSections { get; init; } = [];
}
