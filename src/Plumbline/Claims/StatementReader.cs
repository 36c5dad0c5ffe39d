using Plumbline.Cases;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims;

/// <summary>What <c>case.yaml</c> may set for the check.</summary>
public sealed record CheckOptions
{
    /// <summary>How far "about", "nearly" and shares in words reach.</summary>
    public HedgeRules Hedges { get; init; } = new();

    /// <summary>What drafts may call the units of a table, by table; of one that is not in it nothing is known.</summary>
    public IReadOnlyDictionary<string, UnitNames> Units { get; init; } = new Dictionary<string, UnitNames>();

    /// <summary>Checks inside of drafts that were set aside: the id of each, and why.</summary>
    public IReadOnlyDictionary<string, string> Checked { get; init; } = new Dictionary<string, string>();

    /// <summary>False when nobody reads what to look at again inside of the drafts.</summary>
    public bool LooksInside { get; init; } = true;

    /// <summary>Evidence rows given with each claim.</summary>
    public int EvidenceRows { get; init; } = 3;

    /// <summary>Read also the claims that no draft uses. Without a draft they always are.</summary>
    public bool ReadUnused { get; init; }

    /// <summary>Show also evidence from sources that are not for publication: somebody asked for it.</summary>
    public bool ShowConfidential { get; init; }

    /// <summary>Says which day it is: terms of sources end.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Turns a figure into the values that make it true. The rule of each hedge, with its reason, is in docs/figures.md.</summary>
internal static class StatementReader
{
    /// <summary>Step of a share in words; larger where it was brought to percent.</summary>
    private const decimal ShareStep = 0.04m;

    /// <param name="figure">The figure; not negated, with a value.</param>
    /// <param name="roundsExact">True when an exact decimal stands for what it was rounded from (shares, averages, quotients).</param>
    /// <param name="hedges">How far hedges reach.</param>
    public static Statement Of(Figure figure, bool roundsExact, HedgeRules hedges)
    {
        var low = figure.Low!.Value;
        var sign = Sign(figure);
        var n = Verdicts.Shown(low) + sign;
        switch (figure.Relation)
        {
            case Relation.AtLeast:
                return new Statement(low, false, null, false, true, $"at least {n} holds if low is {n} or more, fails if high is less");
            case Relation.MoreThan:
                return new Statement(low, true, null, false, true, $"more than {n} holds if low is more than {n}, fails if high is not");
            case Relation.AtMost:
                return new Statement(null, false, low, false, true, $"no more than {n} holds if high is {n} or less and nothing is unread, fails if low is more");
            case Relation.LessThan:
                return new Statement(null, false, low, true, true, $"fewer than {n} holds if high is less than {n} and nothing is unread, fails if low is not");
            case Relation.Between:
                var high = figure.High!.Value;
                return new Statement(low, false, high, false, true, $"{n} to {Verdicts.Shown(high)}{sign} holds if low and high lie in it and nothing is unread, fails if both lie outside on one side");
            case Relation.About:
                var room = Math.Abs(low) * (figure.IsNearly ? hedges.Nearly ?? hedges.About : hedges.About);
                var top = figure.IsNearly ? low : low + room;
                return new Statement(low - room, false, top, false, false,
                    $"{(figure.IsNearly ? "nearly" : "about")} {n} holds if low and high lie in {Verdicts.Shown(low - room)} to {Verdicts.Shown(top)}{sign}, fails if all lies outside");
            default:
                var half = figure.IsRounded || (roundsExact && !figure.IsAll && !figure.IsNone) ? (figure.Kind == FigureKind.Share ? figure.Step / ShareStep * hedges.Shares : figure.Step / 2) : 0;
                return half > 0
                    ? new Statement(low - half, false, low + half, false, false, $"{n}, rounded, holds if low and high lie in {Verdicts.Shown(low - half)} to {Verdicts.Shown(low + half)}{sign}, fails if all lies outside") { Step = figure.Step }
                    : new Statement(low, false, low, false, true, $"exactly {n} holds if low and high are {n} and nothing is unread, fails if {n} lies outside");
        }
    }

    /// <summary>What a number of this figure is written with in messages.</summary>
    public static string Sign(Figure figure) => figure.Kind == FigureKind.Percent ? "%" : "";
}
