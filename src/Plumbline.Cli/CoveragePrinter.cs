using System.Globalization;
using System.Text.Json;
using Plumbline.Cli.Output;
using Plumbline.Pipeline.Coverage;

namespace Plumbline.Cli;

/// <summary>The answer of <c>plumb coverage</c>: tables that fit, cut with how to see the rest.</summary>
internal static class CoveragePrinter
{
    private const int MostGaps = 6;

    public static void Write(Screen screen, CoverageReport report, int limit, bool together)
    {
        screen.WriteLine($"{report.Kind}: {Screen.Count(report.Units, "unit", "units")}.", Ink.Bold);
        foreach (var axis in report.Axes)
        {
            screen.WriteLine();
            Cells(screen, [axis.By], axis.Cells, limit, [axis.By]);
        }

        if (together)
        {
            screen.WriteLine();
            Cells(screen, [.. report.Axes.Select(a => a.By)], report.Cells, limit, [.. report.Axes.Select(a => a.By)]);
        }

        if (report.Confidential > 0)
        {
            screen.WriteWrapped($"{Screen.Count(report.Confidential, "unit stands", "units stand")} in documents not for publication: counted under that name, in no sequence of numbers (--show-confidential).", ink: Ink.Dim);
        }

        screen.WriteWrapped("by rules: people have not settled these values; the rules read them.", ink: Ink.Dim);
        Numbers(screen, report, limit);
        Registry(screen, report, limit);
    }

    public static void Write(Utf8JsonWriter json, CoverageReport report)
    {
        json.WriteString("kind", report.Kind);
        json.WriteNumber("unit_count", report.Units);
        json.WriteNumber("confidential", report.Confidential);
        json.WriteStartArray("axes");
        foreach (var axis in report.Axes)
        {
            json.WriteStartObject();
            json.WriteString("by", axis.By);
            json.WriteString("variable", axis.Variable);
            Cells(json, axis.Cells);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Cells(json, report.Cells);
        json.WriteString("numbers", report.Numbers);
        json.WriteNumber("without_number", report.WithoutNumber);
        json.WriteNumber("other_numbers", report.OtherNumbers);
        json.WriteStartArray("series");
        foreach (var series in report.Series)
        {
            json.WriteStartObject();
            json.WriteString("court", series.Court);
            json.WriteString("form", series.Form);
            json.WriteNumber("first", series.First);
            json.WriteNumber("last", series.Last);
            json.WriteNumber("seen", series.Seen);
            json.WriteNumber("missing", series.Missing);
            json.WriteNumber("twice", series.Twice);
            json.WriteStartArray("gaps");
            foreach (var (from, to) in series.Gaps)
            {
                json.WriteStartArray();
                json.WriteNumberValue(from);
                json.WriteNumberValue(to);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("registry_by");
        report.RegistryBy.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("registry");
        foreach (var row in report.Registry)
        {
            json.WriteStartObject();
            Values(json, row.Values);
            json.WriteNumber("ours", row.Ours);
            if (row.Theirs is { } theirs)
            {
                json.WriteNumber("theirs", theirs);
            }
            else
            {
                json.WriteNull("theirs");
            }

            json.WriteBoolean("too_many", row.IsTooMany);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, report.Problems);
    }

    private static void Cells(Screen screen, IReadOnlyList<string> headers, IReadOnlyList<CoverageCell> cells, int limit, IReadOnlyList<string> by)
    {
        var table = new TextTable([.. headers, "units", "by rules"]).Right(headers.Count, headers.Count + 1);
        // What has no value is counted too, and shown whatever the limit.
        var shown = cells.Take(limit).Concat(cells.Skip(limit).Where(c => c.Values.All(v => v is null))).ToList();
        foreach (var cell in shown)
        {
            table.Add([.. cell.Values.Select((v, i) => v ?? Missing(by[i])), Screen.Digits(cell.Units), Screen.Digits(cell.Units - cell.Settled)]);
        }

        table.Write(screen);
        if (cells.Count > shown.Count)
        {
            screen.WriteLine($"... and {Screen.Digits(cells.Count - shown.Count)} more with {Screen.Count(cells.Sum(c => c.Units) - shown.Sum(c => c.Units), "unit", "units")} (--limit {cells.Count})");
        }
    }

    private static string Missing(string by) =>
        by.StartsWith("month", StringComparison.Ordinal) || by.StartsWith("year", StringComparison.Ordinal) || by.StartsWith("day", StringComparison.Ordinal) ? "(no date)" : $"(no {by})";

    private static void Numbers(Screen screen, CoverageReport report, int limit)
    {
        if (report.Numbers is null)
        {
            return;
        }

        screen.WriteLine();
        var gaps = report.Series.Where(s => s.Missing > 0).ToList();
        screen.WriteLine($"Case numbers ({report.Numbers})", Ink.Bold);
        var table = new TextTable("court", "numbers", "seen", "missing", "which").Right(2, 3);
        foreach (var series in gaps.Take(limit))
        {
            var which = string.Join(", ", series.Gaps.OrderByDescending(g => g.To - g.From).Take(MostGaps).OrderBy(g => g.From).Select(g => g.From == g.To ? Number(g.From) : $"{Number(g.From)}-{Number(g.To)}"));
            table.Add(series.Court ?? "(no court)", series.Form.Replace("…", $"{Number(series.First)}..{Number(series.Last)}", StringComparison.Ordinal), Screen.Digits(series.Seen), Screen.Digits(series.Missing), which + (series.Gaps.Count > MostGaps ? $", {Screen.Digits(series.Gaps.Count - MostGaps)} shorter gaps" : ""));
        }

        table.Write(screen);
        if (gaps.Count > limit)
        {
            screen.WriteLine($"... and {Screen.Digits(gaps.Count - limit)} more sequences (--limit {gaps.Count})");
        }

        var alone = report.Series.Count(s => s.Seen == 1);
        var whole = report.Series.Count - gaps.Count - alone;
        var rest = new[]
        {
            alone > 0 ? $"{Screen.Count(alone, "sequence has", "sequences have")} one number only" : "",
            whole > 0 ? $"{Screen.Count(whole, "sequence has", "sequences have")} no gap" : "",
            report.Series.Sum(s => s.Twice) is > 0 and var twice ? $"{Screen.Count(twice, "number stands", "numbers stand")} in several units" : "",
            report.WithoutNumber > 0 ? $"{Screen.Count(report.WithoutNumber, "unit has", "units have")} no number" : "",
            report.OtherNumbers > 0 ? $"{Screen.Count(report.OtherNumbers, "number has", "numbers have")} another form" : "",
        }.Where(r => r.Length > 0).ToList();
        if (rest.Count > 0)
        {
            screen.WriteWrapped(string.Join("; ", rest) + ".");
        }

        screen.WriteWrapped("A missing number need not be a missing ruling: a court numbers all cases of a series, most of them about something else, and some are never published.", ink: Ink.Dim);
    }

    private static void Registry(Screen screen, CoverageReport report, int limit)
    {
        if (report.RegistryBy.Count == 0)
        {
            return;
        }

        screen.WriteLine();
        var stated = report.Registry.Where(r => r.Theirs is not null).ToList();
        var (ours, theirs) = (stated.Sum(r => r.Ours), stated.Sum(r => r.Theirs!.Value));
        screen.WriteLine($"Of {Screen.Digits(theirs)} that the registry states the case has {Screen.Digits(ours)}{(theirs > 0 ? $" ({Share(ours, theirs)})" : "")}.", Ink.Bold);
        var table = new TextTable([.. report.RegistryBy, "case", "registry", "share"]).Right(report.RegistryBy.Count, report.RegistryBy.Count + 1, report.RegistryBy.Count + 2);
        // What can't be right comes first, then where most is missing.
        foreach (var row in report.Registry.OrderByDescending(r => r.IsTooMany).ThenByDescending(r => (r.Theirs ?? 0) - r.Ours).Take(limit))
        {
            table.Add([.. row.Values.Select((v, i) => v ?? Missing(report.RegistryBy[i])), Screen.Digits(row.Ours), row.Theirs is { } count ? Screen.Digits(count) : "not stated", row.Theirs is { } of and > 0 ? Share(row.Ours, of) + (row.IsTooMany ? " !" : "") : row.IsTooMany ? "!" : ""]);
        }

        table.Write(screen);
        if (report.Registry.Count > limit)
        {
            screen.WriteLine($"... and {Screen.Digits(report.Registry.Count - limit)} more (--limit {report.Registry.Count})");
        }
    }

    private static string Share(long part, long whole) => (100m * part / whole).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Cells(Utf8JsonWriter json, IReadOnlyList<CoverageCell> cells)
    {
        json.WriteStartArray("cells");
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            Values(json, cell.Values);
            json.WriteNumber("count", cell.Units);
            json.WriteNumber("settled", cell.Settled);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, IReadOnlyList<string?> values)
    {
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
