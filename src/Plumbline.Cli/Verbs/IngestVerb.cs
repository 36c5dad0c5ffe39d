using System.CommandLine;
using System.Globalization;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb ingest</c>: archives files and writes down who gave them.</summary>
internal static class IngestVerb
{
    public static VerbEntry Entry { get; } = new("ingest", "Brings files into the archive and writes down where they came from.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders. They are copied, never moved or changed.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { HelpName = "NAME", Description = "Pseudonym of the person or body that gave the files." };
        var url = new Option<string?>("--url") { HelpName = "URL", Description = "Where they were fetched. Nothing is fetched: Plumbline opens no connection." };
        var retrieved = new Option<string?>("--retrieved-at") { HelpName = "TIME", Description = "When they were fetched, such as 2026-03-01T14:30+03:00." };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "Anything else to remember." };
        var resume = new Option<bool>("--resume") { Description = "Go on after a stop: files that this computer entered just so before get no second entry." };
        var verb = new Verb(Entry,
            new("plumb ingest ~/cases/rallies ~/Downloads/rulings", "A folder with all that is in it."),
            new("plumb ingest ~/cases/rallies reply.pdf --source registry-office --note \"answer to our letter of 3 May\"", "One file, with who gave it."),
            new("plumb ingest ~/cases/rallies page.html --url https://court.example/1 --retrieved-at 2026-03-01T14:30+03:00", "A saved page, with where and when it was fetched."))
        {
            folder, paths, source, url, retrieved, note, resume,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(paths), new CustodyOptions
        {
            Source = call.Get(source),
            Url = call.Get(url),
            RetrievedAt = Time(call.Get(retrieved)),
            Note = call.Get(note),
            RecordAgain = !call.Get(resume),
            Clock = call.Clock,
        }));
    }

    private static ExitCode Run(Call call, string path, IReadOnlyList<string> paths, CustodyOptions options)
    {
        var folder = CaseAccess.OpenForWriting(path);
        CustodyReport report;
        using (var progress = call.Progress())
        {
            report = new CustodyStage(folder).Ingest(paths, options with { Who = CaseAccess.Who(folder) }, progress, call.Stop);
        }

        if (options.Source is { } source && report.Recorded > 0 && CaseWithdrawal.IsWithdrawn(folder, source))
        {
            report = report with { Problems = [.. report.Problems, CustodyProblems.FromWithdrawn(source, report.Recorded)] };
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, "ingest", json =>
            {
                json.WriteNumber("recorded", report.Recorded);
                json.WriteNumber("new_documents", report.NewDocuments);
                json.WriteNumber("already", report.Already);
                json.WriteNumber("bytes", report.Bytes);
                json.WriteBoolean("stopped", report.WasStopped);
                JsonOutput.Problems(json, report.Problems);
            });
        }
        else
        {
            call.Show(report.Problems);
            var already = report.Already > 0 ? $"; {Screen.Count(report.Already, "was", "were")} entered before" : "";
            call.Out.WriteWrapped(
                $"{Screen.Count(report.Recorded, "file", "files")} recorded, {Screen.Count(report.NewDocuments, "document", "documents")} new{already}.");
            call.Remark($"Next: plumb build {Call.Quoted(path)}");
        }

        if (report.WasStopped)
        {
            call.Show([CliProblems.Stopped()]);
            return ExitCode.Stopped;
        }

        return report.Problems.Any(p => p.Severity != Severity.Note) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static DateTimeOffset? Time(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            && char.IsAsciiDigit(text[0]) && text.Length >= 10 && text[4] == '-'
            ? time
            : throw CliProblems.NotATime("--retrieved-at");
}
