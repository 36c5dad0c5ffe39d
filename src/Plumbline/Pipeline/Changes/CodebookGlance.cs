using Plumbline.Coding;
using Plumbline.Review;

namespace Plumbline.Pipeline.Changes;

/// <summary>What an edit does to one variable, as far as codebooks and decisions alone tell it.</summary>
/// <param name="Variable">Its name.</param>
/// <param name="Change">What was changed of it.</param>
/// <param name="Decisions">Decisions that stand now and must be looked at again.</param>
internal sealed record VariableGlance(string Variable, VariableChange Change, long Decisions);

/// <summary>What another codebook changes, at a glance: without building anything, so that it can be said while somebody types.</summary>
internal static class CodebookGlance
{
    /// <summary>Variables that change, in the order of the new codebook; those that are gone last.</summary>
    /// <param name="old">The codebook as it is.</param>
    /// <param name="now">The codebook as it would be, of the same unit.</param>
    /// <param name="decisions">People's decisions.</param>
    public static IReadOnlyList<VariableGlance> Of(Codebook old, Codebook now, DecisionLog decisions)
    {
        var carries = decisions.Carries.Where(c => c.Carry.Kind == old.Kind.Table).Select(c => c.Carry).ToList();
        var live = decisions.Live.Where(d => d.Of.Member.Kind == old.Kind.Table).ToLookup(d => d.Decision.Variable, d => d.Decision, StringComparer.Ordinal);
        var changes = new List<VariableGlance>();
        foreach (var variable in now.Kind.Variables)
        {
            if (old.Kind.Find(variable.Name) is not { } then)
            {
                changes.Add(new VariableGlance(variable.Name, VariableChange.Added, 0));
            }
            else if (then.ComputeDefinitionHash() != variable.ComputeDefinitionHash())
            {
                var (before, after) = (new DefinitionFit(then, carries), new DefinitionFit(variable, carries));
                changes.Add(new VariableGlance(variable.Name, VariableChange.Definition, live[variable.Name].LongCount(d => !before.IsStale(d) && after.IsStale(d))));
            }
            else if (old.RuleHash(variable.Name) != now.RuleHash(variable.Name))
            {
                changes.Add(new VariableGlance(variable.Name, VariableChange.Rules, 0));
            }
        }

        changes.AddRange(old.Kind.Variables.Where(v => now.Kind.Find(v.Name) is null).Select(v => new VariableGlance(v.Name, VariableChange.Removed, live[v.Name].LongCount())));
        return changes;
    }
}
