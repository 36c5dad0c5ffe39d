using System.Text.RegularExpressions;
using Plumbline.Evidence;

namespace Plumbline.Ingest.PlainText;

/// <summary>
/// Finds sizes of HTTP chunks that a bad download left in a text: three to five hexadecimal digits, at least one of them
/// a letter and one a digit, alone between empty lines, in the middle of a sentence. With the lines around they are cut
/// out, so that the word they broke is whole again. A size without a letter could be a year, and stays.
/// </summary>
internal static partial class StrayChunks
{
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        List<TextSpan> found = [];
        foreach (var match in Pattern().EnumerateMatches(text))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            var size = text.AsSpan(match.Index, match.Length).Trim("\r\n \t");
            if (size.IndexOfAnyInRange('0', '9') >= 0 && size.IndexOfAnyInRange('a', 'f') >= 0
                && span.Start > 0 && span.End < text.Length && IsWithinSentence(text, span))
            {
                found.Add(span);
            }
        }

        return found;
    }

    private static bool IsWithinSentence(string text, TextSpan span) =>
        (char.IsLetter(text[span.Start - 1]) || (text[span.Start - 1] is ' ' or ',' && span.Start > 1)) && char.IsLetter(text[span.End]);

    [GeneratedRegex(@"(?:\r?\n){2,8}[0-9a-f]{3,5}[ \t]*(?:\r?\n){2,8}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
