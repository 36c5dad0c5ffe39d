namespace Plumbline.Claims;

/// <summary>How one unit stands in a claim.</summary>
/// <param name="Id">Id of the unit.</param>
/// <param name="IsConfirmed">In the confirmed reading.</param>
/// <param name="IsPossible">In the possible reading.</param>
/// <param name="IsUnread">Outside it, and nobody settled that; or its amount is not known.</param>
/// <param name="More">Amounts, place in the whole of a share, and open merge, as text; equal for equal ones.</param>
public readonly record struct ClaimUnit(string Id, bool IsConfirmed, bool IsPossible, bool IsUnread, string More)
{
    /// <summary>What it adds to the low end of a sum, 0 for other measures. Of units that may be the same the first has what they add together.</summary>
    public decimal Low { get; init; }

    /// <summary>What it adds to the high end, as <see cref="Low"/>.</summary>
    public decimal High { get; init; }

    /// <summary>Group of the open merge that it is in; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>True when it stands as another does: then it moved nothing by itself.</summary>
    public bool StandsAs(ClaimUnit other) => (IsConfirmed, IsPossible, IsUnread, More) == (other.IsConfirmed, other.IsPossible, other.IsUnread, other.More);
}
