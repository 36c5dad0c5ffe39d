using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>A kind of units that is searched: its variables with their labels.</summary>
/// <param name="Kind">Table and variables.</param>
/// <param name="Label">What people call these units.</param>
public sealed record SearchedKind(UnitKind Kind, string Label);

/// <summary>How a kind, its variables and values are called. Terms are made once, since making a stem costs more than comparing two.</summary>
/// <param name="searched">The kind.</param>
/// <param name="names">Other names of its units: <c>counts</c> of claims that count them.</param>
internal sealed class KindTerms(SearchedKind searched, IEnumerable<string> names)
{
    /// <summary>A condition is in the words from here on: its variable alone is named, or half of its value.</summary>
    public const double Named = 0.4;

    private const double OtherNoun = 0.5;

    private readonly IReadOnlyList<Term> units = Terms.Of([searched.Kind.Table, searched.Label, .. names]);
    private readonly Dictionary<string, IReadOnlyList<Term>> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<CountCondition, IReadOnlyList<Term>> values = [];

    /// <summary>The kind.</summary>
    public UnitKind Kind => searched.Kind;

    /// <summary>How well the figure's noun, or else its sentence, names the units: 0 to 1.</summary>
    public double Units(SentenceWords words) =>
        units.Any(t => t.Stems.Any(words.Nouns.Contains)) ? 1 : 0.6 * units.In(words);

    /// <summary>How well the words name a variable.</summary>
    public double Variable(string name, SentenceWords words, bool deny = false) => Of(name).In(words, deny);

    /// <summary>True when the figure's noun is the value itself: "21 arrests".</summary>
    public bool IsNoun(CountCondition condition, SentenceWords words) =>
        Kind.Find(condition.Variable) is { } variable && condition.Part is CountPart.Value or CountPart.Contains && Of(condition, variable).Any(t => !t.IsDenied && t.Stems.Any(words.Nouns.Contains));

    /// <summary>How well the words name an amount. Where the figure counts things, its noun has to be the amount's: "900 rulings" are no sum of persons.</summary>
    public double Amount(string name, SentenceWords words) =>
        !words.CountsThings || Of(name).Any(t => t.Stems.Any(words.Nouns.Contains)) ? Variable(name, words) : OtherNoun * Variable(name, words);

    /// <summary>True when the words hold the whole name of a variable, of two words or more.</summary>
    public bool IsNamed(string name, SentenceWords words) => Of(name).Any(t => t.Stems.Count > 1 && t.In(words) >= 0.95);

    /// <summary>How well the words name a condition: 0 to 1.</summary>
    public double Condition(CountCondition condition, SentenceWords words)
    {
        if (Terms.Time(condition) is { } time)
        {
            return words.Of(time);
        }

        var variable = Kind.Find(condition.Variable);
        if (condition.Part == CountPart.Currency || variable is null)
        {
            return condition.Part == CountPart.Currency ? 1 : 0;
        }

        if (variable.Type == VariableType.YesNo)
        {
            return Variable(condition.Variable, words, condition.Value == "no");
        }

        var terms = Of(condition, variable);
        var (value, named) = (terms.In(words), Variable(condition.Variable, words));
        return value >= 0.5 ? Math.Min(1, (0.85 * value) + (0.15 * named))
            : variable.Type != VariableType.Category || terms.Any(t => t.IsDenied) ? 0.4 * value
            : (0.4 * named) + (0.2 * value);
    }

    private IReadOnlyList<Term> Of(string name)
    {
        if (!variables.TryGetValue(name, out var terms))
        {
            variables[name] = terms = Terms.Of(name, Kind.Find(name)?.Label ?? "");
        }

        return terms;
    }

    private IReadOnlyList<Term> Of(CountCondition condition, Variable variable)
    {
        if (!values.TryGetValue(condition, out var terms))
        {
            values[condition] = terms = Terms.Of(condition.Value, variable.Values.FirstOrDefault(v => v.Key == condition.Value)?.Label ?? "");
        }

        return terms;
    }
}
