using System.Globalization;

namespace Plumbline.Evidence;

/// <summary>
/// A civil date with a precision, without a time zone: a day, a month, a year or a range of days. Written in EDTF
/// (ISO 8601-2:2019, level 0): <c>2016-06-10</c>, <c>2016-06</c>, <c>2016</c>, <c>2016-06-10/2016-06-12</c>.
/// </summary>
/// <param name="From">First day it can be.</param>
/// <param name="To">Last day it can be, itself included.</param>
public readonly record struct CivilDate(DateOnly From, DateOnly To)
{
    /// <summary>True when it is one day.</summary>
    public bool IsDay => From == To;

    /// <summary>One day.</summary>
    public static CivilDate Day(int year, int month, int day) => Day(new DateOnly(year, month, day));

    /// <summary>One day.</summary>
    public static CivilDate Day(DateOnly day) => new(day, day);

    /// <summary>Some day of a month.</summary>
    public static CivilDate Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new CivilDate(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>Some day of a year.</summary>
    public static CivilDate Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Reads EDTF level 0, a day, a month, a year or a range of these; false for anything else, or when a range ends before it starts.</summary>
    public static bool TryParse(string? text, out CivilDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryParsePoint(text, out date);
        }

        if (!TryParsePoint(text[..slash], out var from) || !TryParsePoint(text[(slash + 1)..], out var to) || to.To < from.From)
        {
            return false;
        }

        date = new CivilDate(from.From, to.To);
        return true;
    }

    /// <summary>EDTF, the shortest form.</summary>
    public override string ToString()
    {
        var format = CultureInfo.InvariantCulture;
        if (IsDay)
        {
            return From.ToString("yyyy-MM-dd", format);
        }

        if (this == Month(From.Year, From.Month))
        {
            return From.ToString("yyyy-MM", format);
        }

        return this == Year(From.Year)
            ? From.ToString("yyyy", format)
            : $"{From.ToString("yyyy-MM-dd", format)}/{To.ToString("yyyy-MM-dd", format)}";
    }

    private static bool TryParsePoint(string text, out CivilDate date)
    {
        date = default;
        var format = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", format, DateTimeStyles.None, out var day))
        {
            date = Day(day);
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", format, DateTimeStyles.None, out var month))
        {
            date = Month(month.Year, month.Month);
            return true;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, format, out var year) && year >= 1)
        {
            date = Year(year);
            return true;
        }

        return false;
    }
}
