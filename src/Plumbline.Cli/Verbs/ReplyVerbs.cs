using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb ask</c>, <c>plumb answer</c> and <c>plumb replies</c>: what was asked of whom, and what came back.</summary>
internal static class ReplyVerbs
{
    private const string Template = "rulings-ru";
    private const string Codebook = "codebooks/replies.yaml";

    public static VerbEntry AskEntry { get; } = new("ask", "Writes down that somebody was asked for comment: whom, when, how, about what, until when.", "custody", CreateAsk);

    public static VerbEntry AnswerEntry { get; } = new("answer", "Writes down that an answer came in, with the letter.", "custody", CreateAnswer);

    public static VerbEntry RepliesEntry { get; } = new("replies", "Lists who was asked, who answered, and whose deadline is past.", "build", CreateReplies);

    private static Verb CreateAsk()
    {
        var folder = CommonOptions.Case();
        var whom = new Option<string>("--whom") { HelpName = "NAME", Description = "Person or body that was asked, as the draft names it.", Required = true };
        var how = new Option<string>("--how") { HelpName = "WAY", Description = "email, letter, telephone, in person, ...", Required = true };
        var about = new Option<string>("--about") { HelpName = "TEXT", Description = "What was asked, in a few words.", Required = true };
        var deadline = new Option<string?>("--deadline") { HelpName = "DATE", Description = "Until when an answer was asked for, as 2026-11-27." };
        var asked = new Option<string?>("--asked") { HelpName = "DATE", Description = "When; today if not given." };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who asked.", Required = true };
        var verb = new Verb(AskEntry,
            new Example("plumb ask ~/cases/rallies --whom \"City of Verkhovo\" --how email --about \"cameras in the metro\" --deadline 2026-11-27 --as quiet-heron-17", "Asked today, with a week to answer."))
        {
            folder, whom, how, about, deadline, asked, coder,
        };
        return verb.Runs(call => Ask(call, call.Get(folder), new ReplyRow
        {
            Whom = call.Get(whom)!,
            How = call.Get(how)!,
            About = call.Get(about)!,
            Deadline = Day("--deadline", call.Get(deadline)),
            Asked = Day("--asked", call.Get(asked)) ?? CaseDay.Today(CaseFolder.Open(call.Get(folder)), call.Clock),
            EnteredBy = call.Get(coder)!,
        }));
    }

    private static Verb CreateAnswer()
    {
        var folder = CommonOptions.Case();
        var unit = new Argument<string>("UNIT") { Description = "Id of the request, or its first characters (plumb replies)." };
        var on = new Option<string>("--on") { HelpName = "DATE", Description = "The day on which the answer came, as 2026-11-25.", Required = true };
        var file = new Option<string?>("--file") { HelpName = "LETTER", Description = "The answer as it came; it is archived." };
        var quote = new Option<string?>("--quote") { HelpName = "TEXT", Description = "Words of it that matter." };
        var source = new Option<string?>("--source") { HelpName = "NAME", Description = "Whose letter it is; who was asked, if not given." };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who says so.", Required = true };
        var verb = new Verb(AnswerEntry,
            new Example("plumb answer ~/cases/rallies yt01qg2q --on 2026-11-25 --file letter.pdf --quote \"We do not comment\" --as quiet-heron-17", "A letter came."),
            new Example("plumb answer ~/cases/rallies yt01qg2q --on 2026-11-25 --as quiet-heron-17", "An answer came of which there is no paper."))
        {
            folder, unit, on, file, quote, source, coder,
        };
        return verb.Runs(call => Enter(call, call.Get(folder), "answer", replies => replies.Answer(
            call.Get(unit), Day("--on", call.Get(on)) ?? throw ReplyProblems.NotADay("--on"), call.Get(quote), call.Get(file), call.Get(source), call.Get(coder)!)));
    }

    private static Verb CreateReplies()
    {
        var folder = CommonOptions.Case();
        var verb = new Verb(RepliesEntry, new Example("plumb replies ~/cases/rallies", "All requests, those without an answer first."))
        {
            folder,
        };
        return verb.Runs(call => List(call, call.Get(folder)));
    }

    private static ExitCode Ask(Call call, string path, ReplyRow row)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var target = Path.Combine(folder.Root, Codebook.Replace('/', Path.DirectorySeparatorChar));
        if (new CaseReplies(folder, Options(call, folder)).Register() is null)
        {
            if (File.Exists(target))
            {
                throw ReplyProblems.CodebookTaken();
            }

            Directory.CreateDirectory(folder.Codebooks);
            File.WriteAllText(target + ".new", CaseTemplates.Find(Template).Files.Single(f => f.Path == Codebook).Text.ReplaceLineEndings("\n"));
            File.Move(target + ".new", target);
            call.Remark($"Added {Codebook}: it makes a table of requests and replies.");
        }

        return Enter(call, path, "ask", replies => replies.Ask(row));
    }

    private static ExitCode Enter(Call call, string path, string verb, Func<CaseReplies, ReplyReceipt> enter)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var receipt = enter(new CaseReplies(folder, Options(call, folder)));
        var row = receipt.Row;
        if (call.Json)
        {
            JsonOutput.Object(call.Out, verb, json =>
            {
                json.WriteString("unit_id", receipt.Unit);
                json.WriteBoolean("new", receipt.IsNew);
                json.WriteString("whom", row.Whom);
                json.WriteString("about", row.About);
                json.WriteString("asked", CaseDay.Text(row.Asked));
                json.WriteString("deadline", CaseDay.Text(row.Deadline));
                json.WriteString("answered_on", CaseDay.Text(row.AnsweredOn));
                json.WriteString("document", receipt.Document.Hex);
                json.WriteString("letter", row.Letter?.Hex);
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        call.Out.WriteWrapped(
            $"{receipt.Unit}  {SafeText.Line(row.Whom)}, {(row.AnsweredOn is { } on ? $"answered {CaseDay.Text(on)}" : $"asked {CaseDay.Text(row.Asked)} by {SafeText.Line(row.How)}")}: {SafeText.Line(row.About)}{(receipt.IsNew ? "" : "; it was entered before")}", hang: 2);
        call.Remark($"Counted after: plumb build {Call.Quoted(path)}");
        return ExitCode.Clean;
    }

    private static ExitCode List(Call call, string path)
    {
        var folder = CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        var today = CaseDay.Today(folder, call.Clock);
        var replies = CaseReplies.Read(built);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "replies", json =>
            {
                json.WriteString("today", CaseDay.Text(today));
                json.WriteStartArray("replies");
                foreach (var reply in replies)
                {
                    PaperJson.Reply(json, reply, today);
                }

                json.WriteEndArray();
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        foreach (var reply in replies)
        {
            call.Out.WriteWrapped($"{reply.Unit}  {SafeText.Line(reply.Whom)}: {SafeText.Line(reply.About)}", hang: 2, ink: reply.Answered != "yes" && reply.DaysLeft(today) < 0 ? Ink.Yellow : Ink.Bold);
            call.Out.WriteWrapped(SafeText.Line(reply.InWords(today)), indent: 2, hang: 2);
            foreach (var answer in reply.Answers.Where(a => a.Quote is not null))
            {
                call.Out.WriteWrapped($"«{SafeText.Line(answer.Quote)}»", indent: 2, hang: 2);
            }
        }

        var over = replies.Count(r => r.Answered != "yes" && r.DaysLeft(today) < 0);
        call.Out.WriteWrapped(
            $"{Screen.Count(replies.Count, "request", "requests")}, {Screen.Digits(replies.Count(r => r.Answered == "yes"))} answered, {Screen.Digits(over)} past the deadline on {CaseDay.Text(today)}.", ink: Ink.Bold);
        if (built.IsStale())
        {
            call.Remark($"The case has changed since this build: plumb build {Call.Quoted(path)}");
        }

        return ExitCode.Clean;
    }

    private static JournalOptions Options(Call call, CaseFolder folder) => new() { Who = CaseAccess.Who(folder), Clock = call.Clock };

    private static DateOnly? Day(string option, string? text) => text is null ? null : CaseReplies.Day(text) ?? throw ReplyProblems.NotADay(option);
}
