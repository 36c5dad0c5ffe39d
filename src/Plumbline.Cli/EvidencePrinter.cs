using System.Globalization;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>Evidence for people: who says it, where it stands, and the words between «» in their context.</summary>
internal static class EvidencePrinter
{
    /// <summary>Writes rows behind a claim, each with the words that its values stand on.</summary>
    public static void Write(Screen screen, IReadOnlyList<EvidenceRow> rows, int indent = 0)
    {
        foreach (var row in rows)
        {
            var amount = row.Amount is { } number ? "  " + number.ToString("#,0.##", CultureInfo.InvariantCulture) : "";
            screen.WriteWrapped($"{row.UnitId}  {SafeText.Line(row.File)}{amount}{(row.Confirmed ? "  confirmed" : "  possible")}", indent, 2, Ink.Cyan);
            foreach (var cell in row.Cells)
            {
                screen.WriteWrapped($"{SafeText.Line(cell.Variable)}: {Cell(cell)}", indent + 2, 2);
            }
        }
    }

    /// <summary>Says how many rows are left out.</summary>
    public static void WriteConfidential(Screen screen, int rows, int indent = 0, string one = "row", string many = "rows")
    {
        if (rows > 0)
        {
            screen.WriteWrapped($"{Screen.Count(rows, one, many)} from {(rows == 1 ? SourceTerms.Confidential : "sources not for publication")}, not shown", indent, 2, Ink.Dim);
        }
    }

    /// <summary>Writes rows behind a claim as JSON.</summary>
    public static void Write(Utf8JsonWriter json, string id, long total, IReadOnlyList<EvidenceRow> rows, int confidential)
    {
        json.WriteString("id", id);
        json.WriteNumber("total", total);
        json.WriteNumber("confidential", confidential);
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            CheckJson.Evidence(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, []);
    }

    /// <summary>Writes one coding.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="coding">The coding.</param>
    /// <param name="shownUnder">Variable under which the same words were shown already; null when they were not.</param>
    /// <param name="indent">How far in.</param>
    public static void Write(Screen screen, ShownCoding coding, string? shownUnder, int indent = 2)
    {
        var value = SafeText.Line(coding.Value ?? coding.Status);
        var candidates = coding.Candidates.Count > 0 ? $" (possible: {string.Join(", ", coding.Candidates.Select(SafeText.Line))})" : "";
        var sure = coding is { CoderKind: "rule", IsCertain: false } ? ", not certain" : "";
        screen.WriteWrapped($"{value}{candidates}: {(coding.Act == "adjudication" ? "adjudicated by " : "")}{coding.CoderKind} {SafeText.Line(coding.Coder)}{sure}{Decided(coding)}", indent: indent, hang: 2);
        if (coding.Note is not null)
        {
            screen.WriteWrapped($"note: {SafeText.Line(coding.Note)}", indent: indent + 2, hang: 2);
        }

        switch (coding.Evidence)
        {
            case "text":
                screen.WriteWrapped(Where(coding.File, coding.Page, coding.Section, coding.Start, coding.End), indent: indent + 2, hang: 2, ink: Ink.Cyan);
                if (shownUnder is null)
                {
                    screen.WriteWrapped(Quote(coding.Before, coding.Quote, coding.After), indent: indent + 2);
                }
                else
                {
                    screen.WriteWrapped($"«{OneSpaced(coding.Quote)}», as under {SafeText.Line(shownUnder)}", indent: indent + 2);
                }

                break;
            case "record":
                screen.WriteWrapped($"{SafeText.Line(coding.File)}, row {coding.Row}, column {SafeText.Line(coding.Column)}", indent: indent + 2, hang: 2, ink: Ink.Cyan);
                screen.WriteWrapped($"«{SafeText.Line(coding.Cell)}»", indent: indent + 2);
                break;
            case "none":
                break;
            case "silence" when coding.CoderKind == "person":
                screen.WriteWrapped("read the whole unit", indent: indent + 2, hang: 2, ink: Ink.Dim);
                break;
            default:
                var rules = coding.Searched.Count == 0 ? "no rule" : string.Join(", ", coding.Searched.Select(Rule));
                var sections = coding.SearchedSections.Count == 0 ? "the whole unit" : string.Join(", ", coding.SearchedSections.Select(SafeText.Line));
                screen.WriteWrapped($"silence: {rules} searched {sections} and found nothing", indent: indent + 2, hang: 2);
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
        return $"{shown}{found}{(coding.IsStale ? ", STALE: the definition has changed since" : "")}{(coding is { Evidence: "none", Status: "stated" or "not-stated" } ? ", without words of the source" : "")}  [{device}:{seq}]";
    }

    /// <summary>Words in their context: <c>... before «quote» after ...</c>, in one line, the context in whole words.</summary>
    public static string Quote(string? before, string? quote, string? after)
    {
        var (left, right) = WholeWords(before, after);
        return $"... {left}«{OneSpaced(quote)}»{right} ...";
    }

    /// <summary>What stands around a quote, without the words that were cut at its ends.</summary>
    public static (string Before, string After) WholeWords(string? before, string? after)
    {
        var (left, right) = (OneSpaced(before), OneSpaced(after));
        if (left.IndexOf(' ') is >= 0 and < 24 and var first)
        {
            left = left[(first + 1)..];
        }

        if (right.LastIndexOf(' ') is > 0 and var last && right.Length - last < 24)
        {
            right = right[..last];
        }

        return (left, right);
    }

    /// <summary>In one line, no two spaces behind each other.</summary>
    public static string OneSpaced(string? text)
    {
        var line = SafeText.Line(text);
        return line.Contains("  ", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(line, " {2,}", " ") : line;
    }

    /// <summary>A rule without its version.</summary>
    private static string Rule(string searched) => SafeText.Line(searched.Split('@')[0]);

    /// <summary>Place of words in a file.</summary>
    public static string Where(string file, int? page, string? section, int? start, int? end) => string.Join(", ", new[]
    {
        SafeText.Line(file),
        page is > 0 ? $"page {page}" : "",
        string.IsNullOrEmpty(section) ? "" : $"section {SafeText.Line(section)}",
        start is null ? "" : $"characters {start}-{end}",
    }.Where(p => p.Length > 0));

    private static string Cell(EvidenceCell cell)
    {
        var value = SafeText.Line(cell.Value ?? cell.Status);
        var where = string.Join(", ", new[] { cell.Page is { } page ? $"page {page}" : "", SafeText.Line(cell.Section) }.Where(w => w.Length > 0));
        return cell.Evidence switch
        {
            _ when cell.IsWithheld => $"{value}, from {SourceTerms.Confidential}",
            "text" => $"{value}{(where.Length > 0 ? $" ({where})" : "")} {Quote(cell.Prefix, cell.Quote, cell.Suffix)}",
            "record" => $"{value}, row {cell.Row}, column {SafeText.Line(cell.Column)}",
            "silence" => $"{value}: {string.Join(", ", cell.Searched.Select(Rule))} searched and found nothing",
            _ => value,
        };
    }
}
