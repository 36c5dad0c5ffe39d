using System.Globalization;

namespace Plumbline.Invented;

/// <summary>Numbers and dates as a court writes them.</summary>
internal static class InventedWords
{
    private static readonly string[] Months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Units =
        ["", "одного", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати", "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати"];

    private static readonly string[] Tens =
        ["", "", "двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти", "девяноста"];

    private static readonly string[] Hundreds =
        ["", "ста", "двухсот", "трехсот", "четырехсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"];

    /// <summary><c>31 августа 2015 года</c>, <c>31.08.2015</c>, <c>«31» августа 2015 г.</c></summary>
    public static string Date(DateOnly day, int form) => (form % 4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year} года"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}.{day.Month:00}.{day.Year}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"«{day.Day:00}» {Months[day.Month - 1]} {day.Year} г."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year} г."),
    };

    /// <summary>Below a million, genitive: <c>пятнадцати тысяч</c>.</summary>
    public static string Genitive(int number)
    {
        var thousands = number / 1000;
        var words = thousands > 0
            ? $"{(thousands % 10 == 1 && thousands % 100 != 11 ? Feminine(thousands) : Below1000(thousands))} {(thousands % 10 == 1 && thousands % 100 != 11 ? "тысячи" : "тысяч")}"
            : "";
        return $"{words} {Below1000(number % 1000)}".Trim();
    }

    /// <summary><c>10 000</c>, <c>10000</c>, <c>10.000</c>, <c>10 000,00</c>.</summary>
    public static string Digits(int number, int form)
    {
        var whole = number.ToString(CultureInfo.InvariantCulture);
        if (number < 1000 || form % 4 == 1)
        {
            return whole;
        }

        var mark = form % 4 == 2 ? "." : " ";
        return $"{whole[..^3]}{mark}{whole[^3..]}{(form % 4 == 3 ? ",00" : "")}";
    }

    private static string Feminine(int number) => (Below1000(number - 1) + " одной").Trim();

    private static string Below1000(int number)
    {
        var rest = number % 100;
        var words = $"{Hundreds[number / 100]} {(rest < 20 ? Units[rest] : $"{Tens[rest / 10]} {Units[rest % 10]}")}";
        return words.Trim();
    }
}
