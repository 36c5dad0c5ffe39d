using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>A day off that all of a country have, or a working day that is none for once.</summary>
/// <param name="Day">The day.</param>
/// <param name="English">What it is called, in English; of a list of the case, as it stands there. Hostile text then.</param>
/// <param name="Russian">The same in Russian.</param>
/// <param name="IsWorkday">True for a Saturday or holiday that was worked on.</param>
public sealed record PublicHoliday(DateOnly Day, string English, string Russian, bool IsWorkday = false);

/// <summary>
/// Public holidays. Of Russia those of article 112 of its Labour Code, as it stood in each year from 2005 on: Federal Law 201-FZ of 29.12.2004 (1 to 5 January),
/// 35-FZ of 23.04.2012 (1 to 6 and 8 January, from 2013 on). Days off that are moved by decree each year, and days off for once (24 June and 1 July 2020), are in no
/// law: a case has them in <c>lists/holidays.csv</c>.
/// </summary>
public static class PublicHolidays
{
    /// <summary>The list of a case, below its folder.</summary>
    public const string ListPath = "lists/holidays.csv";

    /// <summary>Countries whose holidays are known, as <c>case.yaml</c> names them.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["ru"];

    /// <summary>First year of which holidays of Russia are given.</summary>
    public const int FirstRussianYear = 2005;

    /// <summary>Holidays of Russia in a year, in order; none before <see cref="FirstRussianYear"/>.</summary>
    public static IReadOnlyList<PublicHoliday> OfRussia(int year)
    {
        if (year < FirstRussianYear)
        {
            return [];
        }

        PublicHoliday Day(int month, int day, string english, string russian) => new(new DateOnly(year, month, day), english, russian);
        return
        [
            .. Enumerable.Range(1, year < 2013 ? 5 : 6).Select(d => Day(1, d, "New Year", "Новогодние каникулы")),
            Day(1, 7, "Christmas", "Рождество Христово"),
            .. year < 2013 ? [] : new[] { Day(1, 8, "New Year", "Новогодние каникулы") },
            Day(2, 23, "Defender of the Fatherland Day", "День защитника Отечества"),
            Day(3, 8, "International Women's Day", "Международный женский день"),
            Day(5, 1, "Spring and Labour Day", "Праздник Весны и Труда"),
            Day(5, 9, "Victory Day", "День Победы"),
            Day(6, 12, "Russia Day", "День России"),
            Day(11, 4, "Unity Day", "День народного единства"),
        ];
    }

    /// <summary>The holidays of a case in a year: those of its country, then its own list, which stands over them.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="country">Country, or null for the list alone.</param>
    /// <param name="year">The year.</param>
    /// <param name="problems">Takes lines of the list that say no day.</param>
    public static IReadOnlyDictionary<DateOnly, PublicHoliday> Of(CaseFolder folder, string? country, int year, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        var days = (country == "ru" ? OfRussia(year) : []).ToDictionary(h => h.Day);
        foreach (var own in Read(Path.Combine(folder.Root, ListPath), problems).Where(h => h.Day.Year == year))
        {
            days[own.Day] = own;
        }

        return days;
    }

    private static List<PublicHoliday> Read(string path, List<Problem> problems)
    {
        var days = new List<PublicHoliday>();
        try
        {
            foreach (var row in File.Exists(path) ? CsvText.Read(File.ReadAllBytes(path)) : [])
            {
                var cells = row.Cells.Select(c => c.Trim()).ToList();
                if (cells.TrueForAll(c => c.Length == 0) || (row.Number == 1 && cells[0] is "day"))
                {
                    continue;
                }

                var kind = cells.Count > 2 ? cells[2] : "";
                if (DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && kind is "" or "holiday" or "workday")
                {
                    var name = cells.Count > 1 ? cells[1] : "";
                    days.Add(new PublicHoliday(day, name, name, kind == "workday"));
                }
                else
                {
                    problems.Add(CaseProblems.NoHoliday(row.Number));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(CaseProblems.NoHoliday(0));
        }

        return days;
    }
}
