using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>An incident in an invented city's metro, as a monitoring group would write it down.</summary>
/// <param name="Id">Row id, <c>invented-001</c>.</param>
/// <param name="Day">The day.</param>
/// <param name="Time">Time of day.</param>
/// <param name="Station">Station, invented.</param>
/// <param name="Line">Number of its line, 1 to 4.</param>
/// <param name="FoundBy">How people were found, in the group's words.</param>
/// <param name="Stopped">People stopped, at least 1.</param>
/// <param name="Detained">Of them, people taken to a police station.</param>
/// <param name="Minutes">How long the last of them was held, in minutes.</param>
/// <param name="Source">Who reported it.</param>
public sealed record InventedIncident(
    string Id, DateOnly Day, TimeOnly Time, string Station, int Line, string FoundBy, int Stopped, int Detained, int Minutes, string Source);

/// <summary>A list of stops in the metro of a city that is on no map, in 2021 and 2022.</summary>
public static class InventedIncidents
{
    private const string Mark = "вымышлено (invented)";

    private static readonly (string Name, int Line)[] Stations =
    [
        ("Бумажная", 1), ("Переплётная", 1), ("Чернильная", 1), ("Закладочная", 1), ("Линейная", 2), ("Клеевая", 2), ("Картотечная", 2),
        ("Скрепочная", 2), ("Черновая", 3), ("Промокательная", 3), ("Корешковая", 3), ("Титульная", 4), ("Сносочная", 4), ("Опечаткинская", 4),
    ];

    private static readonly string[] Ways =
        ["распознавание лиц", "распознавание лиц", "распознавание лиц", "распознавание лиц", "распознавание лиц", "проверка документов", "проверка документов", "жалоба пассажира", "неизвестно"];

    private static readonly string[] Sources = ["вымышленная горячая линия", "вымышленный бот", "вымышленный адвокат", "вымышленные очевидцы"];

    /// <summary>Rows in the order of their ids; row i depends on the seed and i only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IReadOnlyList<InventedIncident> Make(long seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Range(0, count).Select(i => One(seed, i))];
    }

    /// <summary>The rows as CSV (RFC 4180, UTF-8 without a byte order mark, LF), a header first; each says that it is invented.</summary>
    public static byte[] Csv(IReadOnlyList<InventedIncident> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder("id,date,time,station,line,found_by,stopped,detained,minutes,source,mark\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Id},{row.Day:yyyy-MM-dd},{row.Time:HH:mm},{row.Station},{row.Line},{row.FoundBy},{row.Stopped},{row.Detained},{row.Minutes},{row.Source},{Mark}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static InventedIncident One(long seed, int number)
    {
        var dice = new InventedDice(seed ^ 0x494E4349, number);
        var (station, line) = dice.Pick<(string, int)>(Stations);

        // In the second year the gates were everywhere: more than twice as much was written down.
        var day = dice.Chance(0.3) ? new DateOnly(2021, 3, 1).AddDays(dice.Next(306)) : new DateOnly(2022, 1, 1).AddDays(dice.Next(365));
        var stopped = dice.Chance(0.6) ? 1 : 2 + dice.Next(8);
        return new InventedIncident(
            string.Create(CultureInfo.InvariantCulture, $"invented-{number + 1:000}"),
            day,
            new TimeOnly(6 + dice.Next(17), dice.Next(60)),
            station,
            line,
            dice.Pick(Ways),
            stopped,
            dice.Chance(0.75) ? 1 + dice.Next(stopped) : 0,
            dice.Chance(0.8) ? 10 + (5 * dice.Next(60)) : 60 * (5 + dice.Next(14)),
            dice.Pick(Sources));
    }
}
