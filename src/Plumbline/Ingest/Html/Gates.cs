namespace Plumbline.Ingest.Html;

/// <summary>Short pages that a site gives instead of the one asked for: a captcha, an outage. Such a page is no evidence of silence.</summary>
internal static class Gates
{
    private const int Longest = 2500;

    private static readonly (string Words, string Is)[] Signs =
    [
        ("проверочный код", "a captcha"),
        ("код с картинки", "a captcha"),
        ("verify you are human", "a captcha"),
        ("не робот", "a captcha"),
        ("Информация временно недоступна", "a notice of an outage"),
        ("технические работы", "a notice of an outage"),
        ("Service Unavailable", "a notice of an outage"),
        ("Bad Gateway", "a notice of an outage"),
        ("Доступ запрещен", "a refusal"),
        ("Access Denied", "a refusal"),
    ];

    /// <summary>What the page is instead, or null.</summary>
    public static string? Of(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        foreach (var (words, what) in Signs)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return what;
            }
        }

        return null;
    }
}
