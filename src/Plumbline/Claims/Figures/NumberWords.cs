namespace Plumbline.Claims.Figures;

/// <summary>The part a number word plays in a number of several words.</summary>
internal enum NumberPart
{
    /// <summary>1 to 9.</summary>
    One,

    /// <summary>10 to 19.</summary>
    Teen,

    /// <summary>20 to 90.</summary>
    Ten,

    /// <summary>100 to 900 in one word.</summary>
    Hundreds,

    /// <summary>The English hundred, which multiplies.</summary>
    Hundred,

    /// <summary>A thousand and above, also dozens and tens when counted (двадцать, but "два десятка").</summary>
    Scale,

    /// <summary>Stands alone: двое, оба, полтора.</summary>
    Alone,
}

/// <summary>A number word.</summary>
internal readonly record struct NumberWord(decimal Value, NumberPart Part, bool IsPlural = false);

/// <summary>Number words of English and Russian, in every case form; ё is written е.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, NumberWord> Words = Make();

    public static bool TryFind(string word, out NumberWord number) => Words.TryGetValue(word, out number);

    /// <summary>Words that mean two of two.</summary>
    public static bool IsBoth(string word) => word is "оба" or "обе" or "обоих" or "обеих" or "обоим" or "обеим" or "обоими" or "обеими";

    /// <summary>The bare one, which mostly counts nothing.</summary>
    public static bool IsOne(string word) => Words.TryGetValue(word, out var number) && number is { Value: 1, Part: NumberPart.One };

    private static Dictionary<string, NumberWord> Make()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.Ordinal);
        void Add(decimal value, NumberPart part, string forms, bool plural = false)
        {
            foreach (var form in forms.Split(' '))
            {
                words[form] = new NumberWord(value, part, plural);
            }
        }

        Add(0, NumberPart.Alone, "zero ноль нуль ноля нуля");
        string[] ones =
        [
            "one один одна одно одного одной одному одним одну одном", "two два две двух двум двумя", "three три трех трем тремя",
            "four четыре четырех четырем четырьмя", "five пять пяти пятью", "six шесть шести шестью", "seven семь семи семью",
            "eight восемь восьми восемью восьмью", "nine девять девяти девятью",
        ];
        string[] teens =
        [
            "ten десять десяти десятью", "eleven одиннадцать одиннадцати одиннадцатью", "twelve двенадцать двенадцати двенадцатью",
            "thirteen тринадцать тринадцати тринадцатью", "fourteen четырнадцать четырнадцати четырнадцатью",
            "fifteen пятнадцать пятнадцати пятнадцатью", "sixteen шестнадцать шестнадцати шестнадцатью",
            "seventeen семнадцать семнадцати семнадцатью", "eighteen восемнадцать восемнадцати восемнадцатью",
            "nineteen девятнадцать девятнадцати девятнадцатью",
        ];
        string[] tens =
        [
            "twenty двадцать двадцати двадцатью", "thirty тридцать тридцати тридцатью", "forty сорок сорока",
            "fifty пятьдесят пятидесяти пятьюдесятью", "sixty шестьдесят шестидесяти шестьюдесятью", "seventy семьдесят семидесяти семьюдесятью",
            "eighty восемьдесят восьмидесяти восемьюдесятью", "ninety девяносто девяноста",
        ];
        string[] hundreds =
        [
            "сто ста", "двести двухсот двумстам двумястами двухстах", "триста трехсот тремстам тремястами трехстах",
            "четыреста четырехсот четыремстам четырьмястами четырехстах", "пятьсот пятисот пятистам пятьюстами пятистах",
            "шестьсот шестисот шестистам шестьюстами шестистах", "семьсот семисот семистам семьюстами семистах",
            "восемьсот восьмисот восьмистам восемьюстами восьмистах", "девятьсот девятисот девятистам девятьюстами девятистах",
        ];
        string[] collective =
        [
            "двое двоих двоим двоими", "трое троих троим троими", "четверо четверых четверым четверыми", "пятеро пятерых пятерым пятерыми",
            "шестеро шестерых шестерым шестерыми", "семеро семерых семерым семерыми", "восьмеро восьмерых", "девятеро девятерых", "десятеро десятерых",
        ];
        for (var i = 0; i < 9; i++)
        {
            Add(i + 1, NumberPart.One, ones[i]);
            Add((i + 1) * 100, NumberPart.Hundreds, hundreds[i]);
            Add(i + 2, NumberPart.Alone, collective[i]);
        }

        for (var i = 0; i < 10; i++)
        {
            Add(i + 10, NumberPart.Teen, teens[i]);
        }

        for (var i = 0; i < 8; i++)
        {
            Add((i + 2) * 10, NumberPart.Ten, tens[i]);
        }

        Add(2, NumberPart.Alone, "оба обе обоих обеих обоим обеим обоими обеими");
        Add(1.5m, NumberPart.Alone, "полтора полторы полутора");
        Add(50, NumberPart.Alone, "полсотни");
        Add(150, NumberPart.Alone, "полтораста");
        Add(500, NumberPart.Alone, "полтысячи");
        Add(500_000, NumberPart.Alone, "полмиллиона");
        Add(100, NumberPart.Hundred, "hundred");
        Add(10, NumberPart.Scale, "десяток десятком десятка");
        Add(10, NumberPart.Scale, "tens десятки десятков десяткам десятками десятках", plural: true);
        Add(12, NumberPart.Scale, "dozen дюжина дюжину дюжиной");
        Add(12, NumberPart.Scale, "dozens дюжины дюжин", plural: true);
        Add(20, NumberPart.Scale, "scores", plural: true);
        Add(100, NumberPart.Scale, "сотня сотню сотней");
        Add(100, NumberPart.Scale, "hundreds сотни сотен сотням сотнями сотнях", plural: true);
        Add(1_000, NumberPart.Scale, "thousand тысяча тысячу тысячей тысячью тыс");
        Add(1_000, NumberPart.Scale, "thousands тысячи тысяч тысячам тысячами тысячах", plural: true);
        Add(1_000_000, NumberPart.Scale, "million mln млн миллион миллиона миллиону миллионом");
        Add(1_000_000, NumberPart.Scale, "millions миллионы миллионов миллионам миллионами миллионах", plural: true);
        Add(1_000_000_000, NumberPart.Scale, "billion bn млрд миллиард миллиарда миллиардом");
        Add(1_000_000_000, NumberPart.Scale, "billions миллиарды миллиардов миллиардам миллиардами", plural: true);
        Add(1_000_000_000_000, NumberPart.Scale, "trillion трлн триллион триллиона триллионом");
        Add(1_000_000_000_000, NumberPart.Scale, "trillions триллионы триллионов", plural: true);
        return words;
    }
}
