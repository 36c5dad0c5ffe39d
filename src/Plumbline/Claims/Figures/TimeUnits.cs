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

    /// <summary>A length in two units ("5 years and 6 months", "2 часа 30 минут"), in the smaller of them; null when one unit is all.</summary>
    public static (decimal Value, UnitAt Unit)? Continue(IReadOnlyList<FigureToken> tokens, UnitAt unit, decimal value)
    {
        // one day and a half
        if (unit.Next + 2 < tokens.Count && tokens[unit.Next].Is("and") && tokens[unit.Next + 1].Is("a") && tokens[unit.Next + 2].Is("half"))
        {
            return (value + 0.5m, unit with { Next = unit.Next + 3 });
        }

        var at = unit.Next < tokens.Count && tokens[unit.Next].Text is "and" or "и" or "," ? unit.Next + 1 : unit.Next;
        if (NumberReader.Read(tokens, at) is not { IsVague: false } second || second.Value >= 60)
        {
            return null;
        }

        var smaller = Units.Read(tokens, second.Next, second.Value);
        if (smaller.Kind != FigureKind.Duration)
        {
            return null;
        }

        decimal? factor = (unit.Unit, smaller.Unit) switch
        {
            ("year", "month") => 12,
            ("week", "day") => 7,
            ("day", "hour") => 24,
            ("hour", "minute") or ("minute", "second") => 60,
            _ => null,
        };
        return factor is { } many ? ((value * many) + second.Value, smaller) : null;
    }
}
