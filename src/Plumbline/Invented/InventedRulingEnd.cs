using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>What the operative part says.</summary>
internal sealed record InventedSentence(
    string Outcome, int Fine, int Days, int Hours, bool IsMasked, string Name, string Genitive, string Charge, string CourtGenitive,
    InventedPerson Judge, bool IsWoman);

/// <summary>Writes the last part, from «руководствуясь» on.</summary>
internal static class InventedRulingEnd
{
    public static void Write(StringBuilder body, InventedSentence sentence, ref InventedDice dice)
    {
        void Paragraph(string text) => body.Append(text).Append("\n\n");
        var isReturned = sentence.Outcome == "returned";
        Paragraph($"На основании изложенного и руководствуясь ст.ст. {(isReturned ? "29.4, 29.1" : dice.Pick(["29.9, 29.10", "29.9 - 29.11", "4.1, 29.9 и 29.10"]))} КоАП РФ, суд");
        var word = isReturned ? "ОПРЕДЕЛИЛ" : "ПОСТАНОВИЛ";
        Paragraph((dice.Chance(0.3) ? string.Join(' ', word.ToCharArray()) : word) + ":");
        if (isReturned)
        {
            Paragraph($"Протокол об административном правонарушении и другие материалы в отношении {sentence.Genitive} возвратить должностному лицу для устранения недостатков.");
        }
        else if (sentence.Outcome == "terminated")
        {
            Paragraph($"Производство по делу об административном правонарушении в отношении {sentence.Genitive} прекратить "
                      + dice.Pick(["в связи с отсутствием состава административного правонарушения.", "за отсутствием события административного правонарушения.", "ввиду истечения срока давности."]));
        }
        else
        {
            var guilty = sentence.IsWoman ? "виновной" : "виновным";
            var start = dice.Chance(0.5)
                ? $"Признать {sentence.Genitive} {guilty} в совершении правонарушения, предусмотренного {sentence.Charge}, и назначить наказание в виде "
                : $"{sentence.Name} признать {guilty} по {Dative(sentence.Charge)}, назначив административное наказание в виде ";
            Paragraph(start + Penalty(sentence, ref dice) + ".");
            if (sentence.Outcome == "fine" && dice.Chance(0.6))
            {
                Paragraph("Штраф подлежит уплате не позднее 60 дней со дня вступления постановления в законную силу. Реквизиты: вымышленный счёт 00000000000000000000.");
                Paragraph("Неуплата в срок влечёт ответственность по ч. 1 ст. 20.25 КоАП РФ: штраф в двукратном размере, но не менее одной тысячи рублей, либо арест на срок до пятнадцати суток.");
            }
        }

        Paragraph($"{(isReturned ? "Определение" : "Постановление")} может быть обжаловано в течение {dice.Pick(["10 суток", "десяти суток", "10 (десяти) суток", "десяти дней"])} со дня {dice.Pick(["вручения или получения", "получения", "вручения"])} копии через этот же суд.");
        Paragraph($"Судья {(dice.Chance(0.5) ? "(подпись) " : "")}{sentence.Judge.Nominative} {sentence.Judge.Initials}");
    }

    private static string Penalty(InventedSentence s, ref InventedDice dice)
    {
        var mask = dice.Pick(["<данные изъяты>", "№", "..."]);
        var form = dice.Next(4);
        var format = CultureInfo.InvariantCulture;
        return s.Outcome switch
        {
            "fine" when s.IsMasked => $"административного штрафа в размере {mask} рублей",
            "fine" => "административного штрафа в размере " + form switch
            {
                0 => $"{InventedWords.Digits(s.Fine, dice.Next(4))} рублей",
                1 => $"{InventedWords.Digits(s.Fine, 0)} ({InventedWords.Genitive(s.Fine)}) рублей",
                2 => $"{InventedWords.Genitive(s.Fine)} рублей",
                _ => $"{InventedWords.Digits(s.Fine, dice.Next(4))} руб. 00 коп",
            },
            "arrest" when s.IsMasked => $"административного ареста на срок {mask} суток",
            "arrest" => "административного ареста " + dice.Pick(["сроком на ", "на срок "]) + form switch
            {
                0 or 1 => string.Create(format, $"{s.Days} ({InventedWords.Genitive(s.Days)}) суток"),
                _ => string.Create(format, $"{s.Days} суток"),
            },
            _ when s.IsMasked => $"обязательных работ на срок {mask} часов",
            _ => "обязательных работ на срок " + form switch
            {
                0 or 1 => string.Create(format, $"{s.Hours} ({InventedWords.Genitive(s.Hours)}) часов"),
                2 => $"{InventedWords.Genitive(s.Hours)} часов",
                _ => string.Create(format, $"{s.Hours} часов"),
            },
        };
    }

    private static string Dative(string charge) => charge.Replace("частью", "части", StringComparison.Ordinal);
}
