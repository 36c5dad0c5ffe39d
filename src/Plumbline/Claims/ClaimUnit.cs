namespace Plumbline.Claims;

/// <summary>How one unit stands in a claim. Equal before and after: the unit moved nothing.</summary>
/// <param name="Id">Id of the unit.</param>
/// <param name="IsConfirmed">In the confirmed reading.</param>
/// <param name="IsPossible">In the possible reading.</param>
/// <param name="IsUnread">Outside it, and nobody settled that; or its amount is not known.</param>
/// <param name="More">Amounts, place in the whole of a share, and open merge, as text; equal for equal ones.</param>
public readonly record struct ClaimUnit(string Id, bool IsConfirmed, bool IsPossible, bool IsUnread, string More);
