using System.Buffers;
using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>
/// Numbers of court cases (<c>5-123/2016</c>, <c>12-45/17</c>, <c>5-61(1)/2015</c>, <c>5-80\2013</c>) and unique identifiers
/// (<c>77RS0001-01-2022-000123-45</c>), behind «дело №» also those of the Supreme Court (<c>3-КГ23-1-К3</c>). The value is written with <c>/</c> and without spaces. A number without a year
/// (<c>5-83</c>) is certain only behind «дело №» or «материал №».
/// </summary>
internal static class CaseNumberReader
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var at = from;
        while (at < text.Length && text[at..].IndexOfAnyInRange('0', '9') is >= 0 and var found)
        {
            var start = at + found;
            var end = Digits(text, start);
            at = end;
            if (start > from && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '/' or '.' or ','))
            {
                continue;
            }

            if (TryIdentifier(text, start, out var last))
            {
                into.Add(new ReadValue(CodedValue.Words(text[start..last].ToString().ToUpperInvariant()), new TextSpan(start, last), true));
                at = last;
            }
            else if (TrySupreme(text, start, end, out last))
            {
                if (IsNamed(text, from, start))
                {
                    into.Add(new ReadValue(CodedValue.Words(Canonical(text[start..last])), new TextSpan(start, last), true));
                }

                at = last;
            }
            else if (TryNumber(text, from, start, end, out last, out var isCertain))
            {
                into.Add(new ReadValue(CodedValue.Words(Canonical(text[start..last])), new TextSpan(start, last), isCertain));
                at = last;
            }
        }
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int from, int start, int end, out int last, out bool isCertain)
    {
        last = end;
        isCertain = false;
        if (end - start > 2)
        {
            return false;
        }

        // 5а-12, 3а-7: a letter may follow the kind of case
        last += Scan.IsLetterAt(text, last) && !Scan.IsLetterAt(text, last + 1) ? 1 : 0;
        var middle = Part(text, last);
        if (middle == last || middle - last > 8)
        {
            return false;
        }

        last = middle;
        if (last + 2 < text.Length && text[last] == '(' && Scan.IsDigit(text[last + 1]) && text[last + 2] == ')')
        {
            last += 3;
        }

        var slash = last < text.Length && text[last] == ' ' ? last + 1 : last;
        var yearEnd = slash < text.Length && text[slash] is '/' or '\\' ? Digits(text, slash + 1) : slash;
        var hasYear = yearEnd - slash is 3 or 5;
        if (hasYear)
        {
            last = yearEnd;
        }
        else if (yearEnd > slash || Part(text, last) > last || Scan.IsDigitAt(text, last))
        {
            return false;
        }

        var isNamed = IsNamed(text, from, start);
        isCertain = hasYear || isNamed;
        return isCertain || (start > 0 && text[Scan.SkipSpacesBack(text, 0, start) is > 0 and var p ? p - 1 : 0] == '№');
    }

    // 3-КГ23-1-К3, 18-УД22-45-К4: the Supreme Court; read only behind «дело №», for rulings cite such numbers
    private static bool TrySupreme(ReadOnlySpan<char> text, int start, int end, out int last)
    {
        last = end;
        if (last >= text.Length || !Dashes.Contains(text[last]))
        {
            return false;
        }

        var letters = last + 1;
        var digits = letters;
        while (Scan.IsLetterAt(text, digits))
        {
            digits++;
        }

        var year = Digits(text, digits);
        var number = Part(text, year);
        if (digits - letters is < 2 or > 4 || year - digits != 2 || number == year)
        {
            return false;
        }

        last = number;
        if (last + 2 < text.Length && Dashes.Contains(text[last]) && char.IsUpper(text[last + 1]) && Scan.IsDigit(text[last + 2]))
        {
            last = Digits(text, last + 2);
        }

        return true;
    }

    private static bool IsNamed(ReadOnlySpan<char> text, int from, int start)
    {
        var at = Scan.SkipSpacesBack(text, from, start);
        if (at <= from || text[at - 1] is not ('№' or 'N'))
        {
            return false;
        }

        var word = Scan.WordBefore(text, from, at - 1, out _);
        return word.Begins("дел") || word.Begins("материал") || word.Is("case");
    }

    // «-123»: one dash and digits
    private static int Part(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        if (at >= text.Length || !Dashes.Contains(text[at]))
        {
            return start;
        }

        var end = Digits(text, at + 1);
        return end == at + 1 ? start : end;
    }

    // NNLLNNNN-NN-YYYY-NNNNNN-NN, letters RS, MS, OS and the like
    private static bool TryIdentifier(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start + 26;
        if (end > text.Length || Scan.IsWordAt(text, end))
        {
            return false;
        }

        for (var i = 0; i < 26; i++)
        {
            var c = text[start + i];
            var isRight = i switch { 2 or 3 => char.IsLetter(c), 8 or 11 or 16 or 23 => c == '-', _ => Scan.IsDigit(c) };
            if (!isRight)
            {
                return false;
            }
        }

        return true;
    }

    private static string Canonical(ReadOnlySpan<char> number) =>
        number.ToString().Replace('\\', '/').Replace('–', '-').Replace('—', '-').Replace(" ", "", StringComparison.Ordinal);

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Scan.IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
