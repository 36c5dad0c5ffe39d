namespace Plumbline.Coding.Values;

/// <summary>Steps over characters, shared by the readers. All are bounded by the text and never allocate.</summary>
internal static class Scan
{
    /// <summary>Digits of the ASCII row; other scripts' digits are not numbers here.</summary>
    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>True when a letter or digit stands at the index.</summary>
    public static bool IsWordAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && char.IsLetterOrDigit(text[at]);

    /// <summary>True when a letter stands at the index.</summary>
    public static bool IsLetterAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && char.IsLetter(text[at]);

    /// <summary>True when a digit stands at the index.</summary>
    public static bool IsDigitAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && IsDigit(text[at]);

    /// <summary>Past white space, over one line end at most: a paragraph ends a value. Steps 20 characters at most.</summary>
    public static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        var lines = 0;
        var limit = Math.Min(text.Length, at + 20);
        while (at < limit && char.IsWhiteSpace(text[at]) && (text[at] != '\n' || ++lines < 2))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of what stands before white space, going back; not below the floor.</summary>
    public static int SkipSpacesBack(ReadOnlySpan<char> text, int floor, int end)
    {
        var lines = 0;
        floor = Math.Max(floor, end - 20);
        while (end > floor && char.IsWhiteSpace(text[end - 1]) && (text[end - 1] != '\n' || ++lines < 2))
        {
            end--;
        }

        return end;
    }

    /// <summary>Past the letters that stand here; 60 at most.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 60);
        while (at < limit && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The start of the letters that end here; 60 at most.</summary>
    public static int WordStart(ReadOnlySpan<char> text, int floor, int end)
    {
        floor = Math.Max(floor, end - 60);
        while (end > floor && char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The last word before here, past spaces; empty when something else stands there.</summary>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int floor, int end, out int start)
    {
        end = SkipSpacesBack(text, floor, end);
        start = WordStart(text, floor, end);
        return text[start..end];
    }

    /// <summary>The next word, past spaces; empty when something else stands there.</summary>
    public static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text, int at, out int end)
    {
        at = SkipSpaces(text, at);
        end = WordEnd(text, at);
        return text[at..end];
    }

    /// <summary>Equal without case, ordinal.</summary>
    public static bool Is(this ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Begins so, without case, ordinal.</summary>
    public static bool Begins(this ReadOnlySpan<char> word, string other) => word.StartsWith(other, StringComparison.OrdinalIgnoreCase);
}
