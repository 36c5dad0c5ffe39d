using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Pipeline.Sheets;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb worksheet</c>: a spreadsheet for coders.</summary>
internal static class WorksheetVerb
{
    public static VerbEntry Entry { get; } = new("worksheet", "Writes a spreadsheet for a coder: a row for each unit, to be filled in and imported.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var output = new Argument<string>("OUT") { Description = "The new workbook, such as anna.xlsx." };
        var blind = new Option<bool>("--blind") { Description = "Without what the machine found: the coder says what they read, and nothing else." };
        var variables = new Option<string>("--variables") { HelpName = "A,B", Description = "Variables to code; those of the claim, else all but the key, if not given.", DefaultValueFactory = _ => "" };
        var selection = new SelectionOptions();
        var verb = new Verb(Entry,
            new("plumb worksheet ~/cases/rallies anna.xlsx --claim fined", "What the claim 'fined' waits for, with what the machine found beside it."),
            new("plumb worksheet ~/cases/rallies audit.xlsx --sample 100 --seed 7 --blind", "A hundred rulings at random, to be read without a hint."),
            new("plumb worksheet ~/cases/rallies boris.xlsx --units ids.txt --variables outcome,fine_rub", "These units, these variables."))
        {
            folder, output, blind, variables,
        };
        selection.All.ToList().ForEach(verb.Options.Add);
        return verb.Runs(call =>
        {
            var opened = call.Case(folder);
            var path = Path.GetFullPath(call.Get(output));
            var report = selection.With(call, opened, call.Get(variables)!, chosen => CaseWorksheet.Write(opened, path, chosen, call.Get(blind)));
            Show(call, report, path, call.Get(folder));
            return ExitCode.Clean;
        });
    }

    private static void Show(Call call, WorksheetReport report, string path, string shown)
    {
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "worksheet", json =>
            {
                json.WriteString("file", path);
                json.WriteString("kind", report.Kind);
                json.WriteNumber("rows", report.Units);
                json.WriteNumber("unread", report.Unread);
                json.WriteStartArray("variables");
                report.Variables.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteBoolean("blind", report.Blind);
                json.WriteString("build", report.Build);
                JsonOutput.Problems(json, []);
            });
            return;
        }

        call.Out.WriteWrapped($"{Screen.Count(report.Units, "unit", "units")} of {report.Kind}, to be coded: {string.Join(", ", report.Variables)}. {(report.Unread > 0 ? $"The last {Screen.Digits(report.Unread)} are unread. " : "")}{(report.Blind ? "Blind: nothing of the machine is in it." : "What the machine found stands beside.")}");
        call.Remark($"When it comes back: plumb import-codings {Call.Quoted(shown)} {Call.Quoted(Path.GetFileName(path))} --as CODER");
    }
}
