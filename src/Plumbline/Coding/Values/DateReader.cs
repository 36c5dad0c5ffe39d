using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>
/// Dates with a year: days and months. Days without a year and years alone are not read; days that no calendar has are not dates.
/// </summary>
internal static class DateReader
{
    private static readonly string[] MaskWords =
    [
            "ДД.", "дд.", "Дд.", "XX.", "ХХ.", "хх.", "xx.", "<", "[", "-Дата-", "-дата-", "(дата)", "(Дата)", "__", "**", "..", "…",
        ];

    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var first = into.Count;
        ReadDays(text, from, into);
        var days = into.Count;
        ReadMasks(text, from, into, first, days);
        if (into.Count > days && days > first)
        {
            into.Sort(first, into.Count - first, Comparer<ReadValue>.Create((a, b) => a.Span.CompareTo(b.Span)));
        }
    }

    private static void ReadDays(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var at = from;
        var floor = from;
        while (at < text.Length && text[at..].IndexOfAnyInRange('0', '9') is >= 0 and var found)
        {
            var start = at + found;
            var end = DigitsEnd(text, start);
            at = end;
            var isFree = !Scan.IsLetterAt(text, start - 1) || start == from;
            if (!isFree || (start > from && text[start - 1] is '.' or '/' or '-' && start - 2 >= from && Scan.IsDigit(text[start - 2])))
            {
                continue;
            }

            if (DateForms.TryFigures(text, start, end, out var read) || DateForms.TryDayMonth(text, floor, start, end, out read)
                || DateForms.TryMonthBefore(text, floor, start, end, out read))
            {
                into.Add(read);
                at = floor = read.Span.End;
            }
        }
    }

    private static void ReadMasks(ReadOnlySpan<char> text, int from, List<ReadValue> into, int first, int last)
    {
        var anchors = new Anchors(text, MaskWords, stackalloc int[Anchors.Most]);
        var at = from;
        var day = first;
        while (at < text.Length && anchors.Next(at) is >= 0 and var start)
        {
            at = start + 1;
            if (!DateMasks.TryRead(text, start, out var end, out var isSure))
            {
                while (at < text.Length && text[at] == text[start])
                {
                    at++; // a long rule of dots or dashes is looked at once
                }

                continue;
            }

            at = end;
            while (day < last && into[day].Span.End <= start)
            {
                day++;
            }

            if (day == last || into[day].Span.Start >= end)
            {
                into.Add(new ReadValue(null, new TextSpan(start, end), isSure));
            }
        }
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Scan.IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
