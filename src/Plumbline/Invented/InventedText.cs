using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>Writes the text of one invented ruling and notes down what it says.</summary>
internal static class InventedText
{
    private const string Mark = "ВЫМЫШЛЕННЫЙ ДОКУМЕНТ (invented): составлен программой, не относится ни к одному суду, делу или человеку";

    private static readonly (string Canonical, string Article, string Part)[] Charges =
    [
        ("koap:20.2:5", "20.2", "5"), ("koap:20.2:5", "20.2", "5"), ("koap:20.2:2", "20.2", "2"), ("koap:20.2:1", "20.2", "1"),
        ("koap:20.2:6.1", "20.2", "6.1"), ("koap:20.2.2:1", "20.2.2", "1"), ("koap:19.3:1", "19.3", "1"), ("koap:20.3.3:1", "20.3.3", "1"),
    ];

    private static readonly int[] Fines = [500, 1000, 2000, 3000, 5000, 10000, 10000, 15000, 20000, 20000, 25000, 30000];
    private static readonly int[] Hours = [20, 24, 30, 40, 40, 50];

    /// <summary>Paragraphs, parted by empty lines; the number of bytes in UTF-8 is about the target.</summary>
    public static (string Text, InventedTruth Truth) Write(int number, InventedDice dice, InventedOptions options)
    {
        var town = InventedNames.Town(ref dice);
        var district = InventedNames.District(ref dice);
        var isCity = dice.Chance(0.2);
        var judge = InventedNames.Person(ref dice);
        var accused = InventedNames.Person(ref dice);
        var day = new DateOnly(2019, 1, 9).AddDays(dice.Next(2100));
        var isMasked = dice.Chance(options.MaskedShare);
        var maskWhat = dice.Next(3); // 0 names, 1 date as well, 2 penalty as well
        var dateForm = dice.Next(4);
        var city = town.Name + (town.Name.EndsWith('к') ? "" : "ск"); // Выдуминский, Небылоградский, Вымыслапольский
        var court = isCity ? $"{city}ий городской суд" : $"{district}ый районный суд г. {town.Genitive}";
        var courtGenitive = isCity ? $"{city}ого городского суда" : $"{district}ого районного суда г. {town.Genitive}";
        var charge = dice.Pick<(string Canonical, string Article, string Part)>(Charges);
        var caseNumber = string.Create(CultureInfo.InvariantCulture, $"5-{1 + dice.Next(1999)}/{day.Year}");
        var outcome = dice.Next(100) switch { < 56 => "fine", < 73 => "arrest", < 83 => "community-service", < 94 => "terminated", _ => "returned" };
        var admits = dice.Next(100) switch { < 30 => "yes", < 70 => "no", < 80 => "partly", _ => null };
        var hasVideo = dice.Chance(0.3);
        var hasReport = dice.Chance(0.7);
        var facial = dice.Chance(options.FacialRecognitionShare) ? (dice.Chance(0.75) ? "identified-by" : "named-otherwise") : "not-named";
        var isPenaltyMasked = isMasked && maskWhat == 2 && (outcome is "fine" or "arrest" or "community-service");
        var fine = outcome == "fine" ? dice.Pick<int>(Fines) : 0;
        var days = outcome == "arrest" ? 1 + dice.Next(15) : 0;
        var hours = outcome == "community-service" ? dice.Pick<int>(Hours) : 0;

        var name = isMasked ? "ФИО1" : $"{accused.Nominative} {accused.Initials}";
        var genitive = isMasked ? "ФИО1" : $"{accused.Genitive} {accused.Initials}";
        var eventDay = isMasked ? "ДД.ММ.ГГГГ" : InventedWords.Date(day.AddDays(-1 - dice.Next(40)), dice.Next(4));
        var chargeText = (dice.Next(4)) switch
        {
            0 => $"частью {charge.Part} статьи {charge.Article} Кодекса Российской Федерации об административных правонарушениях",
            1 => $"ст. {charge.Article} ч. {charge.Part} КоАП РФ",
            2 => $"ч.{charge.Part} ст.{charge.Article} КоАП РФ",
            _ => $"ч. {charge.Part} ст. {charge.Article} КоАП РФ",
        };
        var officer = InventedNames.Person(ref dice);
        var place = dice.Pick(InventedPhrases.Places);
        var form = dice.Pick(InventedPhrases.Forms);
        var officerName = isMasked ? "ФИО2" : $"{officer.Genitive} {officer.Initials}";
        var townName = isMasked ? "<адрес>" : town.Prepositional;
        string Fill(string phrase)
        {
            var pattern = accused.IsWoman && !isMasked ? InventedPhrases.ForWoman(phrase) : phrase;
            var text = new StringBuilder(pattern.Length + 80);
            for (var i = 0; i < pattern.Length; i++)
            {
                if (pattern[i] != '{')
                {
                    // Initials end with a dot of their own.
                    if (pattern[i] != '.' || text.Length == 0 || text[^1] != '.')
                    {
                        text.Append(pattern[i]);
                    }

                    continue;
                }

                text.Append(pattern[i + 1] switch
                {
                    'X' => name, 'R' => genitive, 'S' => officerName, 'T' => townName, 'D' => eventDay, 'P' => chargeText, 'K' => place, 'F' => form, _ => "000000",
                });
                i += 2;
            }

            return text.ToString();
        }

        var body = new StringBuilder(options.TargetBytes);
        void Paragraph(string text) => body.Append(text).Append("\n\n");

        Paragraph(Mark);
        Paragraph(dice.Chance(0.85) ? $"Дело № {caseNumber}" : $"Материал № {caseNumber}");
        Paragraph(dice.Chance(0.25) ? "П О С Т А Н О В Л Е Н И Е" : "ПОСТАНОВЛЕНИЕ");
        if (dice.Chance(0.7))
        {
            Paragraph("по делу об административном правонарушении");
        }

        var shownDay = isMasked && maskWhat >= 1 ? "ДД.ММ.ГГГГ" : InventedWords.Date(day, dateForm);
        Paragraph(dice.Chance(0.5) ? $"{shownDay}          г. {town.Name}" : $"г. {town.Name}          {shownDay}");
        var birth = isMasked ? "ДД.ММ.ГГГГ" : InventedWords.Date(new DateOnly(1955 + dice.Next(48), 1 + dice.Next(12), 1 + dice.Next(28)), dice.Next(2) * 3);
        var introduction = $"Судья {courtGenitive} {judge.Nominative} {judge.Initials}, рассмотрев {dice.Pick(["в открытом судебном заседании ", "", "материалы и "])}"
                           + $"дело об административном правонарушении, предусмотренном {chargeText}, в отношении {genitive}, {birth} рождения, "
                           + $"{(accused.IsWoman ? "проживающей" : "проживающего")} {(isMasked ? "по адресу: <адрес>" : $"в городе {town.Prepositional}")}, "
                           + $"{dice.Pick(["со слов работающ", "неработающ", "обучающ"])}{(accused.IsWoman ? "ей" : "его")}{(dice.Chance(0.5) ? "" : dice.Pick([", ранее не привлекавш", ", ранее привлекавш"]) + (accused.IsWoman ? "ейся" : "егося") + " к ответственности")},";
        Paragraph(introduction.Replace("обучающей", "обучающейся", StringComparison.Ordinal).Replace("обучающего", "обучающегося", StringComparison.Ordinal));
        Paragraph(dice.Pick(["УСТАНОВИЛ:", "У С Т А Н О В И Л:", "установил:"]));

        // Filled up below until the size is right: what follows takes about 2,000 bytes.
        Paragraph(Fill(dice.Pick(InventedPhrases.Facts)));
        if (facial == "identified-by")
        {
            Paragraph(Fill(dice.Pick(InventedPhrases.Identified)));
        }

        Paragraph(Fill(dice.Pick(admits switch { "yes" => InventedPhrases.AdmitsYes, "no" => InventedPhrases.AdmitsNo, "partly" => InventedPhrases.AdmitsPartly, _ => InventedPhrases.Absent })));
        Fillers(body, InventedPhrases.MoreFacts, options.TargetBytes * 35 / 100, ref dice, Fill);
        Paragraph(Evidence(hasReport, hasVideo, ref dice, Fill));
        if (facial == "named-otherwise")
        {
            Paragraph(Fill(dice.Pick(InventedPhrases.NamedOtherwise)));
        }

        Paragraph(Fill(dice.Pick(InventedPhrases.Basis)));
        Fillers(body, InventedPhrases.MoreBasis, options.TargetBytes * 52 / 100, ref dice, Fill);
        Fillers(body, InventedPhrases.Reasoning, options.TargetBytes - 950, ref dice, Fill);
        InventedRulingEnd.Write(body, new InventedSentence(outcome, fine, days, hours, isPenaltyMasked, name, genitive, chargeText, courtGenitive, judge, accused.IsWoman), ref dice);
        body.Length -= 2;
        body.Append('\n');
        return (body.ToString(), new InventedTruth
        {
            Number = number, DecidedOn = isMasked && maskWhat >= 1 ? null : day, Court = court, CaseNumber = caseNumber,
            Provisions = [charge.Canonical], Outcome = outcome, IsPenaltyMasked = isPenaltyMasked, Admits = admits, VideoEvidence = hasVideo,
            PoliceReport = hasReport, FacialRecognition = facial, FineRub = fine > 0 && !isPenaltyMasked ? fine : null,
            ArrestDays = days > 0 && !isPenaltyMasked ? days : null, WorkHours = hours > 0 && !isPenaltyMasked ? hours : null,
        });
    }

    private static string Evidence(bool hasReport, bool hasVideo, ref InventedDice dice, Func<string, string> fill)
    {
        var items = new List<string> { dice.Pick(InventedPhrases.Protocols) };
        if (hasReport)
        {
            items.Insert(dice.Next(2), dice.Pick(InventedPhrases.Reports));
        }

        if (hasVideo)
        {
            items.Insert(dice.Next(items.Count + 1), dice.Pick(InventedPhrases.Videos));
        }

        items.Add(dice.Pick(InventedPhrases.Others));
        var start = dice.Pick(InventedPhrases.EvidenceStarts);
        var text = start.EndsWith("основании", StringComparison.Ordinal)
            ? "Суд установил эти обстоятельства; они подтверждаются"
            : start;
        return fill($"{text} {string.Join(", ", items)}.");
    }

    // Sentences in paragraphs of two or three, none twice in a row, until the text has this many bytes (Cyrillic: about 1.83 a letter).
    private static void Fillers(StringBuilder body, string[] phrases, int bytes, ref InventedDice dice, Func<string, string> fill)
    {
        var step = 1 + (2 * dice.Next(phrases.Length / 2));
        var at = dice.Next(phrases.Length);
        for (var sentences = 1; body.Length * 183 / 100 < bytes; sentences++)
        {
            body.Append(fill(phrases[at])).Append(sentences % 3 == 0 ? "\n\n" : " ");
            var next = (at + step + dice.Next(2)) % phrases.Length;
            at = next == at ? (next + 1) % phrases.Length : next;
        }

        while (body[^1] is ' ' or '\n')
        {
            body.Length--;
        }

        body.Append("\n\n");
    }
}
