using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb demo</c>: the whole way on invented rulings, to a draft in which one figure is wrong on purpose.</summary>
internal static class DemoVerb
{
    public static VerbEntry Entry { get; } = new(
        "demo", "Makes a case of invented Russian rulings, builds it, and checks a draft in which one figure is wrong on purpose.", null, Create);

    private static Verb Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A new folder; plumb-demo if not given.", DefaultValueFactory = _ => "plumb-demo" };
        var files = new Option<bool>("--files") { Description = "Only write the invented files into DIR, to try things with." };
        var count = new Option<int>("--count") { HelpName = "N", Description = $"Number of rulings, {DemoCase.Rulings} if not given (the draft's figures are of these).", DefaultValueFactory = _ => DemoCase.Rulings };
        var verb = new Verb(Entry,
            new("plumb demo", "The whole way, in a new folder plumb-demo."),
            new("plumb demo ~/practice --files --count 200", "Two hundred invented rulings and a list, to try things with."))
        {
            folder, files, count,
        };
        return verb.Runs(call => call.Get(files)
            ? WriteFiles(call, call.Get(folder), Math.Clamp(call.Get(count), 0, 1_000_000))
            : Run(call, call.Get(folder), Math.Clamp(call.Get(count), 1, 1_000_000)));
    }

    private static ExitCode WriteFiles(Call call, string path, int count)
    {
        DemoCase.WriteFiles(path, count, call.Stop);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "demo", json =>
            {
                json.WriteString("folder", Path.GetFullPath(path));
                json.WriteNumber("rulings", count);
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        call.Out.WriteWrapped($"Wrote {Screen.Count(count, "invented ruling", "invented rulings")} and a list into {SafeText.Line(path)}.");
        return ExitCode.Clean;
    }

    private static ExitCode Run(Call call, string path, int count)
    {
        call.Remark("Everything in this case is invented: towns, courts, people and wordings.");
        var shown = Call.Quoted(path);
        Step(call, $"plumb new {shown}");
        var who = CaseAccess.MadeUp();
        var folder = CaseCreation.Create(
            path,
            new CaseCreationOptions { Template = DemoCase.Template, Schemas = CaseSchemas.All.ToDictionary(s => s.FileName, s => s.Write()), Who = who, SyncedBy = CaseAccess.SyncedBy(path) },
            made => Journal.Create(made, new JournalOptions { Who = who, Clock = call.Clock }).Dispose());
        DemoCase.WriteFiles(folder.Sources, count, call.Stop);

        Step(call, $"plumb ingest {shown} {shown}/sources --source invented");
        CustodyReport taken;
        using (var progress = call.Progress())
        {
            taken = new CustodyStage(folder).Ingest([folder.Sources], new CustodyOptions { Who = who, Source = "invented", Clock = call.Clock }, progress, call.Stop);
        }

        if (taken.WasStopped)
        {
            throw new OperationCanceledException(call.Stop);
        }

        Say(call, $"{Screen.Count(taken.Recorded, "file", "files")} recorded, {Screen.Count(taken.NewDocuments, "document", "documents")} new.");

        Step(call, $"plumb build {shown}");
        var build = BuildVerb.Build(call, folder, new BuildOptions { ReaderCommand = ChildCommand.OfThisProgram(Workers.Read) });
        Say(call, $"{string.Join(", ", build.Units.Select(u => $"{Screen.Digits(u.Value)} {u.Key}"))}; {Screen.Digits(build.Problems.Values.Sum())} problems (plumb problems {shown}).");

        Step(call, $"plumb check {shown}");
        using var built = BuiltCase.Open(folder);
        var report = CheckVerb.Check(call, folder, built, []);
        if (call.Json)
        {
            call.Out.WriteRaw(Screen.Encoding.GetString(CheckJson.Write(report, "demo")));
            call.Out.WriteLine();
        }
        else
        {
            CheckPrinter.Write(call.Out, report, shown);
            call.Show(report.Problems);
            Explain(call, shown, report);
        }

        // The figure that is wrong on purpose must fail, and nothing else may; else the demo shows a fault of ours.
        return report.Claims.All(c => c.Id == DemoCase.WrongClaim ? c.Verdict == Verdict.Fails : c.Verdict is Verdict.Holds or Verdict.Open)
            ? ExitCode.Clean
            : ExitCode.ProblemsFound;
    }

    private static void Explain(Call call, string shown, CheckReport report)
    {
        if (report.Claims.FirstOrDefault(c => c.Verdict == Verdict.Fails) is not { } wrong)
        {
            return;
        }

        call.Out.WriteLine();
        call.Out.WriteWrapped(
            $"The draft says \"{SafeText.Line(wrong.Text)}\". However people settle what the rules have read, it is at most {wrong.High:#,0}: wrong on purpose, in {SafeText.Line(wrong.Draft)}, line {wrong.Line}. "
            + "What is open waits for people: rules alone confirm nothing.");
        call.Out.WriteLine();
        call.Out.WriteLine("Look further:", Ink.Bold);
        call.Out.WriteLine($"  plumb check {shown} --evidence {wrong.Id}");
        if (wrong.Evidence.FirstOrDefault() is { } row)
        {
            call.Out.WriteLine($"  plumb show {shown} {row.UnitId}");
        }

        call.Out.WriteLine($"  plumb search {shown} \"распознавание w/3 лицо\" --limit 3");
        call.Out.WriteLine($"  plumb query {shown} \"SELECT outcome, count(*) AS n FROM rulings GROUP BY outcome ORDER BY n DESC\"");
    }

    private static void Step(Call call, string command)
    {
        call.Stop.ThrowIfCancellationRequested();
        if (!call.Json)
        {
            call.Out.WriteLine();
            call.Out.WriteLine("$ " + command, Ink.Bold);
            call.Out.Flush();
        }
    }

    private static void Say(Call call, string text)
    {
        if (!call.Json)
        {
            call.Out.WriteWrapped(text);
        }
    }
}
