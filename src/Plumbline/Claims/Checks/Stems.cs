using System.Collections.Concurrent;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>Stems of words, each made once. Thread safe.</summary>
internal static class Stems
{
    private const int Most = 100_000;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string word)
    {
        if (Known.TryGetValue(word, out var known))
        {
            return known;
        }

        if (Known.Count > Most)
        {
            Known.Clear();
        }

        return Known[word] = NounStems.Of(word);
    }
}

/// <summary>Nouns that count people: "12 men and 8 women" are 20 people, and 141 people are no 141 detentions.</summary>
internal static class People
{
    private static readonly HashSet<string> Nouns = new(
        new[]
        {
            "people", "person", "men", "women", "children", "man", "woman", "child", "boys", "girls", "adults", "minors", "teenagers", "activists", "journalists", "protesters", "protestors", "demonstrators", "detainees", "arrestees",
            "citizens", "residents", "participants", "patients", "students", "officers", "policemen", "lawyers", "witnesses", "victims", "defendants", "suspects", "prisoners", "inmates", "employees", "workers", "members", "passengers", "individuals",
            "bystanders", "supporters", "respondents", "subjects", "soldiers", "civilians", "migrants", "refugees", "males", "females", "persons", "users", "veterans", "pensioners", "soldiers", "deputies", "reporters",
            "человек", "люди", "мужчин", "мужчина", "женщин", "женщина", "детей", "ребенок", "задержанных", "задержанный", "активистов", "активист", "журналистов", "журналист", "граждан", "гражданин", "участников", "участник", "подростков", "подросток",
            "несовершеннолетних", "несовершеннолетний", "студентов", "студент", "полицейских", "полицейский", "адвокатов", "адвокат", "свидетелей", "свидетель", "пострадавших", "пострадавший", "погибших", "погибший", "раненых", "раненый", "обвиняемых",
            "обвиняемый", "подозреваемых", "подозреваемый", "осужденных", "осужденный", "заключенных", "заключенный", "жителей", "житель", "сотрудников", "сотрудник", "пассажиров", "пассажир", "демонстрантов", "протестующих", "прохожих", "пенсионеров", "военнослужащих",
            "юношей", "девушек", "мальчиков", "девочек", "лиц", "россиян", "солдат", "работников", "депутатов", "врачей", "беженцев", "мигрантов",
        }.Select(NounStems.Of), StringComparer.Ordinal);

    /// <param name="stem">Stem of a noun.</param>
    public static bool Are(string stem) => Nouns.Contains(stem);
}
