namespace Plumbline.Claims.Figures;

/// <summary>
/// Units inside of Russian adjectives: "15-суточный", "трёхдневный", "пятилетний", "двадцатипроцентный". Behind digits the
/// adjective stands alone; behind a number word it is one word with it.
/// </summary>
internal static class AdjectiveUnits
{
    private static readonly (string Stem, FigureKind Kind, string Unit)[] Stems =
    [
        ("секундн", FigureKind.Duration, "second"), ("минутн", FigureKind.Duration, "minute"), ("часов", FigureKind.Duration, "hour"), ("суточн", FigureKind.Duration, "day"),
        ("дневн", FigureKind.Duration, "day"), ("недельн", FigureKind.Duration, "week"), ("месячн", FigureKind.Duration, "month"), ("годичн", FigureKind.Duration, "year"),
        ("годовал", FigureKind.Age, "year"), ("летн", FigureKind.Age, "year"), ("лети", FigureKind.Duration, "year"), ("процентн", FigureKind.Percent, "%"), ("кратн", FigureKind.Multiple, "раз"),
        ("километров", FigureKind.Measure, "км"), ("метров", FigureKind.Measure, "м"), ("тонн", FigureKind.Measure, "т"), ("рублев", FigureKind.Money, "RUB"), ("долларов", FigureKind.Money, "USD"),
    ];

    private static readonly Dictionary<string, decimal> Prefixes = MakePrefixes();

    /// <summary>Nouns that a "-летний" makes a length of time; before others it is an age.</summary>
    private static readonly string[] Spans = ["срок", "период", "опыт", "стаж", "истори", "юбиле", "план", "перспектив", "перерыв", "контракт", "договор", "заключени", "войн", "работ", "запрет", "пребывани", "максимум", "минимум", "рекорд", "давност", "годовщин", "правлени"];

    /// <summary>The unit that an adjective behind digits and a hyphen names; null when it names none.</summary>
    public static UnitAt? Find(string adjective)
    {
        foreach (var (stem, kind, unit) in Stems)
        {
            if (adjective.StartsWith(stem, StringComparison.Ordinal) && adjective.Length - stem.Length is >= 1 and <= 3)
            {
                return new UnitAt(kind, unit, 0, []);
            }
        }

        return null;
    }

    /// <summary>True when the word behind "-летний" makes it a length of time.</summary>
    public static bool IsSpan(string noun) => Spans.Any(s => noun.StartsWith(s, StringComparison.Ordinal));

    /// <summary>A number and unit in one word ("трёхдневный"); null when it is none.</summary>
    public static (decimal Value, UnitAt Unit)? Compound(string word)
    {
        if (word.Length < 9 || word[0] is < 'а' or > 'я')
        {
            return null;
        }

        foreach (var (stem, _, _) in Stems)
        {
            var at = word.IndexOf(stem, StringComparison.Ordinal);
            // десятилетие is a unit, and no number with one.
            if (at >= 3 && stem != "лети" && Prefixes.TryGetValue(word[..at], out var value) && Find(word[at..]) is { } unit)
            {
                return (value, unit);
            }
        }

        return null;
    }

    private static Dictionary<string, decimal> MakePrefixes()
    {
        var prefixes = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["полутора"] = 1.5m, ["девяносто"] = 90, ["сто"] = 100, ["двухсот"] = 200, ["трехсот"] = 300, ["пятисот"] = 500 };
        string[] small = ["двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти"];
        string[] teens = ["десяти", "одиннадцати", "двенадцати", "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати"];
        string[] tens = ["двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти"];
        for (var i = 0; i < teens.Length; i++)
        {
            prefixes[teens[i]] = 10 + i;
        }

        for (var i = 0; i < small.Length; i++)
        {
            prefixes[small[i]] = i + 2;
            for (var j = 0; j < tens.Length; j++)
            {
                prefixes[tens[j]] = 20 + (j * 10);
                prefixes[tens[j] + small[i]] = 22 + (j * 10) + i;
            }
        }

        return prefixes;
    }
}
