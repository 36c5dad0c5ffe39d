using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb corrections</c>: which sentences of what was signed need a correction.</summary>
internal static class CorrectionsVerb
{
    public static VerbEntry Entry { get; } = new("corrections", "Says which sentences of a signed draft moved, why, and proposes a correction to edit.", "check", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var since = new Option<string>("--since") { HelpName = "SIGNATURE", Description = "The signature: its name, its entry, or last.", DefaultValueFactory = _ => Signatures.Last };
        var drafts = new Option<string[]>("--draft") { HelpName = "FILE", Description = "Only this signed draft, as plumb signatures names it." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write the page (Markdown) there." };
        var verb = new Verb(Entry,
            new("plumb corrections ~/cases/rallies", "What has to be corrected since the last signature."),
            new("plumb corrections ~/cases/rallies --since first-print --out corrections.md", "The same as a page for the editor."))
        {
            folder, since, drafts, output,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(since)!, call.Get(drafts) ?? [], call.Get(output)));
    }

    private static ExitCode Run(Call call, string path, string since, IReadOnlyList<string> drafts, string? output)
    {
        var folder = CaseFolder.Open(path);
        var signature = Signatures.Find(folder, since);
        using var built = BuiltCase.Open(folder);
        var report = CorrectionsReport.Of(CheckVerb.Since(call, folder, built, signature, signedText: true, drafts));
        var page = CorrectionsPage.Write(report);
        if (output is not null)
        {
            File.WriteAllText(output, page, Screen.Encoding);
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, "corrections", json =>
            {
                SincePrinter.Write(json, "signature", signature);
                json.WriteBoolean("stale", built.IsStale());
                json.WriteStartArray("sentences");
                foreach (var sentence in report.Sentences)
                {
                    json.WriteStartObject();
                    json.WriteString("draft", sentence.Draft);
                    json.WriteNumber("line", sentence.Line);
                    json.WriteString("sentence", sentence.Sentence);
                    json.WriteString("language", sentence.Language);
                    json.WriteString("correction", sentence.Text);
                    SincePrinter.Write(json, "figures", sentence.Figures);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonOutput.Problems(json, report.Since.Problems);
            });
        }
        else if (output is null)
        {
            call.Out.WriteRaw(SafeText.Lines(page));
        }
        else
        {
            call.Out.WriteWrapped($"{Screen.Count(report.Needed.Count(), "sentence needs", "sentences need")} a correction: {SafeText.Line(output)}");
        }

        call.Show(report.Since.Problems);
        CheckVerb.WarnIfStale(call, built, path);
        return report.Needed.Any() ? ExitCode.ProblemsFound : ExitCode.Clean;
    }
}
