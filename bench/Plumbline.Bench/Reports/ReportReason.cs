using System.Globalization;

namespace Plumbline.Bench.Reports;

/// <summary>Why figures of these lines of a report can't be told by its list.</summary>
internal sealed record ReportReason(string Language, int First, int Last, string Text, string Reason)
{
    /// <summary>What each reason means, in the order of the page.</summary>
    public static IReadOnlyList<(string Reason, string Meaning)> All { get; } =
    [
        ("law", "what a law or a decree says: fines, terms, how long somebody may be held; and the numbers of its parts, which are read as figures and are none"),
        ("courts", "hearings, rulings, sentences and the courts' own database, which is not in the case"),
        ("witness", "what people saw, said or went through at one place, mostly in quotations"),
        ("custody", "how long people were held, and in what cells, buses and food"),
        ("terms", "the report's own scope, definitions and groups"),
        ("loose", "\"most\", \"hundreds\" and the like, of things that the list has no column for"),
        ("part", "people, or days, of one part of an event: the list has one number for the whole"),
        ("stations", "police stations and the report's map of them; the file beside the list is another one (below)"),
        ("before", "other years, other places"),
        ("misread", "no figure that needs backing: a fault of the reading, not of the report"),
    ];

    public static IReadOnlyList<ReportReason> Read(string path) =>
        [.. ReportLink.Rows(path).Select(f =>
        {
            var lines = f[1].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            return new ReportReason(f[0], lines[0], lines[^1], f[2], f[3]);
        })];

    /// <summary>True when it is the reason for this figure.</summary>
    public bool Fits(string language, int line, string figure) =>
        Language == language && line >= First && line <= Last && (Text == "*" || string.Equals(Text, figure, StringComparison.OrdinalIgnoreCase));
}
