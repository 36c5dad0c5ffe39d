using System.CommandLine;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Sheets;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb import-codings</c>: takes a worksheet back, or the spreadsheet of an old review.</summary>
internal static class ImportCodingsVerb
{
    private const int ShownProblems = 50;

    public static VerbEntry Entry { get; } = new("import-codings", "Takes a filled-in worksheet, or an old review's spreadsheet, in as a coder's decisions.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var file = new Argument<string>("FILE") { Description = "A worksheet (XLSX or CSV), or any table of that kind with --map." };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who filled it in.", Required = true };
        var map = new Option<string?>("--map") { HelpName = "MAP", Description = "A YAML file that says what the columns mean." };
        var kind = new Option<string?>("--kind") { HelpName = "KIND", Description = "Kind of unit, where neither sheet nor map says it." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be entered, and which rows have faults." };
        var skip = new Option<bool>("--skip-unmatched") { Description = "Leave out rows whose unit is not found. Without it nothing is entered when there is one." };
        var verb = new Verb(Entry,
            new("plumb import-codings ~/cases/rallies anna.xlsx --as quiet-heron-17", "Anna's worksheet, all of it or nothing."),
            new("plumb import-codings ~/cases/rallies review-2019.xlsx --as desk-2019 --map review-2019.yaml --dry-run", "What an old review would bring."))
        {
            folder, file, coder, map, kind, dry, skip,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(file), new ImportOptions
        {
            Coder = call.Get(coder)!,
            Map = call.Get(map),
            Kind = call.Get(kind),
            DryRun = call.Get(dry),
            SkipUnmatched = call.Get(skip),
        }));
    }

    private static ExitCode Run(Call call, string path, string file, ImportOptions options)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var import = new CodingImport(folder, new JournalOptions { Who = CaseAccess.Who(folder), Clock = call.Clock }, ChildCommand.OfThisProgram(Workers.Sheet));
        ImportReport report;
        try
        {
            using var progress = call.Progress();
            report = import.Run(file, options, progress, call.Stop);
        }
        catch (UsageException) when (import.Near.Count > 0 && !call.Json)
        {
            call.Out.WriteLine("Like the words that were not found are:");
            foreach (var row in import.Near)
            {
                foreach (var near in row.Near)
                {
                    call.Out.WriteWrapped($"row {row.Row}, {row.Variable}: {EvidencePrinter.Quote(near.Before, near.Words, near.After)}", indent: 2, hang: 2);
                }
            }

            throw;
        }

        if (call.Json)
        {
            WriteJson(call, report, options.DryRun);
        }
        else
        {
            Show(call, report, options);
            if (report.Entries is not null)
            {
                call.Remark($"Counted after: plumb build {Call.Quoted(path)}");
            }
        }

        return report.Problems.Any(p => p.Severity != Severity.Note) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static void Show(Call call, ImportReport report, ImportOptions options)
    {
        var did = options.DryRun ? "would be entered" : report.Entries is var (first, last) ? $"entered as {first.Short}{(first == last ? "" : $" to {last.Seq}")}" : "entered";
        call.Out.WriteWrapped($"{SafeText.Line(report.File)}: {Screen.Count(report.Rows, "row", "rows")} of {report.Kind}. {Screen.Count(report.Entered.Count, "coding", "codings")} by {options.Coder} {did}."
            + (report.Before > 0 ? $" {Screen.Digits(report.Before)} entered before." : "") + (report.Unmatched > 0 ? $" {Screen.Count(report.Unmatched, "row", "rows")} left out." : ""));
        foreach (var variable in report.Entered.GroupBy(d => d.Variable))
        {
            var without = variable.Count(d => d.IsWithoutWords);
            call.Out.WriteWrapped(
                $"{variable.Key}: {Screen.Digits(variable.Count())}{(without > 0 ? $", {Screen.Digits(without)} of them without words of the source: possible, not confirmed" : "")}", indent: 2, hang: 2);
        }

        call.Show([.. report.Problems.Take(ShownProblems)]);
    }

    private static void WriteJson(Call call, ImportReport report, bool dry) => JsonOutput.Object(call.Out, "import-codings", json =>
    {
        json.WriteString("file", report.File);
        json.WriteString("sha256", report.Sha256);
        json.WriteString("kind", report.Kind);
        json.WriteBoolean("dry_run", dry);
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("unmatched", report.Unmatched);
        json.WriteNumber("entered", report.Entered.Count);
        json.WriteNumber("before", report.Before);
        json.WriteNumber("without_words", report.Entered.Count(d => d.IsWithoutWords));
        json.WriteStartArray("entries");
        foreach (var entry in report.Entries is var (first, last) ? [first, last] : Array.Empty<Review.EntryName>())
        {
            json.WriteStartObject();
            json.WriteString("device", entry.Device);
            json.WriteNumber("seq", entry.Seq);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, report.Problems);
    });
}
