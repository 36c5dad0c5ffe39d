using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
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
        var verb = new Verb(Entry,
            new("plumb build ~/cases/rallies", "After new files, or after a change of a codebook."),
            new("plumb build ~/cases/rallies --clean", "Make everything anew."))
        {
            folder, clean, retry, workers,
        };
        return verb.Runs(call => Run(call, call.Get(folder), new BuildOptions
        {
            Clean = call.Get(clean),
            Retry = call.Get(retry),
            Workers = Math.Max(1, call.Get(workers) ?? Environment.ProcessorCount),
            ReaderCommand = ChildCommand.OfThisProgram(Workers.Read),
        }));
    }

    /// <summary>Builds with progress.</summary>
    public static BuildReport Build(Call call, CaseFolder folder, BuildOptions options)
    {
        using var progress = call.Progress();
        return CaseBuild.Build(folder, options, progress, call.Stop);
    }

    private static ExitCode Run(Call call, string path, BuildOptions options)
    {
        var report = Build(call, CaseAccess.OpenForWriting(path), options);
        if (call.Json)
        {
            WriteJson(call, report);
        }
        else
        {
            WriteText(call, path, report);
        }

        return report.Problems.GetValueOrDefault("error") > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
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
        if (report.Problems.Values.Sum() is > 0 and var problems)
        {
            call.Out.WriteWrapped($"{Screen.Count(problems, "problem", "problems")} with documents; list: plumb problems {Call.Quoted(path)}", ink: Ink.Yellow);
        }
    }

    private static void WriteJson(Call call, BuildReport report) => JsonOutput.Object(call.Out, "build", json =>
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
        JsonOutput.Problems(json, []);
    });
}
