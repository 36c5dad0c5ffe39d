namespace Plumbline.Claims.Figures;

/// <summary>What a number counts or measures.</summary>
/// <param name="Kind">Kind of the figure.</param>
/// <param name="Unit">Normalised unit, or the noun as found.</param>
/// <param name="Next">First token behind the unit.</param>
/// <param name="Words">All words of the noun phrase.</param>
internal readonly record struct UnitAt(FigureKind Kind, string? Unit, int Next, IReadOnlyList<string> Words);

/// <summary>
/// The unit after a number: percent, money, time, measures, else the noun. Without a dictionary of word classes the noun
/// is found by its form: in English the first plural within five words, in Russian the first word that doesn't look like
/// an adjective, adverb or verb.
/// </summary>
internal static class Units
{
    private static readonly string[] Nothing = [];

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["$"] = "USD", ["€"] = "EUR", ["£"] = "GBP", ["₽"] = "RUB", ["₴"] = "UAH", ["₸"] = "KZT", ["руб"] = "RUB", ["рубль"] = "RUB", ["рубля"] = "RUB",
        ["рублей"] = "RUB", ["рублю"] = "RUB", ["рублям"] = "RUB", ["рублями"] = "RUB", ["рублях"] = "RUB", ["рубли"] = "RUB", ["ruble"] = "RUB", ["rubles"] = "RUB",
        ["rouble"] = "RUB", ["roubles"] = "RUB", ["rub"] = "RUB", ["rur"] = "RUB", ["rubl"] = "RUB", ["usd"] = "USD", ["dollar"] = "USD", ["dollars"] = "USD", ["доллар"] = "USD",
        ["доллара"] = "USD", ["долларов"] = "USD", ["долларам"] = "USD", ["долларами"] = "USD", ["долл"] = "USD", ["eur"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR",
        ["евро"] = "EUR", ["gbp"] = "GBP", ["pounds"] = "GBP", ["фунтов"] = "GBP", ["гривен"] = "UAH", ["гривны"] = "UAH", ["uah"] = "UAH", ["hryvnia"] = "UAH",
        ["hryvnias"] = "UAH", ["тенге"] = "KZT", ["kzt"] = "KZT", ["tenge"] = "KZT", ["cny"] = "CNY", ["yuan"] = "CNY", ["юаней"] = "CNY", ["юаня"] = "CNY", ["byn"] = "BYN",
        ["рублями"] = "RUB", ["рублях"] = "RUB", ["р"] = "RUB", ["доллары"] = "USD", ["долларах"] = "USD", ["бакс"] = "USD", ["баксов"] = "USD", ["фунта"] = "GBP", ["фунт"] = "GBP", ["гривна"] = "UAH", ["гривну"] = "UAH", ["гривнах"] = "UAH",
        ["юань"] = "CNY", ["юани"] = "CNY", ["rmb"] = "CNY", ["¥"] = "JPY", ["yen"] = "JPY", ["иен"] = "JPY", ["йен"] = "JPY", ["chf"] = "CHF", ["jpy"] = "JPY", ["pln"] = "PLN", ["zloty"] = "PLN", ["злотых"] = "PLN",
        ["sek"] = "SEK", ["kronor"] = "SEK", ["nok"] = "NOK", ["czk"] = "CZK", ["koruna"] = "CZK", ["try"] = "TRY", ["lira"] = "TRY", ["lire"] = "TRY", ["лир"] = "TRY", ["aed"] = "AED", ["dirhams"] = "AED", ["дирхамов"] = "AED",
        ["inr"] = "INR", ["rupees"] = "INR", ["рупий"] = "INR", ["₹"] = "INR", ["kgs"] = "KGS", ["сомов"] = "KGS", ["uzs"] = "UZS", ["сумов"] = "UZS", ["сум"] = "UZS", ["gel"] = "GEL", ["лари"] = "GEL", ["lari"] = "GEL", ["₾"] = "GEL", ["amd"] = "AMD", ["драмов"] = "AMD",
        ["ils"] = "ILS", ["шекелей"] = "ILS", ["shekels"] = "ILS", ["₪"] = "ILS", ["hkd"] = "HKD", ["krw"] = "KRW", ["вон"] = "KRW", ["won"] = "KRW",
    };

    /// <summary>Words that are currencies only before or behind a sum, never for themselves.</summary>
    private static readonly HashSet<string> NotAfterWords = new(StringComparer.Ordinal) { "try", "won", "gel", "вон", "сум", "р" };

    private static readonly Dictionary<string, string> Times = new(StringComparer.Ordinal)
    {
        ["sec"] = "second", ["secs"] = "second", ["сек"] = "second", ["секунда"] = "second", ["mins"] = "minute", ["hrs"] = "hour", ["hr"] = "hour", ["second"] = "second", ["seconds"] = "second", ["секунд"] = "second", ["секунды"] = "second", ["секунду"] = "second",
        ["minute"] = "minute", ["minutes"] = "minute", ["min"] = "minute", ["минута"] = "minute", ["минуты"] = "minute", ["минут"] = "minute", ["минуту"] = "minute",
        ["минутами"] = "minute", ["минутам"] = "minute", ["мин"] = "minute",
        ["hour"] = "hour", ["hours"] = "hour", ["час"] = "hour", ["часа"] = "hour", ["часов"] = "hour", ["часам"] = "hour", ["часами"] = "hour", ["часах"] = "hour",
        ["day"] = "day", ["days"] = "day", ["день"] = "day", ["дня"] = "day", ["дней"] = "day", ["дням"] = "day", ["днями"] = "day", ["дни"] = "day", ["сутки"] = "day",
        ["днях"] = "day", ["сутках"] = "day", ["неделях"] = "week", ["неделей"] = "week", ["неделе"] = "week", ["неделям"] = "week", ["месяцах"] = "month", ["месяцем"] = "month", ["месяцу"] = "month", ["месяцы"] = "month", ["мес"] = "month", ["часу"] = "hour", ["часы"] = "hour", ["минутах"] = "minute", ["минутой"] = "minute", ["секундами"] = "second", ["секундах"] = "second", ["годах"] = "year", ["году"] = "year", ["летами"] = "year", ["годом"] = "year", ["decade"] = "decade", ["decades"] = "decade", ["century"] = "century", ["centuries"] = "century", ["десятилетий"] = "decade", ["десятилетия"] = "decade", ["десятилетие"] = "decade", ["века"] = "century", ["веков"] = "century", ["fortnight"] = "fortnight", ["weekends"] = "weekend", ["yrs"] = "year", ["суток"] = "day", ["сутками"] = "day", ["суткам"] = "day",
        ["week"] = "week", ["weeks"] = "week", ["неделя"] = "week", ["недели"] = "week", ["недель"] = "week", ["неделю"] = "week", ["неделями"] = "week",
        ["month"] = "month", ["months"] = "month", ["месяц"] = "month", ["месяца"] = "month", ["месяцев"] = "month", ["месяцам"] = "month", ["месяцами"] = "month",
        ["year"] = "year", ["years"] = "year", ["год"] = "year", ["года"] = "year", ["лет"] = "year", ["годам"] = "year", ["годами"] = "year", ["годы"] = "year",
    };

    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "km", "km/h", "kilometres", "kilometers", "metres", "meters", "metre", "meter", "kg", "kilograms", "tonnes", "tons", "grams", "litres", "liters", "miles", "degrees",
        "kilos", "kilo", "кило", "feet", "foot", "ft", "inches", "inch", "yards", "mile", "kilometre", "kilometer", "kms", "cm", "mm", "centimetres", "centimeters", "millimetres", "millimeters", "mph", "kph", "knots", "acres", "acre", "hectares", "hectare",
        "barrels", "litre", "liter", "gallons", "ton", "tonne", "gram", "mg", "lb", "lbs", "ounces", "watts", "kw", "mw", "gw", "kilowatts", "megawatts", "gigawatts", "kwh", "mwh", "gb", "mb", "tb", "kb", "gigabytes", "megabytes", "terabytes", "gigabyte", "terabyte",
        "ghz", "mhz", "hz", "megapixels", "megapixel", "mp", "degree", "decibels", "db", "pixels", "kilobytes", "mbps", "gbps", "volts", "amps", "tonnes'",
        "м", "см", "мм", "километр", "километрах", "километрами", "километры", "метрах", "метрами", "метры", "сантиметров", "сантиметра", "миллиметров", "миллиметра", "г/л", "тонна", "тонну", "тонн", "килограмм", "килограммами", "граммами", "грамма", "мг",
        "гектаров", "гектара", "га", "акров", "соток", "баррелей", "барреля", "кубометров", "кубов", "градуса", "градус", "градусами", "мегабайт", "гигабайт", "терабайт", "мб", "гб", "тб", "квт", "мвт", "гвт", "киловатт", "мегаватт", "ватт", "вольт", "мегапикселей", "пикселей", "миль", "мили", "дюймов", "литр", "л",
        "км", "километров", "километра", "метров", "метра", "метр", "кг", "килограммов", "килограмма", "тонн", "тонны", "граммов", "грамм", "литров", "литра", "градусов",
    };

    /// <summary>Words that end a noun phrase.</summary>
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "of", "in", "on", "at", "by", "with", "for", "from", "to", "and", "or", "but", "who", "which", "that", "were", "was", "is", "are", "have", "has", "had", "did", "do",
        "during", "after", "before", "as", "than", "per", "out", "when", "while", "where", "the", "a", "an", "this", "these", "those", "into", "under", "over", "between", "against", "near",
        "without", "because", "ago", "later", "earlier", "apart", "away", "being", "been", "be", "also", "then", "there", "then", "about", "around", "across", "inside", "outside", "only", "through", "until", "since", "both", "not", "said", "says", "his", "her", "its", "their", "our", "my", "your", "what", "how", "him", "them", "us", "me", "i", "you", "up", "down", "off", "because", "if", "so", "they", "he", "she", "it", "we", "will", "would", "could", "can", "may", "must", "not", "more", "less", "fewer", "other", "others", "each", "every",
        "в", "во", "на", "с", "со", "из", "у", "к", "ко", "по", "для", "за", "от", "до", "о", "об", "при", "перед", "после", "через", "и", "или", "а", "но", "что", "как", "чем", "который",
        "которые", "которых", "было", "были", "был", "была", "будет", "стали", "стало", "не", "ни", "же", "то", "их", "его", "ее", "это", "эти", "этих", "этой", "этом", "бы", "ли", "под", "над", "без", "около",
        "составило", "составила", "составил", "является", "являются", "более", "менее", "моложе", "старше", "младше", "вместо", "ежедневно", "ежемесячно", "больше", "меньше", "чаще", "реже", "выше", "ниже", "дороже", "дешевле", "кроме", "раз", "раза", "назад", "спустя", "тому", "он", "она", "оно", "они", "мы", "вы", "я", "ты", "нас", "вас", "ему", "ей", "кто", "весь", "вся", "этого", "такой", "таких", "также", "тоже", "просто", "сразу", "затем", "потом", "еще", "уже", "вновь", "когда", "где", "если", "так", "среди", "против", "между",
    };

    private static readonly HashSet<string> IrregularPlurals = new(StringComparer.Ordinal) { "people", "men", "women", "children", "policemen", "media", "persons", "criteria", "phenomena", "staff", "servicemen", "businessmen", "spokesmen" };

    public static string? Currency(string word) => Currencies.GetValueOrDefault(word);

    public static string? Time(string word) => Times.GetValueOrDefault(word);

    /// <summary>The unit at a token behind a number.</summary>
    public static UnitAt Read(IReadOnlyList<FigureToken> tokens, int at, decimal value)
    {
        if (at >= tokens.Count)
        {
            return new UnitAt(FigureKind.Count, null, at, Nothing);
        }

        var token = tokens[at];
        if (token.Is("-") && token.IsGlued && at + 1 < tokens.Count && tokens[at + 1] is { IsGlued: true, Kind: TokenKind.Word, Text: not ("to" or "or") } && !NumberWords.TryFind(tokens[at + 1].Text, out _))
        {
            // 24-hour: the word is an adjective, but the unit is the same.
            if (tokens[at + 1].Text is "odd" or "plus")
            {
                return Noun(tokens, at + 2, value);
            }

            return AdjectiveUnits.Find(tokens[at + 1].Text) is { } adjective
                ? adjective with { Next = at + 2, Words = [tokens[at + 1].Text] }
                : Currencies.TryGetValue(tokens[at + 1].Text, out var joinedCurrency)
                ? new UnitAt(FigureKind.Money, joinedCurrency, at + 2, Nothing)
                : tokens[at + 1].Text is "percent" ? new UnitAt(FigureKind.Percent, "%", at + 2, Nothing)
                : Measures.Contains(tokens[at + 1].Text) ? new UnitAt(FigureKind.Measure, tokens[at + 1].Text, at + 2, [tokens[at + 1].Text])
                : Times.TryGetValue(tokens[at + 1].Text, out var joined)
                ? new UnitAt(FigureKind.Duration, joined, at + 2, [tokens[at + 1].Text])
                : new UnitAt(FigureKind.Count, tokens[at + 1].Text, at + 2, [tokens[at + 1].Text]);
        }

        if (Percent(tokens, at) is { } behind)
        {
            return new UnitAt(FigureKind.Percent, "%", behind, Nothing);
        }

        if ((Currencies.TryGetValue(token.Text, out var currency) && !(NotAfterWords.Contains(token.Text) && !token.IsGlued)) || (token.Is("us") && at + 1 < tokens.Count && Currencies.TryGetValue(tokens[at + 1].Text, out currency) && ++at > 0))
        {
            return new UnitAt(FigureKind.Money, currency, PastPoint(tokens, at), Nothing);
        }

        if (token.Is("р") && at + 1 < tokens.Count && tokens[at + 1].Is("."))
        {
            return new UnitAt(FigureKind.Money, "RUB", at + 2, Nothing);
        }

        var first = token.Text is "full" or "whole" or "полных" or "целых" or "consecutive" or "calendar" or "календарных" && at + 1 < tokens.Count ? at + 1 : at;
        if (Times.TryGetValue(tokens[first].Text, out var time))
        {
            return new UnitAt(FigureKind.Duration, time, PastPoint(tokens, first), [tokens[first].Text]);
        }

        if (Square(tokens, at) is { } square)
        {
            return square;
        }

        if (token.Is("°") || token.Is("º"))
        {
            var scaleAt = at + 1 < tokens.Count && tokens[at + 1].Text is "c" or "с" or "f" ? at + 2 : at + 1;
            return new UnitAt(FigureKind.Measure, scaleAt > at + 1 ? "°" + (tokens[at + 1].Is("f") ? "F" : "C") : "°", scaleAt, Nothing);
        }

        if (Measures.Contains(token.Text))
        {
            return new UnitAt(FigureKind.Measure, token.Text, PastPoint(tokens, at), [token.Text]);
        }

        return token.Text switch
        {
            "times" or "раз" or "раза" => new UnitAt(FigureKind.Count, token.Text, at + 1, [token.Text]),
            "чел" => new UnitAt(FigureKind.Count, "человек", PastPoint(tokens, at), ["человек"]),
            _ => Noun(tokens, at, value),
        };
    }

    /// <summary>The noun of "number of arrestees was 1750", "число задержанных — 1750"; null when none stands so.</summary>
    public static string? NounBefore(IReadOnlyList<FigureToken> tokens, int number, int floor)
    {
        for (var i = number - 1; i >= Math.Max(floor, number - 7); i--)
        {
            if (tokens[i].EndsSentence)
            {
                return null;
            }

            if (tokens[i].Text is "number" or "total" && i + 2 < number && tokens[i + 1].Is("of"))
            {
                return tokens[i + 2].Text;
            }

            if (tokens[i].Text is "число" or "количество" or "числе" or "количестве" or "числом" or "числа" && i + 1 < number && tokens[i + 1].Kind == TokenKind.Word)
            {
                return tokens[i + 1].Text;
            }
        }

        return null;
    }

    /// <summary>sq km, square metres, кв. м, квадратных метров, куб. м.</summary>
    private static UnitAt? Square(IReadOnlyList<FigureToken> tokens, int at)
    {
        var head = tokens[at].Text;
        if (head is not ("sq" or "square" or "cubic" or "кв" or "куб") && !head.StartsWith("квадратн", StringComparison.Ordinal) && !head.StartsWith("кубическ", StringComparison.Ordinal))
        {
            return null;
        }

        var next = at + 1 < tokens.Count && tokens[at + 1].Is(".") ? at + 2 : at + 1;
        return next < tokens.Count && (Measures.Contains(tokens[next].Text) || tokens[next].Is("m"))
            ? new UnitAt(FigureKind.Measure, (head is "cubic" or "куб" || head.StartsWith("куби", StringComparison.Ordinal) ? "cubic " : "square ") + tokens[next].Text, next + 1, [tokens[next].Text])
            : null;
    }

    private static int? Percent(IReadOnlyList<FigureToken> tokens, int at)
    {
        var text = tokens[at].Text;
        if (text is "%" or "percent" or "pct" or "процент" or "процента" or "процентов" or "процентам" or "процентами" or "процентах" or "проц" or "pc" or "проценты")
        {
            return PastPoint(tokens, at);
        }

        if (text is "п" && at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Is("п"))
        {
            return at + 3 < tokens.Count && tokens[at + 3].Is(".") && tokens[at + 3].IsGlued && !tokens[at + 3].EndsSentence ? at + 4 : at + 3;
        }

        return text is "per" && at + 1 < tokens.Count && tokens[at + 1].Is("cent") ? at + 2
            : text is "percentage" && at + 1 < tokens.Count && tokens[at + 1].Text is "points" or "point" ? at + 2
            : text is "процентных" or "процентного" && at + 1 < tokens.Count && tokens[at + 1].Text.StartsWith("пункт", StringComparison.Ordinal) ? at + 2
            : null;
    }

    private static UnitAt Noun(IReadOnlyList<FigureToken> tokens, int at, decimal value)
    {
        var words = new List<string>();
        var noun = -1;
        var fallback = -1;
        // 10 more people, 20 other protesters
        if (tokens[at].Text is "more" or "other" or "further" && at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word } behind && !Stops.Contains(behind.Text))
        {
            at++;
        }

        for (var i = at; i < tokens.Count && words.Count < 5; i++)
        {
            var token = tokens[i];
            if (words.Count > 0 && token.Is("-") && token.IsGlued && i + 1 < tokens.Count && tokens[i + 1] is { IsGlued: true, Kind: TokenKind.Word })
            {
                continue;
            }

            if (token is { Kind: TokenKind.Word, IsCapital: true } && i + 2 < tokens.Count && tokens[i + 1] is { Text: "-", IsGlued: true } && tokens[i + 2] is { IsGlued: true, Kind: TokenKind.Number })
            {
                // 8 Strategy-31 rallies
                i += 2;
                continue;
            }

            if (words.Count == 0 && token.Text is "\"" or "«" or "“" or "‘" or "’")
            {
                continue;
            }

            if (token.Kind != TokenKind.Word || Stops.Contains(token.Text)
                || (NumberWords.TryFind(token.Text, out _) && !(i + 1 < tokens.Count && tokens[i + 1].Is("-") && tokens[i + 1].IsGlued)))
            {
                break;
            }

            if (words.Count == 0 && i + 1 < tokens.Count && token.Text is "or" && tokens[i + 1].Is("so"))
            {
                break;
            }

            if (fallback >= 0 && IsPast(token.Text))
            {
                break;
            }

            words.Add(token.Text);
            if (char.IsAscii(token.Text[0]) ? IsEnglishNoun(token.Text, value, i == at) : IsRussianNoun(token.Text))
            {
                noun = i;
                break;
            }

            if (!char.IsAscii(token.Text[0]) && IsRussianAdjective(token.Text))
            {
                fallback = fallback < 0 ? i : fallback;
            }
            else if (!char.IsAscii(token.Text[0]) && IsRussianVerb(token.Text))
            {
                break;
            }
        }

        noun = noun < 0 ? fallback : noun;
        return noun < 0
            ? new UnitAt(FigureKind.Count, null, at, words)
            : new UnitAt(FigureKind.Count, tokens[noun].Text, noun + 1, words);
    }

    private static bool IsEnglishNoun(string word, decimal value, bool isFirst) =>
        IrregularPlurals.Contains(word)
        || (word.Length > 2 && word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal)
            && !word.EndsWith("is", StringComparison.Ordinal) && !word.EndsWith("'s", StringComparison.Ordinal))
        || (value == 1 && word.Length > 2 && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ly", StringComparison.Ordinal)
            && (isFirst || !(Ends(word, "ous") || Ends(word, "ful") || Ends(word, "ive") || Ends(word, "ish") || Ends(word, "ic")))
            && !(Ends(word, "al") || Ends(word, "an") && word.Length > 5 || word is "senior" or "female" or "male" or "young" or "old" or "other" or "more" or "single" or "local" or "former"));

    private static bool IsRussianNoun(string word) => word.Length > 1 && !IsRussianAdjective(word) && !IsRussianVerb(word) && !IsAdverb(word);

    private static bool IsRussianAdjective(string word) =>
        word.Length > 3 && (Ends(word, "ых") || Ends(word, "их") || Ends(word, "ые") || Ends(word, "ие") && !Ends(word, "ствие") && !Ends(word, "ание") && !Ends(word, "ение")
            || Ends(word, "ого") || Ends(word, "его") || Ends(word, "ому") || Ends(word, "ему") || Ends(word, "ыми") || Ends(word, "ими") || Ends(word, "ым") || Ends(word, "ский") || Ends(word, "щий")
            || Ends(word, "ый") || Ends(word, "ая") || Ends(word, "ую") || Ends(word, "ое") || Ends(word, "ной") || Ends(word, "ской"));

    private static bool IsRussianVerb(string word) =>
        word.Length > 3 && (Ends(word, "лись") || Ends(word, "лось") || Ends(word, "лась") || Ends(word, "лся") || Ends(word, "ются") || Ends(word, "ется") || Ends(word, "ятся")
            || Ends(word, "ить") || Ends(word, "ать") || Ends(word, "ила") || Ends(word, "или") || Ends(word, "али") || Ends(word, "яли") || Ends(word, "ано") || Ends(word, "ены")
            || Ends(word, "ено") || Ends(word, "аны") || (Ends(word, "ли") && !NounList.Irregular.ContainsKey(word)));

    /// <summary>Behind an adjective that may be the noun itself ("один полицейский ударил").</summary>
    public static bool IsPast(string word) =>
        word.Length > 3 && (Ends(word, "ил") || Ends(word, "ал") || Ends(word, "ял") || Ends(word, "ул") || Ends(word, "ел") || Ends(word, "ыл") || Ends(word, "ла") || Ends(word, "ли") || Ends(word, "ло") || Ends(word, "ет") || Ends(word, "ит") || Ends(word, "ют") || Ends(word, "ят") || Ends(word, "ат"));

    private static bool IsAdverb(string word) => Ends(word, "ски") || Ends(word, "нно") || Ends(word, "тно") || word is "уже" or "еще" or "лишь" or "только" or "примерно";

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static int PastPoint(IReadOnlyList<FigureToken> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Text is "руб" or "долл" or "чел" or "мин" or "км" or "кг" or "проц"
        && at + 1 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 1].IsGlued && !tokens[at + 1].EndsSentence ? at + 2 : at + 1;
}
