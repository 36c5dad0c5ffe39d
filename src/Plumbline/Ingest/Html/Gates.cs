namespace Plumbline.Ingest.Html;

/// <summary>What a page is when it is not the document that was asked for.</summary>
internal enum NotADocument
{
    /// <summary>A captcha, or a check whether a person is looking.</summary>
    Captcha,

    /// <summary>The site is out of order.</summary>
    Outage,

    /// <summary>The site refuses.</summary>
    Refusal,

    /// <summary>The session has ended.</summary>
    Expired,

    /// <summary>Nothing was found: no case, no document.</summary>
    Nothing,

    /// <summary>A list of cases.</summary>
    List,

    /// <summary>A form to search with.</summary>
    Form,

    /// <summary>A frame around another page.</summary>
    Frame,
}

/// <summary>Short pages that a site gives instead of the one asked for: a captcha, an outage. Such a page is no document, and no evidence of silence.</summary>
internal static class Gates
{
    /// <summary>Longest text of such a page.</summary>
    public const int Longest = 2500;

    private const int LongestElsewhere = 800;
    private const int LongestOfScript = 600;

    private static readonly (string Words, NotADocument Is)[] Signs =
    [
        ("проверочный код", NotADocument.Captcha),
        ("код с картинки", NotADocument.Captcha),
        ("код с изображения", NotADocument.Captcha),
        ("символы с картинки", NotADocument.Captcha),
        ("введите капчу", NotADocument.Captcha),
        ("verify you are human", NotADocument.Captcha),
        ("checking your browser", NotADocument.Captcha),
        ("checking if the site connection is secure", NotADocument.Captcha),
        ("Проверка браузера", NotADocument.Captcha),
        ("DDoS-Guard", NotADocument.Captcha),
        ("не робот", NotADocument.Captcha),
        ("не являетесь роботом", NotADocument.Captcha),
        ("Информация временно недоступна", NotADocument.Outage),
        ("временно недоступен", NotADocument.Outage),
        ("технические работы", NotADocument.Outage),
        ("технических работ", NotADocument.Outage),
        ("профилактические работы", NotADocument.Outage),
        ("Service Unavailable", NotADocument.Outage),
        ("Service Temporarily Unavailable", NotADocument.Outage),
        ("Bad Gateway", NotADocument.Outage),
        ("Gateway Time-out", NotADocument.Outage),
        ("Gateway Timeout", NotADocument.Outage),
        ("Internal Server Error", NotADocument.Outage),
        ("Доступ запрещен", NotADocument.Refusal),
        ("Доступ запрещён", NotADocument.Refusal),
        ("Access Denied", NotADocument.Refusal),
        ("403 Forbidden", NotADocument.Refusal),
        ("слишком много запросов", NotADocument.Refusal),
        ("Too Many Requests", NotADocument.Refusal),
        ("сессия истекла", NotADocument.Expired),
        ("сеанс истек", NotADocument.Expired),
        ("сеанс завершен", NotADocument.Expired),
        ("истекло время сессии", NotADocument.Expired),
        ("время сеанса истекло", NotADocument.Expired),
        ("session expired", NotADocument.Expired),
        ("session has expired", NotADocument.Expired),
        ("Данных по запросу не обнаружено", NotADocument.Nothing),
        ("Данных по запросу не найдено", NotADocument.Nothing),
        ("ничего не найдено", NotADocument.Nothing),
        ("документ не найден", NotADocument.Nothing),
        ("дело не найдено", NotADocument.Nothing),
        ("дел не найдено", NotADocument.Nothing),
        ("страница не найдена", NotADocument.Nothing),
        ("404 Not Found", NotADocument.Nothing),
        ("Поиск информации по делам", NotADocument.Form),
        ("критерии поиска", NotADocument.Form),
    ];

    private static readonly string[] Scripts = ["challenge-platform", "_cf_chl_opt", "cf-browser-verification", "ddos-guard", "smart-captcha", "g-recaptcha", "h-captcha", "kcaptcha"];

    /// <summary>What the page is instead, or null. Of other sites than courts' only very short pages are, for their words may be those of a letter.</summary>
    public static NotADocument? Of(string text, bool isOfCourt)
    {
        if (text.Length > (isOfCourt ? Longest : LongestElsewhere))
        {
            return null;
        }

        foreach (var (words, what) in Signs)
        {
            if ((isOfCourt || what < NotADocument.Expired) && text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return what;
            }
        }

        return null;
    }

    /// <summary>What a page with hardly any words is by its title.</summary>
    public static NotADocument? OfTitle(string? title, string text) =>
        title is null || text.Length > LongestOfScript ? null : title.StartsWith("Just a moment", StringComparison.OrdinalIgnoreCase) ? NotADocument.Captcha : Of(title, isOfCourt: false);

    /// <summary>What a page with hardly any words is by its source: a check that runs as a script, a frame.</summary>
    public static NotADocument? OfSource(string text, string source) =>
        text.Length > LongestOfScript ? null
        : Array.Exists(Scripts, s => source.Contains(s, StringComparison.OrdinalIgnoreCase)) ? NotADocument.Captcha
        : text.Length == 0 && (source.Contains("<frame", StringComparison.OrdinalIgnoreCase) || source.Contains("<iframe", StringComparison.OrdinalIgnoreCase)) ? NotADocument.Frame
        : null;
}
