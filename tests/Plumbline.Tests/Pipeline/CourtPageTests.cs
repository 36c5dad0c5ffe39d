using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class CourtPageTests
{
    [Fact]
    public void A_card_fetched_twice_with_another_banner_and_another_site_of_the_same_ruling_are_one_unit()
    {
        using var given = Rulings();
        given.Give("1.html", CourtPages.Tabs(acts: CourtPages.Act()));
        given.Give("2.html", CourtPages.Tabs(banner: "<div class=banner>Новости суда</div>", acts: CourtPages.Act()));
        given.Give("3.html", Mirror);
        given.Give("4.html", CourtPages.Tabs(number: "5-418/2023", acts: CourtPages.Act("5-418/2023")));
        given.Build();
        Assert.Equal(["5-417/2023 | fine | 10000.00", "5-418/2023 | fine | 10000.00"], given.Query("SELECT case_number, outcome, fine_rub FROM rulings ORDER BY 1"));
        Assert.Equal(["3", "1"], given.Query("SELECT count(DISTINCT document) FROM store.members WHERE kind = 'rulings' GROUP BY unit_id ORDER BY 1 DESC"));
        Assert.Equal(["0"], given.Query("SELECT count(*) FROM store.maybe_same"));
    }

    [Fact]
    public void One_case_at_two_courts_has_one_UID_and_stays_two_units()
    {
        using var given = Rulings();
        given.Give("1.html", CourtPages.Tabs(acts: CourtPages.Act()));
        given.Give("2.html", CourtPages.Tabs(court: "Лесногорский областной суд", number: "7-12/2023", decided: "20.04.2023", acts: CourtPages.Act("7-12/2023")));
        given.Build();
        Assert.Equal(["99RS0007-01-2023-000417-31", "99RS0007-01-2023-000417-31"], given.Query("SELECT uid FROM rulings"));
    }

    [Fact]
    public void A_card_without_its_act_gives_its_fields_and_no_no()
    {
        using var given = Rulings();
        given.Give("1.html", CourtPages.Bookmarks());
        given.Build();
        Assert.Equal(
            ["5-90/2024 | 99RS0007-01-2024-000090-12 | Вымыслова А. Б. | 2024-02-01 | 2024-02-09 | terminated | unclear | unclear | unclear"],
            given.Query("SELECT case_number, uid, judge, received_on, decided_on, outcome, video_evidence_status, police_report_status, facial_recognition_status FROM rulings"));
    }

    [Fact]
    public void What_the_card_says_is_evidence_with_its_place()
    {
        using var given = Rulings();
        given.Give("1.html", CourtPages.Tabs(acts: CourtPages.Act()));
        given.Build();
        Assert.Equal(
            ["card_articles | koap:20.2:5 | ст.20.2 ч.5 КоАП РФ | card", "judge | Вымыслова Анна Борисовна | Вымыслова Анна Борисовна | card"],
            given.Query("SELECT variable, value, quote, section FROM rulings_codings WHERE variable IN ('judge', 'card_articles') ORDER BY 1"));
    }

    [Fact]
    public void Captchas_outages_and_lists_are_no_units_and_are_counted_by_the_build()
    {
        using var given = Rulings();
        given.Give("1.html", CourtPages.Tabs(acts: CourtPages.Act()));
        given.Give("2.html", "<html><body>Введите код с картинки 1</body></html>");
        given.Give("3.html", "<html><body>Введите код с картинки 2</body></html>");
        given.Give("4.html", "<html><body>Информация временно недоступна</body></html>");
        given.Give("5.html", CourtPages.List("5-1/2023", "5-2/2023"));
        var report = given.Build();
        Assert.Equal(1, report.Units["rulings"]);
        Assert.Equal(["ING019 2", "ING023 1", "ING024 1"], report.NotDocuments.Select(n => $"{n.Key} {n.Value}"));
        Assert.Equal(report.NotDocuments, given.Build().NotDocuments);
        using var built = BuiltCase.Open(given.Folder);
        Assert.All(built.Problems.Where(p => report.NotDocuments.ContainsKey(p.Code)), p => Assert.NotEmpty(p.Try));
    }

    // The same ruling as another site shows it: other rows, and the act with other marks for hidden names.
    private static string Mirror => $"""
        <html><head><title>Дело</title></head><body><a href="https://sudrf.ru/">ГАС</a><h1>Дело № 5-417/2023</h1><table class="law-case-table">
        <tr><td>УИД</td><td>99RS0007-01-2023-000417-31</td></tr><tr><td>Суд</td><td>Озёрный районный суд г. Лесногорска</td></tr><tr><td>Судья</td><td>Вымыслова А.Б.</td></tr>
        <tr><td>Дата решения</td><td>14.03.2023</td></tr></table><div class="doc-text">{CourtPages.Act().Replace("ФИО1", "[скрыто]", StringComparison.Ordinal)}</div></body></html>
        """;

    private static TestCase Rulings()
    {
        var given = new TestCase();
        given.CodebookOf("rulings-ru", "rulings");
        return given;
    }
}
