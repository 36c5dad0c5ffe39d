namespace Plumbline.Cli.Output;

/// <summary>Breaks cleaned text into lines of a width, at spaces where there are any.</summary>
internal static class Wrapping
{
    /// <summary>The lines; at least one. A word longer than the width is broken between characters, never inside a surrogate pair.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        width = Math.Max(2, width);
        if (SafeText.WidthOf(text) <= width)
        {
            return [text];
        }

        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var (end, lastSpace, used) = (start, -1, 0);
            while (end < text.Length)
            {
                var rune = System.Text.Rune.TryGetRuneAt(text, end, out var r) ? r : System.Text.Rune.ReplacementChar;
                var wide = SafeText.WidthOf(rune);
                if (used + wide > width)
                {
                    break;
                }

                lastSpace = rune.Value == ' ' ? end : lastSpace;
                used += wide;
                end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
            }

            if (end < text.Length && text[end] != ' ' && lastSpace > start)
            {
                end = lastSpace;
            }

            lines.Add(text[start..end].TrimEnd(' '));
            start = end;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
        }

        return lines;
    }
}
