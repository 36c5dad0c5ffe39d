namespace Plumbline.Invented;

/// <summary>One way to say something, in both languages.</summary>
/// <param name="Value">What it means: a value, <c>unclear</c> or <c>not stated</c>.</param>
/// <param name="English">In English; empty when nothing is said.</param>
/// <param name="Russian">In Russian; empty when nothing is said.</param>
internal readonly record struct InventedSaying(string Value, string English, string Russian);

/// <summary>Wordings of invented interviews. Written for this generator; none is anybody's.</summary>
internal static class InventedAnswers
{
    public const string Mark = "INVENTED TEXT: written by a program, about no person, place or event";
    public const string RussianMark = "ВЫМЫШЛЕННЫЙ ТЕКСТ (invented): написан программой, не о человеке, месте или событии";

    public static readonly string[] Filler =
    [
        "I had a cold that week and wanted to get home early.",
        "There were a lot of people about, as on any evening.",
        "My sister rang while all this went on, and I could not answer.",
        "It rained, and the floor was wet.",
        "I have thought about it a great deal since.",
        "The radio was on in the corner all the time.",
        "I would rather not give the name of the town.",
    ];

    public static readonly string[] RussianFiller =
    [
        "Я тогда болел и хотел пораньше попасть домой.",
        "Народу было много, как всегда по вечерам.",
        "Как раз звонила сестра, а ответить я не мог.",
        "Шёл дождь, и пол был мокрый.",
        "С тех пор я много об этом думал.",
        "В углу всё время играло радио.",
        "Город я лучше называть не буду.",
    ];

    public static readonly InventedSaying[] Places =
    [
        new("metro", "at the turnstile of the underground", "у турникета в метро"), new("metro", "on the platform", "на платформе метро"), new("metro", "at the gate of the station", "на входе на станцию"),
        new("street", "on the corner of my street", "на углу моей улицы"), new("street", "in the square", "на площади"), new("airport", "at passport control", "на паспортном контроле"), new("work", "outside my office", "возле работы"),
    ];

    public static readonly InventedSaying[] Stoppers =
    [
        new("police", "Two policemen", "Двое полицейских остановили меня"), new("police", "A police officer", "Полицейский остановил меня"), new("police", "A sergeant", "Сержант полиции остановил меня"),
        new("guards", "A security guard", "Охранник остановил меня"), new("guards", "Two guards", "Двое охранников остановили меня"),
        new("plain-clothes", "Two men in plain clothes", "Двое в штатском остановили меня"), new("plain-clothes", "A woman out of uniform", "Женщина без формы остановила меня"),
    ];

    public static readonly InventedSaying[] System =
    [
        new("facial-recognition", "One of them said that the facial recognition had pointed at me.", "Один сказал, что на меня указало распознавание лиц."),
        new("facial-recognition", "He held up his phone with my photograph and called it a face match.", "Он показал телефон с моим снимком и сказал, что распознавание лиц дало совпадение."),
        new("facial-recognition", "I was told that the camera recognised me as I came down.", "Мне сказали, что камера меня распознала по лицу, когда я спускался."),
        new("other-cameras", "They had seen me on the cameras, they said.", "Сказали, что видели меня на камерах."),
        new("other-cameras", "It was all on CCTV, he told me.", "Он сказал, что всё есть на камерах наблюдения."),
        new("unclear", "I think it may have been facial recognition, but I am not sure.", "Наверное, это было распознавание лиц, но точно не знаю."),
        new("not-named", "", ""), new("not-named", "They already knew my name.", "Они уже знали, как меня зовут."),
    ];

    public static readonly InventedSaying[] Reason =
    [
        new("none", "They gave me no reason.", "Причину мне не назвали."), new("none", "Nobody told me why.", "Никто не объяснил мне, почему."),
        new("wanted", "The older one said that I was on a list.", "Старший сказал, что я в списке."), new("looks-like", "He told me that I looked like a man they were after.", "Мне сказали, что я похож на того, кого они ищут."),
        new("protest", "They said that it was because of the rally in spring.", "Сказали, что это из-за весеннего митинга."), new("check", "He said it was a routine check.", "Он сказал, что это обычная проверка."), new("not stated", "", ""),
    ];

    public static readonly InventedSaying[] Paper =
    [
        new("yes", "In the end I signed a form that I had not read.", "В конце я подписал бумагу, которую не читал."), new("yes", "They made me sign a statement.", "Меня заставили подписать объяснение."),
        new("no", "I did not sign anything.", "Я ничего не подписывал."), new("no", "I refused to sign.", "Подписывать я отказался."), new("not stated", "", ""),
    ];
}
