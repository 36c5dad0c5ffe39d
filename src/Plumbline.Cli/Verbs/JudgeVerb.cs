using System.CommandLine;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Review;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb judge</c>: says whether two units are the same.</summary>
internal static class JudgeVerb
{
    public static VerbEntry Entry { get; } = new("judge", "Says whether two units are the same.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var a = new Argument<string>("UNIT-A") { Description = "Id of a unit, or its first characters." };
        var b = new Argument<string>("UNIT-B") { Description = "The other." };
        var says = new Argument<string?>("JUDGEMENT") { Description = "same, different or unsure; missing with --undo.", Arity = ArgumentArity.ZeroOrOne };
        says.AcceptOnlyFromAmong([.. DecisionWords.AllSameness]);
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who judges.", Required = true };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "Why." };
        var undo = new Option<bool>("--undo") { Description = "Take back the coder's last judgement on these two; the one before it stands again." };
        var verb = new Verb(Entry,
            new Example("plumb judge ~/cases/rallies yt01qg2q 7k2m00ax same --as calm-otter-31", "They are one ruling: from now on one unit."),
            new Example("plumb judge ~/cases/rallies yt01qg2q 7k2m00ax different --note \"two people, one court day\" --as calm-otter-31", "They are two, whatever their keys say."),
            new Example("plumb judge ~/cases/rallies yt01qg2q 7k2m00ax --undo --as calm-otter-31", "Take it back."))
        {
            folder, a, b, says, coder, note, undo,
        };
        return verb.Runs(call =>
        {
            var path = call.Get(folder);
            var isSaid = DecisionWords.TrySameness(call.Get(says), out var word);
            if (isSaid == call.Get(undo))
            {
                throw ReviewProblems.NothingSaid();
            }

            var opened = CaseAccess.OpenForWriting(path);
            var judging = new UnitJudging(opened, new JournalOptions { Who = CaseAccess.Who(opened), Clock = call.Clock });
            var receipt = isSaid
                ? judging.Judge(call.Get(a), call.Get(b), word, call.Get(coder)!, call.Get(note))
                : judging.Undo(call.Get(a), call.Get(b), call.Get(coder)!, call.Get(note));
            Show(call, path, receipt, !isSaid);
            return ExitCode.Clean;
        });
    }

    private static void Show(Call call, string path, JudgementReceipt receipt, bool isUndone)
    {
        var judgement = receipt.Judgement;
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "judge", json =>
            {
                json.WriteString("device", receipt.Entry.Device);
                json.WriteNumber("seq", receipt.Entry.Seq);
                json.WriteString("kind", judgement.Kind);
                json.WriteString("unit_a", receipt.A.Value);
                json.WriteString("unit_b", receipt.B.Value);
                json.WriteString("judgement", judgement.Says.Word());
                json.WriteString("coder", judgement.Coder);
                json.WriteString("note", judgement.Note);
                json.WriteBoolean("undo", isUndone);
                JsonOutput.Problems(json, []);
            });
            return;
        }

        call.Out.WriteWrapped($"{receipt.Entry.Short}  {judgement.Kind} {receipt.A} and {receipt.B}: {judgement.Says.Word()} by {judgement.Coder}{(isUndone ? ", taken back" : "")}");
        call.Remark($"Counted after: plumb build {Call.Quoted(path)}");
    }
}
