using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Claims.Next;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>The answer of <c>plumb next</c>: the open figures with what decides each, then the decisions in order.</summary>
internal static class NextPrinter
{
    public static void Write(Screen screen, CaseNextReport next, string path)
    {
        var (report, lines, confidential) = next;
        if (report.Figures.Count == 0)
        {
            screen.WriteLine(report.Of == 0 ? "No figures." : $"None of {Screen.Count(report.Of, "figure is", "figures is")} open.", Ink.Bold);
            return;
        }

        screen.WriteLine($"{Screen.Digits(report.Figures.Count)} of {Screen.Count(report.Of, "figure", "figures")} open.", Ink.Bold);
        screen.WriteLine();
        foreach (var figure in report.Figures)
        {
            var (said, where) = figure.Checked is { } c ? ($"{SafeText.Line(c.Text)} ({SafeText.Line(figure.Id)})", $"  {SafeText.Line(c.Draft)}:{c.Line}:{c.Column}") : (SafeText.Line(figure.Id), "");
            screen.WriteWrapped(said + where, hang: 2, ink: Ink.Bold);
            screen.WriteWrapped($"case: {CheckPrinter.Ends(figure.Low, figure.High)}{(figure.Unread > 0 ? $", {Screen.Digits(figure.Unread)} unread" : "")}", indent: 2);
            foreach (var line in NextWords.Of(figure))
            {
                screen.WriteWrapped(line, indent: 2, hang: 2);
            }

            screen.WriteLine();
        }

        foreach (var (line, at) in lines.Select((l, i) => (l, i + 1)))
        {
            var step = line.Step;
            screen.WriteWrapped($"{at}. {step.Unit.Kind} {step.Unit.UnitId} {step.Variable?.Name ?? "maybe the same"}  {SafeText.Line(step.Unit.File)}", hang: 3, ink: Ink.Bold);
            screen.WriteWrapped(NextWords.Reason(line), indent: 3);
            if (step.Variable is { } variable)
            {
                screen.WriteWrapped($"plumb show {path} {step.Unit.UnitId} {variable.Name}", 3, 2, Ink.Cyan);
            }

            screen.WriteWrapped(NextWords.Command(line, path), 3, 2, Ink.Cyan);
        }

        EvidencePrinter.WriteConfidential(screen, confidential, one: "decision", many: "decisions");
        if (lines.Count == 0 && confidential > 0)
        {
            return;
        }

        screen.WriteLine(lines.Count == 0 ? "Nothing that could be read or decided would change them: see plumb check for why."
            : $"{Screen.Count(lines.Count, "decision", "decisions")}{(report.More ? "; more with --limit" : ", and all that can be is decided, if the machine is right")}.");
    }

    public static void Write(Utf8JsonWriter json, CaseNextReport next)
    {
        var (report, lines, confidential) = next;
        json.WriteNumber("figures_in_all", report.Of);
        json.WriteStartArray("figures");
        foreach (var figure in report.Figures)
        {
            json.WriteStartObject();
            json.WriteString("id", figure.Id);
            json.WriteString("text", figure.Checked?.Text);
            json.WriteString("draft", figure.Checked?.Draft);
            Number(json, "line", figure.Checked?.Line);
            Number(json, "column", figure.Checked?.Column);
            json.WriteString("low", figure.Low);
            json.WriteString("high", figure.High);
            json.WriteNumber("possible", figure.Possible);
            json.WriteNumber("unread", figure.Unread);
            Turn(json, "confirmed", figure.Confirmed);
            Turn(json, "refuted", figure.Refuted);
            Number(json, "decisions", figure.Codings);
            json.WriteString("expected", figure.Expected.Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("steps");
        foreach (var line in lines)
        {
            var step = line.Step;
            json.WriteStartObject();
            json.WriteString("act", step.Act switch { NextAct.SecondCoder => "second-coder", var act => act.ToString().ToLowerInvariant() });
            json.WriteString("kind", step.Unit.Kind);
            json.WriteString("unit_id", step.Unit.UnitId);
            json.WriteString("file", step.Unit.File);
            json.WriteString("variable", step.Variable?.Name);
            json.WriteString("state", step.Unit.State.ToString().ToLowerInvariant());
            json.WriteString("status", step.Variable?.Status);
            json.WriteStartArray("claims");
            step.Claims.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartArray("machine");
            (line.Machine?.Values ?? []).ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteBoolean("sure", step.Variable?.IsSure ?? false);
            json.WriteNumber("tried", step.Variable?.Tried ?? 0);
            json.WriteNumber("right", step.Variable?.Right ?? 0);
            json.WriteString("reason", NextWords.Reason(line));
            json.WriteString("command", NextWords.Command(line, "CASE"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("confidential", confidential);
        json.WriteBoolean("more", report.More);
        JsonOutput.Problems(json, report.Problems);
    }

    private static void Turn(Utf8JsonWriter json, string name, Turn turn)
    {
        json.WriteStartObject(name);
        Number(json, "units", turn.Units);
        json.WriteNumber("of", turn.Of);
        json.WriteString("verdict", turn.Verdict.Word());
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
