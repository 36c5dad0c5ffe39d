namespace Plumbline.Evidence;

/// <summary>
/// One value (or, without one, one status) for one variable of one unit by one coder, with its evidence. A variable with
/// several values has one coding for each.
/// </summary>
public sealed record Coding
{
    /// <summary>The member the coder read; belongs to one unit.</summary>
    public required UnitId Member { get; init; }

    /// <summary>Name of the variable.</summary>
    public required string Variable { get; init; }

    /// <summary>What is known.</summary>
    public required Status Status { get; init; }

    /// <summary>The value; null unless <see cref="Status"/> is stated.</summary>
    public CodedValue? Value { get; init; }

    /// <summary>Values that an unclear coding leaves possible; empty when it can't be told.</summary>
    public IReadOnlyList<CodedValue> Candidates { get; init; } = [];

    /// <summary>Who.</summary>
    public required Coder Coder { get; init; }

    /// <summary><see cref="Evidence.Variable.ComputeDefinitionHash"/> of the definition it was coded under.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>Where it stands.</summary>
    public required Selector Evidence { get; init; }

    /// <summary>True when the rule is sure by its own standard; calibrated in docs/accuracy.md. Always true of people.</summary>
    public bool IsCertain { get; init; }
}

/// <summary>
/// A unit with all its codings, as the coding stage gives it and the tables take it. Codings are ordered by variable as
/// in the codebook, then by position.
/// </summary>
public sealed record CodedUnit
{
    /// <summary>Id of the member archived first.</summary>
    public required UnitId Id { get; init; }

    /// <summary>All members, that archived first at the head.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>Name of the first member's file as it came in. Hostile text.</summary>
    public required string File { get; init; }

    /// <summary>Machine codings: rules' and columns'.</summary>
    public required IReadOnlyList<Coding> Codings { get; init; }

    /// <summary>Ids of other units that may be the same (a key that a rule read): an open merge.</summary>
    public IReadOnlyList<UnitId> MaybeSameAs { get; init; } = [];
}
