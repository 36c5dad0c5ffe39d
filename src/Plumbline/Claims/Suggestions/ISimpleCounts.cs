namespace Plumbline.Claims.Suggestions;

/// <summary>Counts the units of a kind in all simple ways.</summary>
internal interface ISimpleCounts
{
    /// <summary>The cells: none, one or two conditions each.</summary>
    /// <param name="kind">Table of the units.</param>
    /// <param name="variables">What they may be counted by; those that name a person are passed over.</param>
    /// <exception cref="Evidence.ItemFailedException">It took too long or too much memory.</exception>
    IReadOnlyList<CountedCell> Of(string kind, IReadOnlyList<string> variables);
}
