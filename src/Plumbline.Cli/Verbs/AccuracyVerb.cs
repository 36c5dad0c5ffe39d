using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Coding;
using Plumbline.Coding.Accuracy;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb accuracy</c>: how good a codebook's rules are on texts that people have coded.</summary>
internal static class AccuracyVerb
{
    public static VerbEntry Entry { get; } = new(
        "accuracy", "Measures a codebook's rules against texts that people have coded: precision, recall, F1 with intervals.", "coding", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var labels = new Argument<string>("LABELS") { Description = "Folder with texts/ID.txt, labels.jsonl and spans.jsonl." };
        var kind = new Option<string?>("--in") { HelpName = "TABLE", Description = "The codebook of this table; the only one of texts if not given." };
        var title = new Option<string?>("--title") { HelpName = "TEXT", Description = "What was measured, for the heading; the folder's name if not given." };
        var more = new Option<string[]>("--labels") { HelpName = "FILE", Description = "More labels (JSON lines), for texts that labels.jsonl does not have; can be given again.", AllowMultipleArgumentsPerToken = false };
        var readers = new Option<string[]>("--reader") { HelpName = "FILE", Description = "Labels of one who read the same texts alone: compared with the other readers and the rules; can be given again." };
        var beside = new Option<string?>("--with") { HelpName = "PAGE", Description = "Put this page (Markdown) of another measurement at the end, its headings one deeper." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write the report (Markdown) into this file." };
        var verb = new Verb(Entry,
            new("plumb accuracy ~/cases/rallies ~/labelled/rulings", "Print the report."),
            new("plumb accuracy ~/cases/rallies ~/labelled/rulings --out docs/accuracy.md", "Write it as a page."))
        {
            folder, labels, more, readers, kind, title, beside, output,
        };
        return verb.Runs(call => Run(call, call.Case(folder), call.Get(labels), call.Get(more) ?? [], call.Get(readers) ?? [], call.Get(kind), call.Get(title), call.Get(beside), call.Get(output)));
    }

    private static ExitCode Run(Call call, CaseFolder folder, string labels, string[] more, string[] readers, string? kind, string? title, string? beside, string? output)
    {
        var texts = CaseCodebooks.Read(folder).Where(c => c.Of != Plumbline.Evidence.PlaceKind.Row && (kind is null || c.Kind.Table == kind)).ToList();
        var codebook = texts.Count == 1 ? texts[0] : throw CliProblems.WhichCodebook(texts.Select(c => c.Kind.Table));
        if (!File.Exists(Path.Combine(labels, "labels.jsonl")))
        {
            throw CliProblems.NoLabels();
        }

        if (more.Concat(readers).Append(beside).OfType<string>().Any(f => !File.Exists(f)))
        {
            throw CliProblems.NoLabelFile();
        }

        var report = AccuracyReport.Write(labels, codebook, title ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(labels))), more, readers);
        if (beside is not null)
        {
            report += "\n" + string.Join('\n', File.ReadAllText(beside).ReplaceLineEndings("\n").Split('\n').Select(l => l.StartsWith('#') ? "#" + l : l));
        }

        ReportOutput.Write(call, Entry.Name, report, output, json => json.WriteString("table", codebook.Kind.Table));
        return ExitCode.Clean;
    }
}
