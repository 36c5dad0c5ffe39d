namespace Plumbline.Coding.Tokens;

/// <summary>
/// A half-open range [<see cref="From"/>, <see cref="To"/>) of token positions in a document. Ends of sentences take a
/// position of their own. Empty when both are equal.
/// </summary>
public readonly record struct TokenRange(int From, int To) : IComparable<TokenRange>
{
    /// <summary>Number of positions.</summary>
    public int Length => To - From;

    /// <summary>True when every position of the other lies in this one.</summary>
    public bool Contains(TokenRange other) => From <= other.From && other.To <= To;

    /// <summary>True when at least one position lies in both.</summary>
    public bool Overlaps(TokenRange other) => From < other.To && other.From < To;

    /// <summary>The positions in both; empty when there are none.</summary>
    public TokenRange Intersect(TokenRange other)
    {
        var from = Math.Max(From, other.From);
        return new TokenRange(from, Math.Max(from, Math.Min(To, other.To)));
    }

    /// <summary>Order by start, then by end.</summary>
    public int CompareTo(TokenRange other) => From != other.From ? From.CompareTo(other.From) : To.CompareTo(other.To);

    /// <inheritdoc/>
    public override string ToString() => $"[{From},{To})";
}
