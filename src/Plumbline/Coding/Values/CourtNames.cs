namespace Plumbline.Coding.Values;

/// <summary>Declension of the adjectives in a court's name.</summary>
internal static class CourtNames
{
    // Stressed endings: -ой in the nominative.
    private static readonly string[] Stressed =
        ["городск", "краев", "областн", "окружн", "тверск", "заводск", "донск", "обск", "морск", "полевск", "ямск", "яйск"];

    private static readonly string[] Kinds =
    [
        "районн", "городск", "областн", "краев", "межрайонн", "окружн", "военн", "гарнизонн", "арбитражн", "верховн",
        "федеральн", "апелляционн", "кассационн", "флотск", "общ", "автономн",
    ];

    private static readonly string[] Endings =
        ["ого", "его", "ому", "ему", "ый", "ий", "ой", "ым", "им", "ом", "ем"];

    /// <summary>A long adjective, masculine, in some case.</summary>
    public static bool IsAdjective(ReadOnlySpan<char> word) => word.Length >= 5 && Ending(word) > 0;

    /// <summary>A word for the kind of a court rather than its own name.</summary>
    public static bool IsKind(ReadOnlySpan<char> word)
    {
        var stem = word[..^Ending(word)];
        foreach (var kind in Kinds)
        {
            if (stem.Is(kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nominative: Ленинского > Ленинский, районного > районный, Тверского > Тверской.</summary>
    public static string Nominative(ReadOnlySpan<char> word)
    {
        var length = Ending(word);
        var stem = word[..^length];
        var ending = word[^length..];
        if (ending.Is("ый") || ending.Is("ий") || (ending.Is("ой") && IsStressed(stem)))
        {
            return word.ToString();
        }

        var isUpper = char.IsUpper(word[^1]);
        var isSoft = ending[0] is 'е' or 'Е' || (ending.Is("им") && stem[^1] is 'н' or 'Н')
                     || char.ToLowerInvariant(stem[^1]) is 'к' or 'г' or 'х' or 'ж' or 'ш' or 'ч' or 'щ';
        var nominative = IsStressed(stem) ? "ой" : isSoft ? "ий" : "ый";
        return string.Concat(stem, isUpper ? nominative.ToUpperInvariant() : nominative);
    }

    private static bool IsStressed(ReadOnlySpan<char> stem)
    {
        foreach (var stressed in Stressed)
        {
            if (stem.Is(stressed))
            {
                return true;
            }
        }

        return false;
    }

    private static int Ending(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return ending.Length;
            }
        }

        return 0;
    }
}
