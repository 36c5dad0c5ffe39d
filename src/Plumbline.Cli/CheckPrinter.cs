using System.Globalization;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli.Output;

namespace Plumbline.Cli;

/// <summary>A check for people: each figure with its verdict and why, those that don't hold with the first of their evidence.</summary>
internal static class CheckPrinter
{
    /// <summary>Writes a report.</summary>
    public static void Write(Screen screen, CheckReport report)
    {
        foreach (var claim in report.Claims)
        {
            Write(screen, claim);
        }

        foreach (var figure in report.Unbacked)
        {
            Head(screen, Verdict.NotBacked, $"{SafeText.Line(figure.Draft)}:{figure.Line}:{figure.Column}", SafeText.Line(figure.Figure.Text), "");
        }

        foreach (var unused in report.Unused)
        {
            var value = unused.Low is null && unused.High is null ? "" : $": {Ends(unused.Low?.ToString(), unused.High?.ToString())}";
            screen.WriteWrapped(
                unused.Fault is { } fault ? $"claim {SafeText.Line(unused.Id)}: {SafeText.Line(fault)}" : $"claim {SafeText.Line(unused.Id)}{value}{(report.Drafts.Count > 0 ? " stands in no draft" : "")}",
                hang: 2,
                ink: Ink.Dim);
        }

        var counts = Enum.GetValues<Verdict>().Select(v => (Count: report.Count(v), Word: v.Word())).Where(v => v.Count > 0).Select(v => $"{v.Count} {v.Word}").ToList();
        screen.WriteLine();
        screen.WriteLine(counts.Count == 0 ? "No figures." : string.Join(", ", counts) + ".", Ink.Bold);
    }

    /// <summary>Writes rows of evidence.</summary>
    public static void WriteEvidence(Screen screen, IReadOnlyList<EvidenceRow> rows, int indent = 0)
    {
        foreach (var row in rows)
        {
            var amount = row.Amount is { } number ? "  " + number.ToString("#,0.##", CultureInfo.InvariantCulture) : "";
            screen.WriteWrapped($"{row.UnitId}  {SafeText.Line(row.File)}{amount}{(row.Confirmed ? "  confirmed" : "  possible")}", indent, 2);
            foreach (var cell in row.Cells)
            {
                screen.WriteWrapped($"{SafeText.Line(cell.Variable)}: {Cell(cell)}", indent + 4, 2, Ink.Dim);
            }
        }
    }

    /// <summary>Writes rows of evidence as JSON.</summary>
    public static void WriteEvidence(Utf8JsonWriter json, string id, long total, IReadOnlyList<EvidenceRow> rows)
    {
        json.WriteString("id", id);
        json.WriteNumber("total", total);
        json.WritePropertyName("rows");
        JsonSerializer.Serialize(json, rows, Snake);
        JsonOutput.Problems(json, []);
    }

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static void Write(Screen screen, CheckedClaim claim)
    {
        Head(screen, claim.Verdict, $"{SafeText.Line(claim.Draft)}:{claim.Line}:{claim.Column}", SafeText.Line(claim.Text), $" ({SafeText.Line(claim.Id)})");
        screen.WriteWrapped(SafeText.Line(claim.Reason), indent: 11);
        var ends = Ends(End(claim.Low, claim.LowDay), End(claim.High, claim.HighDay));
        if (claim.Verdict != Verdict.Error)
        {
            var unread = claim.Unread > 0 ? $", {Screen.Digits(claim.Unread)} unread{(claim.AcceptsUnread ? " (accepted)" : "")}" : "";
            screen.WriteWrapped($"{ends}{unread}", indent: 11, ink: Ink.Dim);
        }

        if (claim.Verdict is Verdict.Fails or Verdict.Open)
        {
            WriteEvidence(screen, claim.Evidence, indent: 11);
        }
    }

    private static void Head(Screen screen, Verdict verdict, string where, string text, string id)
    {
        var ink = verdict switch { Verdict.Holds => Ink.Green, Verdict.Fails or Verdict.Error => Ink.Red, _ => Ink.Yellow };
        screen.Write(verdict.Word().PadRight(11), ink);
        var lines = Wrapping.Wrap($"{text}{id}  {where}", screen.Width - 11);
        screen.WriteLine(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            screen.WriteLine(new string(' ', 11) + line);
        }
    }

    private static string Cell(EvidenceCell cell)
    {
        var value = SafeText.Line(cell.Value ?? cell.Status);
        var where = string.Join(", ", new[] { cell.Page is { } page ? $"page {page}" : "", SafeText.Line(cell.Section) }.Where(w => w.Length > 0));
        return cell.Evidence switch
        {
            "text" => $"{value}{(where.Length > 0 ? $" ({where})" : "")} {EvidencePrinter.Quote(cell.Prefix, cell.Quote, cell.Suffix)}",
            "record" => $"{value}, row {cell.Row}, column {SafeText.Line(cell.Column)}",
            "silence" => $"{value}: {string.Join(", ", cell.Searched.Select(SafeText.Line))} searched and found nothing",
            _ => value,
        };
    }

    private static string? End(decimal? number, DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? number?.ToString("#,0.##########", CultureInfo.InvariantCulture);

    private static string Ends(string? low, string? high) => low == high && low is not null ? low : $"{low ?? "?"} to {high ?? "?"}";
}
