using System.Collections.Frozen;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// Where a sentence ends: at a blank line; or at <c>. ! ? …</c>, then white space, then anything but a small letter.
/// A dot does not end one after an abbreviation, an initial or the number of a list item. In doubt the sentence goes
/// on: a sentence that is too long finds more, and the reader sees it in the quote.
/// </summary>
internal static class SentenceEnds
{
    /// <summary>Abbreviations that never end a sentence: something always follows.</summary>
    private static readonly FrozenSet<string> Leading = Set(
        "ст ч чч п пп подп абз гл разд ред см ср им ул пр-т просп пер пл наб бул ш пос дер кв корп стр обл респ тел факс пом комн" +
        " гр гражд ув адм угол рис табл прим илл прил зам нач пом проф акад доц инж ген полк подполк кап лейт ст-на серж мл ряд" +
        " мр mr mrs ms dr prof st no nos art arts sec para pp vs fig gen col capt lt sgt rev hon ed cf approx ie eg");

    /// <summary>Abbreviations that may end a sentence: they do when a capital letter follows.</summary>
    private static readonly FrozenSet<string> Either = Set(
        "г гг руб коп др пр тыс млн млрд трлн час мин сек экз ед чел кг км см га шт л etc inc ltd co corp jr sr vol");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsLeading =
        Leading.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsEither =
        Either.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// True when a sentence ends between the token [start, end) with its form and the one that starts at next.
    /// <paramref name="opens"/>: the token itself opened a sentence (so a number there may be a list item's).
    /// </summary>
    public static bool IsBetween(ReadOnlySpan<char> text, ReadOnlySpan<char> form, int start, int end, int next, bool opens)
    {
        var gap = text[end..next];
        var stop = gap.IndexOfAny(".!?…");
        if (HasBlankLine(gap))
        {
            return true;
        }

        if (stop < 0 || gap[stop..].IndexOfAny(" \n\t\r\u00A0\u2009\u202F") < 0 || char.IsLower(text[next]))
        {
            return false;
        }

        var plainDot = stop == 0 && gap[0] == '.' && gap[1] is not ('.' or '!' or '?' or '…');
        return !plainDot || EndsAfterDot(text, form, start, end, next, opens);
    }

    private static bool EndsAfterDot(ReadOnlySpan<char> text, ReadOnlySpan<char> form, int start, int end, int next, bool opens)
    {
        var before = text[..start].TrimEnd(" \u00A0");
        if (char.IsAsciiDigit(form[0]))
        {
            return !opens && before.Length > 0 && before[^1] != '\n';
        }

        var isName = char.IsUpper(text[next]);
        if (form.Length == 1 && end - start == 1)
        {
            // А. Б. Иванов; 2012 г. Суд; в г. Москве; и т.д. Суд
            return !char.IsUpper(text[start]) && isName && form[0] switch
            {
                'г' => before.Length > 0 && char.IsAsciiDigit(before[^1]),
                'д' or 'п' => before.EndsWith("т.", StringComparison.Ordinal),
                'л' => true,
                _ => false,
            };
        }

        return !IsLeading.Contains(form) && (isName || !IsEither.Contains(form));
    }

    private static bool HasBlankLine(ReadOnlySpan<char> gap)
    {
        var line = gap.IndexOf('\n');
        while (line >= 0)
        {
            gap = gap[(line + 1)..];
            line = gap.IndexOf('\n');
            if (line >= 0 && gap[..line].IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
