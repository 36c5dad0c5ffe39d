namespace Plumbline.Claims.Sql;

/// <summary>
/// Units that are alike for a claim. Of units in no open merge, how many have one of the flags (a unit with two of them is
/// counted in two of these); else one unit with all its flags. For a share, the first three flags are those of the part
/// within the whole.
/// </summary>
internal sealed record UnitCounts
{
    /// <summary>Group of the open merge; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>How many units.</summary>
    public long Count { get; init; } = 1;

    /// <summary>In the confirmed reading.</summary>
    public bool Confirmed { get; init; }

    /// <summary>In the possible reading.</summary>
    public bool Possible { get; init; }

    /// <summary>Something that isn't known decides whether they are in it.</summary>
    public bool Unknown { get; init; }

    /// <summary>In the whole, confirmed.</summary>
    public bool WholeConfirmed { get; init; }

    /// <summary>In the whole, possibly.</summary>
    public bool WholePossible { get; init; }

    /// <summary>Something that isn't known decides whether they are in the whole.</summary>
    public bool WholeUnknown { get; init; }

    /// <summary>In the possible reading, without an amount that somebody settled or read.</summary>
    public bool AmountUnknown { get; init; }

    /// <summary>Confirmed amounts added, low ends.</summary>
    public decimal? ConfirmedSum { get; init; }

    /// <summary>Smallest confirmed amount, by its high end.</summary>
    public decimal? ConfirmedMin { get; init; }

    /// <summary>Largest confirmed amount, by its low end.</summary>
    public decimal? ConfirmedMax { get; init; }

    /// <summary>Possible amounts added, the largest of each unit.</summary>
    public decimal? PossibleSum { get; init; }

    /// <summary>Smallest possible amount.</summary>
    public decimal? PossibleMin { get; init; }

    /// <summary>Largest possible amount.</summary>
    public decimal? PossibleMax { get; init; }

    /// <summary>First and last currency of the possible amounts, in the order of the alphabet.</summary>
    public (string? First, string? Last) Currencies { get; init; }

    /// <summary>Equal for units of a merge whose settled values are equal in all that is read.</summary>
    public string Key { get; init; } = "";

    /// <summary>True when the claim or its whole waits for something unknown.</summary>
    public bool IsUnread => (Unknown && !Possible) || (WholeUnknown && !WholePossible) || AmountUnknown;
}

/// <summary>What an open merge could be when the values of all its units are taken as alternatives of each other.</summary>
internal sealed record MergedCounts(string Group, bool Possible, bool WholePossible, decimal? PossibleMin, decimal? PossibleMax, (string? First, string? Last) Currencies);
