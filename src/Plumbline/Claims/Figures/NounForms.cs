namespace Plumbline.Claims.Figures;

/// <summary>
/// The dictionary form of the noun behind a number: singular, in Russian nominative. No dictionary is built in: after a
/// number a Russian noun stands in few forms, and the number says which (after 2 to 4 the genitive singular, else the
/// genitive plural), so that endings decide; what endings can't tell is listed in <see cref="NounList"/>. Meant for reading
/// and grouping, never for a verdict. Thread safe.
/// </summary>
public static class NounForms
{
    /// <summary>The unit of a figure in dictionary form and in the draft's language; null when it has none.</summary>
    public static string? Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Kind == FigureKind.Multiple)
        {
            return null;
        }

        if (figure.Unit?.StartsWith('°') == true || figure.Unit is null || figure.Kind is FigureKind.Money or FigureKind.Percent || figure.Unit is "%" || (figure.Unit.Length == 3 && char.IsUpper(figure.Unit[0])))
        {
            return figure.Unit;
        }

        if (figure.Kind == FigureKind.Duration || (figure.Kind is FigureKind.Average or FigureKind.Age && Units.Time(figure.Words.Count > 0 ? figure.Words[0] : "") is not null))
        {
            var said = figure.Words.Count > 0 ? figure.Words[0] : figure.Unit;
            var isRussian = IsRussian(figure.Text);
            return !isRussian ? figure.Unit : Units.Time(said) == figure.Unit && said.StartsWith("сут", StringComparison.Ordinal) ? "сутки"
                : figure.Unit switch { "second" => "секунда", "minute" => "минута", "hour" => "час", "day" => said.Contains("суточн", StringComparison.Ordinal) ? "сутки" : "день", "week" => "неделя", "month" => "месяц", "year" => "год", "decade" => "десятилетие", "century" => "век", _ => figure.Unit };
        }

        // Of one thing in an oblique case, the genitive singular.
        if (figure.Kind == FigureKind.Share && figure.Text.Contains("кажд", StringComparison.OrdinalIgnoreCase))
        {
            return Of(figure.Unit, 1);
        }

        return Of(figure.Unit, figure.High == 1 && figure.Text.Contains("одного", StringComparison.OrdinalIgnoreCase) ? 2 : figure.High ?? 5);
    }

    /// <summary>The dictionary form of a noun in lower case.</summary>
    /// <param name="noun">As it stands in the text.</param>
    /// <param name="value">The number before it.</param>
    public static string Of(string noun, decimal value)
    {
        ArgumentNullException.ThrowIfNull(noun);
        var word = FigureTokens.Fold(noun);
        return word.Length < 2 ? word
            : NounList.Irregular.TryGetValue(word, out var known) ? known
            : IsRussian(word) ? Russian(word, value)
            : English(word);
    }

    private static bool IsRussian(string text) => text.AsSpan().ContainsAnyInRange('а', 'я');

    private static string English(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'');
        return word.EndsWith("men", StringComparison.Ordinal) ? word[..^2] + "an"
            : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
            : Ends(word, "sses", "shes", "ches", "xes", "zzes", "oes") ? word[..^2]
            : word.EndsWith('s') && !Ends(word, "ss", "us", "is") ? word[..^1]
            : word;
    }

    private static string Russian(string word, decimal value)
    {
        if (word.Length < 4)
        {
            return word;
        }

        // After 2 to 4 of a whole number the genitive singular; adjectives used as nouns stay plural.
        var lastTwo = (int)(Math.Abs(value) % 100);
        var isFew = value % 1 != 0 || (lastTwo % 10 is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14));
        var isOne = value % 1 == 0 && lastTwo % 10 == 1 && lastTwo != 11;
        return Adjective(word) ?? ObliquePlural(word) ?? (isOne ? word : null) ?? (isFew ? GenitiveSingular(word) : null) ?? GenitivePlural(word);
    }

    /// <summary>задержанных, пострадавших, полицейских: -ый, -ий.</summary>
    private static string? Adjective(string word)
    {
        var stem = Ends(word, "ых", "их", "ым", "им", "ые", "ие") ? word[..^2] : Ends(word, "ыми", "ими", "ого", "его", "ому", "ему") ? word[..^3] : null;
        return stem is null || Ends(word, "ствие", "ание", "ение", "тие", "ции", "сего") ? null
            : Ends(stem, "ск", "г", "х", "к") || Ends(stem, "ш", "щ", "ж", "ч") || word[stem.Length] is 'и' or 'е' ? stem + "ий"
            : stem + "ый";
    }

    private static string? GenitiveSingular(string word)
    {
        var stem = word[..^1];
        return word[^1] switch
        {
            'ы' => stem + "а",
            'и' when Ends(stem, "к", "г", "х", "ж", "ш", "ч", "щ") => stem + "а",
            'и' when Ends(stem, "ст", "знь", "в", "сь", "л", "з", "рт") && !Ends(stem, "дел", "тысячел") && Ends(word, "сти", "ти", "чи", "ви", "зи", "ди") => stem + "ь",
            'и' when Ends(stem, "дел") => stem + "я",
            'и' => stem + "я",
            'а' when Ends(stem, "ств", "дел", "мест", "сел", "слов", "прав", "числ", "ведр", "тел", "лиц", "яйц", "кольц", "солнц", "письм", "окн", "писем", "агентств", "министерств") => stem + "о",
            'а' when Ends(stem, "лищ", "нищ", "ищ") => stem + "е",
            'а' when Ends(stem, "льц", "йц", "вц", "нц") => stem[..^1] is var root && root.EndsWith('ь') ? root[..^1] + "ец" : root + "ец",
            'а' when Ends(stem, "нк", "тк", "лк", "вк", "ск") && stem.Length <= 5 => stem[..^1] + "ок",
            'а' => stem,
            'я' when Ends(stem, "ени", "ани", "яни", "стви", "ти", "ли", "ни", "ри", "ди", "ви", "ци") => stem + "е",
            'я' when Ends(stem, "а", "е", "о", "у") => stem + "й",
            'я' => stem + "ь",
            _ => null,
        };
    }

    /// <summary>Dative, instrumental and locative of the plural: задержаниях, журналистами, рублям.</summary>
    private static string? ObliquePlural(string word)
    {
        foreach (var ending in (string[])["иями", "иях", "иям"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length] + (Ends(word[..^ending.Length], "ц", "с", "з", "в") ? "ия" : "ие");
            }
        }

        return word.Length < 5 ? null
            : Ends(word, "ами") ? Plain(word[..^3])
            : Ends(word, "ах", "ам") ? Plain(word[..^2])
            : Ends(word, "ями") ? word[..^3] + "ь"
            : Ends(word, "ях", "ям") ? word[..^2] + "ь"
            : null;
    }

    private static string GenitivePlural(string word)
    {
        return word switch
        {
            _ when Ends(word, "цев") => word[..^3].EndsWith('й') ? word[..^4] + "ец" : Ends(word[..^3], "я") ? word[..^2] : word[..^3].EndsWith('ь') ? word[..^4] + "ец" : word[..^3] + "ец",
            _ when Ends(word, "ев") => word[..^2] + "й",
            _ when Ends(word, "ков") && word.Length > 5 && Ends(word[..^3], "т", "с", "л", "н") && Ends(word[..^2], "стк", "ынк", "енк", "тк") => word[..^3] + "ок",
            _ when Ends(word, "ов") => word[..^2],
            _ when Ends(word, "стей", "зней", "вей", "лей", "рей", "дей", "тей", "ней", "сей", "зей", "бей", "мей", "пей") => word[..^2] + "ь",
            _ when Ends(word, "щей", "чей", "шей", "жей") => word[..^2],
            _ when Ends(word, "ций", "сий", "зий", "гий", "рий", "мий", "хий", "фий") => word[..^1] + "я",
            _ when Ends(word, "ий") => word[..^1] + "е",
            _ when Ends(word, "ств", "дел", "мест", "сел", "лет", "лиц", "слов", "прав", "чувств") => word + "о",
            _ when Ends(word, "ищ") => word + "е",
            _ when Ends(word, "ек") && "жшчй".Contains(word[^3], StringComparison.Ordinal) => word[..^2] + "ка",
            _ when Ends(word, "ек") && word[^3] != 'в' => word[..^2] + "ька",
            _ when Ends(word, "ок", "вок", "ток") => word[..^2] + "ка",
            _ when Ends(word, "ель") => word[..^2] + "ля",
            _ when "бвгджзклмнпрстфхцчшщ".Contains(word[^1], StringComparison.Ordinal) => word + "а",
            _ when word[^1] is 'ы' => word[..^1],
            _ when word[^1] is 'и' && Ends(word, "ции", "сии", "зии") => word[..^1] + "я",
            _ => word,
        };
    }

    private static string Plain(string stem) => Ends(stem, "ств", "дел", "мест") ? stem + "о" : Ends(stem, "ин", "ер", "н", "т", "р", "с", "м", "л") || stem.Length < 4 ? stem : Ends(stem, "к") && !Ends(stem, "ик", "ок", "ек", "ак", "як") ? stem + "а" : stem;

    private static bool Ends(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
