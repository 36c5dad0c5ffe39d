namespace Plumbline.Tests.Support;

/// <summary>Pages of courts' sites, invented: the frames of the engines, none of their words.</summary>
internal static class CourtPages
{
    /// <summary>An act of an invented case.</summary>
    public static string Act(string number = "5-417/2023", string fine = "10 000") => $"""
        <p>Дело № {number}</p><p>П О С Т А Н О В Л Е Н И Е</p><p>г. Лесногорск 14 марта 2023 года</p>
        <p>Судья Озёрного районного суда г. Лесногорска Вымыслова А.Б., рассмотрев дело об административном правонарушении, предусмотренном ч. 5 ст. 20.2 КоАП РФ, в отношении <span class=FIO1>ФИО1</span>,</p>
        <p>У С Т А Н О В И Л А:</p><p>ФИО1 участвовал в публичном мероприятии на площади. В судебном заседании он вину не признал. Вина подтверждается протоколом и рапортом сотрудника полиции.</p>
        <p>П О С Т А Н О В И Л А:</p><p>признать ФИО1 виновным и назначить наказание в виде административного штрафа в размере {fine} рублей.</p><p>Судья А.Б. Вымыслова</p>
        """;

    /// <summary>sudrf.ru with numbered tabs; without acts when none are given.</summary>
    public static string Tabs(string banner = "", string number = "5-417/2023", string court = "Озёрный районный суд г. Лесногорска", string decided = "14.03.2023", params string[] acts) => Sudrf(banner, court, $"""
        <div id="content"><div class="title">Дела об административных правонарушениях</div><div class="casenumber">ДЕЛО № {number}</div>
        <ul class="tabs"><li id="tab1"><a href="#">ДЕЛО</a></li><li id="tab2"><a href="#">ЛИЦА</a></li><li id="tab3"><a href="#">СУДЕБНЫЕ АКТЫ</a></li></ul>
        <div class="contentt"><div id="cont1"><table id="tablcont"><tr><th colspan=2>ДЕЛО</th><tr>
        <tr><td><b>Уникальный идентификатор дела</b></td><td><a href="/modules.php?name=sud_delo&name_op=r_juid&x=1"><u>99RS0007-01-2023-000417-31</u></a></td></tr>
        <tr><td><b>Дата поступления</b></td><td>01.03.2023</td></tr><tr><td><b>Судья</b></td><td>Вымыслова Анна Борисовна</td></tr>
        <tr><td><b>Дата рассмотрения</b></td><td>{decided}</td></tr>
        <tr><td><b>Результат рассмотрения</b></td><td>Вынесено постановление о назначении<br>административного наказания</td></tr></table></div>
        <div id="cont2"><table id="tablcont"><tr><th colspan=10>ЛИЦА</th></tr><tr><td><b>Фамилия</b></td><td><b>Перечень статей</b></td><td><b>ИНН</b></td></tr>
        <tr><td>ФИО1</td><td>ст.20.2 ч.5 КоАП РФ</td><td></td></tr></table></div>
        <div id="cont3"><ul class="tabs">{string.Concat(acts.Select((_, i) => $"<li id=tab_doc{i + 1}><a href=#>Судебный акт #{i + 1}</a></li>"))}</ul>
        <div class="contentt">{string.Concat(acts.Select((a, i) => $"<div id=\"cont_doc{i + 1}\"><html><head><title></title></head><body>{a}</body></html></div>"))}</div></div></div></div>
        """);

    /// <summary>sudrf.ru of the newer kind, with its copies for telephones and printers.</summary>
    public static string Bookmarks(string result = "Производство по делу прекращено") => Sudrf("", "Озёрный районный суд г. Лесногорска", $"""
        <div class="container" id="case_window"><div class="case-num">ДЕЛО № 5-90/2024</div><ul id="case_bookmarks" class="bookmarks"><li id="tab_id_Case">Дело</li></ul>
        <div class="lawcase-tab-content" id="tab_content_Case"><table class="law-case-table"><tbody>{BookmarkRows(result)}</tbody></table></div>
        <div class="lawcase-tab-content" id="tab_content_EventList"><table class="law-case-table list"><thead><tr><td>Событие</td><td>Дата</td><td>Зал<span class="tooltipShow"><span>Подсказка о залах</span></span></td></tr></thead>
        <tbody><tr><td>Передача дела судье</td><td>03.02.2024</td><td>2</td></tr><tr><td>Рассмотрение</td><td>09.02.2024</td><td>2</td></tr></tbody></table>
        <div class="mobile-lawcase-item block-mobile"><h2>03.02.2024</h2><ul><li>Передача дела судье</ul></div></div>
        <div class="lawcase-tab-content printVersionBody none"><table class="law-case-table"><tbody>{BookmarkRows(result)}</tbody></table></div></div>
        """);

    /// <summary>mos-gorsud.ru.</summary>
    public static string Moscow(string number = "05-0312/2022") => $"""
        <html><head><title>Информация по делу № {number} | Процесс | Вымышленский районный суд | Официальный портал</title></head><body>
        <header class="header"><a href="https://mos-gorsud.ru/">Официальный портал судов</a></header><nav class="navigation"><div class="navigation__court"><a href="/rs/x" class="navigation__court-name">Вымышленский районный суд</a></div></nav>
        <main class="content"><h1 class="top-bar__print">Информация по делу № {number}<a href="/print" class="print-link">Версия для печати</a></h1>
        <div class="case-detail"><div class="detail-cart"><div class="card-sud">
        {Row("Уникальный идентификатор дела", "<div class=copy>99RS0099-02-2022-000312-77<i class=copy__copy><div class=hint>Скопировать в буфер обмена</div></i></div>")}
        {Row("Номер дела ~ материала", number + " ∼ М-1/2022")}{Row("Дата поступления", "11.01.2022")}{Row("Cудья", "Придуманная С.А.")}{Row("Дата рассмотрения дела в первой инстанции", "06.02.2022")}
        {Row("Статья КоАП РФ", "Ст. 19.3 Ч. 1")}{Row("Решение первой инстанции", "Назначено наказание, 06.02.2022")}{Row("Текущее состояние", "Вступило в силу")}</div></div>
        <table class="custom_table"><thead><tr><th>Дата</th><th>Состояние</th><th>Основание</th></tr></thead><tbody><tr><td>11.01.2022</td><td>Зарегистрировано</td><td></td></tr></tbody></table></div></main></body></html>
        """;

    /// <summary>vsrf.ru: a complaint, and the case that came of it.</summary>
    public static string Supreme { get; } = $"""
        <html><head><title>Карточка производства</title></head><body><header><h1><a href="https://vsrf.ru/" class="vs-header-title-text">Верховный Суд Российской Федерации</a></h1></header><div class="vs-body"><h1>Карточка производства</h1>
        <div class="vs-items"><div class="row vs-appeal-title"><div class="col-md-2">08.11.2021</div><div class="col-md-10"><span>9-КФ21-36-К3.</span> Жалоба</div></div>{Detail("Дата поступления:", "08.11.2021")}{Detail("<!-- -->19.12.2021", "Истребовано дело", "lato-bold-text")}</div>
        <div class="vs-items"><div class="row vs-case-title"><div class="col-md-2">25.01.2022</div><div class="col-md-10">Дело № <span>9-КГ22-1-К3</span></div></div>
        {Detail("Дата поступления:", "25.01.2022")}{Detail("Уникальный идентификатор дела:", "99RS0001-01-2021-021221-14")}{Detail("10.03.2022", "Отказ в передаче дела<div>Докладчик: <span class=vs-reporter-name>Небывалый М.А.</span></div>", "lato-bold-text")}</div></div></body></html>
        """;

    /// <summary>A page within the frame of sudrf.ru.</summary>
    public static string Sudrf(string banner, string court, string content) => $"""
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>{court}</title></head><body>{banner}
        <div class="header__middle"><a href="/"><h5 class="heading heading_caps heading_title">{court}</h5></a></div>
        <div class="menu menu_vertical"><div class="menu__item"><a class="menu__link" href="/modules.php?name=sud_delo">СУДЕБНОЕ ДЕЛОПРОИЗВОДСТВО</a></div></div>
        <div id="modSdpContent">{content}</div><div class="outputArea publishInfo">опубликовано 02.03.2023 14:39</div><div class="footer">О суде</div></body></html>
        """;

    /// <summary>A list of cases of sudrf.ru.</summary>
    public static string List(params string[] numbers) => Sudrf("", "Озёрный районный суд", $"""
        <div id="content"><div class="lawcase-count">Всего по запросу найдено — {numbers.Length}.</div><table id="tablcont"><tr><th>№ дела<th>Дата поступления<th>Судья</tr>
        {string.Concat(numbers.Select(n => $"<tr><td><a href='/modules.php?name=sud_delo&name_op=case&_id={n}'>{n}</a></td><td>01.02.2023</td><td>Вымыслова А.Б.</td></tr>"))}</table></div>
        """);

    private static string BookmarkRows(string result) =>
        $"<tr><td><b>Уникальный идентификатор дела</b></td><td>99RS0007-01-2024-000090-12</td></tr><tr><td><b>Дата поступления</b></td><td>01.02.2024</td></tr><tr><td><b>Председательствующий судья</b></td><td>Вымыслова А. Б.</td></tr><tr><td><b>Дата рассмотрения</b></td><td>09.02.2024</td></tr><tr><td><b>Результат рассмотрения</b></td><td>{result}</td></tr>";

    private static string Row(string label, string value) => $"<div class=\"row\"><div class=\"left\">{label}</div><div class=\"right\">{value}</div></div>";

    private static string Detail(string label, string value, string of = "") =>
        $"<div class=\"row vs-item-detail\"><div class=\"col-md-2\"></div><div class=\"col-md-3 {of}\">{label}</div><div class=\"col-md-7\">{value}</div></div>";
}
