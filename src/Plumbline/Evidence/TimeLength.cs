using System.Globalization;
using System.Text;
using System.Xml;

namespace Plumbline.Evidence;

/// <summary>
/// A length of time as a source states it, in days and minutes. A day is 24 hours (administrative arrest is counted so:
/// KoAP RF, art. 4.8); months and years have no fixed length and are not durations here.
/// </summary>
/// <param name="Days">Whole days, not negative.</param>
/// <param name="Minutes">Minutes beside the days, 0 to 1439.</param>
public readonly record struct TimeLength(int Days, int Minutes)
{
    /// <summary>All of it, in minutes.</summary>
    public long TotalMinutes => (Days * 1440L) + Minutes;

    /// <summary>The span of this many minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or over a million days.</exception>
    public static TimeLength OfMinutes(long minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, 1_440_000_000L);
        return new TimeLength((int)(minutes / 1440), (int)(minutes % 1440));
    }

    /// <summary>Reads ISO 8601 with days, hours and minutes; false for anything else.</summary>
    public static bool TryParse(string? text, out TimeLength length)
    {
        length = default;
        try
        {
            if (text is null || !text.StartsWith('P') || text.Contains('Y') || text[..(text + 'T').IndexOf('T')].Contains('M'))
            {
                return false;
            }

            var time = XmlConvert.ToTimeSpan(text);
            if (time < TimeSpan.Zero || time.TotalDays > 1_000_000)
            {
                return false;
            }

            length = OfMinutes((long)Math.Round(time.TotalMinutes));
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>ISO 8601: <c>P3D</c>, <c>PT2H30M</c>, <c>P1DT12H</c>, <c>PT0M</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("P");
        var format = CultureInfo.InvariantCulture;
        if (Days > 0)
        {
            text.Append(format, $"{Days}D");
        }

        if (Minutes > 0 || Days == 0)
        {
            text.Append('T');
            if (Minutes >= 60)
            {
                text.Append(format, $"{Minutes / 60}H");
            }

            if (Minutes % 60 > 0 || Minutes == 0)
            {
                text.Append(format, $"{Minutes % 60}M");
            }
        }

        return text.ToString();
    }
}
