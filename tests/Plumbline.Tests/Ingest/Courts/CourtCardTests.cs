using System.Text;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Ingest.Courts;

public sealed class CourtCardTests
{
    [Fact]
    public void The_act_of_a_card_comes_first_and_the_card_behind_it_a_line_for_each_field()
    {
        var text = Given.Html(CourtPages.Tabs(acts: CourtPages.Act())).Text!;
        Assert.StartsWith("Дело № 5-417/2023\n\nП О С Т А Н О В Л Е Н И Е", text.Text);
        Assert.True(text.IsWhole);
        Assert.Equal(
        [
            "Карточка дела на сайте суда", "Номер дела в карточке: ДЕЛО № 5-417/2023", "УИД в карточке: 99RS0007-01-2023-000417-31", "Суд в карточке: Озёрный районный суд г. Лесногорска",
            "Судья в карточке: Вымыслова Анна Борисовна", "Дата поступления в карточке: 01.03.2023", "Дата рассмотрения в карточке: 14.03.2023", "Статья в карточке: ст.20.2 ч.5 КоАП РФ",
            "Результат в карточке: Вынесено постановление о назначении административного наказания", "ЛИЦА", "Фамилия\tПеречень статей\tИНН", "ФИО1\tст.20.2 ч.5 КоАП РФ",
        ],
        Card(text));
    }

    [Fact]
    public void Menus_banners_and_copies_for_telephones_and_printers_are_no_part_of_a_card()
    {
        var read = Given.Html(CourtPages.Bookmarks());
        Assert.False(read.Text!.IsWhole);
        Assert.Contains(read.Problems, p => p.Code == "ING030");
        Assert.Equal(
        [
            "Карточка дела на сайте суда", "Номер дела в карточке: ДЕЛО № 5-90/2024", "УИД в карточке: 99RS0007-01-2024-000090-12", "Суд в карточке: Озёрный районный суд г. Лесногорска",
            "Судья в карточке: Вымыслова А. Б.", "Дата поступления в карточке: 01.02.2024", "Дата рассмотрения в карточке: 09.02.2024", "Результат в карточке: Производство по делу прекращено",
            "Событие\tДата\tЗал", "Передача дела судье\t03.02.2024\t2", "Рассмотрение\t09.02.2024\t2",
        ],
        Card(read.Text));
    }

    [Fact]
    public void A_card_of_the_courts_of_Moscow_is_read_by_its_rows() => Assert.Equal(
        [
            "Карточка дела на сайте суда", "Номер дела в карточке: 05-0312/2022 ∼ М-1/2022", "УИД в карточке: 99RS0099-02-2022-000312-77", "Суд в карточке: Вымышленский районный суд", "Судья в карточке: Придуманная С.А.",
            "Дата поступления в карточке: 11.01.2022", "Дата рассмотрения в карточке: 06.02.2022", "Статья в карточке: Ст. 19.3 Ч. 1", "Результат в карточке: Назначено наказание, 06.02.2022",
            "Текущее состояние: Вступило в силу", "Дата\tСостояние\tОснование", "11.01.2022\tЗарегистрировано",
        ],
        Card(Given.Html(CourtPages.Moscow()).Text!));

    [Fact]
    public void At_the_Supreme_Court_what_is_said_of_a_complaint_is_not_said_of_the_case() => Assert.Equal(
        [
            "Карточка дела на сайте суда", "Номер дела в карточке: Дело № 9-КГ22-1-К3", "УИД в карточке: 99RS0001-01-2021-021221-14", "Суд в карточке: Верховный Суд Российской Федерации", "Судья в карточке: Небывалый М.А.",
            "Дата поступления в карточке: 25.01.2022", "Дата рассмотрения в карточке: 10.03.2022", "Результат в карточке: Отказ в передаче дела Докладчик: Небывалый М.А.", "Дата поступления: 08.11.2021",
        ],
        Card(Given.Html(CourtPages.Supreme).Text!));

    [Fact]
    public void Several_acts_of_a_case_are_told()
    {
        var read = Given.Html(CourtPages.Tabs(acts: [CourtPages.Act(), CourtPages.Act("5-418/2023", "20 000")]));
        Assert.Contains(read.Problems, p => p.Code == "ING031");
        Assert.Contains("10 000 рублей", read.Text!.Text);
        Assert.Contains("20 000 рублей", read.Text.Text);
    }

    [Theory]
    [InlineData(1251, "utf-8")]
    [InlineData(65001, "windows-1251")]
    public void The_bytes_decide_on_the_charset_whatever_a_card_declares(int codePage, string declared)
    {
        var page = CourtPages.Tabs(acts: CourtPages.Act()).Replace("charset=windows-1251", "charset=" + declared, StringComparison.Ordinal);
        var read = Given.Read(Encoding.GetEncoding(codePage).GetBytes(page), "card.html");
        Assert.Contains("Судья в карточке: Вымыслова Анна Борисовна", read.Text!.Text);
        Assert.Contains(read.Problems, p => p.Code == "ING011");
    }

    [Theory]
    [InlineData("Вымыслова Анна Борисовна")]
    [InlineData("99RS0007-01-2023-000417-31")]
    [InlineData("ст.20.2 ч.5 КоАП РФ")]
    [InlineData("административного штрафа в размере 10 000 рублей")]
    public void A_field_of_a_card_leads_back_to_its_bytes_and_the_map_changes_no_text(string words)
    {
        var bytes = Encoding.UTF8.GetBytes("<!doctype html>" + CourtPages.Tabs(acts: CourtPages.Act()));
        var text = Given.Read(bytes, "card.html", withOrigin: true).Text!;
        Assert.Equal(Given.Read(bytes, "card.html").Text!.Text, text.Text);
        var at = text.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.Equal(words, Given.Original(bytes, text, new TextSpan(at, at + words.Length), Encoding.UTF8));
    }

    [Fact]
    public void A_page_with_a_link_to_a_court_is_read_like_any_other()
    {
        const string page = "<h1>Новости</h1><p>Суд назначил штраф, <a href='https://sudrf.ru/modules.php?name=sud_delo&name_op=case&n=5-1/2020'>пишет суд</a>.<table><tr><td>Дата<td>1 мая</table>";
        var text = Given.Html(page).Text!;
        Assert.Equal(Given.Html(page.Replace("sudrf.ru/modules.php?name=sud_delo", "example.org/a", StringComparison.Ordinal)).Text!.Text, text.Text);
        Assert.Null(text.CardStart);
    }

    private static string[] Card(SourceText text) => text.Text[text.CardStart!.Value..].Split("\n\n");
}
