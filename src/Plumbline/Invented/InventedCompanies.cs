using System.Globalization;

namespace Plumbline.Invented;

/// <summary>Companies that are in no register: names out of syllables, tax numbers whose check digit is wrong.</summary>
internal static class InventedCompanies
{
    private static readonly string[] Starts = ["Quillm", "Zeruv", "Inkbl", "Papyr", "Vellumt", "Nibsw", "Folioq", "Marginz", "Errat", "Blott"];
    private static readonly string[] Ends = ["ark", "ia", "ora", "ex", "on", "is"];
    private static readonly string[] Trades = ["Optics", "Components", "Trading", "Electronics", "Vision", "Logistics"];
    private static readonly string[] Forms = ["Ltd", "GmbH", "LLC", "FZE", "Co., Limited"];

    /// <summary>Suppliers and receivers in the invented city.</summary>
    public static readonly string[] Local =
        ["ООО «Мнимая Оптика»", "ООО «Чернильные Системы»", "АО «Небылоградские Линзы»", "ООО «Промокашка-Сервис»", "ООО «Тридевятый Канал»", "ООО «Сочинённые Сети»", "АО «Вымысел-Видео»"];

    /// <summary>Sender number <paramref name="number"/>, 0 to 1799; each has another name.</summary>
    public static string Sender(int number) =>
        $"{Starts[number % 10]}{Ends[number / 10 % 6]} {Trades[(number / 60 + number) % 6]} {Forms[(number / 360 + number) % 5]}";

    /// <summary>Ten digits like a company's tax number, whose last digit is not the one that the first nine ask for: nobody's.</summary>
    public static string TaxNumber(ref InventedDice dice)
    {
        ReadOnlySpan<int> weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
        var first = string.Create(CultureInfo.InvariantCulture, $"00{dice.Next(10_000_000):0000000}");
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += weights[i] * (first[i] - '0');
        }

        return first + (char)('0' + (((sum % 11 % 10) + 1 + dice.Next(9)) % 10));
    }
}
