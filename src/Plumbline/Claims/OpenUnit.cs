namespace Plumbline.Claims;

/// <summary>Why a unit keeps a claim open.</summary>
public enum OpenState
{
    /// <summary>In the possible reading, not in the confirmed one; or its amount is not settled.</summary>
    Possible,

    /// <summary>Outside the possible reading, and nobody settled that it is.</summary>
    Unread,

    /// <summary>Of a share: its place in the whole is not settled, and it is in no reading of the part.</summary>
    Whole,

    /// <summary>Of another table that the query joins: what is read of it is not settled.</summary>
    Other,
}

/// <summary>A variable of a unit that a claim reads and nobody settled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Word of the status that stands.</param>
public sealed record OpenVariable(string Name, string Status)
{
    /// <summary>True when the machine has a value for it and no coding of it is marked as a guess.</summary>
    public bool IsSure { get; init; }

    /// <summary>Of how many units people decided what the rules that read this one had read there too.</summary>
    public int Tried { get; init; }

    /// <summary>Of how many of them they said the same as the rule.</summary>
    public int Right { get; init; }

    /// <summary>People whose codings stand, not enough of them, or not of one mind.</summary>
    public int Coders { get; init; }

    /// <summary>True when a decision is on an earlier definition: it can be affirmed.</summary>
    public bool IsStale { get; init; }

    /// <summary>True when a person read it and could not tell: reading again will hardly help.</summary>
    public bool IsUnclear { get; init; }
}

/// <summary>A unit that keeps a claim open.</summary>
public sealed record OpenUnit
{
    /// <summary>Its id.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its table.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of its file as it came in. Hostile text.</summary>
    public string File { get; init; } = "";

    /// <summary>Why.</summary>
    public required OpenState State { get; init; }

    /// <summary>True when it belongs to the claim by the values that stand now.</summary>
    public bool IsExpected { get; init; }

    /// <summary>Group of the open merge that it is in; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>True when the confirmed reading has it (its amount, or a merge, is open).</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>True when the whole of a share surely has it.</summary>
    public bool IsWholeConfirmed { get; init; }

    /// <summary>True when the whole of a share may have it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Smallest amount that it may have; days after 1970-01-01 for first and last. Null when there is none.</summary>
    public decimal? Least { get; init; }

    /// <summary>Largest amount that it may have.</summary>
    public decimal? Most { get; init; }

    /// <summary>Low end of what is confirmed of its amount.</summary>
    public decimal? Settled { get; init; }

    /// <summary>All that the claim reads of it and nobody settled.</summary>
    public IReadOnlyList<OpenVariable> Variables { get; init; } = [];

    /// <summary>What has to be settled for it to be in the claim; null when no reading of it can bring it there.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>What has to be settled for it to be outside; null as for <see cref="In"/>.</summary>
    public IReadOnlyList<string>? Out { get; init; }
}

/// <summary>The units that keep a claim open.</summary>
public sealed record OpenUnits
{
    /// <summary>The first of each state: those with the fewest variables to settle, or with the amounts that weigh most.</summary>
    public IReadOnlyList<OpenUnit> Units { get; init; } = [];

    /// <summary>How many there are of each state, by <see cref="OpenState"/>.</summary>
    public IReadOnlyList<long> Totals { get; init; } = [0, 0, 0, 0];

    /// <summary>Of a share: units that the whole may have.</summary>
    public long WholePossible { get; init; }

    /// <summary>Of a share: units surely in the whole and surely not in the part's possible reading.</summary>
    public long SurelyRest { get; init; }

    /// <summary>Faults of the claim; with one, nothing else is said.</summary>
    public IReadOnlyList<Evidence.Problem> Problems { get; init; } = [];

    /// <summary>How many of one state.</summary>
    public long Total(OpenState state) => Totals[(int)state];
}

/// <summary>Names the units that keep a claim open, which <see cref="IClaimReader"/> only counts.</summary>
public interface IOpenUnitReader
{
    /// <summary>The units that are possible and not confirmed, and those that are unread, at most <paramref name="limit"/> of each state.</summary>
    OpenUnits Open(ClaimQuery claim, int limit);
}
