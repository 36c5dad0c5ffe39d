namespace Plumbline.Claims.Figures;

/// <summary>Units of time that have a fixed length.</summary>
internal static class TimeUnits
{
    /// <summary>Minutes in a unit; null for months, years and what is no time.</summary>
    public static decimal? Minutes(string? unit) => unit switch
    {
        "second" => 1m / 60,
        "minute" => 1,
        "hour" => 60,
        "day" => 1440,
        "week" => 10080,
        _ => null,
    };
}
