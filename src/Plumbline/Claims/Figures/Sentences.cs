using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>Bounds of sentences, cut as the figure parser cuts them.</summary>
internal static class Sentences
{
    /// <summary>All sentences of a text in order, trimmed, none empty.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        var found = new List<TextSpan>();
        var start = 0;
        foreach (var end in FigureTokens.Of(text).Where(t => t.EndsSentence).Select(t => t.End).Append(text.Length))
        {
            if (end > start && Trim(text, start, end) is { Length: > 0 } sentence)
            {
                found.Add(sentence);
            }

            start = Math.Max(start, end);
        }

        return found;
    }

    /// <summary>The sentence that holds a range, trimmed; as long as both sentences when the range crosses them.</summary>
    public static TextSpan Around(string text, TextSpan span)
    {
        var start = 0;
        var end = text.Length;
        foreach (var token in FigureTokens.Of(text))
        {
            if (token.EndsSentence && token.End <= span.Start)
            {
                start = token.End;
            }
            else if (token.EndsSentence && token.Start >= span.End)
            {
                end = token.End;
                break;
            }
        }

        return Trim(text, start, end);
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
