using System.Globalization;
using Plumbline.Invented;

namespace Plumbline.Bench.Drafts;

/// <summary>Invented sentences with room for a figure, and figures of many forms.</summary>
internal static class LongDraftWords
{
    public static readonly string[] EnglishStarts =
    [
        "courts of the invented region decided ", "the committee of Vydumka counted ", "by the end of the summer there were ", "in the files that we were shown stand ",
        "a spokesman who would not be named told us of ", "according to the list of the hotline there were ", "over the whole period the office registered ", "lawyers who read the records found ",
    ];

    public static readonly string[] RussianStarts =
    [
        "суды выдуманной области рассмотрели ", "по подсчётам вымышленного комитета, было ", "к концу лета насчитали ", "в документах, которые нам показали, значится ",
        "представитель ведомства сообщил нам о том, что было ", "согласно списку горячей линии, зафиксировано ", "за весь период учтено ", "юристы, прочитавшие протоколы, нашли ",
    ];

    public static readonly string[] EnglishRest =
    [
        "Nobody in the town would say who had ordered it, or when the papers had been signed. ", "The office did not answer our questions, and the court sent back the letter unopened. ",
        "What was written in the minutes differs from what the witnesses remember, and from the recording. ", "Those who were let go were told to keep quiet about the evening and the road back. ",
    ];

    public static readonly string[] RussianRest =
    [
        "Никто в городе не сказал, кто отдал приказ и когда были подписаны бумаги. ", "Ведомство не ответило на наши вопросы, а суд вернул письмо нераспечатанным. ",
        "Записанное в протоколе расходится с тем, что помнят свидетели, и с видеозаписью. ", "Тем, кого отпустили, велели молчать о том вечере и о дороге обратно. ",
    ];

    private static readonly string[] EnglishHedges = ["", "", "", "at least ", "more than ", "about ", "no more than ", "nearly ", "fewer than "];
    private static readonly string[] RussianHedges = ["", "", "", "не менее ", "более ", "около ", "не более ", "почти ", "менее "];
    private static readonly string[] EnglishNouns = ["rulings", "people", "complaints", "open cases", "detentions", "letters"];
    private static readonly string[] RussianNouns = ["постановлений", "человек", "жалоб", "открытых дел", "задержаний", "писем"];
    private static readonly string[] EnglishNumbers = ["seven", "twenty-nine", "two dozen", "a third of the", "forty", "three hundred and twelve"];
    private static readonly string[] RussianNumbers = ["семь", "двадцать девять", "два десятка", "треть", "сорок", "триста двенадцать"];

    public static string Figure(ref InventedDice dice, bool isRussian)
    {
        var n = 2 + dice.Next(4000);
        var noun = dice.Pick(isRussian ? RussianNouns : EnglishNouns);
        var hedge = dice.Pick(isRussian ? RussianHedges : EnglishHedges);
        return (dice.Next(10), isRussian) switch
        {
            (0, false) => $"{n % 100} percent of the {noun}",
            (0, true) => $"{n % 100} процентов {noun}",
            (1, false) => $"{dice.Pick(EnglishNumbers)} {noun}",
            (1, true) => $"{dice.Pick(RussianNumbers)} {noun}",
            (2, false) => string.Create(CultureInfo.InvariantCulture, $"{hedge}{n * 1000:#,0} roubles"),
            (2, true) => $"{hedge}{n} тыс. рублей",
            (3, false) => $"from {n} to {n + 3} {noun}",
            (3, true) => $"от {n} до {n + 3} {noun}",
            (4, false) => $"{n % 90} of the {n} {noun}",
            (4, true) => $"{n % 90} из {n} {noun}",
            (_, false) => string.Create(CultureInfo.InvariantCulture, $"{hedge}{n:#,0} {noun}"),
            (_, true) => $"{hedge}{n} {noun}",
        };
    }
}
