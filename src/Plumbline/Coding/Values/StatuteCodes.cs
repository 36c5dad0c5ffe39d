namespace Plumbline.Coding.Values;

/// <summary>Which code or law a list of articles belongs to, from the words behind it.</summary>
internal static class StatuteCodes
{
    private const int Farthest = 110;

    /// <summary>
    /// The short code (<c>koap</c>, <c>uk</c>, <c>fz-54</c>); <c>?</c> for «настоящего Кодекса»; empty for an act without a short
    /// code; null when no act is named.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> text, int at, out int end)
    {
        at = Scan.SkipSpaces(text, at);
        at = at < text.Length && text[at] is '.' or ',' ? Scan.SkipSpaces(text, at + 1) : at;
        var word = Scan.WordAfter(text, at, out end);
        var code = word.Length is >= 2 and <= 6 ? Short(word) : null;
        if (code is not null)
        {
            end = Country(text, end);
            return code;
        }

        if (word.Is("КРФ") || word.Is("Ко") || word.Begins("Кодек"))
        {
            return Administrative(text, ref end);
        }

        if (word.Begins("уголовно") || word.Begins("гражданск") || word.Begins("налогов") || word.Begins("трудов") || word.Begins("арбитражн"))
        {
            return Long(text, word, ref end);
        }

        if (word.Begins("настоящ") || word.Begins("указанн") || word.Begins("данн") || word.Begins("назван") || word.Begins("этого"))
        {
            var next = Scan.WordAfter(text, end, out var nextEnd);
            end = nextEnd;
            return next.Begins("кодекс") ? "?" : "";
        }

        if (word.Begins("конституци"))
        {
            end = Country(text, end);
            return "constitution";
        }

        if (word.Begins("федеральн") || word.Is("ФЗ") || word.Begins("закон") || (at < text.Length && text[at] is '№'))
        {
            return Law(text, at, ref end);
        }

        if (word.Is("of"))
        {
            return English(text, ref end);
        }

        var isOther = word.Begins("конвенци") || word.Begins("устав") || word.Begins("пакт") || word.Begins("декларац") || word.Begins("положени")
                      || word.Begins("правил") || word.Begins("международн") || word.Begins("всеобщ") || word.Begins("европейск");
        return isOther ? "" : null;
    }

    private static string? Short(ReadOnlySpan<char> word) => word switch
    {
        _ when word.Is("КоАП") || word.Is("КоАПа") || word.Is("Копа") => "koap",
        _ when word is "УК" => "uk",
        _ when word is "УПК" => "upk",
        _ when word is "УИК" => "uik",
        _ when word is "КАС" => "kas",
        _ when word is "ГК" => "gk",
        _ when word is "ГПК" => "gpk",
        _ when word is "АПК" => "apk",
        _ when word is "НК" => "nk",
        _ when word is "ТК" => "tk",
        _ => null,
    };

    // «Кодекса Российской Федерации об административных правонарушениях», «Кодекса РФ об АП», «Ко РФ об АП»
    private static string Administrative(ReadOnlySpan<char> text, ref int end)
    {
        var at = end;
        for (var words = 0; words < 8; words++)
        {
            at = Scan.SkipSpaces(text, at);
            at += at < text.Length && text[at] is '«' or '"' ? 1 : 0;
            var word = Scan.WordAfter(text, at, out var wordEnd);
            if (word.IsEmpty)
            {
                break;
            }

            at = wordEnd;
            if (word.Begins("правонарушени") || word is "АП")
            {
                end = Country(text, at);
                return "koap";
            }

            if (word.Begins("судопроизводств"))
            {
                end = Country(text, at);
                return "kas";
            }
        }

        return "?";
    }

    private static string Long(ReadOnlySpan<char> text, ReadOnlySpan<char> first, ref int end)
    {
        var isCriminal = first.Begins("уголовно");
        var next = Scan.SkipSpaces(text, end);
        next += next < text.Length && text[next] == '-' ? 1 : 0;
        var word = Scan.WordAfter(text, next, out var wordEnd);
        var isProcess = word.Begins("процессуальн");
        var isPrison = word.Begins("исполнительн");
        if (isProcess || isPrison)
        {
            word = Scan.WordAfter(text, wordEnd, out wordEnd);
        }

        if (!word.Begins("кодекс"))
        {
            return "";
        }

        end = Country(text, wordEnd);
        return first[0] is 'г' or 'Г' ? (isProcess ? "gpk" : "gk")
            : first[0] is 'н' or 'Н' ? "nk"
            : first[0] is 'т' or 'Т' ? "tk"
            : isCriminal ? (isProcess ? "upk" : isPrison ? "uik" : "uk")
            : isProcess ? "apk" : "";
    }

    // A federal law by its number: «Федерального закона от 19.06.2004 № 54-ФЗ»
    private static string Law(ReadOnlySpan<char> text, int at, ref int end)
    {
        var limit = Math.Min(text.Length, at + Farthest);
        var mark = text[at..limit].IndexOf("ФЗ", StringComparison.OrdinalIgnoreCase);
        while (mark >= 0)
        {
            var place = at + mark;
            var before = Scan.SkipSpacesBack(text, at, place);
            before = before > at && text[before - 1] is '-' or '–' ? Scan.SkipSpacesBack(text, at, before - 1) : before;
            var start = before;
            while (start > at && before - start < 4 && Scan.IsDigit(text[start - 1]))
            {
                start--;
            }

            if (before > start && before < place && before - start <= 3)
            {
                end = place + 2;
                return $"fz-{text[start..before]}";
            }

            var next = text[(place + 2)..limit].IndexOf("ФЗ", StringComparison.OrdinalIgnoreCase);
            mark = next < 0 ? -1 : mark + 2 + next;
        }

        return "";
    }

    private static string English(ReadOnlySpan<char> text, ref int end)
    {
        var near = text[end..Math.Min(text.Length, end + 60)];
        var place = near.IndexOf("Administrative Offen", StringComparison.OrdinalIgnoreCase);
        if (place >= 0)
        {
            end = Scan.WordEnd(text, end + place + "Administrative ".Length);
            return "koap";
        }

        place = near.IndexOf("Criminal Code", StringComparison.OrdinalIgnoreCase);
        end += place >= 0 ? place + "Criminal Code".Length : 0;
        return place >= 0 ? "uk" : "";
    }

    private static int Country(ReadOnlySpan<char> text, int end)
    {
        var word = Scan.WordAfter(text, end, out var wordEnd);
        if (word is "РФ" or "России")
        {
            return wordEnd;
        }

        return word.Is("Российской") && Scan.WordAfter(text, wordEnd, out var last).Is("Федерации") ? last : end;
    }
}
