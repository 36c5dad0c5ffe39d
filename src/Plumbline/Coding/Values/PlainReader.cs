using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>Words as they stand: the rest of the line, or the whole span. Longer than <see cref="Longest"/> is cut there and not certain.</summary>
internal static class PlainReader
{
    /// <summary>Most UTF-16 units of a value.</summary>
    public const int Longest = 1000;

    /// <summary>From the start to the end of the first line that has words.</summary>
    public static void ReadLine(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        var end = text[from..].IndexOfAny('\n', '\r', '\u2028');
        Add(text, from, end < 0 ? text.Length : from + end, into);
    }

    /// <summary>What stands behind the first colon of the first line: the value of <c>Label: value</c>. Nothing where there is no colon.</summary>
    public static void ReadField(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var end = text[from..].IndexOfAny('\n', '\r', '\u2028') is >= 0 and var line ? from + line : text.Length;
        if (text[from..end].IndexOf(':') is >= 0 and var colon)
        {
            Add(text, from + colon + 1, end, into);
        }
    }

    /// <summary>All of it.</summary>
    public static void ReadText(ReadOnlySpan<char> text, int from, List<ReadValue> into) => Add(text, from, text.Length, into);

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<ReadValue> into)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var cut = Math.Min(end, start + Longest);
        if (cut < end && char.IsHighSurrogate(text[cut - 1]))
        {
            cut--;
        }

        var isWhole = text[cut..end].IsWhiteSpace();
        while (cut > start && char.IsWhiteSpace(text[cut - 1]))
        {
            cut--;
        }

        if (cut > start)
        {
            into.Add(new ReadValue(CodedValue.Words(text[start..cut].ToString()), new TextSpan(start, cut), isWhole));
        }
    }
}
