using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>One way to say something, as stems.</summary>
/// <param name="Stems">All of them are looked for.</param>
/// <param name="IsDenied">True when it says that something is not ("not-named", "Не признаёт").</param>
internal sealed record Term(IReadOnlyList<string> Stems, bool IsDenied)
{
    /// <summary>How much of it stands near the figure: 0 to 1.</summary>
    /// <param name="words">The words around the figure.</param>
    /// <param name="deny">True to look for its contrary.</param>
    public double In(SentenceWords words, bool deny = false) => Stems.Count == 0 ? 0 : Stems.Average(s => words.Of(s, IsDenied != deny));
}

/// <summary>How things of a codebook are called: by their keys, which mostly are English, and by their labels in the language of the codebook.</summary>
internal static class Terms
{
    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "not", "no", "non", "without", "не", "без", "нет" };

    /// <summary>Words that say nothing of what is counted.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "is", "are", "was", "were", "be", "been", "it", "its", "them", "their", "they", "that",
        "this", "these", "those", "which", "who", "as", "we", "he", "she", "his", "her", "has", "have", "had", "do", "did", "out", "than", "then", "there", "each", "other", "otherwise",
        "в", "во", "на", "с", "со", "к", "по", "из", "от", "до", "за", "о", "об", "у", "и", "а", "но", "или", "что", "как", "это", "этот", "эти", "их", "его", "ее", "она", "он", "они", "мы",
        "был", "была", "было", "были", "быть", "для", "при", "под", "над", "же", "ли", "бы", "то", "том", "тем", "так", "который", "которые", "которых", "иначе", "другое",
    };

    /// <summary>True for a word or number that can tell one count from another.</summary>
    public static bool IsWord(string folded) => folded.Length > 0 && (char.IsDigit(folded[0]) || folded.Length > 1) && !Empty.Contains(folded) && !Denials.Contains(folded);

    /// <summary>A key or label as a term; null when it has no word.</summary>
    public static Term? One(string text)
    {
        var parts = Split(text);
        var stems = parts.Where(IsWord).Select(NounStems.Compared).Distinct(StringComparer.Ordinal).ToList();
        return stems.Count == 0 ? null : new Term(stems, parts.Exists(Denials.Contains));
    }

    /// <summary>All terms of several texts.</summary>
    public static IReadOnlyList<Term> Of(params IEnumerable<string> texts) => [.. texts.Select(One).OfType<Term>()];

    /// <summary>How much of the best of them stands near the figure.</summary>
    public static double In(this IReadOnlyList<Term> terms, SentenceWords words, bool deny = false) => terms.Count == 0 ? 0 : terms.Max(t => t.In(words, deny));

    /// <summary>Months by number, as dates of a sentence give them.</summary>
    public static CivilDate? Time(CountCondition condition) =>
        condition.Part is CountPart.Year or CountPart.Month && CivilDate.TryParse(condition.Value, out var time) ? time : null;

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(FigureTokens.Fold(text.AsSpan(start, i - start)));
            }

            i = Math.Max(i, start + 1);
        }

        return words;
    }
}
