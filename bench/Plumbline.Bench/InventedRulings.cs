using System.Text;

namespace Plumbline.Bench;

/// <summary>Texts of about 4,000 letters made of invented sentences, numbers and surnames, from a seed; nothing in them is true.</summary>
internal sealed class InventedRulings(int seed)
{
    private static readonly string[] Sentences =
    [
        "Судья районного суда города {0}, рассмотрев в открытом судебном заседании дело об административном правонарушении, предусмотренном ч. {1} ст. 20.2 КоАП РФ, в отношении {2} А.Б.",
        "Из протокола об административном правонарушении следует, что {2} принимал участие в публичном мероприятии, не согласованном с органом исполнительной власти города {0}.",
        "В судебном заседании {2} вину не признал, пояснив, что находился у дома {1} по улице {0} и лозунгов не выкрикивал.",
        "Вина {2} подтверждается рапортом сотрудника полиции, протоколом задержания, объяснениями свидетелей {3} и {4} и видеозаписью на диске.",
        "Ходатайство защитника о вызове сотрудников полиции, составивших рапорт и протокол, оставлено без удовлетворения.",
        "Видеозапись, представленная стороной защиты, не опровергает показаний свидетеля {3}, данных под подпись.",
        "Оценив собранные доказательства в их совокупности, суд считает вину {2} доказанной, а его действия квалифицирует по ч. {1} ст. 20.2 КоАП РФ.",
        "При назначении наказания суд учитывает характер правонарушения, личность виновного, отсутствие обстоятельств, отягчающих ответственность.",
        "Признать {2} виновным и назначить ему наказание в виде административного штрафа в размере {1}0 000 руб.",
        "Назначить {2} наказание в виде административного ареста на срок {1} суток с момента фактического задержания.",
        "Постановление может быть обжаловано в городской суд {0} в течение десяти суток со дня вручения копии.",
        "Личность {2} установлена с помощью системы распознавания лиц по записям городских камер у станции {0}.",
    ];

    private static readonly string[] Syllables = ["ка", "ров", "ми", "тель", "ша", "бо", "гу", "лен", "стра", "ни", "во", "дер", "пе", "зо", "лы", "хар"];
    private static readonly string[] Endings = ["ов", "ова", "ову", "овым", "ин", "ину", "ина"];
    private readonly Random random = new(seed);

    public string Next()
    {
        var text = new StringBuilder(5000);
        text.Append("П О С Т А Н О В Л Е Н И Е\n\n");
        while (text.Length < 4000)
        {
            if (random.Next(10) < 7)
            {
                AddFiller(text);
                continue;
            }

            text.AppendFormat(
                System.Globalization.CultureInfo.InvariantCulture, Sentences[random.Next(Sentences.Length)], Name(), random.Next(1, 30), Name(), Name(), Name());
            text.Append(random.Next(4) == 0 ? "\n\n" : " ");
        }

        return text.ToString();
    }

    // Words that no rule asks for: most of a ruling.
    private void AddFiller(StringBuilder text)
    {
        for (var words = random.Next(8, 25); words > 0; words--)
        {
            var word = Math.Min(random.Next(3000), random.Next(3000));
            text.Append(Syllables[word % 16]).Append(Syllables[word / 16 % 16]).Append(Syllables[word / 256]).Append(words == 1 ? ". " : " ");
        }
    }

    private string Name()
    {
        var name = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])) + Endings[random.Next(Endings.Length)];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
