using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>How a claim stands: at one place of a draft, or, where no draft uses it, alone.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Draft">Name of the draft; null when no draft uses it.</param>
/// <param name="Line">1-based line in the draft; 0 without one.</param>
/// <param name="Text">Text of the link: the figure as it is printed; empty without a draft.</param>
/// <param name="Verdict">The verdict; null without a draft.</param>
/// <param name="Low">Low end in the unit of the figure; null when not bounded or not read.</param>
/// <param name="High">High end, as <paramref name="Low"/>.</param>
/// <param name="Unread">Units nobody has read that could belong to it.</param>
public sealed record FigureStanding(string Claim, string? Draft, int Line, string Text, Verdict? Verdict, ClaimValue? Low, ClaimValue? High, long Unread)
{
    /// <summary>The ends for people: one value where both are the same, no more than two places.</summary>
    public string Ends => (End(Low), End(High)) switch
    {
        (null, null) => "no figure",
        var (low, high) when low == high => low!,
        var (low, high) => $"{low ?? "no bound"} to {high ?? "no bound"}",
    };

    /// <summary>All claims of a check: each place of the drafts in order, then those that were read alone.</summary>
    public static IReadOnlyList<FigureStanding> Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            .. report.Claims.Select(c => new FigureStanding(c.Id, c.Draft, c.Line, c.Text, c.Verdict, End(c.Low, c.LowDay), End(c.High, c.HighDay), c.Unread)),
            .. report.Unused.Where(u => u.Low is not null || u.High is not null || u.Fault is not null)
                .Select(u => new FigureStanding(u.Id, null, 0, "", u.Fault is null ? null : Claims.Verdict.Error, u.Low, u.High, u.Unread ?? 0)),
        ];
    }

    private static string? End(ClaimValue? value) => value is not { } v ? null
        : v.Number is { } number ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : v.ToString();

    private static ClaimValue? End(decimal? number, DateOnly? day) => number is null && day is null ? null : new ClaimValue(number, day);
}

/// <summary>A claim at one place, before and after something changed.</summary>
/// <param name="Before">How it stood; null when it was not there.</param>
/// <param name="After">How it stands; null when it is not there.</param>
public sealed record FigureMove(FigureStanding? Before, FigureStanding? After)
{
    /// <summary>Id of the claim.</summary>
    public string Claim => (After ?? Before)!.Claim;

    /// <summary>It held and does not any more.</summary>
    public bool IsBroken => Before?.Verdict == Verdict.Holds && After?.Verdict != Verdict.Holds;

    /// <summary>It did not hold, and does now.</summary>
    public bool IsMended => After?.Verdict == Verdict.Holds && Before is not null && Before.Verdict != Verdict.Holds;

    /// <summary>Verdict, ends or unread differ.</summary>
    public bool IsMoved => Before is null || After is null
        || (Before.Verdict, Before.Low, Before.High, Before.Unread) != (After.Verdict, After.Low, After.High, After.Unread);

    /// <summary>
    /// Pairs what stood with what stands: by claim and draft, those with the same text first, the rest in order of place. Gives all, also
    /// those that did not move, in the order of <paramref name="after"/>, then those that are no more.
    /// </summary>
    public static IReadOnlyList<FigureMove> Between(IReadOnlyList<FigureStanding> before, IReadOnlyList<FigureStanding> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var left = before.ToList();
        var pairs = new FigureStanding?[after.Count];
        foreach (var isSame in (Func<FigureStanding, FigureStanding, bool>[])[(a, b) => a.Text == b.Text, (_, _) => true])
        {
            for (var i = 0; i < after.Count; i++)
            {
                if (pairs[i] is null && left.Find(b => b.Claim == after[i].Claim && b.Draft == after[i].Draft && isSame(after[i], b)) is { } found)
                {
                    pairs[i] = found;
                    left.Remove(found);
                }
            }
        }

        return [.. after.Select((a, i) => new FigureMove(pairs[i], a)), .. left.Select(b => new FigureMove(b, null))];
    }
}
