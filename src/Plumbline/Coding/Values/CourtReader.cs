using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>
/// Names of courts, in the nominative with the place as it stands: «Судья Ленинского районного суда г. Перми» gives
/// «Ленинский районный суд г. Перми». A court whose own name is hidden (<c>&lt;...&gt; городского суда</c>) has no value.
/// </summary>
internal static class CourtReader
{
    private static readonly string[] CourtWords =
    ["суд", "Суд", "СУД"];

    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var anchors = new Anchors(text, CourtWords, stackalloc int[Anchors.Most]);
        var at = from;
        var floor = from;
        while (at < text.Length && anchors.Next(at) is >= 0 and var start)
        {
            var end = Scan.WordEnd(text, start);
            at = Math.Max(end, start + 1);
            if (Scan.IsLetterAt(text, start - 1))
            {
                continue;
            }

            var word = text[start..end];
            if (word.Is("судебного") || word.Is("судебный"))
            {
                if (TryDistrict(text, start, end, out var district))
                {
                    into.Add(district);
                    at = floor = district.Span.End;
                }
            }
            else if ((word.Is("суд") || word.Is("суда") || word.Is("суду") || word.Is("судом") || word.Is("суде"))
                     && TryCourt(text, floor, start, end, out var court))
            {
                into.Add(court);
                at = floor = court.Span.End;
            }
        }
    }

    private static bool TryCourt(ReadOnlySpan<char> text, int floor, int noun, int nounEnd, out ReadValue read)
    {
        read = default;
        Span<TextSpan> names = stackalloc TextSpan[4];
        var count = 0;
        var at = noun;
        var isNamed = false;
        var isCourtWord = false;
        while (count < names.Length)
        {
            var end = Scan.SkipSpacesBack(text, floor, at);
            var start = NameStart(text, floor, end);
            if (start == end || end == at || !CourtNames.IsAdjective(text[start..end]))
            {
                break;
            }

            names[count++] = new TextSpan(start, end);
            at = start;
            isCourtWord |= CourtNames.IsKind(text[start..end]);
            if (char.IsUpper(text[start]) && !CourtNames.IsKind(text[start..end]))
            {
                isNamed = true;
                break;
            }
        }

        // «Судья октябрьского районного суда»: a name that a judge wrote small
        isNamed |= count > 1 && isCourtWord && !CourtNames.IsKind(text[names[count - 1].Start..names[count - 1].End])
                   && Scan.WordBefore(text, floor, at, out _) is var who && (who.Is("судья") || who.Is("судьи") || who.Is("судье"));
        if (!isNamed)
        {
            var end = Scan.SkipSpacesBack(text, floor, at);
            var isHidden = isCourtWord && end > floor && text[end - 1] == '>' && Masks.TryReadBack(text, floor, end, out at);
            read = new ReadValue(null, new TextSpan(at, nounEnd), true);
            return isHidden;
        }

        var name = new StringBuilder();
        for (var i = count - 1; i >= 0; i--)
        {
            name.Append(CourtNames.Nominative(text[names[i].Start..names[i].End])).Append(' ');
        }

        name[0] = char.ToUpperInvariant(name[0]);

        name.Append(char.IsUpper(text[noun]) && !isCourtWord ? "Суд" : "суд");
        var tail = CourtPlaces.End(text, nounEnd);
        AppendWords(name, text[nounEnd..tail]);
        read = new ReadValue(CodedValue.Entity(name.ToString()), new TextSpan(names[count - 1].Start, tail), isCourtWord);
        return true;
    }

    // «судебного участка № 54 Дербентского района»
    private static bool TryDistrict(ReadOnlySpan<char> text, int start, int end, out ReadValue read)
    {
        read = default;
        if (!Scan.WordAfter(text, end, out var at).Begins("участ"))
        {
            return false;
        }

        at = Scan.SkipSpaces(text, at);
        if (at >= text.Length || text[at] is not ('№' or 'N'))
        {
            return false;
        }

        var number = Scan.SkipSpaces(text, at + 1);
        var numberEnd = number;
        while (numberEnd < text.Length && numberEnd - number < 6 && Scan.IsDigit(text[numberEnd]))
        {
            numberEnd++;
        }

        if (numberEnd == number)
        {
            read = new ReadValue(null, new TextSpan(start, at + 1), true);
            return true;
        }

        var tail = CourtPlaces.End(text, numberEnd);
        var name = new StringBuilder("судебный участок № ").Append(text[number..numberEnd]);
        AppendWords(name, text[numberEnd..tail]);
        read = new ReadValue(CodedValue.Entity(name.ToString()), new TextSpan(start, tail), true);
        return true;
    }

    private static int NameStart(ReadOnlySpan<char> text, int floor, int end)
    {
        floor = Math.Max(floor, end - 40);
        var start = end;
        while (start > floor && (char.IsLetter(text[start - 1]) || (text[start - 1] == '-' && Scan.IsLetterAt(text, start - 2))))
        {
            start--;
        }

        return start;
    }

    private static void AppendWords(StringBuilder name, ReadOnlySpan<char> tail)
    {
        var hasSpace = true;
        foreach (var c in tail)
        {
            if (char.IsWhiteSpace(c))
            {
                hasSpace = true;
                continue;
            }

            if (hasSpace)
            {
                name.Append(' ');
            }

            name.Append(c);
            hasSpace = false;
        }
    }
}
