using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb build</c>: makes what is stale, and nothing else.</summary>
internal static class BuildVerb
{
    public static VerbEntry Entry { get; } = new("build", "Makes the tables: reads what is new, codes what changed. Ctrl-C loses nothing.", "build", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var clean = new Option<bool>("--clean") { Description = "Take nothing from earlier builds. The digest comes out the same." };
        var retry = new Option<bool>("--retry") { Description = "Read again the documents whose reading failed." };
        var workers = new Option<int?>("--workers") { HelpName = "N", Description = "Threads and reader processes; one a processor if not given." };
        var asOf = new Option<string?>("--as-of") { HelpName = "SIGNATURE", Description = "Make the tables as they stood when this was signed (its name, its entry, or last), beside the build in use." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "With --as-of: put the tables there (DuckDB)." };
        var noCompare = new Option<bool>("--no-compare") { Description = "Do not compare with the last signature." };
        var verb = new Verb(Entry,
            new("plumb build ~/cases/rallies", "After new files, or after a change of a codebook."),
            new("plumb build ~/cases/rallies --clean", "Make everything anew."),
            new("plumb build ~/cases/rallies --as-of first-print --out then.duckdb", "The tables that the printed figures came from."))
        {
            folder, clean, retry, workers, asOf, output, noCompare,
        };
        return verb.Runs(call =>
        {
            var options = Options(call.Get(workers)) with { Clean = call.Get(clean), Retry = call.Get(retry) };
            return call.Get(asOf) is { } name ? AsOf(call, call.Get(folder), name, options, call.Get(output)) : Run(call, call.Get(folder), options, !call.Get(noCompare));
        });
    }

    /// <summary>Options that build with this program's own workers.</summary>
    public static BuildOptions Options(int? workers = null) => new()
    {
        Workers = Math.Max(1, workers ?? Environment.ProcessorCount),
        ReaderCommand = ChildCommand.OfThisProgram(Workers.Read),
    };

    /// <summary>Builds with progress.</summary>
    public static BuildReport Build(Call call, CaseFolder folder, BuildOptions options)
    {
        using var progress = call.Progress();
        return CaseBuild.Build(folder, options, progress, call.Stop);
    }

    private static ExitCode AsOf(Call call, string path, string name, BuildOptions options, string? output)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var signature = Signatures.Find(folder, name);
        SignedTablesReport report;
        using (var progress = call.Progress())
        {
            report = SignedTables.Make(folder, signature, options, output, progress, call.Stop);
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, "build", json =>
            {
                SincePrinter.Write(json, "signature", signature);
                json.WriteString("digest", report.Digest);
                json.WriteBoolean("same", report.IsSame);
                json.WriteString("out", output);
                json.WriteStartObject("units");
                report.Units.ToList().ForEach(u => json.WriteNumber(u.Key, u.Value));
                json.WriteEndObject();
                JsonOutput.Problems(json, report.Problems);
            });
        }
        else
        {
            call.Out.WriteWrapped("As of " + SincePrinter.Line(signature), hang: 2, ink: Ink.Bold);
            if (report.IsSame)
            {
                call.Out.WriteWrapped($"The tables come out as they were signed: digest {report.Digest[..16]}.", ink: Ink.Green);
            }

            call.Out.WriteWrapped(output is null ? "They were not kept; to keep them add --out FILE." : $"Tables: {SafeText.Line(output)}");
            call.Show(report.Problems);
        }

        return report.IsSame ? ExitCode.Clean : ExitCode.ProblemsFound;
    }

    private static ExitCode Run(Call call, string path, BuildOptions options, bool compares)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var report = Build(call, folder, options);
        var (since, fault) = compares && !report.NothingToDo ? Compare(call, folder) : default;
        if (call.Json)
        {
            WriteJson(call, report, since, fault is null ? [] : [fault]);
        }
        else
        {
            WriteText(call, path, report);
            if (since is not null)
            {
                SincePrinter.Glance(call.Out, since, Call.Quoted(path));
            }

            call.Show(fault is null ? [] : [fault]);
        }

        return report.Problems.GetValueOrDefault("error") > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    /// <summary>What became of the last signature's figures. The build is done whether or not that can be told.</summary>
    private static (SinceReport? Since, Problem? Fault) Compare(Call call, CaseFolder folder)
    {
        try
        {
            return (SinceSignature.Glance(folder, ChildCommand.OfThisProgram(Workers.Sql), call.Stop), null);
        }
        catch (PlumblineException e)
        {
            return (null, e.ToProblem());
        }
    }

    private static void WriteText(Call call, string path, BuildReport report)
    {
        if (report.NothingToDo)
        {
            call.Out.WriteLine($"Nothing to do: build {report.Id} is of these sources and codebooks.");
        }
        else
        {
            var table = new TextTable("stage", "done", "reused", "problems", "seconds").Right(1, 2, 3, 4);
            foreach (var stage in report.Stages)
            {
                table.Add(
                    stage.Stage, $"{Screen.Digits(stage.Done)} {stage.Things}", Screen.Digits(stage.Reused), Screen.Digits(stage.Problems),
                    stage.Seconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
            }

            table.Write(call.Out);
        }

        call.Out.WriteWrapped($"Build {report.Id}: {string.Join(", ", report.Units.Select(u => $"{Screen.Digits(u.Value)} {u.Key}"))}. Digest {report.Digest[..Math.Min(16, report.Digest.Length)]}.");
        if (report.NotDocuments.Values.Sum() is > 0 and var pages)
        {
            var kinds = report.NotDocuments.Select(n => $"{Screen.Count(n.Value, NotDocument.Of(n.Key).One, NotDocument.Of(n.Key).Many)} ({n.Key})");
            call.Out.WriteWrapped($"{Screen.Count(pages, "file is no document and counts", "files are no documents and count")} nowhere: {string.Join(", ", kinds)}.", ink: Ink.Yellow);
        }

        if (report.Problems.Values.Sum() is > 0 and var problems)
        {
            call.Out.WriteWrapped($"{Screen.Count(problems, "problem", "problems")} with documents; list: plumb problems {Call.Quoted(path)}", ink: Ink.Yellow);
        }
    }

    private static void WriteJson(Call call, BuildReport report, SinceReport? since, IReadOnlyList<Problem> problems) => JsonOutput.Object(call.Out, "build", json =>
    {
        json.WriteString("id", report.Id);
        json.WriteString("digest", report.Digest);
        json.WriteBoolean("nothing_to_do", report.NothingToDo);
        json.WriteStartArray("stages");
        foreach (var stage in report.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", stage.Stage);
            json.WriteString("things", stage.Things);
            json.WriteNumber("done", stage.Done);
            json.WriteNumber("reused", stage.Reused);
            json.WriteNumber("problems", stage.Problems);
            json.WriteNumber("seconds", Math.Round(stage.Seconds, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("units");
        foreach (var (table, count) in report.Units)
        {
            json.WriteNumber(table, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("problem_counts");
        foreach (var (severity, count) in report.Problems)
        {
            json.WriteNumber(severity, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("not_documents");
        foreach (var (code, count) in report.NotDocuments)
        {
            json.WriteNumber(code, count);
        }

        json.WriteEndObject();
        if (since is not null)
        {
            json.WriteStartObject("since");
            SincePrinter.Write(json, "signature", since.Signature);
            SincePrinter.Write(json, "moved", since.Moved);
            json.WriteNumber("unmoved", since.Unmoved);
            json.WriteEndObject();
        }

        JsonOutput.Problems(json, problems);
    });
}
