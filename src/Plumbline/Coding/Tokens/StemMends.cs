using System.Collections.Frozen;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// Where Snowball's Russian stemmer is wrong on words of this field.
/// <list type="bullet">
/// <item>запись, подпись, надпись, опись and their compounds: it takes "сь" for the reflexive ending (зап-, but запис-);</item>
/// <item>fleeting vowels: участок, участка; справок, справка; владелец, владельца;</item>
/// <item>words that it joins with others: судья is not суд, вина is not винить;</item>
/// <item>words that it tears: сутки, суток; люди, людьми; день, дня.</item>
/// </list>
/// </summary>
internal static class StemMends
{
    // A line a word: all its forms. Its stem is what they have in common and a letter that no text holds.
    private static readonly string[] Words =
    [
        "сутки суток суткам сутками сутках",
        "люди людей людям людьми людях",
        "судья судьи судье судью судьей судьею судей судьям судьями судьях",
        "вина вины вине вину виной виною вин винам винами винах",
        "день дня дню днем дне дни дней дням днями днях",
        "дети детей детям детьми детях",
        "отец отца отцу отцом отце отцы отцов отцам отцами отцах",
        "явка явки явке явку явкой явкою явок явкам явками явках",
        "видеосъемка видеосъемки видеосъемке видеосъемку видеосъемкой видеосъемок видеосъемкам видеосъемками видеосъемках",
    ];

    // Nouns in -пись without that ending; their forms end in one of the others.
    private static readonly string[] Records =
        ["запис", "подпис", "надпис", "перепис", "роспис", "рукопис", "летопис", "живопис", "пропис", "скоропис"];

    private static readonly FrozenDictionary<string, string> Stems = Words
        .Select((line, number) => (Forms: line.Split(' '), Letter: (char)('\uE000' + number)))
        .SelectMany(word => word.Forms.Select(form => (Form: form, Stem: Common(word.Forms) + word.Letter)))
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Stem, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> StemOf =
        Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The forms whose stem is set by hand.</summary>
    public static IEnumerable<string> KnownForms => Stems.Keys;

    /// <summary>The stem of a form that Snowball must not see; null for all others.</summary>
    public static string? Whole(ReadOnlySpan<char> form)
    {
        if (StemOf.TryGetValue(form, out var stem))
        {
            return stem;
        }

        if (form.EndsWith("пись") && (form is "опись" || EndsInRecord(form[..^1])))
        {
            return form[..^1].ToString();
        }

        return null;
    }

    /// <summary>
    /// Levels fleeting vowels in what Snowball left: -ок and -к, -ец and -ц after a consonant; only in long stems, so
    /// that срок and волок keep their own.
    /// </summary>
    public static ReadOnlySpan<char> Ending(Span<char> stem)
    {
        var n = stem.Length;
        if (n >= 6 && stem[^1] == 'к' && stem[^2] is 'о' && IsConsonant(stem[^3]))
        {
            stem[^2] = 'к';
            return stem[..^1];
        }

        if (n >= 6 && stem[^1] == 'ц' && stem[^2] == 'е' && IsConsonant(stem[^3]))
        {
            stem[^2] = 'ц';
            return stem[..^1];
        }

        if (n >= 6 && stem[^1] == 'ц' && stem[^2] == 'ь' && stem[^3] == 'л')
        {
            stem[^2] = 'ц';
            return stem[..^1];
        }

        return stem;
    }

    private static bool EndsInRecord(ReadOnlySpan<char> root)
    {
        foreach (var record in Records)
        {
            if (root.EndsWith(record))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConsonant(char c) => "бвгджзйклмнпрстфхцчшщ".Contains(c);

    private static string Common(string[] forms)
    {
        var length = forms[0].Length;
        foreach (var form in forms)
        {
            length = Math.Min(length, form.AsSpan().CommonPrefixLength(forms[0]));
        }

        return forms[0][..length];
    }
}
