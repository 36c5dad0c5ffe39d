using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// A flat claim's condition as a tree over its comparisons: what has to be settled of one unit for the whole to be true,
/// or false. By three-valued logic: one part that is settled false is enough for an AND, all parts are needed for an OR.
/// </summary>
internal sealed class ClaimConditions
{
    /// <summary>Beyond this the codings of a unit are not told apart: all that is read counts.</summary>
    public const int MostLeaves = 60;

    private readonly SqlExpression? condition;
    private readonly SqlExpression? amount;

    public ClaimConditions(SqlExpression? condition, SqlExpression? amount)
    {
        (this.condition, this.amount) = (condition, amount);
        Leaves = condition is null ? [] : [.. LeavesOf(condition)];
    }

    /// <summary>The comparisons, in order.</summary>
    public IReadOnlyList<SqlExpression> Leaves { get; }

    /// <summary>True when the condition is true by the values that stand.</summary>
    public bool Expected(IReadOnlyList<LeafState> leaves)
    {
        var at = 0;
        return condition is null || Is(condition, leaves, ref at);
    }

    /// <summary>The fewest variables that bring a unit in; null when no settling can.</summary>
    public IReadOnlyList<string>? In(IReadOnlyList<LeafState> leaves, IReadOnlySet<string> open)
    {
        var at = 0;
        var needed = condition is null ? new Needed([], 0) : Settle(condition, true, leaves, open, ref at);
        if (needed is null)
        {
            return null;
        }

        return [.. needed.Variables.Concat(amount is null ? [] : Names(amount).Where(open.Contains)).Distinct()];
    }

    /// <summary>The fewest variables that keep a unit out; null when no settling can.</summary>
    public IReadOnlyList<string>? Out(IReadOnlyList<LeafState> leaves, IReadOnlySet<string> open)
    {
        var at = 0;
        return condition is null ? null : Settle(condition, false, leaves, open, ref at)?.Variables;
    }

    private static IEnumerable<SqlExpression> LeavesOf(SqlExpression expression) =>
        expression is Logic logic ? logic.Parts.SelectMany(LeavesOf) : [expression];

    private static bool Is(SqlExpression expression, IReadOnlyList<LeafState> leaves, ref int at)
    {
        if (expression is not Logic logic)
        {
            return leaves[at++].Stands;
        }

        var result = logic.IsAnd;
        foreach (var part in logic.Parts)
        {
            var one = Is(part, leaves, ref at);
            result = logic.IsAnd ? result && one : result || one;
        }

        return result;
    }

    private static Needed? Settle(SqlExpression expression, bool target, IReadOnlyList<LeafState> leaves, IReadOnlySet<string> open, ref int at)
    {
        if (expression is not Logic logic)
        {
            var leaf = leaves[at++];
            if (leaf.Known is { } known)
            {
                return known == target ? new Needed([], 0) : null;
            }

            var variables = Names(expression).Where(open.Contains).Distinct().ToList();
            return variables.Count == 0 ? null : new Needed(variables, leaf.Stands == target ? 0 : 1);
        }

        var parts = new List<Needed?>();
        foreach (var part in logic.Parts)
        {
            parts.Add(Settle(part, target, leaves, open, ref at));
        }

        // An AND is true, and an OR false, by all of its parts; else one is enough: the one that is likely so, then the shortest.
        return logic.IsAnd == target
            ? parts.Contains(null) ? null : new Needed([.. parts.SelectMany(p => p!.Variables).Distinct()], parts.Sum(p => p!.Unlikely))
            : parts.Where(p => p is not null).MinBy(p => (p!.Unlikely, p.Variables.Count));
    }

    private static IEnumerable<string> Names(SqlExpression expression) =>
        ClaimTree.Columns(expression).Where(c => c.Origin.Variable is not null).Select(c => c.Origin.Variable!.Name);

    private sealed record Needed(IReadOnlyList<string> Variables, int Unlikely);
}

/// <summary>A comparison for one unit.</summary>
/// <param name="Known">True or false when it is settled; null when something that isn't decides it.</param>
/// <param name="Stands">True by the values that stand.</param>
internal readonly record struct LeafState(bool? Known, bool Stands);
