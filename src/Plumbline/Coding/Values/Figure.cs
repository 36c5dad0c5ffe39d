namespace Plumbline.Coding.Values;

/// <summary>
/// A number in digits: <c>10000</c>, <c>10 000,00</c>, <c>10.000</c>, <c>1,234.50</c>, and <c>10 ООО</c> with letters O
/// that a typist or a scanner put for zeros.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="End">Past its last character.</param>
/// <param name="IsAmbiguous">One separator with three digits behind it and nothing else (<c>2.500</c> can be 2500 or 2½), or letters for zeros. As an amount of money both are clear.</param>
internal readonly record struct Figure(decimal Value, int End, bool IsAmbiguous)
{
    /// <summary>No number has more characters than this.</summary>
    public const int Longest = 28;

    /// <summary>Reads the longest number that starts here. The caller sees to it that no letter or digit stands before.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Figure figure)
    {
        figure = default;
        if (!Scan.IsDigitAt(text, start))
        {
            return false;
        }

        var at = start;
        var hasLetters = false;
        if (!TryGroup(text, ref at, out var value, out var length, ref hasLetters))
        {
            return false;
        }

        var groups = 0;
        var separator = '\0';
        while (length is >= 1 and <= 3 && value > 0 && at - start < Longest)
        {
            // Two spaces, or a line end, part two numbers rather than two groups of one.
            var mark = at < text.Length ? (char.IsWhiteSpace(text[at]) && text[at] is not ('\n' or '\r') ? ' ' : text[at]) : '\0';
            var next = at + 1;
            if (mark is not (' ' or '.' or ',' or '\'') || (separator != '\0' && mark != separator)
                || !TryGroup(text, ref next, out var group, out var digits, ref hasLetters) || digits != 3)
            {
                break;
            }

            value = (value * 1000) + group;
            (separator, at) = (mark, next);
            groups++;
        }

        var isAmbiguous = groups == 1 && separator is '.' or ',';
        if (at + 1 < text.Length && text[at] is ',' or '.' && text[at] != separator)
        {
            var next = at + 1;
            if (TryGroup(text, ref next, out var part, out var digits, ref hasLetters) && (digits <= 2 || groups == 0) && digits <= 6)
            {
                for (var i = 0; i < digits; i++)
                {
                    part /= 10;
                }

                (value, at, isAmbiguous) = (value + part, next, false);
            }
        }

        if (Scan.IsLetterAt(text, at) && text[at] is 'О' or 'о' or 'O' or 'o')
        {
            return false;
        }

        figure = new Figure(value, at, isAmbiguous || hasLetters);
        return true;
    }

    /// <summary>The longest number that ends exactly here and doesn't begin before the floor.</summary>
    public static bool TryReadBack(ReadOnlySpan<char> text, int floor, int end, out int start, out Figure figure)
    {
        figure = default;
        start = end;
        if (end <= floor || !(Scan.IsDigit(text[end - 1]) || IsZeroLetter(text[end - 1])))
        {
            return false;
        }

        var low = end;
        floor = Math.Max(floor, end - Longest);
        while (low > floor && (Scan.IsDigit(text[low - 1]) || IsZeroLetter(text[low - 1]) || text[low - 1] is '.' or ',' or '\''
                               || (char.IsWhiteSpace(text[low - 1]) && text[low - 1] is not ('\n' or '\r'))))
        {
            low--;
        }

        for (var at = low; at < end; at++)
        {
            var isStart = Scan.IsDigit(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
            if (isStart && TryRead(text[..end], at, out figure) && figure.End == end)
            {
                start = at;
                return true;
            }
        }

        return false;
    }

    private static bool IsZeroLetter(char c) => c is 'О' or 'о' or 'O' or 'o';

    private static bool TryGroup(ReadOnlySpan<char> text, ref int at, out decimal value, out int length, ref bool hasLetters)
    {
        var start = at;
        long number = 0;
        var letters = 0;
        while (at < text.Length && at - start <= 15)
        {
            var c = text[at];
            if (Scan.IsDigit(c))
            {
                number = (number * 10) + (c - '0');
            }
            else if (IsZeroLetter(c))
            {
                number *= 10;
                letters++;
            }
            else
            {
                break;
            }

            at++;
        }

        length = at - start;
        value = number;
        hasLetters |= letters > 0;

        // «5 о» is no number, «5 ООО» is: letters only count as zeros in threes or among digits.
        return length is >= 1 and <= 15 && (letters == 0 || !Scan.IsLetterAt(text, at)) && (letters < length || length == 3);
    }
}
