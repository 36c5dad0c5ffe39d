using Plumbline.Cases;
using Plumbline.Claims.Sql;
using Plumbline.Cli.Output;
using Plumbline.Cli.Verbs;
using Plumbline.Custody;
using Plumbline.Invented;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Replies;
using Plumbline.Pipeline.Sheets;
using Plumbline.Processes;
using Plumbline.Review;

namespace Plumbline.Cli.Demo;

/// <summary>Makes the demo's case the way people would, step by step, each said as the command that does it.</summary>
/// <param name="call">The run.</param>
/// <param name="path">Folder of the case, as it is typed.</param>
/// <param name="rulings">Number of rulings.</param>
internal sealed class DemoMaking(Call call, string path, int rulings)
{
    private readonly string shown = Call.Quoted(path);
    private readonly string who = CaseAccess.MadeUp();

    /// <summary>New, ingested, asked for comment, built, coded by three people, built again.</summary>
    public CaseFolder Make()
    {
        call.Remark("Everything in this case is invented: the city, courts, companies, people and wordings.");
        var folder = New();
        Ingest(folder);
        var options = new JournalOptions { Who = who, Clock = call.Clock };
        Ask(folder, options);
        Build(folder);
        Answer(folder, options);
        Code(folder, options);
        Build(folder);
        return folder;
    }

    private CaseFolder New()
    {
        Step($"plumb new {shown}");
        var folder = CaseAccess.Make(path, DemoCase.Template, who, call.Clock, CaseAccess.SyncedBy(path), allowSynced: false);
        DemoCase.WriteFiles(folder.Sources, rulings, call.Stop);
        Say("(and the program writes invented files into its sources/)");
        return folder;
    }

    private void Ingest(CaseFolder folder)
    {
        foreach (var (given, source) in DemoCase.Given)
        {
            Step($"plumb ingest {shown} {shown}/sources/{given} --source {source}");
            CustodyReport taken;
            using (var progress = call.Progress())
            {
                taken = new CustodyStage(folder).Ingest([Path.Combine(folder.Sources, given)], new CustodyOptions { Who = who, Source = source, Clock = call.Clock }, progress, call.Stop);
            }

            if (taken.WasStopped)
            {
                throw new OperationCanceledException(call.Stop);
            }

            Say($"{Screen.Count(taken.Recorded, "file", "files")} recorded, {Screen.Count(taken.NewDocuments, "document", "documents")} new.");
        }
    }

    private void Ask(CaseFolder folder, JournalOptions options)
    {
        Step($"plumb ask {shown} --whom ... --about ...");
        var asked = DemoCase.Asked(folder, DemoPeople.First);
        foreach (var request in asked)
        {
            call.Stop.ThrowIfCancellationRequested();
            new CaseReplies(folder, options).Ask(request.Row);
        }

        Say($"{Screen.Count(asked.Count, "request", "requests")} for comment, by lists/asked.csv.");
    }

    private void Answer(CaseFolder folder, JournalOptions options)
    {
        Step($"plumb answer {shown} UNIT --on ... --file letter.txt --quote ...");
        var letters = Directory.CreateDirectory(Path.Combine(folder.Sources, "letters")).FullName;
        IReadOnlyList<Reply> replies;
        using (var built = BuiltCase.Open(folder))
        {
            replies = CaseReplies.Read(built);
        }

        var answered = DemoCase.Asked(folder, DemoPeople.First).Where(r => r.AnsweredOn is not null).ToList();
        foreach (var (i, request) in answered.Index())
        {
            call.Stop.ThrowIfCancellationRequested();
            var letter = Path.Combine(letters, FormattableString.Invariant($"invented-letter-{i + 1}.txt"));
            File.WriteAllBytes(letter, InventedSphere.Letter(request.Row.Whom, request.Quote));
            var unit = replies.Single(r => r.Whom == request.Row.Whom && r.About == request.Row.About).Unit;
            new CaseReplies(folder, options).Answer(unit, request.AnsweredOn!.Value, request.Quote, letter, null, DemoPeople.First);
        }

        Say($"{Screen.Count(answered.Count, "answer", "answers")} came in.");
    }

    /// <summary>Three coders fill in worksheets, two of them the same ones in part; a third says what stands where they differ.</summary>
    private void Code(CaseFolder folder, JournalOptions options)
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "worksheets"));
        var people = new DemoPeople(InventedSphere.Answers(rulings));
        var unsure = new List<(string Unit, string Value)>();
        using (var reader = Tables(folder))
        {
            var claim = new UnitSelection { Claim = SelectionOptions.Query(folder, DemoPeople.Claim), Reader = reader, Variables = DemoPeople.Variables.Split(',') };
            Sheet(DemoPeople.First, "rulings", claim, $"--claim {DemoPeople.Claim} --variables {DemoPeople.Variables}", doubts: 0);
            Sheet(DemoPeople.Second, "rulings", claim with { Sample = DemoPeople.Overlap, Seed = 7 }, $"--claim {DemoPeople.Claim} --variables {DemoPeople.Variables} --sample {DemoPeople.Overlap} --seed 7", doubts: 2);
        }

        Sheet(DemoPeople.Third, "interviews", new UnitSelection { Kind = "interviews" }, "--kind interviews", doubts: 0);
        Sheet(DemoPeople.Second, "interviews", new UnitSelection { Kind = "interviews", Sample = DemoPeople.TalksTwice, Seed = 7 }, $"--kind interviews --sample {DemoPeople.TalksTwice} --seed 7", doubts: 0);
        Sheet(DemoPeople.Third, "contracts", new UnitSelection { Kind = "contracts" }, "--kind contracts", doubts: 0);
        foreach (var (unit, value) in unsure)
        {
            Step($"plumb adjudicate {shown} {unit} {DemoPeople.Doubted} {value} --as {DemoPeople.Third}");
            new CaseReview(folder, options).Decide(new DecisionRequest
            {
                Unit = unit, Variable = DemoPeople.Doubted, Act = DecisionAct.Adjudication, Values = [value], Coder = DemoPeople.Third,
            });
            Say("One coder could not tell, the other could: this stands.");
        }

        void Sheet(string coder, string of, UnitSelection chosen, string how, int doubts)
        {
            call.Stop.ThrowIfCancellationRequested();
            var isBlind = coder == DemoPeople.Second;
            var name = $"{coder}-{of}";
            var sheet = Path.Combine(folder.Root, "worksheets", name + ".xlsx");
            var filled = Path.Combine(folder.Root, "worksheets", name + "-filled.xlsx");
            Step($"plumb worksheet {shown} {name}.xlsx {how}{(isBlind ? " --blind" : "")}");
            var written = CaseWorksheet.Write(folder, sheet, chosen, isBlind);
            unsure.AddRange(people.FillIn(sheet, filled, doubts));
            Say($"{Screen.Count(written.Units, "unit", "units")} of {written.Kind}. (An invented coder fills it in.)");
            Step($"plumb import-codings {shown} {name}-filled.xlsx --as {coder}");
            ImportReport taken;
            using (var progress = call.Progress())
            {
                taken = new CodingImport(folder, options, ChildCommand.OfThisProgram(Workers.Sheet)).Run(filled, new ImportOptions { Coder = coder }, progress, call.Stop);
            }

            Say($"{Screen.Count(taken.Entered.Count, "coding", "codings")} entered.");
        }
    }

    private void Build(CaseFolder folder)
    {
        Step($"plumb build {shown}");
        var build = BuildVerb.Build(call, folder, new BuildOptions { ReaderCommand = ChildCommand.OfThisProgram(Workers.Read) });
        Say($"{string.Join(", ", build.Units.Select(u => $"{Screen.Digits(u.Value)} {u.Key}"))}; {Screen.Digits(build.Problems.Values.Sum())} problems (plumb problems {shown}).");
    }

    private static TablesProcess Tables(CaseFolder folder)
    {
        using var built = BuiltCase.Open(folder);
        return new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
    }

    private void Step(string command)
    {
        call.Stop.ThrowIfCancellationRequested();
        if (!call.Json)
        {
            call.Out.WriteLine();
            call.Out.WriteWrapped("$ " + command, hang: 4, ink: Ink.Bold);
            call.Out.Flush();
        }
    }

    private void Say(string text)
    {
        if (!call.Json)
        {
            call.Out.WriteWrapped(text);
        }
    }
}
