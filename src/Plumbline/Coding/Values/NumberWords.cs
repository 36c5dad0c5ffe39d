using System.Collections.Frozen;

namespace Plumbline.Coding.Values;

/// <summary>One number word. A scale (тысяча, million) multiplies what stands before it.</summary>
internal readonly record struct NumberWord(decimal Value, bool IsScale);

/// <summary>
/// Russian cardinal numbers in every case, collective ones (трое суток) and English ones. Agreement of case and gender is
/// not checked: courts write «в размере десять тысяч рублей» and «десяти тысячи».
/// </summary>
internal static class NumberWords
{
    private const int LongestWord = 18;

    private static readonly FrozenDictionary<string, NumberWord> Words = Build().ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly bool[] Pairs = FirstPairs();

    /// <summary>True when this word, in any case and with ё or е, is a number.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out NumberWord number)
    {
        number = default;
        if (word.Length is < 2 or > LongestWord || !MayBegin(word[0], word[1]))
        {
            return false;
        }

        Span<char> lower = stackalloc char[LongestWord];
        for (var i = 0; i < word.Length; i++)
        {
            var c = char.ToLowerInvariant(word[i]);
            lower[i] = c == 'ё' ? 'е' : c;
        }

        return Lookup.TryGetValue(lower[..word.Length], out number);
    }

    /// <summary>The number that these words make together; false when they are no one number (десять двадцать).</summary>
    public static bool TryCompose(ReadOnlySpan<NumberWord> words, out decimal value)
    {
        value = 0;
        decimal group = 0, lastScale = decimal.MaxValue, lastPart = decimal.MaxValue;
        var hasGroup = false;
        foreach (var word in words)
        {
            if (word.IsScale)
            {
                if (word.Value == 100)
                {
                    if (!hasGroup || group is < 1 or > 99)
                    {
                        return false;
                    }

                    (group, lastPart) = (group * 100, 100);
                    continue;
                }

                if (word.Value >= lastScale)
                {
                    return false;
                }

                value += (hasGroup ? group : 1) * word.Value;
                (group, hasGroup, lastScale, lastPart) = (0, false, word.Value, decimal.MaxValue);
                continue;
            }

            // Hundreds, then tens, then units: each below what stands before it, and nothing after eleven to nineteen.
            var room = lastPart switch { decimal.MaxValue => 1000m, >= 100 => 100m, >= 20 => 10m, _ => 0m };
            if (word.Value >= room || (hasGroup && word.Value == 0))
            {
                return false;
            }

            (group, hasGroup, lastPart) = (group + word.Value, true, word.Value);
        }

        value += group;
        return words.Length > 0;
    }

    // Most words are no numbers, and their first two letters tell.
    private static bool MayBegin(char first, char second) =>
        (first is >= 'А' and <= 'я' && second is >= 'А' and <= 'я' && Pairs[(((first - 'А') & 31) * 32) + ((second - 'А') & 31)])
        || (char.IsAsciiLetter(first) && char.IsAsciiLetter(second)) || second is 'ё' or 'Ё';

    private static bool[] FirstPairs()
    {
        var pairs = new bool[32 * 32];
        foreach (var word in Words.Keys.Where(w => w[0] >= 'а'))
        {
            pairs[((word[0] - 'а') * 32) + (word[1] - 'а')] = true;
        }

        return pairs;
    }

    private static Dictionary<string, NumberWord> Build()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.Ordinal);
        void Add(decimal value, string forms, bool isScale = false)
        {
            foreach (var form in forms.Split(' '))
            {
                words[form] = new NumberWord(value, isScale);
            }
        }

        Add(0, "ноль нуль ноля нуля нулю нулем zero");
        Add(1, "один одна одно одного одной одному одним одном одну одною одни одних одними one");
        Add(1.5m, "полтора полторы полутора");
        Add(2, "два две двух двум двумя двое двоих двоим two");
        Add(3, "три трех трем тремя трое троих троим three");
        Add(4, "четыре четырех четырем четырьмя четверо четверых four");
        Add(5, "пять пяти пятью пятеро пятерых five");
        Add(6, "шесть шести шестью шестеро шестерых six");
        Add(7, "семь семи семью семеро семерых seven");
        Add(8, "восемь восьми восемью восьмью eight");
        Add(9, "девять девяти девятью nine");
        Add(10, "десять десяти десятью десятеро ten");
        string[] teens = ["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"];
        string[] english = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        for (var i = 0; i < teens.Length; i++)
        {
            Add(11 + i, $"{teens[i]}надцать {teens[i]}надцати {teens[i]}надцатью {english[i]}");
        }

        Add(20, "двадцать двадцати двадцатью twenty");
        Add(30, "тридцать тридцати тридцатью thirty");
        Add(40, "сорок сорока forty");
        Add(50, "пятьдесят пятидесяти пятьюдесятью fifty");
        Add(60, "шестьдесят шестидесяти шестьюдесятью sixty");
        Add(70, "семьдесят семидесяти семьюдесятью seventy");
        Add(80, "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью eighty");
        Add(90, "девяносто девяноста ninety");
        Add(100, "сто ста");
        Add(200, "двести двухсот двумстам двумястами двухстах");
        Add(300, "триста трехсот тремстам тремястами трехстах");
        Add(400, "четыреста четырехсот четыремстам четырьмястами четырехстах");
        string[] hundreds = ["пят", "шест", "сем", "восем", "девят"];
        for (var i = 0; i < hundreds.Length; i++)
        {
            var oblique = hundreds[i] == "восем" ? "восьм" : hundreds[i];
            Add(500 + (100 * i), $"{hundreds[i]}ьсот {oblique}исот {oblique}истам {hundreds[i]}ьюстами {oblique}истах");
        }

        Add(100, "hundred", isScale: true);
        Add(1_000, "тысяча тысячи тысяч тысяче тысячу тысячей тысячью тысячам тысячами тысячах тыс thousand", isScale: true);
        Add(1_000_000, "миллион миллиона миллионов миллиону миллионом миллионе миллионы миллионам млн million", isScale: true);
        Add(1_000_000_000, "миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиарды млрд billion", isScale: true);
        return words;
    }
}
