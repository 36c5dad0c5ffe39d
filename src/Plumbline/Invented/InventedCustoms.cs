using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>An item of an invented customs declaration.</summary>
/// <param name="Declaration">Its number; the post in it, 00000000, is none.</param>
/// <param name="Item">Number of the item in the declaration, from 1.</param>
/// <param name="Day">The day.</param>
/// <param name="Goods">Code of the goods, four digits of the harmonised system.</param>
/// <param name="Description">What they are.</param>
/// <param name="Sender">Who sent them.</param>
/// <param name="Origin">Where they were made.</param>
/// <param name="Receiver">Who took them.</param>
/// <param name="TaxNumber">The receiver's tax number, with a wrong check digit.</param>
/// <param name="Pieces">How many pieces.</param>
/// <param name="Dollars">Their value.</param>
public sealed record InventedCustomsItem(
    string Declaration, int Item, DateOnly Day, string Goods, string Description, string Sender, string Origin, string Receiver, string TaxNumber, int Pieces, int Dollars);

/// <summary>Customs records of two years, and a sanctions list on which some of their senders stand.</summary>
public static class InventedCustoms
{
    private const string Mark = "вымышлено (invented)";
    private const int Senders = 48;

    private static readonly (string Code, string Name, int Price, int Most)[] Goods =
    [
        ("8525", "видеокамеры сетевые", 240, 60), ("8525", "видеокамеры сетевые", 240, 60), ("8525", "видеокамеры купольные", 190, 80), ("8473", "ускорители графические", 4100, 12),
        ("8517", "коммутаторы сетевые", 620, 20), ("8544", "кабель оптический", 35, 300), ("9002", "объективы", 130, 90), ("8471", "серверы", 7200, 6),
    ];

    private static readonly string[] Origins = ["Тридевятия", "Якобия", "Зазеркальская Республика", "Понарошия"];

    /// <summary>Items in the order of their declarations; item i depends on the seed and i only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IReadOnlyList<InventedCustomsItem> Make(long seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Range(0, count).Select(i => One(seed, i))];
    }

    /// <summary>
    /// The rows of a year as a table: 2021 as an old program writes it (windows-1251, semicolons, Russian heads, CRLF), any other in UTF-8 with
    /// commas. Both write days day first.
    /// </summary>
    public static byte[] Csv(IEnumerable<InventedCustomsItem> rows, int year)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (mark, end) = year == 2021 ? (';', "\r\n") : (',', "\n");
        var text = new StringBuilder(string.Join(mark, year == 2021
            ? ["Декларация", "Товар", "Дата", "ТН ВЭД", "Описание", "Отправитель", "Происхождение", "Получатель", "ИНН", "Штук", "Стоимость USD", "Пометка"]
            : ["declaration", "item", "date", "goods", "description", "sender", "origin", "receiver", "inn", "pieces", "value_usd", "mark"])).Append(end);
        foreach (var row in rows.Where(r => r.Day.Year == year))
        {
            text.AppendJoin(mark, [
                row.Declaration, row.Item.ToString(CultureInfo.InvariantCulture), row.Day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), row.Goods, row.Description, Quoted(row.Sender),
                row.Origin, Quoted(row.Receiver), row.TaxNumber, row.Pieces.ToString(CultureInfo.InvariantCulture), row.Dollars.ToString(CultureInfo.InvariantCulture), Mark,
            ]).Append(end);
        }

        return (year == 2021 ? CodePagesEncodingProvider.Instance.GetEncoding(1251)! : Encoding.UTF8).GetBytes(text.ToString());
    }

    /// <summary>A sanctions list: numbers, names, programmes, days. Nine senders of the customs records stand on it by just their name, three more under a name written otherwise.</summary>
    public static byte[] SanctionsList(long seed, int count)
    {
        var text = new StringBuilder("number,name,programme,listed_on,mark\n");
        for (var i = 0; i < count; i++)
        {
            var dice = new InventedDice(seed ^ 0x4C495354, i);
            var name = i switch { < 9 => InventedCompanies.Sender(i * 5), < 12 => InventedCompanies.Sender(i * 4 - 3).ToUpperInvariant().Replace(' ', '-'), _ => InventedCompanies.Sender(100 + (i * 7)) };
            text.Append(CultureInfo.InvariantCulture, $"invented-{i + 1:000},{Quoted(name)},INVENTED-{1 + dice.Next(3)},{new DateOnly(2020, 1, 1).AddDays(dice.Next(1000)):yyyy-MM-dd},{Mark}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static InventedCustomsItem One(long seed, int number)
    {
        // Three items a declaration share its head.
        var (declaration, item) = (number / 3, (number % 3) + 1);
        var head = new InventedDice(seed ^ 0x43555354, declaration);
        var day = head.Chance(0.35) ? new DateOnly(2021, 1, 1).AddDays(head.Next(365)) : new DateOnly(2022, 1, 1).AddDays(head.Next(365));
        var sender = InventedCompanies.Sender(Math.Min(head.Next(Senders), head.Next(Senders)));
        var receiver = head.Next(InventedCompanies.Local.Length);
        var receiverDice = new InventedDice(seed ^ 0x494E4E, receiver);
        var dice = new InventedDice(seed ^ 0x4954454D, number);
        var (code, name, price, most) = dice.Pick<(string, string, int, int)>(Goods);
        var pieces = 1 + dice.Next(most);
        return new InventedCustomsItem(
            string.Create(CultureInfo.InvariantCulture, $"00000000/{day:ddMMyy}/{declaration + 1:0000000}"), item, day, code, name, sender, head.Pick(Origins),
            InventedCompanies.Local[receiver], InventedCompanies.TaxNumber(ref receiverDice), pieces, pieces * (price + dice.Next(price / 4)));
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",;\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
