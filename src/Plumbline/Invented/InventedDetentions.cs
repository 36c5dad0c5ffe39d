using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>One row of an invented list of detentions.</summary>
/// <param name="Id">Row id, <c>invented-0001</c>.</param>
/// <param name="Date">Day of the detentions.</param>
/// <param name="Town">Invented town.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Persons">How many people, at least 1.</param>
/// <param name="Method">How they were found, as a monitoring group would write it.</param>
/// <param name="Source">Who reported it.</param>
public sealed record InventedDetention(string Id, DateOnly Date, string Town, string Place, int Persons, string Method, string Source);

/// <summary>A list of detentions such as monitoring groups keep, invented.</summary>
public static class InventedDetentions
{
    private static readonly string[] Methods =
        ["метро, распознавание лиц", "метро, распознавание лиц", "на улице", "на улице", "на улице", "дома", "на работе", "метро, проверка документов", "неизвестно"];

    private static readonly string[] Sources = ["вымышленный звонок на горячую линию", "вымышленный бот", "вымышленный адвокат", "вымышленные очевидцы"];

    /// <summary>Rows in the order of their ids; row i depends on the seed and i only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IReadOnlyList<InventedDetention> Make(long seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Range(0, count).Select(i => One(seed, i))];
    }

    /// <summary>The rows as CSV (RFC 4180, UTF-8 without a byte order mark, LF), a header first.</summary>
    public static byte[] Csv(IReadOnlyList<InventedDetention> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder("id,date,town,place,persons,method,source\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Id},{row.Date:yyyy-MM-dd},{row.Town},{Quoted(row.Place)},{row.Persons},{Quoted(row.Method)},{Quoted(row.Source)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static InventedDetention One(long seed, int number)
    {
        var dice = new InventedDice(seed ^ 0x44455445, number);
        var town = InventedNames.Town(ref dice);
        return new InventedDetention(
            string.Create(CultureInfo.InvariantCulture, $"invented-{number + 1:0000}"),
            new DateOnly(2019, 1, 9).AddDays(dice.Next(2100)),
            town.Name,
            dice.Pick(InventedPhrases.Places),
            dice.Chance(0.6) ? 1 : 1 + dice.Next(24),
            dice.Pick(Methods),
            dice.Pick(Sources));
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
