using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>Evidence for people: who says it, where it stands, and the words between «» in their context.</summary>
internal static class EvidencePrinter
{
    /// <summary>Writes one coding.</summary>
    public static void Write(Screen screen, ShownCoding coding)
    {
        var value = SafeText.Line(coding.Value ?? coding.Status);
        var candidates = coding.Candidates.Count > 0 ? $" (possible: {string.Join(", ", coding.Candidates.Select(SafeText.Line))})" : "";
        var sure = coding is { CoderKind: "rule", IsCertain: false } ? ", not sure" : "";
        screen.WriteWrapped($"{value}{candidates} {(coding.Act == "adjudication" ? "adjudicated " : "")}by {coding.CoderKind} {SafeText.Line(coding.Coder)}{sure}{Decided(coding)}", indent: 2, hang: 2);
        if (coding.Note is not null)
        {
            screen.WriteWrapped($"note: {SafeText.Line(coding.Note)}", indent: 4, hang: 2);
        }

        switch (coding.Evidence)
        {
            case "text":
                screen.WriteWrapped(Where(coding.File, coding.Page, coding.Section, coding.Start, coding.End), indent: 4, hang: 2, ink: Ink.Dim);
                screen.WriteWrapped(Quote(coding.Before, coding.Quote, coding.After), indent: 4);
                break;
            case "record":
                screen.WriteWrapped($"{SafeText.Line(coding.File)}, row {coding.Row}, column {SafeText.Line(coding.Column)}: {SafeText.Line(coding.Cell)}", indent: 4, hang: 2);
                break;
            case "none":
                break;
            case "silence" when coding.CoderKind == "person":
                screen.WriteWrapped("read the whole unit", indent: 4, hang: 2, ink: Ink.Dim);
                break;
            default:
                var rules = coding.Searched.Count == 0 ? "no rule" : string.Join(", ", coding.Searched.Select(SafeText.Line));
                var sections = coding.SearchedSections.Count == 0 ? "the whole unit" : string.Join(", ", coding.SearchedSections.Select(SafeText.Line));
                screen.WriteWrapped($"silence: {rules} searched {sections} and found nothing", indent: 4, hang: 2, ink: Ink.Dim);
                break;
        }
    }

    /// <summary>Of a person's decision: what they had been shown, and what became of it since.</summary>
    private static string Decided(ShownCoding coding)
    {
        if (coding.Entry is null)
        {
            return "";
        }

        var shown = coding.Shown switch { "nothing" => ", blind", "other" => ", had seen another's coding", _ => ", had seen the machine's value" };
        var found = coding.FoundBy switch { "quote" => ", found by its quote", "key" => ", found by its key", "person" => ", attached by hand", _ => "" };
        var (device, seq) = (coding.Entry[..Math.Min(8, coding.Entry.Length)], coding.Entry[(coding.Entry.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return $"{shown}{found}{(coding.IsStale ? ", STALE: the definition has changed since" : "")}  [{device}:{seq}]";
    }

    /// <summary>Words in their context: <c>... before «quote» after ...</c>, in one line.</summary>
    public static string Quote(string? before, string? quote, string? after) =>
        $"... {SafeText.Line(before).TrimStart()}«{SafeText.Line(quote)}»{SafeText.Line(after).TrimEnd()} ...";

    /// <summary>Place of words in a file.</summary>
    public static string Where(string file, int? page, string? section, int? start, int? end) => string.Join(", ", new[]
    {
        SafeText.Line(file),
        page is > 0 ? $"page {page}" : "",
        string.IsNullOrEmpty(section) ? "" : $"section {SafeText.Line(section)}",
        start is null ? "" : $"characters {start}-{end}",
    }.Where(p => p.Length > 0));
}
