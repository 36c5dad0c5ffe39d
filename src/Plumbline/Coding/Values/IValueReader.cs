using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>A value that stands in a text.</summary>
/// <param name="Value">The value; null when something of this kind stands there but can't be told: masked, or figures and words that contradict each other.</param>
/// <param name="Span">Exactly the words it was read from.</param>
/// <param name="IsCertain">
/// False when a person should look: an end of a range (<c>до двадцати тысяч рублей</c>), a guess (a date that could be read
/// two ways, a statute without its code). True for a masked value: that it is masked is certain.
/// </param>
public readonly record struct ReadValue(CodedValue? Value, TextSpan Span, bool IsCertain);

/// <summary>
/// Finds the values of one kind in a text. Pure, culture-invariant, thread safe; time is linear in the length of the span,
/// whatever the text; never throws for any text.
/// </summary>
public interface IValueReader
{
    /// <summary>Name in codebooks: <c>date</c>, <c>money</c>… It never changes.</summary>
    string Name { get; }

    /// <summary>Grows by one with each change that can give another value for the same text: codings made before are stale.</summary>
    int Version { get; }

    /// <summary>Type of the values.</summary>
    VariableType Type { get; }

    /// <summary>
    /// Adds what stands within a span of a text, in the order of the text. A value that crosses the span's ends is read as far as it lies inside.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">Where to look; the spans of the results are offsets in <paramref name="text"/> too.</param>
    /// <param name="into">Results are added here; nothing is removed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span leaves the text.</exception>
    void Read(ReadOnlySpan<char> text, TextSpan within, List<ReadValue> into);
}
