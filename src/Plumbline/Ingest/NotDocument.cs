namespace Plumbline.Ingest;

/// <summary>Pages that a site gives instead of a document, as they are counted.</summary>
/// <param name="Code">Code of the problem that says so.</param>
/// <param name="One">What one is.</param>
/// <param name="Many">What several are.</param>
public sealed record NotDocument(string Code, string One, string Many)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NotDocument> All { get; } =
    [
        new("ING019", "captcha or check for robots", "captchas or checks for robots"),
        new("ING023", "notice of an outage", "notices of an outage"),
        new("ING024", "list of cases", "lists of cases"),
        new("ING025", "page with nothing found", "pages with nothing found"),
        new("ING026", "ended session", "ended sessions"),
        new("ING027", "refusal", "refusals"),
        new("ING028", "search form", "search forms"),
        new("ING029", "frame", "frames"),
    ];

    /// <summary>That of a code.</summary>
    public static NotDocument Of(string code) => All.FirstOrDefault(n => n.Code == code) ?? new(code, "other page", "other pages");
}
