using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Cli.Demo;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Invented;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb demo</c>: the whole way on an invented investigation, to a draft in which four figures are wrong on purpose.</summary>
internal static class DemoVerb
{
    public static VerbEntry Entry { get; } = new(
        "demo", "Makes an invented investigation, builds it, and checks a draft in which four figures are wrong on purpose.", null, Create);

    private static Verb Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A new folder; plumb-demo if not given. With --plant also one that the demo made.", DefaultValueFactory = _ => "plumb-demo" };
        var files = new Option<bool>("--files") { Description = "Only write the invented files into DIR, to try things with." };
        var count = new Option<int>("--count") { HelpName = "N", Description = $"Number of rulings, {InventedSphere.Rulings} if not given (the draft's figures are of these).", DefaultValueFactory = _ => InventedSphere.Rulings };
        var plant = new Option<int?>("--plant") { HelpName = "N", Description = "Plant N errors at random in the right draft, and say which of them the check finds." };
        var seed = new Option<long>("--seed") { HelpName = "S", Description = "With --plant: which errors, 1 if not given; the same for the same number.", DefaultValueFactory = _ => 1 };
        var verb = new Verb(Entry,
            new("plumb demo", "The whole way, in a new folder plumb-demo."),
            new("plumb demo --plant 10 --seed 7", "Ten errors in each draft; the case is made first where it is not there."),
            new("plumb demo ~/practice --files --count 200", "Two hundred invented rulings and all the rest, to try things with."))
        {
            folder, files, count, plant, seed,
        };
        return verb.Runs(call => call.Get(files) ? WriteFiles(call, call.Get(folder), Math.Clamp(call.Get(count), 0, 1_000_000))
            : call.Get(plant) is { } errors ? Plant(call, call.Get(folder), Math.Clamp(call.Get(count), 1, 1_000_000), Math.Clamp(errors, 0, 1000), call.Get(seed))
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

        call.Out.WriteWrapped($"Wrote {Screen.Count(count, "invented ruling", "invented rulings")}, interviews, incidents, customs records, contracts and a list into {SafeText.Line(path)}.");
        return ExitCode.Clean;
    }

    private static ExitCode Run(Call call, string path, int count)
    {
        var folder = new DemoMaking(call, path, count).Make();
        CheckReport report;
        using (var built = BuiltCase.Open(folder))
        {
            report = CheckVerb.Check(call, folder, built, []);
        }

        if (call.Json)
        {
            call.Out.WriteRaw(Screen.Encoding.GetString(CheckJson.Write(report, "demo")));
            call.Out.WriteLine();
        }
        else
        {
            DemoPrinter.Write(call, report, Call.Quoted(path));
        }

        // What is wrong on purpose must fail, and nothing else may; else the demo shows a fault of ours.
        return DemoErrors.AreJustFound(report) && report.Problems.All(p => p.Severity != Severity.Error) ? ExitCode.Clean : ExitCode.ProblemsFound;
    }

    private static ExitCode Plant(Call call, string path, int count, int errors, long seed)
    {
        var folder = DemoCase.IsIn(path) ? CaseFolder.Open(path) : new DemoMaking(call, path, count).Make();
        var drafts = PlantCheck.Run(call, folder, errors, seed);
        if (call.Json)
        {
            DemoPrinter.WriteJson(call.Out, drafts, seed);
        }
        else
        {
            DemoPrinter.Write(call, drafts, Call.Quoted(path), seed);
        }

        return drafts.All(d => d.Errors.All(e => e.IsFound) && d.FalseAlarms.Count == 0) ? ExitCode.Clean : ExitCode.ProblemsFound;
    }
}
