using System.Buffers;
using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>
/// Numbers in figures or words. Figures that belong to a date, a case number or an article (<c>10.06.2016</c>, <c>5-123/2016</c>) are
/// not numbers. <c>2.500</c> is not certain.
/// </summary>
internal static class NumberReader
{
    private static readonly SearchValues<char> Joined = SearchValues.Create("./-:–№");

    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var at = from;
        while (at < text.Length)
        {
            var c = text[at];
            if (Scan.IsDigit(c))
            {
                at = ReadFigure(text, from, at, into);
            }
            else if (char.IsLetter(c))
            {
                var end = Scan.WordEnd(text, at);
                at = NumberWords.TryRead(text[at..end], out var word) ? ReadWords(text, at, end, word, into) : end;
            }
            else
            {
                at++;
            }
        }
    }

    private static int ReadFigure(ReadOnlySpan<char> text, int from, int start, List<ReadValue> into)
    {
        var isInside = start > from && (Scan.IsLetterAt(text, start - 1)
            || (Joined.Contains(text[start - 1]) && Scan.IsWordAt(text, start - 2)) || text[start - 1] == '№');
        if (isInside || !Figure.TryRead(text, start, out var figure)
            || (figure.End + 1 < text.Length && Joined.Contains(text[figure.End]) && Scan.IsDigit(text[figure.End + 1])))
        {
            while (start < text.Length && (Scan.IsDigit(text[start]) || (Joined.Contains(text[start]) && Scan.IsDigitAt(text, start + 1))))
            {
                start++;
            }

            return start;
        }

        var value = figure.Value;
        var end = figure.End;
        if (NumberWords.TryRead(Scan.WordAfter(text, end, out var scaleEnd), out var scale) && scale.IsScale && value < 1_000_000)
        {
            value *= scale.Value;
            end = scaleEnd;
        }

        into.Add(new ReadValue(CodedValue.Number(value), new TextSpan(start, end), !figure.IsAmbiguous));
        return end;
    }

    private static int ReadWords(ReadOnlySpan<char> text, int start, int end, NumberWord first, List<ReadValue> into)
    {
        Span<NumberWord> words = stackalloc NumberWord[12];
        words[0] = first;
        var count = 1;
        if (!NumberWords.TryCompose(words[..1], out var value))
        {
            return end;
        }

        while (count < words.Length && NumberWords.TryRead(Scan.WordAfter(text, end, out var next), out words[count])
               && NumberWords.TryCompose(words[..(count + 1)], out var more))
        {
            (value, end) = (more, next);
            count++;
        }

        // «одного», «одной» and the like are pronouns more often than numbers.
        into.Add(new ReadValue(CodedValue.Number(value), new TextSpan(start, end), count > 1 || value != 1));
        return end;
    }
}
