namespace Plumbline.Ingest.Html.Courts;

/// <summary>What a row of a card says. Each is written with its name, whatever the site calls it.</summary>
internal enum CardItem
{
    Other,
    CaseNumber,
    Uid,
    Court,
    Judge,
    Received,
    Decided,
    Article,
    Result,
    InForce,
    Category,
}

/// <summary>Labels of cards, of every generation of the sites, and the names under which their values are written.</summary>
internal static class CardLabels
{
    /// <summary>Line before the card in a text: what stands behind it is said by the site, not by the court in its act.</summary>
    public const string Heading = "Карточка дела на сайте суда";

    private static readonly (CardItem Item, string Name, string[] Labels)[] All =
    [
        (CardItem.CaseNumber, "Номер дела", ["номер дела", "номер дела ~ материала", "номер дела ∼ материала", "номер материала", "номер производства", "№ дела", "номер дела/материала"]),
        (CardItem.Uid, "УИД", ["уникальный идентификатор дела", "уникальный идентификатор", "уид", "уид дела", "уникальный идентификатор дела (материала)"]),
        (CardItem.Court, "Суд", ["суд", "наименование суда"]),
        (CardItem.Judge, "Судья", ["судья", "председательствующий судья", "председательствующий", "судья-докладчик", "докладчик", "ф.и.о. судьи", "фио судьи"]),
        (CardItem.Received, "Дата поступления", ["дата поступления", "дата поступления дела", "дата регистрации", "поступило"]),
        (CardItem.Decided, "Дата рассмотрения",
            ["дата рассмотрения", "дата рассмотрения дела", "дата рассмотрения дела в первой инстанции", "дата рассмотрения жалобы", "дата решения", "дата вынесения решения",
            "дата вынесения постановления", "дата вынесения постановления (определения)", "дата вынесения постановления (определения) по делу", "дата вынесения постановления по делу", "дата вынесения приговора"]),
        (CardItem.Article, "Статья", ["статья", "статьи", "статья коап рф", "статьи коап", "перечень статей", "статья кодекса", "статья ук рф"]),
        (CardItem.Result, "Результат",
            ["результат рассмотрения", "результат рассмотрения дела", "результат рассмотрения жалобы", "результат", "решение", "решение по делу", "решение первой инстанции", "решение суда"]),
        (CardItem.InForce, "Вступление в силу", ["дата вступления в законную силу", "дата вступления решения в силу", "дата вступления постановления (определения) в законную силу", "дата вступления в силу"]),
        (CardItem.Category, "Категория", ["категория", "категория дела"]),
    ];

    private static readonly Dictionary<string, CardItem> ByLabel =
        All.SelectMany(a => a.Labels.Select(l => (l, a.Item))).ToDictionary(l => l.l, l => l.Item, StringComparer.Ordinal);

    /// <summary>Longest label of a row, in visible characters.</summary>
    public const int Longest = 120;

    public static CardItem Of(string label)
    {
        // Some sites write «Cудья» with a Latin C.
        var plain = label.Trim(':', ' ', '.').ToLowerInvariant().Replace('c', 'с');
        return ByLabel.GetValueOrDefault(plain);
    }

    /// <summary>What stands before a value in the text. These words are in no act, so that a rule can be sure of them.</summary>
    public static string Written(CardItem item) => All.First(a => a.Item == item).Name + " в карточке: ";
}
