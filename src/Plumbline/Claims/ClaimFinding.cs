using System.Globalization;

namespace Plumbline.Claims;

/// <summary>
/// A claim was found by its value (<c>found_by: value</c>): the figure stood in the draft, and counts were searched until one gave it. The more
/// counts are searched, the less it means that one fits; so every report says so until a person has looked whether it is the right one.
/// </summary>
/// <param name="Searched">How many counts were searched; null when the file doesn't say.</param>
/// <param name="Fitting">How many of them gave the figure; null when the file doesn't say.</param>
/// <param name="ConfirmedBy">Pseudonym of the person who says that it is the right one; null while nobody does.</param>
/// <param name="Reason">Why it is, in the words of that person.</param>
public sealed record ClaimFinding(int? Searched, int? Fitting, string? ConfirmedBy = null, string? Reason = null)
{
    /// <summary>True until a person has confirmed it.</summary>
    public bool IsOpen => ConfirmedBy is null;

    /// <summary>The mark in words, without a full stop.</summary>
    public string InWords
    {
        get
        {
            var among = (Searched, Fitting) switch
            {
                ({ } searched, { } fitting) => $" ({N(fitting)} of {N(searched)} counts searched gave it)",
                ({ } searched, null) => $" ({N(searched)} counts were searched)",
                _ => "",
            };
            return $"found by its value{among}{(IsOpen ? "; nobody has confirmed that it is the right one" : $"; confirmed by {ConfirmedBy}: {Reason}")}";
        }
    }

    private static string N(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
