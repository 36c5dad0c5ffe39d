using System.CommandLine;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb code</c> and <c>plumb adjudicate</c>: a person's decision on a variable of a unit.</summary>
internal static class DecideVerbs
{
    private static readonly string[] ShownWords = [.. DecisionWords.AllShown];

    public static VerbEntry CodeEntry { get; } = new("code", "Enters what a person says a variable of a unit is, with the words it rests on.", "review", CreateCode);

    public static VerbEntry AdjudicateEntry { get; } = new("adjudicate", "Says what stands after coders disagreed.", "review", CreateAdjudicate);

    private static Verb CreateCode() => Create(DecisionAct.Coding, CodeEntry,
        new Example("plumb code ~/cases/rallies yt01qg2q outcome fine --as quiet-heron-17", "The machine is right: its words are taken as evidence."),
        new Example("plumb code ~/cases/rallies yt01qg2q fine_rub 15000 --quote \"в размере 15 000 рублей\" --as quiet-heron-17", "It is not: these are the words."),
        new Example("plumb code ~/cases/rallies yt01qg2q video_evidence no --read-whole --as quiet-heron-17", "Nothing is said of it, by somebody who read all of the ruling."),
        new Example("plumb code ~/cases/rallies yt01qg2q fine_rub --unclear 10000 15000 --as quiet-heron-17", "It can't be told which of the two."),
        new Example("plumb code ~/cases/rallies yt01qg2q fine_rub --undo --as quiet-heron-17", "Take the last of these back."));

    private static Verb CreateAdjudicate() => Create(DecisionAct.Adjudication, AdjudicateEntry,
        new Example("plumb adjudicate ~/cases/rallies yt01qg2q outcome fine --quote \"в виде штрафа\" --as calm-otter-31", "This stands, whatever the coders said."));

    private static Verb Create(DecisionAct act, VerbEntry entry, params Example[] examples)
    {
        var folder = CommonOptions.Case();
        var unit = new Argument<string>("UNIT") { Description = "Id of a unit, or its first characters." };
        var variable = new Argument<string>("VARIABLE") { Description = "The variable." };
        var values = new Argument<string[]>("VALUE") { Description = "Its value, or several where the variable takes several.", Arity = ArgumentArity.ZeroOrMore };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who decides.", Required = true };
        var quote = new Option<string[]>("--quote") { HelpName = "TEXT", Description = "Words in the unit that say it; once for all values, or once for each. Not needed where the machine found the same value." };
        var unclear = new Option<bool>("--unclear") { Description = "It can't be told; the values are those that are possible." };
        var notStated = new Option<bool>("--not-stated") { Description = "The source does not say it." };
        var notApplicable = new Option<bool>("--not-applicable") { Description = "The variable makes no sense for this unit." };
        var undo = new Option<bool>("--undo") { Description = "Take back the coder's last decision on the variable; the one before it stands again." };
        var whole = new Option<bool>("--read-whole") { Description = "The coder read the whole unit: what silence needs." };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "Anything to remember with it." };
        var shown = new Option<string?>("--shown") { HelpName = "WHAT", Description = "What the coder had been shown of the value: nothing, machine (the machine's), other (another person's). The most that is there, if not given." }.AcceptOnlyFromAmong(ShownWords);
        var blind = new Option<bool>("--blind") { Description = "The same as --shown nothing." };
        var verb = new Verb(entry, examples)
        {
            folder, unit, variable, values, coder, quote, unclear, notStated, notApplicable, undo, whole, note, shown, blind,
        };
        return verb.Runs(call =>
        {
            var name = entry.Name;
            Status[] said = [.. new[] { (unclear, Status.Unclear), (notStated, Status.NotStated), (notApplicable, Status.NotApplicable) }.Where(s => call.Get(s.Item1)).Select(s => s.Item2)];
            var given = call.Get(values);
            if (said.Length + (call.Get(undo) ? 1 : 0) > 1 || (given.Length > 0 && (call.Get(undo) || said.Any(s => s != Status.Unclear))))
            {
                throw ReviewProblems.SeveralWays();
            }

            if (call.Get(undo))
            {
                return Enter(call, call.Get(folder), name, review => review.Undo(call.Get(unit), call.Get(variable), act, call.Get(coder)!, call.Get(note)), "taken back");
            }

            return Enter(call, call.Get(folder), name, review => review.Decide(new DecisionRequest
            {
                Unit = call.Get(unit),
                Variable = call.Get(variable),
                Act = act,
                Status = said.Length == 1 ? said[0] : Status.Stated,
                Values = given,
                Quotes = call.Get(quote) ?? [],
                ReadWhole = call.Get(whole),
                Coder = call.Get(coder)!,
                Shown = Shown(call.Get(shown), call.Get(blind)),
                Note = call.Get(note),
            }));
        });
    }

    /// <summary>Enters a decision, an undo or an attach, and says so.</summary>
    public static ExitCode Enter(Call call, string path, string verb, Func<CaseReview, DecisionReceipt> enter, string did = "")
    {
        var folder = CaseAccess.OpenForWriting(path);
        var review = new CaseReview(folder, new JournalOptions { Who = CaseAccess.Who(folder), Clock = call.Clock });
        DecisionReceipt receipt;
        try
        {
            receipt = enter(review);
        }
        catch (UsageException) when (review.Near.Count > 0 && !call.Json)
        {
            call.Out.WriteLine("Like it are:");
            foreach (var near in review.Near)
            {
                call.Out.WriteWrapped(EvidencePrinter.Quote(near.Before, near.Words, near.After), indent: 2, hang: 2);
            }

            throw;
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, verb, json =>
            {
                json.WriteString("device", receipt.Entry.Device);
                json.WriteNumber("seq", receipt.Entry.Seq);
                json.WriteString("unit_id", receipt.Unit.Value);
                json.WriteString("kind", receipt.Kind);
                json.WriteString("variable", receipt.Variable);
                json.WritePropertyName("decision");
                json.WriteRawValue(DecisionPayload.Write(receipt.Decision));
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        var decision = receipt.Decision;
        call.Out.WriteWrapped($"{receipt.Entry.Short}  {receipt.Kind} {receipt.Unit} {receipt.Variable}: {Said(decision)} by {decision.Coder}{(did.Length > 0 ? ", " + did : "")}");
        if (did.Length == 0 && decision.Evidence.Select(e => e.Selector).OfType<TextSelector>().FirstOrDefault() is { } quote)
        {
            call.Out.WriteWrapped(EvidencePrinter.Quote(quote.Prefix, quote.Exact, quote.Suffix), indent: 2, hang: 2);
        }

        call.Remark($"Counted after: plumb build {Call.Quoted(path)}");
        return ExitCode.Clean;
    }

    /// <summary>What a decision says, in a few words.</summary>
    public static string Said(Decision decision) => decision.Status == Status.Stated
        ? SafeText.Line(string.Join(", ", decision.Values))
        : decision.Status.Word() + (decision.Candidates.Count > 0 ? $" ({SafeText.Line(string.Join(", ", decision.Candidates))})" : "");

    private static ShownBefore? Shown(string? word, bool blind)
    {
        if (word is null)
        {
            return blind ? ShownBefore.Nothing : null;
        }

        DecisionWords.TryShown(word, out var shown);
        return blind && shown != ShownBefore.Nothing ? throw ReviewProblems.WrongShown() : shown;
    }
}
