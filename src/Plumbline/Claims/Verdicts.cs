using System.Globalization;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims;

/// <summary>What the check says of a figure.</summary>
public enum Verdict
{
    /// <summary>Every way of settling what is open makes it true.</summary>
    Holds,

    /// <summary>No way of settling what is open makes it true.</summary>
    Fails,

    /// <summary>It depends on what is open, or on units nobody has read.</summary>
    Open,

    /// <summary>No claim stands behind it.</summary>
    NotBacked,

    /// <summary>It can't be told: the link, the claim or its query is wrong.</summary>
    Error,
}

/// <summary>
/// What a draft states, as the values that make it true: from <see cref="Low"/> to <see cref="High"/>, an end that is null
/// not bounded, an open end itself left out.
/// </summary>
/// <param name="Low">Smallest value that makes it true.</param>
/// <param name="LowIsOpen">True when that value itself does not.</param>
/// <param name="High">Largest value that makes it true.</param>
/// <param name="HighIsOpen">True when that value itself does not.</param>
/// <param name="MindsUnread">False for about and rounded figures: they are meant to bear what is missing.</param>
/// <param name="Rule">The rule in words.</param>
internal sealed record Statement(decimal? Low, bool LowIsOpen, decimal? High, bool HighIsOpen, bool MindsUnread, string Rule)
{
    /// <summary>Last place of a figure that was rounded; 0 of one that was not.</summary>
    public decimal Step { get; init; }

    public bool Allows(decimal value) =>
        (Low is not { } low || (LowIsOpen ? value > low : value >= low)) && (High is not { } high || (HighIsOpen ? value < high : value <= high));

    /// <summary>True when every value of the interval makes it true.</summary>
    public bool AllowsAll(Interval value) =>
        (value.Low is { } low ? Allows(low) : Low is null) && (value.High is { } high ? Allows(high) : High is null);

    /// <summary>True when no value of the interval makes it true.</summary>
    public bool AllowsNone(Interval value) =>
        (value.High is { } high && Low is { } low && (LowIsOpen ? high <= low : high < low)) || (value.Low is { } bottom && High is { } top && (HighIsOpen ? bottom >= top : bottom > top));
}

/// <summary>
/// Decides verdicts, exactly by the rules of docs/claims.md: a statement holds when all of low..high makes it true, fails
/// when none of it does, else it is open. What nobody has read keeps a statement open on the side that it could reach.
/// </summary>
internal static class Verdicts
{
    /// <param name="statement">What the draft says.</param>
    /// <param name="value">low..high.</param>
    /// <param name="unread">Units nobody has read.</param>
    /// <param name="canRise">True when reading them could raise the value.</param>
    /// <param name="canFall">True when reading them could lower it.</param>
    /// <param name="acceptsUnread">True when the claim accepts them.</param>
    /// <param name="shown">How the ends are written; as numbers when null.</param>
    public static (Verdict Verdict, string Reason) Decide(Statement statement, Interval value, long unread, bool canRise, bool canFall, bool acceptsUnread, Func<decimal?, string>? shown = null)
    {
        var low = (shown ?? Shown)(value.Low);
        var high = (shown ?? Shown)(value.High);
        var ends = value.Low == value.High && value.Low is not null ? $"it is {low}" : $"it lies between {low} and {high}";
        if (statement.AllowsNone(value))
        {
            if (statement.Step > 0 && value.Low == value.High && value.Low is { } only)
            {
                ends += $", which rounds to {(shown ?? Shown)(Math.Round(only / statement.Step, MidpointRounding.AwayFromZero) * statement.Step)}";
            }

            return (Verdict.Fails, $"{statement.Rule}; {ends}{(unread > 0 ? $", and {unread} units are unread" : "")}.");
        }

        if (!statement.AllowsAll(value))
        {
            return (Verdict.Open, $"{statement.Rule}; {ends}.");
        }

        var minds = statement.MindsUnread && unread > 0 && ((statement.High is not null && canRise) || (statement.Low is not null && canFall));
        return minds && !acceptsUnread
            ? (Verdict.Open, $"{statement.Rule}; {ends}, but {unread} units are unread.")
            : (Verdict.Holds, $"{statement.Rule}; {ends}{(unread > 0 ? $", with {unread} units unread{(minds ? " and accepted" : "")}" : "")}.");
    }

    /// <summary>The worse of two verdicts of one figure.</summary>
    public static Verdict Worse(Verdict a, Verdict b) =>
        a == Verdict.Error || b == Verdict.Error ? Verdict.Error : a == Verdict.Fails || b == Verdict.Fails ? Verdict.Fails : a == Verdict.Open || b == Verdict.Open ? Verdict.Open : a;

    /// <summary>A number for messages: at most four places.</summary>
    public static string Shown(decimal? value) => value?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "no bound";

    /// <summary>The word of the JSON contract.</summary>
    public static string Word(this Verdict verdict) => verdict == Verdict.NotBacked ? "not-backed" : verdict.ToString().ToLowerInvariant();
}
