using Plumbline.Tests.Support;

namespace Plumbline.Tests.Ingest.Courts;

public sealed class NotDocumentTests
{
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "ING019", CourtPages.Sudrf("", "Суд", "<div id=content><div id=error>Неверно указан проверочный код с картинки.<br><a href=#>Вернуться на форму поиска</a></div></div>") },
        { "ING019", "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript><script src='/cdn-cgi/challenge-platform/x.js'></script>" },
        { "ING019", "<title>DDoS-Guard</title><h1>Проверка браузера перед переходом</h1><p>Это займёт несколько секунд" },
        { "ING019", "<form><div class='g-recaptcha'></div></form>" },
        { "ING023", CourtPages.Sudrf("", "Суд", "<div id=content>Информация временно недоступна. Обратитесь к странице позже.</div>") },
        { "ING023", "<h1>503 Service Temporarily Unavailable</h1><hr>nginx" },
        { "ING024", CourtPages.List("5-1/2023", "5-2/2023", "5-3/2023") },
        { "ING024", CourtPages.List("5-1/2023") },
        { "ING024", "<table class=search-form__table><tr><th>№ дела<th>Стороны<th>Судья<tr><td><a href='/rs/x/services/cases/admin/details/1-2'>05-1/2022</a><td>Г<td>П<tr><td><a href='/rs/x/services/cases/admin/details/1-3'>05-2/2022</a><td>Г<td>П</table>" },
        { "ING024", "<a href='https://vsrf.ru/'>ВС</a><div id=vs-items class=vs-items><div class='row'><a href='https://vsrf.ru/lk/practice/appeals/2-1#2'>9-КФ23-1-К7</a></div><div class='row vs-item-detail'><div>Дата поступления:</div><div>04.12.2023</div></div></div>"
            + "<div class=vs-items><div class='row'><a href='https://vsrf.ru/lk/practice/cases/2-2'>9-КГ23-2-К7</a></div><div class='row vs-item-detail'><div>Дата поступления:</div><div>05.12.2023</div></div></div>" },
        { "ING025", CourtPages.Sudrf("", "Суд", "<div id=content><div id=error>Данных по запросу не обнаружено.<br>Уточните критерии поиска.</div></div>") },
        { "ING025", CourtPages.Sudrf("", "Суд", "<div id=content>Документ не найден</div>") },
        { "ING025", CourtPages.Sudrf("", "Суд", "<div id=content>Всего по запросу найдено — 0.</div>") },
        { "ING026", CourtPages.Sudrf("", "Суд", "<div id=content>Ваша сессия истекла. Начните поиск заново.</div>") },
        { "ING027", "<h1>403 Forbidden</h1><p>nginx" },
        { "ING028", CourtPages.Sudrf("", "Суд", "<div id=content>Поиск информации по делам. Заполните поля и нажмите кнопку.</div>") },
        { "ING029", "<html><frameset><frame src='/modules.php?name=sud_delo'></frameset></html>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_that_is_no_document_has_no_text_and_a_problem_of_its_own(string code, string page)
    {
        var read = Given.Html(page);
        Assert.Null(read.Text);
        Assert.Equal(code, Assert.Single(read.Problems, p => p.Code != "ING011").Code);
    }

    [Fact]
    public void Words_of_a_gate_within_a_ruling_or_a_letter_make_it_none()
    {
        Assert.NotNull(Given.Html(CourtPages.Tabs(acts: CourtPages.Act().Replace("на площади", "на площади, доступ запрещен, ведутся технические работы", StringComparison.Ordinal))).Text);
        Assert.NotNull(Given.Html(CourtPages.Sudrf("", "Суд", "<p>При обыске найдено: две карты. <a href='/modules.php?name=sud_delo&name_op=case&id=1'>5-1/2023</a>")).Text);
        Assert.NotNull(Given.Html("<p>Сообщаем, что документ не найден, о чём составлен акт.").Text);
        Assert.NotNull(Given.Html("<p>" + string.Concat(Enumerable.Repeat("В ответ на запрос сообщаем, что камеры не работали из-за технических работ. ", 20))).Text);
    }
}
