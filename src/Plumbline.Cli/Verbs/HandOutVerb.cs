using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Pipeline.Sheets;
using Plumbline.Review.Sheets;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb hand-out</c>: a small case for each coder.</summary>
internal static class HandOutVerb
{
    public static VerbEntry Entry { get; } = new("hand-out", "Makes a small case for each coder: their documents, and nobody's codings.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var output = new Argument<string>("OUT") { Description = "Folder that the small cases are made in, each under its coder's name." };
        var coders = new Option<string>("--coders") { HelpName = "A,B", Description = "Pseudonyms of the coders.", Required = true };
        var overlap = new Option<string>("--overlap") { HelpName = "PART", Description = "Part that all of them get, such as 10%; 0 if not given.", DefaultValueFactory = _ => "0" };
        var selection = new SelectionOptions();
        var verb = new Verb(Entry,
            new("plumb hand-out ~/cases/rallies /media/stick --coders quiet-heron-17,calm-otter-31 --overlap 10%", "All rulings dealt out to two, a tenth of them to both."),
            new("plumb hand-out ~/cases/rallies /media/stick --coders quiet-heron-17 --claim fined", "What the claim 'fined' waits for; plumb merge brings back what she coded."))
        {
            folder, output, coders, overlap,
        };
        selection.All.ToList().ForEach(verb.Options.Add);
        return verb.Runs(call =>
        {
            var opened = CaseAccess.OpenForWriting(call.Get(folder));
            string[] names = call.Get(coders)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var part = Part(call.Get(overlap)!);
            HandOutReport report;
            using (var progress = call.Progress())
            {
                report = selection.With(call, opened, "", chosen => CaseHandOut.Make(
                opened, call.Get(output), names, part, chosen, new JournalOptions { Who = CaseAccess.Who(opened), Clock = call.Clock }, progress, call.Stop));
            }

            Show(call, report, call.Get(folder));
            return ExitCode.Clean;
        });
    }

    private static double Part(string text)
    {
        var isPercent = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part >= 0 && part <= (isPercent ? 100 : 1)
            ? isPercent ? part / 100 : part
            : throw SheetProblems.NotAPart();
    }

    private static void Show(Call call, HandOutReport report, string shown)
    {
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "hand-out", json =>
            {
                json.WriteString("kind", report.Kind);
                json.WriteNumber("rows", report.Units);
                json.WriteNumber("shared", report.Shared);
                json.WriteStartArray("coders");
                foreach (var coder in report.Coders)
                {
                    json.WriteStartObject();
                    json.WriteString("coder", coder.Coder);
                    json.WriteString("folder", coder.Folder);
                    json.WriteNumber("documents", coder.Documents);
                    json.WriteNumber("rows", coder.Units);
                    json.WriteNumber("withheld", coder.Withheld);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonOutput.Problems(json, []);
            });
            return;
        }

        call.Out.WriteWrapped($"{Screen.Count(report.Units, "unit", "units")} of {report.Kind} dealt out, {Screen.Digits(report.Shared)} of them to all.");
        foreach (var coder in report.Coders)
        {
            call.Out.WriteWrapped(
                $"{coder.Coder}: {Screen.Count(coder.Units, "unit", "units")} in {Screen.Count(coder.Documents, "document", "documents")}; {Screen.Count(coder.Withheld, "payload", "payloads")} of the journal left out. {SafeText.Line(coder.Folder)}",
                indent: 2, hang: 2);
        }

        call.Remark($"Each builds and codes in their own folder. When it comes back: plumb merge {Call.Quoted(shown)} {Call.Quoted(report.Coders[0].Folder)}");
    }
}
