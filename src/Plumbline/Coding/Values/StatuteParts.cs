using System.Globalization;
using System.Runtime.CompilerServices;

namespace Plumbline.Coding.Values;

/// <summary>Up to 16 parts of one article.</summary>
internal struct PartList
{
    private const int Most = 16;
    private Slots slots;

    public int Count { get; private set; }

    public string this[int i] => slots[i];

    public void Add(string part)
    {
        if (Count < Most)
        {
            slots[Count++] = part;
        }
    }

    public void Append(PartList other)
    {
        for (var i = 0; i < other.Count; i++)
        {
            Add(other[i]);
        }
    }

    [InlineArray(Most)]
    private struct Slots
    {
        private string first;
    }
}

/// <summary>Parts of an article, before it («частями 2 - 4 статьи») or after it («ст. 20.2 ч. 1»).</summary>
internal static class StatuteParts
{
    private static readonly string[] Ordinals = ["перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм"];

    /// <summary>An article or part number: <c>20.2.2</c>, <c>1.1</c>; a dot behind it doesn't belong to it.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        while (true)
        {
            var group = end;
            while (end < text.Length && end - group < 4 && Scan.IsDigit(text[end]))
            {
                end++;
            }

            if (end == group || end - group > 3)
            {
                return false;
            }

            if (IsSpacedDot(text, end))
            {
                end += 2;
                continue;
            }

            if (end + 1 >= text.Length || text[end] != '.' || !Scan.IsDigit(text[end + 1]) || end - at > 8)
            {
                return !Scan.IsDigitAt(text, end);
            }

            end++;
        }
    }

    // «ст. 20. 2 Кодекса»: a space behind the dot, where the code's name follows and no date does
    private static bool IsSpacedDot(ReadOnlySpan<char> text, int dot)
    {
        if (dot + 2 >= text.Length || text[dot] != '.' || text[dot + 1] != ' ' || !Scan.IsDigit(text[dot + 2]))
        {
            return false;
        }

        var end = dot + 2;
        while (end < text.Length && end - dot < 5 && (Scan.IsDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        var word = Scan.WordAfter(text, end, out _);
        return word.Is("КоАП") || word.Begins("Кодекс");
    }

    /// <summary>Reads the parts that end before the word «статьи»; gives where they begin, or the end when there are none.</summary>
    public static int Before(ReadOnlySpan<char> text, int floor, int end, ref PartList parts)
    {
        floor = Math.Max(floor, end - 60);
        var start = end;
        for (var lists = 0; lists < 4; lists++)
        {
            if (!TryListBack(text, floor, start, out var listStart, out var list))
            {
                break;
            }

            list.Append(parts);
            (parts, start) = (list, listStart);
        }

        return start;
    }

    /// <summary>Reads the parts behind an article number; gives where they end, or where it was when there are none.</summary>
    public static int After(ReadOnlySpan<char> text, int at, ref PartList parts)
    {
        var start = Scan.SkipSpaces(text, at);
        start = start < text.Length && text[start] is ',' or '.' or '(' ? Scan.SkipSpaces(text, start + 1) : start;
        var found = new PartList();
        if (!TryKeyword(text, start, out var list) || !TryList(text, list, out var end, ref found))
        {
            return at;
        }

        // «ст. 5, ч. 5 ст. 6»: these parts belong to the next article.
        if (IsArticleWord(Scan.WordAfter(text, end, out _)))
        {
            return at;
        }

        parts.Append(found);
        return end + (end < text.Length && text[end] == ')' ? 1 : 0);
    }

    private static bool TryListBack(ReadOnlySpan<char> text, int floor, int end, out int start, out PartList list)
    {
        list = new PartList();
        start = end;
        var at = end;
        while (at > floor)
        {
            var c = text[at - 1];
            if (Scan.IsDigit(c) || char.IsWhiteSpace(c) || c is '.' or ',' or '-' or '–')
            {
                at--;
                continue;
            }

            var wordStart = Scan.WordStart(text, floor, at);
            var word = text[wordStart..at];
            if (IsPartWord(word))
            {
                start = wordStart > floor + 1 && text[wordStart - 1] == '.' && text[wordStart - 2] is 'ч' or 'Ч' ? wordStart - 2 : wordStart;
                return TryKeyword(text, wordStart, out var first) && first <= end && TryList(text[..end], first, out var last, ref list)
                       && text[last..end].Trim(" \n\r\t\u00a0.,и").IsEmpty;
            }

            if (word.Length == 0 || !(word.Is("и") || word.Is("или") || Ordinal(word) > 0))
            {
                return false;
            }

            at = wordStart;
        }

        return false;
    }

    private static bool TryList(ReadOnlySpan<char> text, int at, out int end, ref PartList parts)
    {
        end = at;
        while (parts.Count < 16)
        {
            at = Scan.SkipSpaces(text, at);
            var word = Scan.WordAfter(text, at, out var wordEnd);
            if (Ordinal(word) is > 0 and var ordinal)
            {
                parts.Add(ordinal.ToString(CultureInfo.InvariantCulture));
                end = wordEnd;
            }
            else if (TryNumber(text, at, out var numberEnd))
            {
                parts.Add(text[at..numberEnd].ToString());
                end = numberEnd;
            }
            else
            {
                break;
            }

            at = Scan.SkipSpaces(text, end);
            if (at < text.Length && text[at] is '-' or '–')
            {
                AddRange(text, Scan.SkipSpaces(text, at + 1), ref end, ref parts);
                at = Scan.SkipSpaces(text, end);
            }

            if (at < text.Length && text[at] == ',')
            {
                at++;
            }
            else if (Scan.WordAfter(text, at, out var and) is "и" or "или")
            {
                at = and;
            }
            else
            {
                break;
            }
        }

        return parts.Count > 0;
    }

    private static void AddRange(ReadOnlySpan<char> text, int at, ref int end, ref PartList parts)
    {
        if (TryNumber(text, at, out var last) && int.TryParse(text[at..last], NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            && int.TryParse(parts[parts.Count - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var a) && b > a && b - a < 16)
        {
            for (var n = a + 1; n <= b; n++)
            {
                parts.Add(n.ToString(CultureInfo.InvariantCulture));
            }

            end = last;
        }
    }

    // «ч.», «ч.ч.», «частью», «part»; gives where the list begins
    private static bool TryKeyword(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (Scan.IsLetterAt(text, at - 1))
        {
            return false;
        }

        for (var times = 0; times < 2; times++)
        {
            var word = Scan.WordAfter(text, end, out var wordEnd);
            if (!IsPartWord(word))
            {
                return times > 0;
            }

            end = Scan.SkipSpaces(text, wordEnd + (wordEnd < text.Length && text[wordEnd] == '.' ? 1 : 0));
        }

        return true;
    }

    private static bool IsPartWord(ReadOnlySpan<char> word) =>
        word.Is("ч") || word.Is("чч") || word.Is("part") || word.Is("parts")
        || (word.Begins("част") && (word.Is("части") || word.Is("часть") || word.Is("частью") || word.Is("частями") || word.Is("частей")
                                    || word.Is("частям") || word.Is("частях")));

    private static bool IsArticleWord(ReadOnlySpan<char> word) => word.Is("ст") || (word.Begins("стать") && word.Length <= 9);

    private static int Ordinal(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > 9)
        {
            return 0;
        }

        for (var i = 0; i < Ordinals.Length; i++)
        {
            if (word.Begins(Ordinals[i]) && word.Length - Ordinals[i].Length is 2 or 3)
            {
                var ending = word[Ordinals[i].Length..];
                if (ending.Is("ой") || ending.Is("ая") || ending.Is("ую") || ending.Is("ей") || ending.Is("ым"))
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }
}
