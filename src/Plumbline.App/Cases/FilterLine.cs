using Plumbline.Claims.Writing;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>A condition while it is being chosen.</summary>
/// <param name="variable">The variable that it begins with.</param>
public sealed class FilterLine(Variable variable)
{
    /// <summary>The variable.</summary>
    public Variable Variable { get; private set; } = variable;

    /// <summary>How it is asked.</summary>
    internal FilterRelation Relation { get; set; } = ClaimFilter.Of(variable)[0];

    /// <summary>Values of a list that are chosen.</summary>
    public HashSet<string> Chosen { get; } = new(StringComparer.Ordinal);

    /// <summary>What is written; for a range its low end.</summary>
    public string Typed { get; set; } = "";

    /// <summary>The high end of a range.</summary>
    public string TypedTo { get; set; } = "";

    /// <summary>True when values are chosen, not written.</summary>
    public bool IsList => Variable.Type is VariableType.Category or VariableType.YesNo;

    /// <summary>Takes another variable; what was chosen of the one before goes.</summary>
    public void Take(Variable other)
    {
        if (other.Name != Variable.Name)
        {
            (Variable, Relation, Typed, TypedTo) = (other, ClaimFilter.Of(other)[0], "", "");
            Chosen.Clear();
        }
    }

    /// <summary>The condition; values of a list stand in the order of the codebook.</summary>
    internal ClaimFilter Filter => new(Variable, Relation, IsList ? [.. Keys.Where(Chosen.Contains)] : Relation == FilterRelation.Between ? [Typed, TypedTo] : [Typed]);

    /// <summary>Keys of the values of a list.</summary>
    public IReadOnlyList<string> Keys => Variable.Type == VariableType.YesNo ? ["yes", "no"] : [.. Variable.Values.Select(v => v.Key)];
}
