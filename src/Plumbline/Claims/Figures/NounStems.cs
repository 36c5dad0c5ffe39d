using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Plumbline.Claims.Figures;

/// <summary>
/// Compares nouns by their stems (Snowball). Good enough to ask an editor to look, never enough for a verdict. Thread
/// safe.
/// </summary>
internal static class NounStems
{
    private const string Consonants = "бвгджзйклмнпрстфхцчшщ";

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["persons"] = "person", ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["человек"] = "человек", ["люди"] = "человек", ["людей"] = "человек",
        ["людям"] = "человек", ["людьми"] = "человек", ["людях"] = "человек", ["человека"] = "человек", ["человеку"] = "человек", ["человеком"] = "человек", ["дети"] = "ребенок",
        ["детей"] = "ребенок", ["детям"] = "ребенок", ["детьми"] = "ребенок", ["ребенка"] = "ребенок", ["решений"] = "решен", ["дел"] = "дел", ["судов"] = "суд", ["суток"] = "сутк",
    };

    public static string Of(string word)
    {
        var folded = FigureTokens.Fold(word);
        if (Irregular.TryGetValue(folded, out var known))
        {
            return known;
        }

        SnowballProgram stemmer = folded.Length > 0 && folded[0] is >= 'а' and <= 'я' ? new RussianStemmer() : new EnglishStemmer();
        stemmer.SetCurrent(folded);
        stemmer.Stem();
        return stemmer.Current;
    }

    /// <summary>The stem by which words are compared: the same for прогулок and прогулка.</summary>
    public static string Compared(string word) => Firm(Of(word));

    /// <summary>True when one of the words has the stem of one of the names (each name's own words count).</summary>
    public static bool AnyFits(IEnumerable<string> words, IEnumerable<string> names)
    {
        var stems = words.Select(Compared).ToHashSet(StringComparer.Ordinal);
        return names.SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Any(n => stems.Contains(Compared(n)));
    }

    /// <summary>The stem without the vowel that comes and goes before its last consonant: прогулок and прогулка.</summary>
    private static string Firm(string stem) =>
        stem.Length >= 5 && (stem[^2] is 'о' or 'е') && Consonants.Contains(stem[^1]) && Consonants.Contains(stem[^3]) ? stem[..^2] + stem[^1] : stem;
}
