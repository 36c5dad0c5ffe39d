namespace Plumbline.Coding.Values;

/// <summary>
/// What courts put in the place of what they hide: <c>&lt;данные изъяты&gt;</c>, <c>[ № ]</c>, <c>...</c>, <c>____</c>,
/// <c>****</c>, <c>№</c>, <c>N</c>, <c>ХХ</c>, <c>-Дата-</c>.
/// </summary>
internal static class Masks
{
    private const int LongestBrackets = 40;

    /// <summary>True when a mask ends exactly here.</summary>
    public static bool TryReadBack(ReadOnlySpan<char> text, int floor, int end, out int start)
    {
        start = end;
        if (end <= floor)
        {
            return false;
        }

        var last = text[end - 1];
        switch (last)
        {
            case '>' or ']':
                var low = Math.Max(floor, end - LongestBrackets);
                start = text[low..(end - 1)].LastIndexOfAny('<', '[', '\n') + low;
                return start >= low && text[start] != '\n';
            case '№' or '…':
                start = end - 1;
                return true;
            case '.' or '_' or '*' or 'X' or 'Х' or 'x' or 'х':
                while (start > floor && end - start < LongestBrackets && text[start - 1] == last)
                {
                    start--;
                }

                return end - start >= 2 && !Scan.IsLetterAt(text, start - 1);
            case 'N':
                start = end - 1;
                return start == 0 || !Scan.IsWordAt(text, start - 1);
            default:
                return false;
        }
    }
}
