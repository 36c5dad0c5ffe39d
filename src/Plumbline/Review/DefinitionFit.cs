using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>
/// Tells whether a decision that was made under an older definition of a variable still stands: it does when the definition
/// is the same, or the same but for values that were renamed (<c>was:</c>). Else it is stale. Keep one for each variable.
/// </summary>
public sealed class DefinitionFit
{
    private const int MostRenamed = 10;

    private readonly Variable variable;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> names = new(StringComparer.Ordinal);

    /// <summary>Of a variable as it is defined now.</summary>
    public DefinitionFit(Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        this.variable = variable;
        var renamed = variable.Values.Where(v => v.Was is not null && v.Was != v.Key).ToList();

        // A value that several claim to have been was split: nobody can say which of them a decision meant.
        renamed.RemoveAll(v => renamed.Count(o => o.Was == v.Was) > 1);
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
    }

    /// <summary>True when a decision under this hash is stale.</summary>
    public bool IsStale(string definitionHash) => !names.ContainsKey(definitionHash);

    /// <summary>The values of a decision as they are called now. Of a stale decision those that the variable can still take.</summary>
    public IReadOnlyList<CodedValue> Carry(IReadOnlyList<string> values, string definitionHash)
    {
        ArgumentNullException.ThrowIfNull(values);
        var now = names.GetValueOrDefault(definitionHash);
        var carried = new List<CodedValue>();
        foreach (var value in values)
        {
            var name = now is not null && now.TryGetValue(value, out var renamed) ? renamed : value;
            if (CodedValue.TryParse(name, variable, out var coded, out _) && !carried.Contains(coded))
            {
                carried.Add(coded);
            }
        }

        return carried;
    }
}
