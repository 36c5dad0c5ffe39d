using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb verify</c>: whether everything is as it was written.</summary>
internal static class VerifyVerb
{
    public static VerbEntry Entry { get; } = new(
        "verify", "Checks that journal, archive and build are as they were written; names the first broken entry or file.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var heads = new Option<string?>("--heads") { HelpName = "FILE", Description = "Heads noted before with plumb log --heads: finds entries that were cut off." };
        var verb = new Verb(Entry,
            new("plumb verify ~/cases/rallies", "Check all of a case; exit code 4 when anything is broken."),
            new("plumb verify ~/cases/rallies --heads heads.txt", "Also that no entry was cut off since the heads were noted."))
        {
            folder, heads,
        };
        return verb.Runs(call => Run(call, call.Case(folder), call.Get(heads)));
    }

    private static ExitCode Run(Call call, CaseFolder folder, string? heads)
    {
        VerifyReport report;
        using (var progress = call.Progress())
        {
            report = CaseVerification.Verify(folder, new VerifyOptions { HeadsFile = heads }, progress, call.Stop);
        }

        var (build, buildProblems) = BuildVerification.Check(folder);
        var isIntact = report.IsIntact && report.KnownHeads != CheckOutcome.Failed && build != CheckOutcome.Failed;
        IReadOnlyList<Problem> problems = [.. report.Problems, .. buildProblems];

        if (call.Json)
        {
            JsonOutput.Object(call.Out, "verify", json =>
            {
                json.WriteBoolean("intact", isIntact);
                json.WriteNumber("entries", report.Entries);
                json.WriteNumber("erased", report.Erased);
                json.WriteNumber("erased_documents", report.ErasedDocuments);
                json.WriteNumber("withheld", report.Withheld);
                json.WriteNumber("blobs", report.Blobs);
                json.WriteNumber("bytes", report.Bytes);
                json.WriteNumber("blobs_without_entry", report.BlobsWithoutEntry);
                json.WriteString("known_heads", Word(report.KnownHeads));
                json.WriteString("build", Word(build));
                json.WriteStartArray("heads");
                foreach (var head in report.Heads)
                {
                    json.WriteStartObject();
                    json.WriteString("device", head.Device);
                    json.WriteNumber("seq", head.Seq);
                    json.WriteString("hash", head.Hash);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonOutput.Problems(json, problems);
            });
        }
        else
        {
            call.Show(problems);
            call.Out.WriteWrapped($"{Screen.Count(report.Entries, "journal entry", "journal entries")} and {Screen.Count(report.Blobs, "file", "files")} checked.");
            if (report.Erased + report.ErasedDocuments > 0)
            {
                call.Out.WriteWrapped(
                    $"Erased, each by an entry that says so: {Screen.Count(report.Erased, "payload", "payloads")}, {Screen.Count(report.ErasedDocuments, "document", "documents")}.");
            }

            if (report.Withheld > 0)
            {
                call.Out.WriteWrapped($"A hand-out: {Screen.Count(report.Withheld, "payload is", "payloads are")} in the case that it was made from, as its last entry says.");
            }

            call.Out.WriteWrapped(
                report.KnownHeads == CheckOutcome.NotChecked ? "Entries cut off at the end: not checked (give --heads)." : $"Known heads: {Word(report.KnownHeads)}.");
            call.Out.WriteWrapped(build == CheckOutcome.NotChecked ? "Build: there is none." : $"Build: {Word(build)}.");
            call.Out.WriteLine(isIntact ? "Intact." : "BROKEN.", isIntact ? Ink.Green : Ink.Red);
        }

        return !isIntact ? ExitCode.Integrity
            : problems.Any(p => p.Severity == Severity.Warning) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static string Word(CheckOutcome outcome) =>
        outcome switch { CheckOutcome.Passed => "passed", CheckOutcome.Failed => "failed", _ => "not-checked" };
}
