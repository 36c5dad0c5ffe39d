using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Sheets;
using Plumbline.Processes;
using Plumbline.Review;

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
        var before = Check(call, folder);
        Say(call, Counts(before));
        if (before.Claims.Any(c => c.Id == DemoPeople.Claim && c.Verdict == Verdict.Open))
        {
            Decide(call, folder, shown, count, who);
            Step(call, $"plumb check {shown}");
        }

        var report = Check(call, folder);
        Compare(call, before, report);
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

    /// <summary>Two coders fill in worksheets, a third says what stands where they differ, and the case is built again.</summary>
    private static void Decide(Call call, CaseFolder folder, string shown, int count, string who)
    {
        var truth = DemoCase.Truth(count);
        var options = new JournalOptions { Who = who, Clock = call.Clock };
        Directory.CreateDirectory(Path.Combine(folder.Root, "worksheets"));
        using (var reader = Tables(folder))
        {
            var selection = new UnitSelection { Claim = SelectionOptions.Query(folder, DemoPeople.Claim), Reader = reader };
            var unsure = new List<string>();
            foreach (var (coder, chosen, more) in new[]
            {
                (DemoPeople.First, selection, ""), (DemoPeople.Second, selection with { Sample = DemoPeople.Overlap, Seed = 7 }, $" --sample {DemoPeople.Overlap} --seed 7 --blind"),
            })
            {
                var sheet = Path.Combine(folder.Root, "worksheets", coder + ".xlsx");
                var filled = Path.Combine(folder.Root, "worksheets", coder + "-filled.xlsx");
                Step(call, $"plumb worksheet {shown} {coder}.xlsx --claim {DemoPeople.Claim}{more}");
                var written = CaseWorksheet.Write(folder, sheet, chosen, blind: coder == DemoPeople.Second);
                Say(call, $"{Screen.Count(written.Units, "unit", "units")} of {written.Kind}. (An invented coder fills it in.)");
                unsure.AddRange(DemoPeople.FillIn(sheet, filled, truth, doubts: coder == DemoPeople.Second ? 2 : 0));
                Step(call, $"plumb import-codings {shown} {coder}-filled.xlsx --as {coder}");
                var taken = new CodingImport(folder, options, ChildCommand.OfThisProgram(Workers.Sheet)).Run(filled, new ImportOptions { Coder = coder }, cancellation: call.Stop);
                Say(call, $"{Screen.Count(taken.Entered.Count, "coding", "codings")} entered.");
            }

            foreach (var unit in unsure)
            {
                Step(call, $"plumb adjudicate {shown} {unit} {DemoPeople.Variable} {DemoPeople.Value} --as {DemoPeople.Third}");
                new CaseReview(folder, options).Decide(new DecisionRequest
                {
                    Unit = unit, Variable = DemoPeople.Variable, Act = DecisionAct.Adjudication, Values = [DemoPeople.Value], Coder = DemoPeople.Third,
                });
                Say(call, "One coder could not tell, the other could: this stands.");
            }
        }

        Step(call, $"plumb build {shown}");
        BuildVerb.Build(call, folder, new BuildOptions { ReaderCommand = ChildCommand.OfThisProgram(Workers.Read) });
        Say(call, "What people decided is counted; nothing else was read again.");
    }

    private static CheckReport Check(Call call, CaseFolder folder)
    {
        using var built = BuiltCase.Open(folder);
        return CheckVerb.Check(call, folder, built, []);
    }

    private static TablesProcess Tables(CaseFolder folder)
    {
        using var built = BuiltCase.Open(folder);
        return new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
    }

    private static string Counts(CheckReport report) =>
        string.Join(", ", report.Claims.GroupBy(c => c.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {VerdictWord(g.Key)}")) + ".";

    private static string VerdictWord(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>What people changed, claim for claim.</summary>
    private static void Compare(Call call, CheckReport before, CheckReport after)
    {
        foreach (var (was, now) in before.Claims.Zip(after.Claims).Where(c => c.First.Verdict != c.Second.Verdict || c.First.Low != c.Second.Low))
        {
            static string Ends(CheckedClaim claim) => CheckPrinter.Ends(claim.Low?.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture), claim.High?.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture));
            Say(call, $"\"{SafeText.Line(now.Text)}\" ({now.Id}): before people decided {VerdictWord(was.Verdict)}, {Ends(was)}; after {VerdictWord(now.Verdict)}, {Ends(now)}.");
        }
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
            + "Rules alone confirm nothing: what people coded in their worksheets made the other figures hold.");
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
