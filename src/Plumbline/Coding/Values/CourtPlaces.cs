namespace Plumbline.Coding.Values;

/// <summary>Where the place behind a court's name ends, and the judge's name begins.</summary>
internal static class CourtPlaces
{
    /// <summary>Past towns and regions; the start when there are none.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        for (var parts = 0; parts < 5; parts++)
        {
            var start = Scan.SkipSpaces(text, at);
            start = parts > 0 && start + 1 < text.Length && text[start] is ',' or '-' or '–' && Region(text, Scan.SkipSpaces(text, start + 1)) > 0
                ? Scan.SkipSpaces(text, start + 1)
                : start;
            if (start == at && parts == 0 && !(start < text.Length && text[start] is '<'))
            {
                break;
            }

            var end = Town(text, start);
            end = end > 0 ? end : Region(text, start);
            end = end > 0 ? end : Mask(text, start);
            if (end <= 0)
            {
                break;
            }

            at = end;
        }

        return at;
    }

    // «г. Перми», «города Москвы», «г.Н.Новгорода», «г.Ростова-на-Дону», «г. Нижнего Новгорода»
    private static int Town(ReadOnlySpan<char> text, int at)
    {
        var word = text[at..Scan.WordEnd(text, at)];
        var name = at + word.Length;
        if (word.Length == 1 && char.IsUpper(word[0]) && !Scan.IsWordAt(text, Scan.SkipSpaces(text, name + 1) + 2))
        {
            return 0; // «Г.К. Шамшутдинова» is a judge
        }

        if (word.Is("г") || word.Is("гор") || word.Is("пос") || word.Is("с"))
        {
            name += name < text.Length && text[name] == '.' ? 1 : 0;
        }
        else if (!word.Is("города") && !word.Is("городу") && !word.Is("поселка") && !word.Is("село"))
        {
            return 0;
        }

        name = Scan.SkipSpaces(text, name);
        var end = Mask(text, name);
        if (end > 0)
        {
            return end;
        }

        end = Name(text, name);
        if (end == name)
        {
            return 0;
        }

        // «Нижнего Новгорода», «Великих Лук», «Старого Оскола»: an adjective alone is no town
        var isAdjective = CourtNames.IsAdjective(text[name..end]) || text[name..end].EndsWith("ых") || text[name..end].EndsWith("их")
                          || text[name..end].EndsWith("ой");
        var next = Scan.SkipSpaces(text, end);
        var nextEnd = Name(text, next);
        if (isAdjective && nextEnd > next && !(nextEnd < text.Length && text[nextEnd] == '.') && !StartsInitials(text, nextEnd))
        {
            return nextEnd;
        }

        // «Ростова н/Д»
        return text[next..].StartsWith("н/Д", StringComparison.Ordinal) ? next + 3 : end;
    }

    private static int Region(ReadOnlySpan<char> text, int at)
    {
        var word = text[at..Scan.WordEnd(text, at)];
        if (word is "РФ" or "РБ" or "РД" or "РТ" or "РК" or "РХ" or "РИ" or "РМЭ" or "РМ" or "УР" or "ЧР" or "КБР" or "КЧР" or "ХМАО" or "ЯНАО" or "РСО" or "КК")
        {
            return at + word.Length;
        }

        if (word.Is("Республики"))
        {
            return Republic(text, at + word.Length);
        }

        // «Еврейской автономной области», «Ханты-Мансийского автономного округа - Югры»
        var end = at;
        for (var words = 0; words < 4; words++)
        {
            var start = Scan.SkipSpaces(text, end);
            var wordEnd = Name(text, start, words > 0);
            if (wordEnd == start)
            {
                return 0;
            }

            word = text[start..wordEnd];
            if (words > 0 && IsRegionNoun(word))
            {
                return Yugra(text, wordEnd);
            }

            if (!word.EndsWith("ой") && !word.EndsWith("ого") && !word.EndsWith("ей") && !word.EndsWith("его"))
            {
                return 0;
            }

            end = wordEnd;
        }

        return 0;
    }

    private static int Republic(ReadOnlySpan<char> text, int at)
    {
        var start = Scan.SkipSpaces(text, at);
        var end = Name(text, start);
        if (end == start)
        {
            return at;
        }

        var word = text[start..end];
        if (word.Is("Марий") || word.Is("Северная") || word.Is("Северной"))
        {
            var next = Scan.SkipSpaces(text, end);
            end = Name(text, next) is var second && second > next ? second : end;
        }

        var open = Scan.SkipSpaces(text, end);
        return text[open..].StartsWith("(Якутия)", StringComparison.Ordinal) ? open + 8 : end;
    }

    private static int Yugra(ReadOnlySpan<char> text, int end)
    {
        var at = Scan.SkipSpaces(text, end);
        at = at < text.Length && text[at] is '-' or '–' ? Scan.SkipSpaces(text, at + 1) : at;
        return Scan.WordAfter(text, at, out var wordEnd).Is("Югры") ? wordEnd : end;
    }

    private static bool IsRegionNoun(ReadOnlySpan<char> word) =>
        word.Is("области") || word.Is("края") || word.Is("района") || word.Is("округа") || word.Begins("республики") || word.Is("Федерации");

    private static int Mask(ReadOnlySpan<char> text, int at)
    {
        if (text[Math.Min(at, text.Length)..].StartsWith("(адрес)", StringComparison.Ordinal))
        {
            return at + 7;
        }

        if (at >= text.Length || text[at] is not ('<' or '['))
        {
            return 0;
        }

        var length = text[at..Math.Min(text.Length, at + 40)].IndexOfAny('>', ']', '\n');
        return length > 0 && text[at + length] != '\n' ? at + length + 1 : 0;
    }

    // A capitalised name with hyphens («Ростова-на-Дону») and an initial before it («Н.Новгорода»); the start when there is none.
    private static int Name(ReadOnlySpan<char> text, int at, bool lower = false)
    {
        if (!Scan.IsLetterAt(text, at) || (!lower && !char.IsUpper(text[at])))
        {
            return at;
        }

        var end = at;
        while (end < text.Length && end - at < 40
               && (char.IsLetter(text[end]) || (text[end] == '-' && Scan.IsLetterAt(text, end + 1)) || (text[end] == '.' && end == at + 1 && Scan.IsLetterAt(text, end + 1))))
        {
            end++;
        }

        return end;
    }

    private static bool StartsInitials(ReadOnlySpan<char> text, int at)
    {
        at = Scan.SkipSpaces(text, at);
        return at + 1 < text.Length && char.IsUpper(text[at]) && text[at + 1] == '.';
    }
}
