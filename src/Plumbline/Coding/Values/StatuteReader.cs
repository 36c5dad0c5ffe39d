using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>
/// Articles of codes and federal laws: <c>koap:20.2:1</c> (code, article, part), <c>koap:20.2</c> without a part, <c>fz-54:5:4</c>.
/// A list gives one value each, all with the span of the whole list. Without a code, an article with a dot is taken
/// for KoAP and not certain; so are the articles of a range (<c>29.9 - 29.11</c>). Acts that have no short code (laws of regions,
/// conventions) are not read.
/// </summary>
internal static class StatuteReader
{
    private const int MostInRange = 30;

    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var at = from;
        var pending = -1; // first of the values that wait for the code of the next reference
        var last = from;
        while (at < text.Length && text[at..].IndexOfAnyInRange('0', '9') is >= 0 and var found)
        {
            var digits = at + found;
            at = SkipDigits(text, digits);
            if (!TryKeyword(text, last, digits, out var start))
            {
                continue;
            }

            var parts = new PartList();
            start = StatuteParts.Before(text, last, start, ref parts);
            var first = into.Count;
            var end = Articles(text, digits, start, parts, into);
            at = Math.Max(at, end);
            if (pending >= 0 && !IsJoin(text[last..start]))
            {
                pending = -1;
            }

            pending = pending < 0 ? first : pending;
            var code = StatuteCodes.Find(text, end, out var codeEnd);
            if (code is null && IsListed(text, end))
            {
                last = end;
                continue;
            }

            Settle(into, pending, first, code, codeEnd);
            pending = -1;
            last = code is null ? end : codeEnd;
            at = Math.Max(at, last);
        }
    }

    // Gives the values that waited their code; those of the last reference reach to its end.
    private static void Settle(List<ReadValue> into, int pending, int first, string? code, int codeEnd)
    {
        if (code == "")
        {
            into.RemoveRange(pending, into.Count - pending);
            return;
        }

        for (var i = pending; code is not null && i < into.Count; i++)
        {
            var read = into[i];
            var isGuess = code == "?";
            into[i] = new ReadValue(
                CodedValue.Words((isGuess ? "koap" : code) + read.Value!.Value.Text[4..]),
                i >= first ? new TextSpan(read.Span.Start, codeEnd) : read.Span,
                !isGuess && read.Span.Length >= 0 && !IsFromRange(read));
        }

        if (code is null)
        {
            var kept = pending;
            for (var i = pending; i < into.Count; i++)
            {
                if (into[i].Value!.Value.Text.Contains('.', StringComparison.Ordinal))
                {
                    into[kept++] = into[i] with { IsCertain = false };
                }
            }

            into.RemoveRange(kept, into.Count - kept);
        }
        else
        {
            for (var i = pending; i < into.Count; i++)
            {
                into[i] = into[i] with { Value = CodedValue.Words(into[i].Value!.Value.Text.TrimEnd('~')) };
            }
        }
    }

    private static bool IsFromRange(ReadValue read) => read.Value!.Value.Text.EndsWith('~');

    private static int Articles(ReadOnlySpan<char> text, int digits, int start, PartList before, List<ReadValue> into)
    {
        var first = into.Count;
        var at = digits;
        var end = digits;
        var articles = 0;
        Span<char> previous = stackalloc char[12];
        var previousLength = 0;
        var isRange = false;
        while (articles < 40 && StatuteParts.TryNumber(text, at, out var numberEnd))
        {
            var number = text[at..numberEnd];
            var parts = articles == 0 ? before : new PartList();
            if (isRange)
            {
                Between(previous[..previousLength], number, into, start);
            }

            end = StatuteParts.After(text, numberEnd, ref parts);
            Add(number, parts, isRange, start, into);
            number.CopyTo(previous);
            previousLength = number.Length;
            articles++;
            at = Scan.SkipSpaces(text, end);
            isRange = at < text.Length && text[at] is '-' or '–' or '—';
            var isComma = at < text.Length && text[at] is ',' or '.';
            at = isRange || isComma ? Scan.SkipSpaces(text, at + 1) : at;
            if (!isRange && Scan.WordAfter(text, at, out var and) is "и" or "и,")
            {
                at = Scan.SkipSpaces(text, and);
            }
            else if (at == end)
            {
                break;
            }
        }

        for (var i = first; i < into.Count; i++)
        {
            into[i] = into[i] with { Span = new TextSpan(start, end) };
        }

        return end;
    }

    private static void Add(ReadOnlySpan<char> article, PartList parts, bool isRange, int start, List<ReadValue> into)
    {
        var mark = isRange ? "~" : "";
        var span = new TextSpan(start, start);
        if (parts.Count == 0)
        {
            into.Add(new ReadValue(CodedValue.Words($"koap:{Whole(article)}{mark}"), span, false));
        }

        for (var i = 0; i < parts.Count; i++)
        {
            into.Add(new ReadValue(CodedValue.Words($"koap:{Whole(article)}:{parts[i]}{mark}"), span, false));
        }
    }

    private static string Whole(ReadOnlySpan<char> number) => number.ToString().Replace(" ", "", StringComparison.Ordinal);

    // 20.1 - 20.3: what lies between, where only the last number differs
    private static void Between(ReadOnlySpan<char> low, ReadOnlySpan<char> high, List<ReadValue> into, int start)
    {
        var dot = low.LastIndexOf('.');
        if (dot != high.LastIndexOf('.') || !low[..(dot + 1)].SequenceEqual(high[..(dot + 1)])
            || !int.TryParse(low[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            || !int.TryParse(high[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var b) || b - a > MostInRange)
        {
            return;
        }

        for (var n = a + 1; n < b; n++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{low[..(dot + 1)]}{n}"), new PartList(), true, start, into);
        }
    }

    private static bool TryKeyword(ReadOnlySpan<char> text, int floor, int digits, out int start)
    {
        start = Scan.SkipSpacesBack(text, floor, digits);
        var isFound = false;
        for (var times = 0; times < 2; times++)
        {
            var end = Scan.SkipSpacesBack(text, floor, start);
            end = end > floor && text[end - 1] == '.' ? end - 1 : end;
            var wordStart = Scan.WordStart(text, floor, end);
            var word = text[wordStart..end];
            if (!word.Is("ст") && !(word.Begins("стат") && word.Length <= 9) && !word.Is("article") && !word.Is("articles") && !word.Is("art"))
            {
                break;
            }

            (start, isFound) = (wordStart, true);
        }

        return isFound;
    }

    private static bool IsListed(ReadOnlySpan<char> text, int end)
    {
        var at = Scan.SkipSpaces(text, end);
        return at < text.Length && (text[at] is ',' or ';' || Scan.WordAfter(text, at, out _) is "и" or "или" or "либо" or "а");
    }

    private static bool IsJoin(ReadOnlySpan<char> between)
    {
        if (between.Length > 16)
        {
            return false;
        }

        foreach (var word in between.ToString().Split([' ', '\n', ',', ';', '.', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is not ("и" or "или" or "либо" or "а" or "также" or "по" or "п" or "пп"))
            {
                return false;
            }
        }

        return true;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Scan.IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
