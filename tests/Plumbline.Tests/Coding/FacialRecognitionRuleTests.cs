using Plumbline.Evidence;

namespace Plumbline.Tests.Coding;

/// <summary>That a system found somebody is told from its being named, on invented wordings.</summary>
public sealed class FacialRecognitionRuleTests
{
    private static readonly string Template = Coded.Template("rulings-ru/codebooks/rulings.yaml");

    [Theory]
    [InlineData("Личность Иванова И.И. установлена с помощью системы распознавания лиц.")]
    [InlineData("Как следует из материалов, Петров был опознан системой распознавания лиц при проходе через турникет станции.")]
    [InlineData("Сидоров задержан после того, как система распознавания лиц подала сигнал о совпадении.")]
    [InlineData("При проходе через вестибюль сработала система распознавания лиц, гражданин доставлен в отдел.")]
    [InlineData("Посредством городской видеоаналитики установлено, что на площади находился Орлов О.О.")]
    [InlineData("В дежурную часть поступили сведения о сработке системы распознавания лиц на гражданина Зайцева.")]
    [InlineData("Волков идентифицирован через систему «Сфера» на станции метро.")]
    [InlineData("Системой распознавания лиц на турникете была выявлена гражданка Соколова.")]
    [InlineData("Камеры зафиксировали гражданку, которую опознала система распознавания лиц.")]
    [InlineData("По результатам применения программы FindFace выявлена Лисицына Л.Л., участвовавшая в шествии.")]
    public void The_system_found_the_person(string text) => Assert.Equal("identified-by", Value(text));

    [Theory]
    [InlineData("Довод защиты о том, что система распознавания лиц применялась без законных оснований, судом отклоняется: личность установлена по паспорту.")]
    [InlineData("Защитник просил истребовать сведения о работе системы распознавания лиц, в чём судом отказано за ненадобностью.")]
    [InlineData("Личность установлена по паспорту, вестибюль оборудован системой распознавания лиц.")]
    [InlineData("Довод о том, что Иванов был опознан системой распознавания лиц, ничем не подтверждён.")]
    [InlineData("Система распознавания лиц при задержании не применялась, личность установлена со слов.")]
    [InlineData("Личность установлена инспектором без использования системы распознавания лиц.")]
    [InlineData("С помощью системы распознавания лиц личность не установлена.")]
    [InlineData("Система распознавания лиц никого не выявила.")]
    [InlineData("Сведений о том, что гражданин установлен с помощью видеоаналитики, защитник не представил.")]
    [InlineData("Станция оборудована системой распознавания лиц. Личность установлена по водительскому удостоверению.")]
    public void The_system_is_named_and_found_nobody(string text) => Assert.Equal("named-otherwise", Value(text));

    [Theory]
    [InlineData("Личность установлена с помощью системы распознавания лиц и проверена по паспорту.")]
    [InlineData("На станции, оборудованной системой распознавания лиц, нарядом был задержан гражданин Комаров.")]
    public void A_person_has_to_read_it(string text) => Assert.Equal("unclear", Value(text));

    [Theory]
    [InlineData("Личность установлена по паспорту.")]
    [InlineData("Свидетель опознал Иванова по лицу.")]
    [InlineData("Видеозапись с камеры наблюдения просмотрена, лица участников различимы.")]
    [InlineData("Биография подсудимого изучена, система наказаний применена верно.")]
    [InlineData("Сфера регулирования закона распознана судом верно.")]
    public void Nothing_is_said_of_such_a_system(string text) => Assert.Equal("not-named", Value(text));

    private static string Value(string sentence)
    {
        var text = $"ПОСТАНОВЛЕНИЕ\n\nсуд\n\nУСТАНОВИЛ:\n\nГражданин участвовал в публичном мероприятии. {sentence} Вина доказана.\n\nПОСТАНОВИЛ:\n\nназначить штраф.";
        var coding = Assert.Single(Coded.Codings(Template, text), c => c.Variable == "facial_recognition");
        Assert.False(coding.IsCertain && coding.Evidence is TextSelector);
        return coding.Value?.Text ?? coding.Status.Word();
    }
}
