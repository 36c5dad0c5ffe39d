namespace Plumbline.Claims.Suggestions;

/// <summary>
/// How well the words around one figure name a count: 0 to 1. Its units or its amount must be named, and each of its conditions; what the words
/// name beside, and the count leaves out, takes from it.
/// </summary>
/// <param name="kinds">What the kinds are called, by table.</param>
/// <param name="words">The words around the figure.</param>
internal sealed class WordsFit(IReadOnlyDictionary<string, KindTerms> kinds, SentenceWords words)
{
    /// <summary>Words fit from here on.</summary>
    public const double Enough = 0.4;

    private const double OfUnits = 0.35, Unexplained = 0.8, NamedAlone = 0.85, OtherMeasure = 0.7, NounOfValue = 0.8;

    private static readonly string[] Largest = ["largest", "biggest", "highest", "most", "longest", "maximum", "record", "max", "самый", "самая", "самое", "самые", "самого", "самой", "наибольший", "наибольшая", "наибольшее", "максимальный", "максимальная", "максимум", "крупнейший", "рекордный"];
    private static readonly string[] Smallest = ["smallest", "lowest", "least", "shortest", "minimum", "min", "наименьший", "наименьшая", "наименьшее", "минимальный", "минимальная", "минимум", "самый", "самая", "самое", "самого"];
    private static readonly string[] Means = ["average", "averaged", "mean", "typical", "средний", "средняя", "среднее", "средние", "среднем", "средняя", "средней"];

    // The conditions of counts are few and shared (SimpleCounts): comparing them by their texts would cost most of the time.
    private readonly Dictionary<CountCondition, double> conditions = new(ReferenceEqualityComparer.Instance);
    private readonly bool asksOther = words.HasAny([.. Largest, .. Smallest, .. Means]);
    private readonly Dictionary<string, HashSet<string>> named = new(StringComparer.Ordinal);

    /// <summary>Variables whose values the words name beside the figure itself, by table; filled before counts are compared.</summary>
    public void Name(string kind, IEnumerable<CountCondition> singles) => named[kind] =
        [.. singles.Where(s => Of(kind, s) >= NamedAlone).Select(s => s.Variable), .. singles.Select(s => s.Variable).Distinct().Where(v => kinds[kind].IsNamed(v, words))];

    /// <summary>True when the sentence asks for this measure: a largest, smallest or mean amount is searched only where words say so.</summary>
    public bool Asks(SimpleMeasure measure, bool isAverage) => measure switch
    {
        SimpleMeasure.Max => words.HasAny(Largest),
        SimpleMeasure.Min => words.HasAny(Smallest),
        SimpleMeasure.Mean => isAverage || words.HasAny(Means),
        _ => true,
    };

    /// <summary>How well the words name a simple count.</summary>
    public double Of(SimpleCount count) => (count.Measure == SimpleMeasure.Sum && asksOther ? OtherMeasure : 1) * Of(count.Kind, [.. count.Where.Select(w => (IReadOnlyList<CountCondition>)[w])], count.Amount, 0);

    /// <summary>How well the words name a claim.</summary>
    public double Of(ClaimTerms claim)
    {
        var own = claim.Names.In(words);
        var noun = claim.Counted.Any(t => t.Stems.Any(words.Nouns.Contains)) ? 1 : 0.6 * claim.Counted.In(words);
        return claim.Kind is null || !kinds.ContainsKey(claim.Kind) ? Math.Max(own, (OfUnits * noun) + ((1 - OfUnits) * own)) : Of(claim.Kind, claim.Where, claim.Amount, noun, own);
    }

    private double Of(string kind, IReadOnlyList<IReadOnlyList<CountCondition>> where, string? amount, double noun, double own = 0)
    {
        var terms = kinds[kind];
        var units = Math.Max(noun, terms.Units(words));
        if (amount is not null)
        {
            var said = Math.Max(noun, Math.Max(words.CountsThings && noun < 1 ? 0.5 * own : own, terms.Amount(amount, words)));
            if (said < KindTerms.Named)
            {
                return 0;
            }

            units = (0.8 * said) + (0.2 * units);
        }

        if (where.Any(any => any.Any(c => terms.IsNoun(c, words))))
        {
            units = Math.Max(units, NounOfValue);
        }

        var fits = where.Select(any => any.Max(c => Of(kind, c))).ToList();
        var beside = (named.GetValueOrDefault(kind) ?? []).Count(v => v != amount && !where.Any(any => any.Any(c => c.Variable == v)));
        var penalty = Math.Pow(Unexplained, beside);
        if (fits.Count == 0)
        {
            return penalty * Math.Max(units, own > 0 ? (OfUnits * units) + ((1 - OfUnits) * own) : 0);
        }

        // A name that somebody gave the claim may say what its values don't.
        return fits.Min() < KindTerms.Named && own < 0.5 ? 0 : penalty * ((OfUnits * units) + ((1 - OfUnits) * Math.Max(fits.Average(), own)));
    }

    private double Of(string kind, CountCondition condition)
    {
        if (!conditions.TryGetValue(condition, out var fit))
        {
            conditions[condition] = fit = kinds[kind].Condition(condition, words);
        }

        return fit;
    }
}
