using System.Globalization;
using Plumbline.Claims.Sql;

namespace Plumbline.Claims.Suggestions;

/// <summary>How a condition asks a column.</summary>
internal enum CountPart
{
    /// <summary>The column is the value.</summary>
    Value,

    /// <summary>The list holds the value.</summary>
    Contains,

    /// <summary>The date lies in the year.</summary>
    Year,

    /// <summary>The date lies in the month (<c>2019-05</c>).</summary>
    Month,

    /// <summary>The amount is in the currency.</summary>
    Currency,
}

/// <summary>One condition of a simple count.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Part">How it is asked.</param>
/// <param name="Value">A key, a text of the tables (hostile), a year or a month.</param>
internal sealed record CountCondition(string Variable, CountPart Part, string Value)
{
    /// <summary>The condition as a claim writes it.</summary>
    public string Sql => Part switch
    {
        CountPart.Value => $"{Variable} = {SqlText.Literal(Value)}",
        CountPart.Contains => $"list_contains({Variable}, {SqlText.Literal(Value)})",
        CountPart.Currency => $"{Variable}_currency = {SqlText.Literal(Value)}",
        CountPart.Year => $"within({Variable}, DATE '{Value}-01-01', DATE '{Value}-12-31')",
        _ => $"within({Variable}, DATE '{Value}-01', DATE '{Value}-{DateTime.DaysInMonth(Number(Value[..4]), Number(Value[5..])).ToString(CultureInfo.InvariantCulture)}')",
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>
/// Units of one kind that share values, counted over the standing values and over the settled ones. Open merges and values in dispute are left
/// aside: what is suggested is read as a claim before it is shown.
/// </summary>
internal sealed record CountedCell
{
    /// <summary>None, one or two conditions.</summary>
    public IReadOnlyList<CountCondition> Where { get; init; } = [];

    /// <summary>The variable whose amounts are taken; null where units are counted.</summary>
    public string? Amount { get; init; }

    /// <summary>Units, or those with an amount.</summary>
    public long Units { get; init; }

    /// <summary>Those of them where all that is asked is settled.</summary>
    public long Settled { get; init; }

    /// <summary>Standing amounts added.</summary>
    public decimal? Sum { get; init; }

    /// <summary>Settled amounts added.</summary>
    public decimal? SettledSum { get; init; }

    /// <summary>Largest standing amount.</summary>
    public decimal? Max { get; init; }

    /// <summary>Largest settled amount.</summary>
    public decimal? SettledMax { get; init; }

    /// <summary>Smallest standing amount.</summary>
    public decimal? Min { get; init; }

    /// <summary>Smallest settled amount.</summary>
    public decimal? SettledMin { get; init; }
}
