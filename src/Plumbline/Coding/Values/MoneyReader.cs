using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>Sums of money with a currency. A number without a currency is no sum here.</summary>
internal static class MoneyReader
{
    private static readonly string[] UnitWords =
    [
            "руб", "Руб", "РУБ", "р.", "₽", "долл", "Долл", "ДОЛЛ", "евро", "Евро", "ЕВРО", "тенге", "грив", "грн", "юан", "фунт",
            "$", "€", "£", "USD", "EUR", "GBP", "RUB", "RUR", "CHF", "KZT", "UAH", "BYN", "CNY",
            "dollar", "euro", "rouble", "ruble", "pound",
        ];

    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var anchors = new Anchors(text, UnitWords, stackalloc int[Anchors.Most]);
        var at = from;
        var floor = from; // nothing of an earlier sum
        while (at < text.Length)
        {
            var unit = anchors.Next(at);
            if (unit < 0)
            {
                return;
            }

            at = unit + 1;
            if (!TryUnit(text, unit, out var unitEnd, out var currency, out var isSure))
            {
                continue;
            }

            if (TryBefore(text, floor, unit, unitEnd, currency, isSure, out var value)
                || TryAfter(text, unit, unitEnd, currency, isSure, out value))
            {
                into.Add(value);
                at = floor = value.Span.End;
            }
        }
    }

    private static bool TryBefore(
        ReadOnlySpan<char> text, int floor, int unit, int unitEnd, string currency, bool isSure, out ReadValue value)
    {
        value = default;
        var end = unit;
        var adjective = Scan.WordBefore(text, floor, unit, out var adjectiveStart);
        if (adjective.Begins("белорусск") || adjective.Begins("российск"))
        {
            end = adjectiveStart;
            currency = adjective.Begins("белорусск") ? "BYN" : currency;
        }

        if (!Amount.TryReadBack(text, floor, end, out var amount))
        {
            return false;
        }

        // «р.» is also «год рождения»: only digits before it make it roubles.
        if (text[unit] == 'р' && unitEnd == unit + 2 && !(amount.Value is not null && Scan.IsDigitAt(text, Scan.SkipSpacesBack(text, floor, unit) - 1)))
        {
            return false;
        }

        var sum = amount.Value;
        var isCertain = amount.IsCertain && isSure;
        end = unitEnd;
        Repeated(text, ref end, ref sum, ref isCertain);
        if (currency == "RUB" && TryKopecks(text, end, out var kopecks, out var after))
        {
            sum += kopecks / 100m;
            end = after;
        }

        isCertain &= !Scan.WordAfter(text, end, out _).Is("до");
        value = Of(sum, currency, new TextSpan(amount.Start, end), isCertain);
        return true;
    }

    // $5,000; € 2.3 million; USD 500
    private static bool TryAfter(ReadOnlySpan<char> text, int unit, int unitEnd, string currency, bool isSure, out ReadValue value)
    {
        value = default;
        if (unitEnd - unit > 3 || text[unit] is 'р' or 'Р' || !Figure.TryRead(text, Scan.SkipSpaces(text, unitEnd), out var figure))
        {
            return false;
        }

        var sum = figure.Value;
        var end = figure.End;
        if (NumberWords.TryRead(Scan.WordAfter(text, end, out var scaleEnd), out var scale) && scale.IsScale && sum < 1_000_000)
        {
            sum *= scale.Value;
            end = scaleEnd;
        }
        else if (Scan.IsWordAt(text, end))
        {
            return false;
        }

        value = Of(sum, currency, new TextSpan(unit, end), isSure);
        return true;
    }

    // «3000 руб. (три тысячи рублей)», «10000 рублей (десять тысяч) рублей»: the same sum once more.
    private static void Repeated(ReadOnlySpan<char> text, ref int end, ref decimal? sum, ref bool isCertain)
    {
        var open = Scan.SkipSpaces(text, end);
        if (open >= text.Length || text[open] != '(')
        {
            return;
        }

        var close = text[open..Math.Min(text.Length, open + 90)].IndexOf(')');
        if (close < 2 || !Amount.TryWhole(text[(open + 1)..(open + close)], out var again))
        {
            return;
        }

        end = open + close + 1;
        if (Scan.WordAfter(text, end, out var unitEnd).Begins("руб"))
        {
            end = unitEnd + (unitEnd < text.Length && text[unitEnd] == '.' && unitEnd - end < 6 ? 1 : 0);
        }

        (sum, isCertain) = sum is null ? (again, false) : sum == again ? (sum, isCertain) : (null, false);
    }

    private static bool TryKopecks(ReadOnlySpan<char> text, int at, out decimal kopecks, out int end)
    {
        kopecks = 0;
        end = at;
        var limit = Math.Min(text.Length, at + 60);
        var start = Scan.SkipSpaces(text, at);
        if (start < text.Length && text[start] is ',' or 'и')
        {
            start = Scan.SkipSpaces(text, start + 1);
        }

        var word = text[start..limit].IndexOf("коп", StringComparison.OrdinalIgnoreCase);
        if (word < 1 || !Amount.TryReadBack(text, start, start + word, out var amount) || amount.Start != start
            || amount.Value is not (>= 0 and < 100))
        {
            return false;
        }

        kopecks = amount.Value.Value;
        end = Scan.WordEnd(text, start + word);
        end += end < text.Length && text[end] == '.' && end - start - word < 6 ? 1 : 0;
        return kopecks == decimal.Truncate(kopecks);
    }

    private static bool TryUnit(ReadOnlySpan<char> text, int at, out int end, out string currency, out bool isSure)
    {
        currency = "";
        isSure = true;
        end = at + 1;
        switch (text[at])
        {
            case '$':
                currency = "USD";
                return true;
            case '€':
                currency = "EUR";
                return true;
            case '£':
                currency = "GBP";
                return true;
            case '₽':
                currency = "RUB";
                return true;
        }

        if (Scan.IsLetterAt(text, at - 1))
        {
            return false;
        }

        end = Scan.WordEnd(text, at);
        var word = text[at..end];
        if (word.Is("р") || word.Is("руб"))
        {
            end += end < text.Length && text[end] == '.' ? 1 : 0;
            currency = "RUB";
        }
        else if (word.Begins("рубл") && word.Length <= 7)
        {
            currency = "RUB";
        }
        else if (word.Begins("долл") || word.Is("dollar") || word.Is("dollars"))
        {
            currency = "USD";
            isSure = Scan.WordAfter(text, end, out var country).Is("США");
            end = isSure ? country : end;
            isSure |= word[0] == 'd';
        }
        else if (word.Begins("фунт"))
        {
            currency = "GBP";
            isSure = Scan.WordAfter(text, end, out var sterling).Begins("стерлинг");
            end = isSure ? sterling : end;
            return isSure;
        }
        else
        {
            currency = Name(word);
        }

        return currency.Length > 0;
    }

    private static string Name(ReadOnlySpan<char> word) => word switch
    {
        _ when word.Is("евро") || word.Is("euro") || word.Is("euros") || word is "EUR" => "EUR",
        _ when word.Is("тенге") || word is "KZT" => "KZT",
        _ when word.Begins("гривен") || word.Begins("гривн") || word.Is("грн") || word is "UAH" => "UAH",
        _ when word.Begins("юан") || word is "CNY" => "CNY",
        _ when word is "USD" => "USD",
        _ when word is "GBP" || word.Is("pounds") => "GBP",
        _ when word is "RUB" or "RUR" || word.Begins("rouble") || word.Begins("ruble") => "RUB",
        _ when word is "CHF" => "CHF",
        _ when word is "BYN" => "BYN",
        _ => "",
    };

    private static ReadValue Of(decimal? sum, string currency, TextSpan span, bool isCertain)
    {
        // Tables hold DECIMAL(18,2): what doesn't fit is no sum that a person could be fined or paid.
        var fits = sum is < 10_000_000_000_000_000m && decimal.Round(sum.Value, 2) == sum.Value;
        return new ReadValue(fits ? CodedValue.Money(sum!.Value, currency) : null, span, isCertain && (fits || sum is null));
    }
}
