using System.Globalization;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Claims.Suggestions;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>The answer of <c>plumb suggest</c>: each figure with what fits it, and what the fits are worth.</summary>
internal static class SuggestPrinter
{
    /// <summary>For people.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="report">What was found.</param>
    /// <param name="path">Folder of the case, as it is typed.</param>
    public static void Write(Screen screen, SuggestReport report, string path)
    {
        foreach (var figure in report.Figures)
        {
            screen.WriteWrapped($"{figure.Number}. {SafeText.Line(figure.Figure.Text)}  {SafeText.Line(figure.Draft)}:{figure.Line}:{figure.Column}", hang: 3, ink: Ink.Bold);
            if (figure.Sentence.Length > figure.Figure.Text.Length + 1)
            {
                screen.WriteWrapped($"\"{SafeText.Line(figure.Sentence)}\"", indent: 3);
            }

            Suggestions(screen, figure.Suggestions);
            screen.WriteWrapped(Worth(figure), indent: 3, ink: Ink.Dim);
            if (figure.Others.Count > 0)
            {
                screen.WriteWrapped("Its words name this as well, and the value is another, or far from the figure. Perhaps the figure is wrong:", indent: 3, ink: Ink.Yellow);
                Suggestions(screen, figure.Others, numbered: false);
            }

            screen.WriteLine();
        }

        screen.WriteLine(report.Figures.Count == 0 ? "Every figure that needs a claim has one."
            : $"{Screen.Count(report.Figures.Count, "figure", "figures")} without a claim; searched: {Screen.Count(report.Claims, "claim", "claims")} and {Screen.Count(report.Counts, "simple count", "simple counts")}.", Ink.Bold);
        if (report.Figures.Any(f => f.Suggestions.Count > 0))
        {
            screen.WriteWrapped("A count that fits is not yet the count that was meant. Nothing is filled in.", ink: Ink.Dim);
            var first = report.Figures.First(f => f.Suggestions.Count > 0);
            screen.WriteWrapped($"Take one: plumb suggest {path} --figure {first.Number} --take 1 --as-claim ID", hang: 2, ink: Ink.Cyan);
        }
    }

    /// <summary>What was taken, to paste.</summary>
    public static void Write(Screen screen, TakenSuggestion taken, SuggestedFigure figure)
    {
        if (taken.Yaml is { } yaml)
        {
            screen.WriteLine(taken.IsWritten ? "Added to claims.yaml:" : "For claims.yaml (--write adds it):", Ink.Bold);
            screen.WriteLine(SafeText.Lines(yaml));
        }

        screen.WriteWrapped($"Link it at {SafeText.Line(figure.Draft)}:{figure.Line}:{figure.Column}: {SafeText.Line(taken.Link)}", hang: 2);
        screen.WriteWrapped(
            taken.Yaml is null ? "The claim is there already and gets no mark. With --as-claim a new one stands for it, marked as found by its value."
                : "It is marked as found by its value. Look whether it counts what the sentence says; then take found_by away, or add confirmed_by: {name: ..., reason: ...}.", ink: Ink.Dim);
    }

    /// <summary>For programs.</summary>
    public static void WriteJson(Screen screen, SuggestReport report, TakenSuggestion? taken) => JsonOutput.Object(screen, "suggest", json =>
    {
        json.WriteNumber("counts", report.Counts);
        json.WriteNumber("claims", report.Claims);
        json.WriteStartArray("figures");
        foreach (var figure in report.Figures)
        {
            json.WriteStartObject();
            json.WriteNumber("number", figure.Number);
            json.WriteString("draft", figure.Draft);
            json.WriteNumber("line", figure.Line);
            json.WriteNumber("column", figure.Column);
            json.WriteString("text", figure.Figure.Text);
            json.WriteNumber("start", figure.Span.Start);
            json.WriteNumber("end", figure.Span.End);
            json.WriteString("kind", figure.Figure.Kind.Word());
            json.WriteString("relation", figure.Figure.Relation.Sign());
            Number(json, "value", figure.Figure.Value);
            json.WriteString("sentence", figure.Sentence);
            json.WriteNumber("searched", figure.Searched);
            json.WriteNumber("fitting", figure.Fitting);
            json.WriteNumber("by_chance", Math.Round(figure.ByChance, 3));
            json.WriteNumber("named", figure.Named);
            json.WriteNumber("named_fitting", figure.NamedFitting);
            json.WriteNumber("named_by_chance", Math.Round(figure.NamedByChance, 3));
            Suggestions(json, "suggestions", figure.Suggestions);
            Suggestions(json, "other_values", figure.Others);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (taken is null)
        {
            json.WriteNull("taken");
        }
        else
        {
            json.WriteStartObject("taken");
            json.WriteString("claim", taken.Claim);
            json.WriteString("yaml", taken.Yaml);
            json.WriteString("link", taken.Link);
            json.WriteBoolean("written", taken.IsWritten);
            json.WriteEndObject();
        }

        JsonOutput.Problems(json, report.Problems);
    });

    /// <summary>What it means that something fits, in numbers.</summary>
    private static string Worth(SuggestedFigure figure)
    {
        if (figure.Searched == 0)
        {
            return "No simple count is of this sort.";
        }

        var all = $"{Screen.Digits(figure.Fitting)} of {Screen.Count(figure.Searched, "count", "counts")} {(figure.Fitting == 1 ? "gives" : "give")} this figure; of any other figure of its size, {Chance(figure.ByChance)} would.";
        var named = figure.Named == 0 ? " Its words name none of them."
            : $" Its words name {Screen.Digits(figure.Named)}, of which {Screen.Digits(figure.NamedFitting)} {(figure.NamedFitting == 1 ? "gives" : "give")} it, and {Chance(figure.NamedByChance)} would any other.";
        return all + named;
    }

    private static string Chance(double number) => number < 0.05 ? (number == 0 ? "none" : "hardly any") : $"about {number.ToString(number < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture)}";

    private static void Suggestions(Screen screen, IReadOnlyList<Suggestion> suggestions, bool numbered = true)
    {
        for (var i = 0; i < suggestions.Count; i++)
        {
            var one = suggestions[i];
            screen.WriteWrapped($"{(numbered ? $"{i + 1})" : "-")} {(one.Claim is null ? "count" : "claim")} {SafeText.Line(one.What)}", indent: 3, hang: 3);
            screen.WriteWrapped(
                $"{one.Verdict.Word()}: {CheckPrinter.Ends(End(one.Low), End(one.High))}{(one.Unread > 0 ? $", {Screen.Digits(one.Unread)} unread" : "")}; words {one.Words.ToString("0%", CultureInfo.InvariantCulture)}",
                indent: 6, ink: one.Verdict switch { Verdict.Holds => Ink.Green, Verdict.Fails or Verdict.Error => Ink.Red, _ => Ink.Yellow });
        }
    }

    private static void Suggestions(Utf8JsonWriter json, string name, IReadOnlyList<Suggestion> suggestions)
    {
        json.WriteStartArray(name);
        foreach (var one in suggestions)
        {
            json.WriteStartObject();
            json.WriteString("claim", one.Claim);
            json.WriteString("what", one.What);
            json.WriteString("units", one.Kind);
            json.WriteString("verdict", one.Verdict.Word());
            Number(json, "low", one.Low);
            Number(json, "high", one.High);
            json.WriteNumber("unread", one.Unread);
            json.WriteString("reason", one.Reason);
            json.WriteNumber("words", one.Words);
            json.WriteString("sql", one.Sql);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? End(decimal? number) => number?.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, Math.Round(value, 10));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
