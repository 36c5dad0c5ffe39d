namespace Plumbline.Invented;

/// <summary>A town that is on no map: its name in the nominative, genitive and prepositional.</summary>
internal readonly record struct InventedTown(string Name, string Genitive, string Prepositional);

/// <summary>A person who does not live: surname in two cases, with initials.</summary>
internal readonly record struct InventedPerson(string Nominative, string Genitive, string Initials, bool IsWoman);

/// <summary>Names put together from syllables, so that they are nobody's and nowhere's.</summary>
internal static class InventedNames
{
    private static readonly string[] TownStarts =
        ["Выдум", "Небыл", "Сочин", "Приснь", "Мним", "Вымысл", "Нигд", "Понарош", "Якоб", "Будт", "Зазер", "Тридев"];

    private static readonly string[] TownEnds = ["инск", "овск", "ецк", "оград", "аполь", "ильск", "енск", "огорск"];

    private static readonly string[] Districts =
        ["Бумажн", "Чернильн", "Промокательн", "Скрепочн", "Папочн", "Линеечн", "Ластиков", "Картотечн", "Архивн", "Стеллажн"];

    private static readonly string[] SurnameStarts =
        ["Брум", "Вяшт", "Гдуш", "Дрюм", "Жмыр", "Зюкт", "Кврат", "Лырж", "Мхур", "Нюшт", "Пхыл", "Рывж", "Стюм", "Тырш", "Фляж", "Хмудр", "Цвырк", "Чпоч", "Шлыжн", "Щупр"];

    private static readonly string[] SurnameMiddles =
        ["", "ак", "ач", "ел", "ен", "ик", "ил", "иш", "ож", "ол", "он", "ор", "уг", "ун", "уш", "ыл", "ыч", "яг", "як", "ят"];

    private static readonly string[] SurnameEnds = ["ов", "ев", "ин"];
    private const string InitialLetters = "АБВГДЕИКЛМНОПРСТ";

    /// <summary>One of 96 towns.</summary>
    public static InventedTown Town(ref InventedDice dice)
    {
        var end = dice.Pick(TownEnds);
        var stem = dice.Pick(TownStarts);
        var isSoft = end.EndsWith('ь');
        var whole = stem + end;
        return isSoft
            ? new InventedTown(whole, whole[..^1] + "я", whole[..^1] + "е")
            : new InventedTown(whole, whole + "а", whole + "е");
    }

    /// <summary>Stem of a district's adjective: + ый, + ого.</summary>
    public static string District(ref InventedDice dice) => dice.Pick(Districts);

    /// <summary>One of 1,200 surnames, with initials.</summary>
    public static InventedPerson Person(ref InventedDice dice)
    {
        var surname = dice.Pick(SurnameStarts) + dice.Pick(SurnameMiddles) + dice.Pick(SurnameEnds);
        var isWoman = dice.Chance(0.4);
        var initials = $"{InitialLetters[dice.Next(16)]}.{InitialLetters[dice.Next(16)]}.";
        return new InventedPerson(isWoman ? surname + "а" : surname, surname + (isWoman ? "ой" : "а"), initials, isWoman);
    }
}
