using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>
/// Lengths of time: days (<c>3 (трое) суток</c>), hours (<c>40 (сорок) часов</c>) and both with minutes and weeks as one length.
/// A time of day (<c>в 18 часов 30 минут</c>) is not certain. Months and years have no fixed length and are not read.
/// </summary>
internal static class DurationReader
{
    private const int Day = 1440;
    private const int Hour = 60;

    private static readonly string[] DayWords =
    ["сут", "Сут", "СУТ", "день", "дня", "дней", "дни", "ДН", "day"];

    private static readonly string[] HourWords =
    ["час", "Час", "ЧАС", "hour"];

    private static readonly string[] LengthWords =
    [
            "сут", "Сут", "СУТ", "день", "дня", "дней", "дни", "ДН", "day", "час", "Час", "ЧАС", "hour",
            "мин", "МИН", "min", "hr", "недел", "НЕДЕЛ", "week",
        ];

    /// <summary>Whole days. Half days and sums over 100,000 are not read.</summary>
    public static void ReadDays(ReadOnlySpan<char> text, int from, List<ReadValue> into) => ReadUnits(text, from, DayWords, Day, into);

    /// <summary>Whole hours that no minutes follow.</summary>
    public static void ReadHours(ReadOnlySpan<char> text, int from, List<ReadValue> into) => ReadUnits(text, from, HourWords, Hour, into);

    /// <summary>Weeks, days, hours and minutes that stand together, as one length.</summary>
    public static void ReadLengths(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
        var anchors = new Anchors(text, LengthWords, stackalloc int[Anchors.Most]);
        var at = from;
        var floor = from;
        var last = 0; // minutes of the unit before, 0 when there was none to go on from
        while (at < text.Length && anchors.Next(at) is >= 0 and var unit)
        {
            at = unit + 1;
            var minutes = Unit(text, unit, out var unitEnd);
            if (minutes == 0 || !TryAmount(text, floor, unit, out var amount))
            {
                continue;
            }

            var span = new TextSpan(amount.Start, unitEnd);
            at = floor = unitEnd;
            var length = amount.Value is >= 0 and < 100_000 ? amount.Value * minutes : null;
            var isWhole = length is null || length == decimal.Truncate(length.Value);
            if (!isWhole || (amount.Value is not null && length is null))
            {
                last = 0;
                continue;
            }

            var previous = into.Count > 0 ? into[^1] : default;
            if (last > minutes && previous.Span.End <= span.Start && IsJoin(text[previous.Span.End..span.Start])
                && previous.Value is { } earlier && length is not null && TimeLength.TryParse(earlier.Text, out var so))
            {
                var sum = TimeLength.OfMinutes(so.TotalMinutes + (long)length);
                into[^1] = new ReadValue(
                    CodedValue.Duration(sum), new TextSpan(previous.Span.Start, unitEnd), previous.IsCertain && amount.IsCertain);
            }
            else
            {
                var isCertain = amount.IsCertain && !IsTimeOfDay(text, from, amount.Start, minutes);
                into.Add(new ReadValue(length is null ? null : CodedValue.Duration(TimeLength.OfMinutes((long)length)), span, isCertain));
            }

            last = minutes;
        }
    }

    private static void ReadUnits(ReadOnlySpan<char> text, int from, string[] words, int minutes, List<ReadValue> into)
    {
        var anchors = new Anchors(text, words, stackalloc int[Anchors.Most]);
        var at = from;
        var floor = from;
        while (at < text.Length && anchors.Next(at) is >= 0 and var unit)
        {
            at = unit + 1;
            if (Unit(text, unit, out var unitEnd) != minutes || !TryAmount(text, floor, unit, out var amount)
                || (minutes == Hour && HasMinutes(text, unitEnd)))
            {
                continue;
            }

            at = floor = unitEnd;
            var isWhole = amount.Value is not { } value || (value == decimal.Truncate(value) && value < 100_000);
            if (isWhole)
            {
                into.Add(new ReadValue(
                    amount.Value is { } whole ? CodedValue.Integer((long)whole) : null,
                    new TextSpan(amount.Start, unitEnd),
                    amount.IsCertain && !IsTimeOfDay(text, from, amount.Start, minutes)));
            }
        }
    }

    // «10 календарных дней», «5 рабочих дней»
    private static bool TryAmount(ReadOnlySpan<char> text, int floor, int unit, out Amount amount)
    {
        var adjective = Scan.WordBefore(text, floor, unit, out var start);
        var isSkipped = adjective.Begins("календарн") || adjective.Begins("рабоч") || adjective.Begins("полн") || adjective.Is("full") || adjective.Is("whole");
        return Amount.TryReadBack(text, floor, isSkipped ? start : unit, out amount) || IsArticle(text, floor, isSkipped ? start : unit, out amount);
    }

    // «an hour», «a full day», «half an hour»
    private static bool IsArticle(ReadOnlySpan<char> text, int floor, int unit, out Amount amount)
    {
        var word = Scan.WordBefore(text, floor, unit, out var start);
        var isArticle = word.Is("a") || word.Is("an") || word.Is("one");
        var isHalf = Scan.WordBefore(text, floor, isArticle ? start : unit, out var half).Is("half");
        amount = new Amount(isHalf ? 0.5m : 1m, isHalf ? half : start, true);
        return isArticle || isHalf;
    }

    private static bool IsTimeOfDay(ReadOnlySpan<char> text, int floor, int start, int minutes)
    {
        var word = Scan.WordBefore(text, floor, start, out _);
        return minutes == Hour && (word.Is("в") || word.Is("с") || word.Is("около") || word.Is("к") || word.Is("at"));
    }

    private static bool HasMinutes(ReadOnlySpan<char> text, int at)
    {
        at = Scan.SkipSpaces(text, at);
        var end = at;
        while (end < text.Length && end - at < 3 && Scan.IsDigit(text[end]))
        {
            end++;
        }

        return end > at && Scan.WordAfter(text, end, out _).Begins("мин");
    }

    private static bool IsJoin(ReadOnlySpan<char> between)
    {
        between = between.Trim();
        return between.Length == 0 || between is "и" or "," or "and";
    }

    private static int Unit(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (Scan.IsLetterAt(text, at - 1))
        {
            return 0;
        }

        end = Scan.WordEnd(text, at);
        var word = text[at..end];
        var minutes = word.Length switch
        {
            _ when word.Begins("сут") && (word.Is("суток") || word.Begins("сутк")) => Day,
            _ when word.Is("день") || word.Is("дня") || word.Is("дней") || word.Is("дни") || word.Is("дням") || word.Is("днями") => Day,
            _ when word.Is("day") || word.Is("days") => Day,
            3 or 4 when word.Is("час") || word.Is("часа") || word.Is("часу") || word.Is("hour") => Hour,
            5 when word.Is("часов") || word.Is("часам") || word.Is("часах") || word.Is("hours") => Hour,
            6 when word.Is("часами") => Hour,
            3 when word.Is("мин") => 1,
            _ when word.Begins("минут") && word.Length <= 8 => 1,
            _ when word.Is("minute") || word.Is("minutes") || word.Is("min") || word.Is("mins") => 1,
            _ when word.Is("hr") || word.Is("hrs") => Hour,
            _ when word.Begins("недел") && word.Length <= 9 && !word.Begins("неделим") => 7 * Day,
            _ when word.Is("week") || word.Is("weeks") => 7 * Day,
            _ => 0,
        };
        end += minutes == 1 && word.Length == 3 && end < text.Length && text[end] == '.' ? 1 : 0;
        return minutes;
    }
}
