namespace Plumbline.Coding.Values;

/// <summary>What stands in the place of a date that was hidden: <c>ДД.ММ.ГГГГ</c>, <c>&lt;дата&gt;</c>, <c>XX.XX.2016</c>, <c>... года</c>.</summary>
internal static class DateMasks
{
    /// <summary>Reads a mask that starts here. What could hide anything is a date only before «года», and then not surely.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out int end, out bool isSure)
    {
        isSure = true;
        end = start;
        switch (text[start])
        {
            case '<' or '[':
                return TryBrackets(text, start, out end, out isSure);
            case '-' or '(':
                end = start + 6;
                return true;
            case '_' or '*' or '.' or '…':
                isSure = false;
                return TryRun(text, start, out end);
            default:
                return !Scan.IsWordAt(text, start - 1) && TryPattern(text, start, out end);
        }
    }

    // ДД.ММ.ГГГГ, xx.xx.2016, __.__.____: three parts of letters, digits or dashes
    private static bool TryPattern(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        for (var part = 0; part < 3; part++)
        {
            var from = end;
            while (end < text.Length && end - from < 4 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '*'))
            {
                end++;
            }

            if (end - from is not (2 or 4) || (part < 2 && (end - from != 2 || end >= text.Length || text[end] != '.')))
            {
                return false;
            }

            end += part < 2 ? 1 : 0;
        }

        end = DateForms.YearWord(text, end);
        return true;
    }

    private static bool TryBrackets(ReadOnlySpan<char> text, int start, out int end, out bool isSure)
    {
        end = start;
        isSure = true;
        var length = text[start..Math.Min(text.Length, start + 40)].IndexOfAny('>', ']', '\n');
        if (length < 0 || text[start + length] == '\n')
        {
            return false;
        }

        end = start + length + 1;
        var inner = text[(start + 1)..(start + length)].Trim();
        var after = DateForms.YearWord(text, end);
        if (inner.Begins("дата") || inner.Begins("date") || inner is "00.00.0000" || (inner.Length == 10 && TryPattern(inner, 0, out _)))
        {
            end = after;
            return true;
        }

        isSure = false;
        var isYear = after > end;
        end = after;
        return isYear;
    }

    private static bool TryRun(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (start > 0 && (text[start - 1] == text[start] || Scan.IsWordAt(text, start - 1)))
        {
            return false;
        }

        if (text[start] is '_' or '*' && TryPattern(text, start, out end))
        {
            return true;
        }

        end = start;
        while (end < text.Length && end - start < 40 && text[end] == text[start])
        {
            end++;
        }

        var after = DateForms.YearWord(text, end);
        (end, var isYear) = (after, after > end);
        return isYear;
    }
}
