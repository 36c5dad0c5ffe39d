using System.CommandLine;
using System.Globalization;
using Plumbline.Claims;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Claims.Figures.Accuracy;
using Plumbline.Cli.Output;
using Plumbline.Evidence;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb figures</c>: every figure of a draft and what it says. Needs no case.</summary>
internal static class FiguresVerb
{
    public static VerbEntry Entry { get; } = new(
        "figures", "Lists every figure of a draft, English or Russian, with what it says and whether it needs backing.", "check", Create);

    private static Verb Create()
    {
        var draft = new Argument<string>("DRAFT") { Description = "A draft (Markdown, text, HTML, DOCX); with --labels the folder of the texts." };
        var labels = new Option<string[]>("--labels") { HelpName = "FILE", Description = "Compare with what a reader labelled (docs/figures.md), and say how good the reading is. May be given several times.", AllowMultipleArgumentsPerToken = false };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "With --labels: write the report (Markdown) into this file." };
        var unbacked = new Option<bool>("--needing-backing") { Description = "Leave out what needs none: dates, names, references and the like." };
        var checks = new Option<bool>("--checks") { Description = "List also what does not go together inside of the draft: the same thing stated twice, parts that don't add up, percentages that don't follow (docs/checks.md)." };
        var verb = new Verb(Entry,
            new("plumb figures article.md", "All figures, in the order of the draft."),
            new("plumb figures article.md --needing-backing", "Only those that a claim should stand behind."),
            new("plumb figures report.docx --checks", "What to look at again before anybody else does; needs no case."),
            new("plumb figures statja.txt --json", "For a script: place, kind, relation, value, unit of each."),
            new("plumb figures texts/ --labels labels.jsonl", "How many of the figures that a reader labelled are found, and read right."))
        {
            draft, unbacked, checks, labels, output,
        };
        return verb.Runs(call => call.Get(labels) is { Length: > 0 } files ? Measure(call, call.Get(draft), files, call.Get(output)) : Run(call, call.Get(draft), call.Get(unbacked), call.Get(checks)));
    }

    private static ExitCode Run(Call call, string path, bool onlyUnbacked, bool showChecks)
    {
        if (!File.Exists(path))
        {
            throw CliProblems.NoDraft(Path.GetFileName(path));
        }

        var draft = DraftReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        var all = DraftFigure.Of(draft);
        var shown = all.Where(f => !onlyUnbacked || f.Figure.NeedsBacking).ToList();
        var doubts = call.Json || showChecks ? DoubtSearch.Of(draft) : [];
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "figures", json =>
            {
                json.WriteString("draft", draft.File.Name);
                json.WriteString("text", draft.File.IsText ? null : draft.File.Text);
                json.WriteStartArray("figures");
                foreach (var figure in shown)
                {
                    figure.Write(json);
                }

                json.WriteEndArray();
                CheckJson.Checks(json, doubts);
                JsonOutput.Problems(json, draft.Problems);
            });
        }
        else
        {
            Show(call.Out, all, shown);
            if (showChecks)
            {
                call.Out.WriteLine();
                DoubtPrinter.Write(call.Out, doubts);
                call.Out.WriteWrapped(doubts.Count == 0 ? "Nothing to look at again." : $"{doubts.Count} to look at again.", ink: Ink.Bold);
            }

            call.Show(draft.Problems);
        }

        return draft.Problems.Any(p => p.Severity == Severity.Error) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static ExitCode Measure(Call call, string folder, string[] labels, string? output)
    {
        if (labels.Any(l => !File.Exists(l)))
        {
            throw CliProblems.NoLabelFile();
        }

        var sets = labels.Select(l => (Path.GetFileNameWithoutExtension(l), FigureAccuracy.Measure(folder, FigureLabel.Read(l)))).ToList();
        var report = FigureAccuracyPage.Write(sets);
        ReportOutput.Write(call, Entry.Name, report, output);
        return ExitCode.Clean;
    }

    private static void Show(Screen screen, IReadOnlyList<DraftFigure> all, IReadOnlyList<DraftFigure> shown)
    {
        var table = new TextTable("line", "figure", "kind", "says", "backing").Right(0);
        foreach (var (figure, _, line, column) in shown)
        {
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"{line}:{column}"), figure.Text, figure.Kind.Word(), Says(figure),
                figure.NeedsBacking ? "needed" : "");
        }

        table.Write(screen);
        screen.WriteWrapped(
            $"{Screen.Count(all.Count, "figure", "figures")}, {Screen.Digits(all.Count(f => f.Figure.NeedsBacking))} of them needing backing{(shown.Count < all.Count ? $"; {Screen.Digits(shown.Count)} shown" : "")}.", ink: Ink.Bold);
    }

    /// <summary>"&gt;= 141 person", "10 to 1080 minute"; the date of a date.</summary>
    private static string Says(Figure figure) =>
        figure.Date is { } date ? date.ToString()
        : figure.Low is not { } low ? ""
        : figure.Relation == Relation.Between ? $"{Verdicts.Shown(low)} to {Verdicts.Shown(figure.High)} {NounForms.Of(figure)}".TrimEnd()
        : $"{(figure.NeedsBacking ? figure.Relation.Sign() + " " : "")}{(figure.Kind == FigureKind.Year ? low.ToString(CultureInfo.InvariantCulture) : Verdicts.Shown(low))} {NounForms.Of(figure)}".TrimEnd();
}
