namespace Plumbline.Claims.Next;

/// <summary>One unit settled in or out of a query's rows: what may be coded next.</summary>
/// <param name="Query">The query.</param>
/// <param name="Unit">The unit; null for one of those beyond the list, of which only the state is known.</param>
/// <param name="State">Why it is open.</param>
/// <param name="IsIn">True when it is settled to belong to the claim.</param>
internal sealed record SettledUnit(ClaimQuery Query, OpenUnit? Unit, OpenState State, bool IsIn)
{
    private const double Guess = 10;

    /// <summary>Variables to settle; none for one beyond the list.</summary>
    public IReadOnlyList<string> Variables { get; } =
        Unit is null ? [] : State is OpenState.Whole or OpenState.Other ? [.. Unit.Variables.Select(v => v.Name)] : (IsIn ? Unit.In : Unit.Out) ?? [];

    /// <summary>True when it waits for a judgement of what may be the same unit.</summary>
    public bool IsMerge => Unit?.Group is not null;

    /// <summary>Codings that it costs, a judgement among them.</summary>
    public int Cost => Math.Max(1, Variables.Count + (IsMerge ? 1 : 0));

    /// <summary>
    /// How likely it comes out so, 0 to 1. Before people decided anything the machine is taken to be right where it is sure, less often where it
    /// guessed; then, rule by rule, as often as people said the same (Laplace: the guess counts as much as <see cref="Guess"/> decisions). Only the
    /// order depends on it, and every answer changes the plan.
    /// </summary>
    public double Likely
    {
        get
        {
            if (Unit is null || State is OpenState.Whole or OpenState.Other)
            {
                return 0.8;
            }

            var named = Unit.Variables.Where(v => Variables.Contains(v.Name)).ToList();
            var right = named.Count == 0 ? 0.8 : named.Min(RightOf);
            return IsIn == Unit.IsExpected ? right : Math.Max(0.02, 1 - right);
        }
    }

    /// <summary>How likely what stands of a variable is right.</summary>
    private static double RightOf(OpenVariable variable)
    {
        if (variable.IsUnclear)
        {
            return 0.3;
        }

        if (variable.IsStale || variable.Coders > 0)
        {
            return variable.Status is "disputed" or "unclear" ? 0.5 : 0.95;
        }

        var before = variable.IsSure ? 0.95 : variable.Status is "stated" or "not-stated" ? 0.8 : 0.5;
        return ((before * Guess) + variable.Right) / (Guess + variable.Tried);
    }

    /// <summary>What it would add to or take from an end; 1 where units are counted.</summary>
    public decimal Weight => Query.Measure == Measure.Sum ? Math.Max(0, (Unit?.Most ?? 0) - (IsIn ? Unit?.Settled ?? 0 : 0)) : 1;
}
