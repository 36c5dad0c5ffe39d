using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>The written forms of a date, each read from the digits it begins with or, for a month, ends with.</summary>
internal static class DateForms
{
    /// <summary><c>10.06.2016</c>, <c>10.06.16 г.</c>, <c>10/06/2016</c>, <c>2016-06-10</c>.</summary>
    public static bool TryFigures(ReadOnlySpan<char> text, int start, int end, out ReadValue read)
    {
        read = default;
        if (end - start is not (1 or 2 or 4) || end >= text.Length || text[end] is not ('.' or '/' or '-' or '\\') || !Number(text, start, end, out var first))
        {
            return false;
        }

        var mark = text[end];
        if (!TryPart(text, end, mark, out var second, out var secondLength, out var at) || secondLength > 2
            || !TryPart(text, at, mark, out var third, out var thirdLength, out at))
        {
            return false;
        }

        var isIso = end - start == 4;
        if (isIso ? mark != '-' || thirdLength > 2 : thirdLength is not (2 or 4))
        {
            return false;
        }

        if (Scan.IsDigitAt(text, at) || (at + 1 < text.Length && text[at] == mark && Scan.IsDigit(text[at + 1])))
        {
            return false;
        }

        var dateEnd = YearWord(text, at);
        var isCertain = isIso || thirdLength == 4 || dateEnd > at;
        var (day, month, year) = isIso ? (third, second, first) : (first, second, third);
        if (mark is '/' or '\\' && day != month)
        {
            // 03/04/2022 is April in Russia and March in America.
            (day, month, isCertain) = month > 12 ? (month, day, isCertain) : (day, month, isCertain && day > 12);
        }

        year = !isIso && thirdLength == 2 ? Century(year) : year;
        return TryDay(year, month, day, new TextSpan(start, dateEnd), isCertain, out read);
    }

    /// <summary><c>31 августа 2015 года</c>, <c>«09» июня 2017 г.</c>, <c>31st of August, 2015</c>; the year may have two digits before «г.».</summary>
    public static bool TryDayMonth(ReadOnlySpan<char> text, int floor, int start, int end, out ReadValue read)
    {
        read = default;
        if (end - start > 2 || !Number(text, start, end, out var day))
        {
            return false;
        }

        var at = end;
        if (at < text.Length && text[at] is 's' or 'n' or 'r' or 't' && text[at..Scan.WordEnd(text, at)] is "st" or "nd" or "rd" or "th")
        {
            at += 2;
        }

        at = Scan.SkipSpaces(text, at);
        var isQuoted = at < text.Length && text[at] is '»' or '"' or '”' or '“' or '\'';
        at = isQuoted ? at + 1 : at;
        var word = Scan.WordAfter(text, at, out var wordEnd);
        if (word.Length == 1 && Spaced(text, at, out var spacedEnd) is { Length: > 0 } spaced)
        {
            word = spaced;
            wordEnd = spacedEnd;
        }

        if (word.Is("of"))
        {
            word = Scan.WordAfter(text, wordEnd, out wordEnd);
        }

        var month = Months.Find(word);
        if (month == 0)
        {
            return TryMonthFirst(text, floor, start, end, day, out read);
        }

        wordEnd += wordEnd < text.Length && text[wordEnd] is '.' or ',' ? 1 : 0;
        if (!TryYear(text, Scan.SkipSpaces(text, wordEnd), out var year, out var dateEnd))
        {
            return false;
        }

        var first = isQuoted && start > floor && text[start - 1] is '«' or '"' or '“' or '„' or '\'' ? start - 1 : start;
        return TryDay(year, month, day, new TextSpan(first, dateEnd), true, out read);
    }

    /// <summary><c>сентябрь 2016 года</c>, <c>September 2016</c>: a month, where these digits are its year.</summary>
    public static bool TryMonthBefore(ReadOnlySpan<char> text, int floor, int start, int end, out ReadValue read)
    {
        read = default;
        if (end - start != 4 || !Number(text, start, end, out var year) || year is < 1800 or > 2100)
        {
            return false;
        }

        var month = Months.Find(Scan.WordBefore(text, floor, start, out var first));
        if (month == 0 || Scan.IsDigitAt(text, Scan.SkipSpacesBack(text, floor, first) - 1))
        {
            return false; // no month, or one behind a day that it doesn't have
        }

        read = new ReadValue(
            CodedValue.Date(CivilDate.Month(year, month)), new TextSpan(first, YearWord(text, end)), true);
        return true;
    }

    /// <summary>Past «г.», «года», «год» and the like, or where it was.</summary>
    public static int YearWord(ReadOnlySpan<char> text, int at)
    {
        var start = Scan.SkipSpaces(text, at);
        var end = Scan.WordEnd(text, start);
        var word = text[start..end];
        if (word.Is("г"))
        {
            return end + (end < text.Length && text[end] == '.' ? 1 : 0);
        }

        return word.Is("года") || word.Is("год") || word.Is("году") || word.Is("годом") ? end : at;
    }

    // «с е н т я б р я»: a month in letters apart
    private static string Spaced(ReadOnlySpan<char> text, int at, out int end)
    {
        Span<char> letters = stackalloc char[10];
        var count = 0;
        at = Scan.SkipSpaces(text, at);
        end = at;
        while (count < letters.Length && Scan.IsLetterAt(text, at) && !Scan.IsWordAt(text, at + 1))
        {
            letters[count++] = text[at];
            end = at + 1;
            if (Months.Find(letters[..count]) > 0 && !(Scan.IsLetterAt(text, at + 2) && !Scan.IsWordAt(text, at + 3)))
            {
                break;
            }

            at += text[Math.Min(text.Length - 1, at + 1)] is ' ' or '\u00a0' ? 2 : text.Length;
        }

        return Months.Find(letters[..count]) > 0 ? letters[..count].ToString() : "";
    }

    // August 31, 2015
    private static bool TryMonthFirst(ReadOnlySpan<char> text, int floor, int start, int end, int day, out ReadValue read)
    {
        read = default;
        var month = Months.Find(Scan.WordBefore(text, floor, start, out var first));
        if (month == 0 || text[first] > 'z')
        {
            return false;
        }

        var at = Scan.IsLetterAt(text, end) ? Scan.WordEnd(text, end) : end;
        at += at < text.Length && text[at] == ',' ? 1 : 0;
        at = Scan.SkipSpaces(text, at);
        return TryYear(text, at, out var year, out var dateEnd) && dateEnd - at >= 4
               && TryDay(year, month, day, new TextSpan(first, dateEnd), true, out read);
    }

    private static bool TryYear(ReadOnlySpan<char> text, int at, out int year, out int end)
    {
        end = at;
        while (end < text.Length && end - at < 5 && Scan.IsDigit(text[end]))
        {
            end++;
        }

        var length = end - at;
        year = 0;
        if (length is not (2 or 4) || !Number(text, at, end, out year))
        {
            return false;
        }

        var after = YearWord(text, end);
        if (length == 2 && (after == end || text[after - 1] == 'м'))
        {
            return false;
        }

        (year, end) = (length == 2 ? Century(year) : year, after);
        return true;
    }

    private static bool TryPart(ReadOnlySpan<char> text, int at, char mark, out int value, out int length, out int end)
    {
        value = length = 0;
        end = at;
        if (at >= text.Length || text[at] != mark)
        {
            return false;
        }

        var start = at + 1;
        start += mark == '.' && start < text.Length && text[start] == ' ' ? 1 : 0;
        end = start;
        while (end < text.Length && end - start < 5 && Scan.IsDigit(text[end]))
        {
            end++;
        }

        length = end - start;
        return length is >= 1 and <= 4 && Number(text, start, end, out value);
    }

    private static bool TryDay(int year, int month, int day, TextSpan span, bool isCertain, out ReadValue read)
    {
        read = default;
        if (year is < 1800 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        read = new ReadValue(CodedValue.Date(CivilDate.Day(year, month, day)), span, isCertain);
        return true;
    }

    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;

    private static bool Number(ReadOnlySpan<char> text, int start, int end, out int value)
    {
        value = 0;
        for (var i = start; i < end && i < start + 5; i++)
        {
            value = (value * 10) + (text[i] - '0');
        }

        return end > start && end - start < 5;
    }
}

/// <summary>Names of months.</summary>
internal static class Months
{
    private static readonly string[] Russian =
        ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    private static readonly string[] English =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>1 to 12, or 0 when the word is no month. Any case of the noun, and abbreviations of three or four letters.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 10)
        {
            return 0;
        }

        for (var i = 0; i < 12; i++)
        {
            if (word[0] <= 'z' ? word.Is(English[i]) || (word.Length is 3 or 4 && English[i].AsSpan().Begins(word)) : IsRussian(word, Russian[i]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsRussian(ReadOnlySpan<char> word, string stem)
    {
        if (stem.Length > 2 && word.Length is 3 or 4 && word.Length < stem.Length)
        {
            return stem.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase);
        }

        if (!word.Begins(stem))
        {
            return false;
        }

        var ending = word[stem.Length..];
        return stem.Length == 2
            ? ending.Is("й") || ending.Is("я") || ending.Is("е") || ending.Is("ю") || ending.Is("ем")
            : stem is "март" or "август"
                ? ending.Is("") || ending.Is("а") || ending.Is("е") || ending.Is("у") || ending.Is("ом")
                : ending.Is("ь") || ending.Is("я") || ending.Is("е") || ending.Is("ю") || ending.Is("ем");
    }

    private static bool Begins(this ReadOnlySpan<char> name, ReadOnlySpan<char> start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
