using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>What a rule found in a text: a value, a status, or something that can't be told (neither).</summary>
internal readonly record struct Finding(CodingRule Rule, CodedValue? Value, TextSpan Span, bool IsCertain)
{
    /// <summary>The span of a query that holds because something is not there.</summary>
    public static readonly TextSpan Nowhere = new(-1, -1);
}

/// <summary>What came out for a variable, before it becomes codings: what its `if` heirs look at.</summary>
internal sealed class Outcome
{
    public Status Status { get; set; }

    /// <summary>Values, in the order of the text; one coding each. Of an unclear outcome, the candidates.</summary>
    public List<CodedValue> Values { get; } = [];

    /// <summary>The finding behind each value; behind a status without values, the one that gave it.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>True when the value is what silence means: then there are no findings.</summary>
    public bool IsSilence { get; set; }

    /// <summary>For not-applicable through `if`: the variable that decided.</summary>
    public Outcome? DecidedBy { get; set; }

    public void Clear()
    {
        Status = Status.NotCoded;
        Values.Clear();
        Findings.Clear();
        IsSilence = false;
        DecidedBy = null;
    }

    /// <summary>Whether it has one of these values: null when that can't be told.</summary>
    public bool? HasOneOf(IReadOnlyList<string> values)
    {
        var fits = false;
        foreach (var value in Values)
        {
            fits |= values.Contains(value.Text);
        }

        return Status switch
        {
            Status.Stated => fits,
            Status.NotApplicable => false,
            Status.Unclear when Values.Count > 0 && !fits => false,
            _ => null,
        };
    }
}
