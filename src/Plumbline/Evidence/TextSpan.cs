namespace Plumbline.Evidence;

/// <summary>
/// A half-open range [<see cref="Start"/>, <see cref="End"/>) of UTF-16 code units in the text of a document, as it
/// was read (not in the file's bytes: see <see cref="SourceText.Origin"/> for the way back). Empty when both are equal.
/// </summary>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True when at least one code unit lies in both.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True when every code unit of the other lies in this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The same range moved by <paramref name="offset"/> code units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, End + offset);

    /// <summary>The words at this range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the text.</exception>
    public string In(string text) => text[Start..End];

    /// <summary>Order by start, then by end.</summary>
    public int CompareTo(TextSpan other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start},{End})";
}
