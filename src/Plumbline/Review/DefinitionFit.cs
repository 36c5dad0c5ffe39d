using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>
/// Tells whether a decision that was made under an older definition of a variable still stands: it does when the definition
/// is the same, or the same but for values that were renamed (<c>was:</c>), or when a person carried that definition over to this
/// one and its values are still there. Else it is stale. Keep one for each variable.
/// </summary>
public sealed class DefinitionFit
{
    private const int MostRenamed = 10;

    private readonly Variable variable;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> carried = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> nowByOld;

    /// <summary>Of a variable as it is defined now.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="carries">What people carried over; those of other definitions count for nothing.</param>
    public DefinitionFit(Variable variable, IEnumerable<DefinitionCarry>? carries = null)
    {
        ArgumentNullException.ThrowIfNull(variable);
        this.variable = variable;
        nowByOld = variable.Values.SelectMany(v => new[] { v.Key, v.Was ?? v.Key }.Distinct().Select(old => (Old: old, Now: v.Key)))
            .ToLookup(v => v.Old, v => v.Now, StringComparer.Ordinal);
        var renamed = variable.Values.Where(v => v.Was is not null && v.Was != v.Key).ToList();

        // A value that several claim to have been was split: nobody can say which of them a decision meant.
        renamed.RemoveAll(v => IsSplit(v.Was!));
        for (var some = 0; some < 1 << Math.Min(MostRenamed, renamed.Count); some++)
        {
            var back = renamed.Where((_, i) => i >= MostRenamed || (some & (1 << i)) != 0).ToDictionary(v => v.Key, v => v.Was!, StringComparer.Ordinal);
            var before = variable with
            {
                Values = [.. variable.Values.Select(v => back.TryGetValue(v.Key, out var was) ? v with { Key = was } : v)],
                Silence = variable.Silence is { } silence && back.TryGetValue(silence, out var old) ? old : variable.Silence,
            };
            names.TryAdd(before.ComputeDefinitionHash(), back.ToDictionary(b => b.Value, b => b.Key, StringComparer.Ordinal));
        }

        carried.UnionWith((carries ?? []).Where(c => c.Variable == variable.Name && names.ContainsKey(c.To)).SelectMany(c => c.From));
    }

    /// <summary>True when no decision under this hash stands: it is none of the same meaning, and nobody carried it.</summary>
    public bool IsStale(string definitionHash) => !names.ContainsKey(definitionHash) && !carried.Contains(definitionHash);

    /// <summary>True when a decision is stale: its definition is, or it was carried and one of its values is not there any more, or was split.</summary>
    public bool IsStale(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return !names.ContainsKey(decision.DefinitionHash) && (!carried.Contains(decision.DefinitionHash) || !CanCarry(decision));
    }

    /// <summary>True when each value of a decision is one value of the variable now, so that it stands once its definition is carried over.</summary>
    public bool CanCarry(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Values.Concat(decision.Candidates).All(v => Now(v) is { } now && CodedValue.TryParse(now, variable, out _, out _));
    }

    /// <summary>The values of a decision as they are called now. Of a stale decision those that the variable can still take.</summary>
    public IReadOnlyList<CodedValue> Carry(IReadOnlyList<string> values, string definitionHash)
    {
        ArgumentNullException.ThrowIfNull(values);
        var now = names.GetValueOrDefault(definitionHash);
        var coded = new List<CodedValue>();
        foreach (var value in values)
        {
            var name = now is not null ? now.GetValueOrDefault(value, value) : carried.Contains(definitionHash) ? Now(value) ?? value : value;
            if (CodedValue.TryParse(name, variable, out var parsed, out _) && !coded.Contains(parsed))
            {
                coded.Add(parsed);
            }
        }

        return coded;
    }

    /// <summary>A value under its present name; null when a category has none, or more than one, that it was.</summary>
    private string? Now(string value) => variable.Type != VariableType.Category ? value : nowByOld[value].Count() == 1 ? nowByOld[value].First() : null;

    private bool IsSplit(string value) => variable.Values.Count(v => v.Was == value || (v.Key == value && v.Was is null)) > 1;
}
