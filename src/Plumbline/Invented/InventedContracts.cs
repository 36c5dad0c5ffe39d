using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>A contract of the invented metro, as a purchasing site shows it, and what a person reads in it by the variables of the case Sphere.</summary>
/// <param name="FileName">A file name, unique within a seed.</param>
/// <param name="Bytes">The page.</param>
/// <param name="Answers">What is read.</param>
public sealed record InventedContract(string FileName, byte[] Bytes, IReadOnlyDictionary<string, InventedAnswer> Answers);

/// <summary>Contracts with suppliers that don't exist, for a system that does not.</summary>
public static class InventedContracts
{
    private const string Mark = "ВЫМЫШЛЕННЫЙ ДОКУМЕНТ (invented): составлен программой, такого контракта нет";

    private static readonly (string Subject, string Words, int Price)[] Subjects =
    [
        ("cameras", "поставка камер видеонаблюдения для вестибюлей", 4_300_000), ("cameras", "поставка камер для турникетных линий", 6_100_000), ("software", "право использования программы «Чернильница»", 18_500_000),
        ("software", "доработка программы «Чернильница» по сличению изображений", 9_800_000), ("servers", "поставка серверов и графических ускорителей", 22_400_000), ("upkeep", "обслуживание оборудования видеонаблюдения", 2_700_000),
    ];

    private static readonly string[] Rivals = ["одна заявка", "одна заявка", "одна заявка", "две заявки", "три заявки"];

    /// <summary>Contracts 0 to <paramref name="count"/> - 1 of a seed. Contract i depends on nothing but the seed and i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IEnumerable<InventedContract> Make(long seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(i => One(seed, i));
    }

    private static InventedContract One(long seed, int number)
    {
        var dice = new InventedDice(seed ^ 0x434F4E54, number);
        var (subject, what, price) = dice.Pick<(string, string, int)>(Subjects);
        var supplier = InventedCompanies.Local[Math.Min(dice.Next(InventedCompanies.Local.Length), dice.Next(InventedCompanies.Local.Length))];
        var day = new DateOnly(2020, 9, 1).AddDays(dice.Next(760));
        var sum = price + (1000 * dice.Next(price / 2000));
        var bids = dice.Pick(Rivals);
        var id = string.Create(CultureInfo.InvariantCulture, $"ВЫД-{number + 1:000}/{day.Year}");
        var shownDay = InventedWords.Date(day, dice.Next(4));
        var shownSum = $"{sum.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ')} {dice.Pick(["рублей", "руб."])}";
        string[] lines =
        [
            Mark, $"Контракт № {id}", "Заказчик: Небылоградский метрополитен (вымышленный)", $"Поставщик: {supplier}", $"ИНН поставщика: {InventedCompanies.TaxNumber(ref dice)}",
            $"Дата заключения: {shownDay}", $"Предмет контракта: {what}", $"Подано: {bids}", $"Цена контракта: {shownSum}",
            "Срок исполнения: по вымышленному графику.",
        ];
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\"><title>Контракт ").Append(id).Append(" — вымышленная площадка</title></head>\n<body><div id=\"menu\"><a href=\"#\">Закупки</a> <a href=\"#\">Поставщики</a> <a href=\"#\">Вход</a></div>\n<div id=\"content\">\n");
        foreach (var line in lines)
        {
            page.Append("<p>").Append(line).Append("</p>\n");
        }

        page.Append("</div></body></html>\n");
        return new InventedContract(
            string.Create(CultureInfo.InvariantCulture, $"invented-contract-{number + 1:000}.html"), Encoding.UTF8.GetBytes(page.ToString()),
            new Dictionary<string, InventedAnswer>(StringComparer.Ordinal)
            {
                ["supplier"] = new(supplier, lines[3]),
                ["signed_on"] = new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lines[5]),
                ["subject"] = new(subject, lines[6]),
                ["bids"] = new(bids == "одна заявка" ? "one" : "several", lines[7]),
                ["price"] = new(sum.ToString(CultureInfo.InvariantCulture), lines[8]),
            });
    }
}
