namespace Plumbline.Cases;

/// <summary>How far the words of a figure reach (docs/figures.md), as <c>case.yaml</c> sets it.</summary>
public sealed record HedgeRules
{
    /// <summary>What "about" allows on either side, as a part of the figure; 0 up to, not including, 1.</summary>
    public decimal About { get; init; } = 0.1m;

    /// <summary>What "nearly" allows below, as a part of the figure; null for as much as "about".</summary>
    public decimal? Nearly { get; init; }

    /// <summary>What a share in words ("a third") allows on either side: 0.02 is two points of a hundred.</summary>
    public decimal Shares { get; init; } = 0.02m;

    /// <summary>
    /// From where on a bound that holds misleads, as a part of the figure: with 1 "at least 90" is looked at again from 180 on, "up to
    /// 90" up to 45. Moves no verdict. 0 or more.
    /// </summary>
    public decimal Misleads { get; init; } = 1;

    /// <summary>The same with a claim's own tolerance for "about" and "nearly"; null leaves them.</summary>
    public HedgeRules With(decimal? tolerance) => tolerance is { } own ? this with { About = own, Nearly = own } : this;
}
