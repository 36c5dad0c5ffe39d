using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>
/// The JSON of a check: a contract, documented in docs/json.md and held by golden files. Keys are added, never renamed,
/// within a version. Numbers keep at most ten places; days are ISO 8601.
/// </summary>
public static class CheckJson
{
    /// <summary>Writes a report as indented UTF-8 with LF.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="verb">The verb that answers with it, for the head.</param>
    public static byte[] Write(CheckReport report, string verb = "check")
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", CheckReport.Version);
            json.WriteString("verb", verb);
            json.WriteString("draft", report.Drafts.Count == 1 ? Clean(report.Drafts[0]) : null);
            json.WriteStartArray("drafts");
            foreach (var draft in report.Drafts)
            {
                json.WriteStringValue(Clean(draft));
            }

            json.WriteEndArray();
            Array(json, "claims", report.Claims, Claim);
            Array(json, "unbacked", report.Unbacked, Unbacked);
            Array(json, "checks", [.. report.Checks.Select(d => (d, (string?)null)), .. report.SetAside.Select(d => (d.Doubt, (string?)d.Reason))], Check);
            Array(json, "unused", report.Unused, Unused);
            Array(json, "problems", report.Problems, Problem);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Claim(Utf8JsonWriter json, CheckedClaim claim)
    {
        json.WriteString("draft", Clean(claim.Draft));
        json.WriteString("id", Clean(claim.Id));
        json.WriteString("text", Clean(claim.Text));
        json.WriteNumber("start", claim.Span.Start);
        json.WriteNumber("end", claim.Span.End);
        json.WriteNumber("line", claim.Line);
        json.WriteNumber("column", claim.Column);
        json.WriteString("verdict", claim.Verdict.Word());
        json.WriteString("relation", claim.Figure?.Relation.Sign());
        Value(json, claim.Figure);
        End(json, "low", claim.Low, claim.LowDay);
        End(json, "high", claim.High, claim.HighDay);
        json.WriteNumber("unread", claim.Unread);
        json.WriteBoolean("accepts_unread", claim.AcceptsUnread);
        Number(json, "confirmed", claim.Confirmed);
        Number(json, "rows", claim.Rows);
        Number(json, "open_units", claim.OpenUnits);
        json.WriteString("reason", Clean(claim.Reason));
        json.WriteString("sentence", Clean(claim.Sentence));
        if (claim.Figure is { } figure && claim.FigureSpan is { } span)
        {
            json.WriteStartObject("figure");
            Figure(json, figure, span);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("figure");
        }

        json.WriteString("units", claim.Kind);
        json.WriteString("currency", claim.Currency);
        json.WriteString("document", claim.Document?.Hex);
        Found(json, claim.Found);
        json.WriteNumber("confidential", claim.Confidential);
        Array(json, "evidence", claim.Evidence, Evidence);
    }

    /// <summary>The key <c>found_by</c>: null, or <c>value</c> with how many counts were searched and how many gave the figure.</summary>
    public static void Found(Utf8JsonWriter json, ClaimFinding? found)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("found_by", found is null ? null : "value");
        Number(json, "searched", found?.Searched);
        Number(json, "fitting", found?.Fitting);
    }

    private static void Figure(Utf8JsonWriter json, Figure figure, TextSpan span)
    {
        json.WriteString("text", Clean(figure.Text));
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteString("kind", figure.Kind.Word());
        json.WriteString("unit", figure.Unit is { } unit ? Clean(unit) : null);
    }

    /// <summary>One value, or the two of a range; a day of a date.</summary>
    private static void Value(Utf8JsonWriter json, Figure? figure)
    {
        if (figure?.Date is { } date)
        {
            json.WriteString("value", date.ToString());
        }
        else
        {
            Number(json, "value", figure?.Value);
        }

        Number(json, "value_low", figure?.Relation == Relation.Between ? figure.Low : null);
        Number(json, "value_high", figure?.Relation == Relation.Between ? figure.High : null);
    }

    private static void Unbacked(Utf8JsonWriter json, UnbackedFigure unbacked)
    {
        json.WriteString("draft", Clean(unbacked.Draft));
        Figure(json, unbacked.Figure, unbacked.Span);
        json.WriteNumber("line", unbacked.Line);
        json.WriteNumber("column", unbacked.Column);
        json.WriteString("verdict", Verdict.NotBacked.Word());
        json.WriteString("relation", unbacked.Figure.Relation.Sign());
        Value(json, unbacked.Figure);
    }

    /// <summary>Writes <c>checks</c> of a draft without a case.</summary>
    public static void Checks(Utf8JsonWriter json, IReadOnlyList<Doubt> doubts)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(doubts);
        Array(json, "checks", [.. doubts.Select(d => (d, (string?)null))], Check);
    }

    private static void Check(Utf8JsonWriter json, (Doubt Doubt, string? SetAside) check)
    {
        json.WriteString("id", check.Doubt.Id);
        json.WriteString("rule", check.Doubt.Rule);
        json.WriteString("verdict", "check");
        json.WriteString("why", Clean(check.Doubt.Why));
        json.WriteStartObject("here");
        Place(json, check.Doubt.Here);
        json.WriteEndObject();
        if (check.Doubt.There is { } there)
        {
            json.WriteStartObject("there");
            Place(json, there);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("there");
        }

        json.WriteString("set_aside", check.SetAside is { } reason ? Clean(reason) : null);
    }

    private static void Place(Utf8JsonWriter json, DoubtPlace place)
    {
        json.WriteString("draft", Clean(place.Draft));
        json.WriteString("text", Clean(place.Text));
        json.WriteNumber("start", place.Span.Start);
        json.WriteNumber("end", place.Span.End);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteString("sentence", Clean(place.Sentence));
    }

    private static void Unused(Utf8JsonWriter json, UnusedClaim unused)
    {
        json.WriteString("id", Clean(unused.Id));
        End(json, "low", unused.Low?.Number, unused.Low?.Day);
        End(json, "high", unused.High?.Number, unused.High?.Day);
        Number(json, "unread", unused.Unread);
        Number(json, "confirmed", unused.Confirmed);
        Number(json, "rows", unused.Rows);
        json.WriteString("fault", unused.Fault is { } fault ? Clean(fault) : null);
    }

    /// <summary>The keys of one row of evidence, the same in a check and in a list of evidence.</summary>
    internal static void Evidence(Utf8JsonWriter json, EvidenceRow row)
    {
        json.WriteString("unit_id", Clean(row.UnitId));
        json.WriteString("file", Clean(row.File));
        json.WriteString("document", Clean(row.Document));
        json.WriteBoolean("confirmed", row.Confirmed);
        Number(json, "amount", row.Amount);
        Array(json, "cells", row.Cells, Cell);
    }

    private static void Cell(Utf8JsonWriter json, EvidenceCell cell)
    {
        Text(json, "variable", cell.Variable);
        Text(json, "value", cell.Value);
        Text(json, "status", cell.Status);
        Text(json, "coder_kind", cell.CoderKind);
        Text(json, "evidence", cell.Evidence);
        Text(json, "quote", cell.Quote);
        Text(json, "before", cell.Prefix);
        Text(json, "after", cell.Suffix);
        Number(json, "start", cell.Start);
        Number(json, "end", cell.End);
        Number(json, "page", cell.Page);
        Text(json, "section", cell.Section);
        Number(json, "row", cell.Row);
        Text(json, "column", cell.Column);
        json.WriteBoolean("withheld", cell.IsWithheld);
        json.WriteStartArray("searched");
        foreach (var rule in cell.Searched)
        {
            json.WriteStringValue(Clean(rule));
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text) => json.WriteString(name, text is null ? null : Clean(text));

    private static void Problem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteString("code", problem.Code);
        json.WriteString("severity", problem.Severity.ToString().ToLowerInvariant());
        json.WriteString("sentence", Clean(problem.Sentence));
        json.WriteString("try", Clean(problem.Try));
        json.WriteString("file", problem.Place.File is { } file ? Clean(file) : null);
        Number(json, "line", problem.Place.Line > 0 ? problem.Place.Line : null);
        Number(json, "column", problem.Place.Column > 0 ? problem.Place.Column : null);
        json.WriteString("document", problem.Place.Document?.Hex);
        json.WriteString("unit", problem.Place.Unit?.Value);
    }

    private static void End(Utf8JsonWriter json, string name, decimal? number, DateOnly? day)
    {
        if (day is { } d)
        {
            json.WriteString(name, d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            Number(json, name, number);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        json.WritePropertyName(name);
        if (value is { } number)
        {
            json.WriteRawValue(Math.Round(number, 10).ToString("0.##########", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>Half of a surrogate pair can't be written as UTF-8.</summary>
    private static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return text;
    }
}
