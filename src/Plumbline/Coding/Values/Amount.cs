namespace Plumbline.Coding.Values;

/// <summary>
/// The number before a unit of measure (рублей, суток), in figures, words or both, read backwards from the unit: the unit is
/// rare and quick to find, numbers are not.
/// </summary>
/// <param name="Value">The number; null when masked, or when figures and words contradict each other.</param>
/// <param name="Start">Its first character.</param>
/// <param name="IsCertain">False for an end of a range, for a contradiction and for words in brackets that can't be read.</param>
internal readonly record struct Amount(decimal? Value, int Start, bool IsCertain)
{
    private const int LongestBrackets = 90;

    /// <summary>Reads what ends at or, past spaces, before <paramref name="end"/>. Takes bounded time.</summary>
    public static bool TryReadBack(ReadOnlySpan<char> text, int floor, int end, out Amount amount)
    {
        end = Scan.SkipSpacesBack(text, floor, end);
        amount = default;
        if (end <= floor)
        {
            return false;
        }

        if (TryBrackets(text, floor, end, out var open))
        {
            var hasInner = TryWhole(text[(open + 1)..(end - 1)], out var inner);
            var hasOuter = TryPlain(text, floor, Scan.SkipSpacesBack(text, floor, open), out amount);
            if (!hasInner)
            {
                amount = amount with { IsCertain = amount.IsCertain && amount.Value is null };
                return hasOuter;
            }

            amount = hasOuter switch
            {
                true when amount.Value == inner => amount,
                true when amount.Value is null => new Amount(inner, amount.Start, false),
                true => new Amount(null, amount.Start, false),
                false => new Amount(inner, open, false),
            };
            return true;
        }

        return TryPlain(text, floor, end, out amount);
    }

    /// <summary>Reads a number that is all of these words, units of money behind it allowed: the inside of brackets.</summary>
    public static bool TryWhole(ReadOnlySpan<char> text, out decimal value)
    {
        text = text.Trim();
        value = 0;
        var last = Scan.WordStart(text, 0, text.Length - (text.EndsWith('.') ? 1 : 0));
        if (text[last..].Begins("руб") || text[last..].Begins("сут") || text[last..].Begins("час") || text[last..].Begins("дн"))
        {
            text = text[..last].Trim();
        }

        return TryPlain(text, 0, text.Length, out var amount) && amount.Start == 0 && amount.Value is not null
               && (value = amount.Value.Value) >= 0;
    }

    private static bool TryPlain(ReadOnlySpan<char> text, int floor, int end, out Amount amount)
    {
        Span<NumberWord> words = stackalloc NumberWord[12];
        Span<int> starts = stackalloc int[12];
        var count = 0;
        var at = end;
        while (count < words.Length)
        {
            var wordEnd = Scan.SkipSpacesBack(text, floor, at);
            if (wordEnd > floor && text[wordEnd - 1] == '.' && count == 0 | wordEnd == at)
            {
                wordEnd--; // тыс., млн.
            }

            var start = Scan.WordStart(text, floor, wordEnd);
            if (!NumberWords.TryRead(text[start..wordEnd], out var word) || Scan.IsDigitAt(text, start - 1) & start > floor & !word.IsScale)
            {
                break;
            }

            words[^(count + 1)] = word;
            starts[^(count + 1)] = start;
            count++;
            at = start;
        }

        if (count > 0)
        {
            return TryWords(text, floor, words[^count..], starts[^count..], out amount);
        }

        if (Figure.TryReadBack(text, floor, end, out var first, out var figure))
        {
            amount = new Amount(figure.Value, first, !IsRangeEnd(text, floor, first));
            return true;
        }

        if (Masks.TryReadBack(text, floor, end, out first))
        {
            amount = new Amount(null, first, true);
            return true;
        }

        amount = default;
        return false;
    }

    private static bool TryWords(
        ReadOnlySpan<char> text, int floor, ReadOnlySpan<NumberWord> words, ReadOnlySpan<int> starts, out Amount amount)
    {
        var before = Scan.SkipSpacesBack(text, floor, starts[0]);
        if (words[0].IsScale && TryBrackets(text, floor, before, out var open) && TryWhole(text[(open + 1)..(before - 1)], out var inner)
            && NumberWords.TryCompose(words, out var scale) && Figure.TryReadBack(text, floor, Scan.SkipSpacesBack(text, floor, open), out var outside, out var outer))
        {
            // «10 (десять) тысяч», and «3000 (три) тысячи», which says it in figures and again in words
            decimal? both = outer.Value == inner && inner < 1_000_000 ? inner * scale : outer.Value == inner * scale ? outer.Value : null;
            amount = new Amount(both, outside, both is not null && !IsRangeEnd(text, floor, outside));
            return true;
        }

        if (words[0].IsScale && Figure.TryReadBack(text, floor, before, out var start, out var figure)
            && NumberWords.TryCompose(words, out var factor) && figure.Value < 1_000_000)
        {
            amount = new Amount(figure.Value * factor, start, !IsRangeEnd(text, floor, start));
            return true;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (NumberWords.TryCompose(words[i..], out var value))
            {
                amount = new Amount(value, starts[i], i == 0 && !IsRangeEnd(text, floor, starts[i]));
                return true;
            }
        }

        amount = default;
        return false;
    }

    private static bool TryBrackets(ReadOnlySpan<char> text, int floor, int end, out int open)
    {
        open = -1;
        if (end <= floor || text[end - 1] is not (')' or '/'))
        {
            return false;
        }

        // «3000 / три тысячи / рублей» is as good as brackets.
        var opener = text[end - 1] == '/' ? '/' : '(';
        floor = Math.Max(floor, end - LongestBrackets);
        open = text[floor..(end - 1)].LastIndexOfAny(opener, ')') + floor;
        return open >= floor && text[open] == opener;
    }

    // «от пяти до десяти», «не менее тысячи», «10-15»: the number bounds another one.
    private static bool IsRangeEnd(ReadOnlySpan<char> text, int floor, int start)
    {
        var end = Scan.SkipSpacesBack(text, floor, start);
        if (end > floor && text[end - 1] is '-' or '–' or '—')
        {
            end = Scan.SkipSpacesBack(text, floor, end - 1);
            return end > floor && (Scan.IsDigit(text[end - 1])
                || NumberWords.TryRead(Scan.WordBefore(text, floor, end, out _), out _));
        }

        var word = Scan.WordBefore(text, floor, start, out _);
        return word.Is("до") || word.Is("от") || word.Is("свыше") || word.Is("более") || word.Is("менее") || word.Is("минимум")
               || word.Is("from") || word.Is("to") || word.Is("over") || word.Is("than") || word.Is("least") || word.Is("most");
    }
}
