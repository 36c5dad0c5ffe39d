using System.CommandLine;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb withdraw</c>: takes a source or a document out of every reading, without deleting anything.</summary>
internal static class WithdrawVerb
{
    public static VerbEntry Entry { get; } = new("withdraw", "Takes a source or a document out of every reading, or brings it back; lists the claims that break before it is done.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var target = new Argument<string>("SOURCE|DOCUMENT") { Description = "Word of a source (plumb source CASE), or a document's SHA-256; the beginning is enough where it is the only one." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why. It stays in the journal.", Required = true };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who decides.", Required = true };
        var undo = new Option<bool>("--undo") { Description = "Bring it back: documents, units and decisions count again." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would change." };
        var yes = new Option<bool>("--yes") { Description = "Don't ask." };
        var verb = new Verb(Entry,
            new("plumb withdraw ~/cases/rallies registry-clerk --reason \"asked us to wait\" --as calm-otter-31 --dry-run", "What would break."),
            new("plumb withdraw ~/cases/rallies 9c56cc51b374 --reason \"forged\" --as calm-otter-31", "One document."),
            new("plumb withdraw ~/cases/rallies registry-clerk --undo --reason \"agreed again\" --as calm-otter-31", "Back."))
        {
            folder, target, reason, coder, undo, dry, yes,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(target), call.Get(reason)!, call.Get(coder)!, call.Get(undo), call.Get(dry), call.Get(yes)));
    }

    private static ExitCode Run(Call call, string path, string target, string reason, string coder, bool isUndo, bool isDry, bool isYes)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw CliProblems.NoReason();
        }

        var folder = CaseAccess.OpenForWriting(path);
        var withdrawal = new CaseWithdrawal(folder, new BuildOptions { ReaderCommand = ChildCommand.OfThisProgram(Workers.Read) }, ChildCommand.OfThisProgram(Workers.Sql));
        WithdrawalPlan plan;
        using (var progress = call.Progress())
        {
            plan = withdrawal.Plan(target, isUndo, reason, coder, progress, call.Stop);
        }

        if (!call.Json)
        {
            Write(call.Out, plan);
        }

        var isDone = !isDry && (isYes || call.Agrees(isUndo ? "Bring it back?" : "Withdraw it?"));
        var entries = isDone ? withdrawal.Enter(plan, new JournalOptions { Who = CaseAccess.Who(folder), Clock = call.Clock }) : [];
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "withdraw", json => Write(json, plan, isDry, entries));
        }
        else if (isDone)
        {
            call.Out.WriteWrapped($"{(isUndo ? "Reinstated" : "Withdrawn")}: {string.Join(", ", entries.Select(e => $"{e.Device[..8]}:{e.Seq}"))}", ink: Ink.Bold);
            call.Remark($"Counted after: plumb build {Call.Quoted(path)}");
        }
        else
        {
            call.Out.WriteWrapped("Nothing was changed.");
        }

        return isDry && plan.Moves.Any(m => m.IsBroken) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static void Write(Screen screen, WithdrawalPlan plan)
    {
        var shown = plan.IsSource ? SafeText.Line(plan.Target) : plan.Target[..12];
        screen.WriteWrapped(
            $"{(plan.IsUndo ? "Back with" : "Out with")} {shown}: {Screen.Count(plan.Documents.Count, "document", "documents")}{(plan.Decisions > 0 ? $", {Screen.Count(plan.Decisions, "decision", "decisions")}" : "")}.", ink: Ink.Bold);
        foreach (var (table, before) in plan.UnitsBefore ?? new Dictionary<string, long>())
        {
            if (plan.UnitsAfter!.GetValueOrDefault(table) is var after && after != before)
            {
                screen.WriteWrapped($"{SafeText.Line(table)}: {Screen.Digits(before)}, then {Screen.Digits(after)}", indent: 2, hang: 2);
            }
        }

        if (plan.Staying.Count > 0 && !plan.IsUndo)
        {
            screen.WriteWrapped($"{Screen.Count(plan.Staying.Count, "document came", "documents came")} also from elsewhere and {(plan.Staying.Count == 1 ? "stays" : "stay")}.", indent: 2, hang: 2);
        }

        if (plan.UnitsBefore is null)
        {
            screen.WriteWrapped("The case has no codebook, so no claim was looked at.");
            return;
        }

        foreach (var move in plan.Moves)
        {
            var word = move.IsBroken ? "BREAKS" : move.IsMended ? "mended" : "moves";
            screen.WriteWrapped($"{word,-7} {SafeText.Line(move.Claim)}{Place(move)}: {Stood(move.Before)}, then {Stood(move.After)}", hang: 8, ink: move.IsBroken ? Ink.Red : Ink.None);
        }

        screen.WriteWrapped(plan.Moves.Count == 0 ? "No claim moves."
            : plan.Moves.Count(m => m.IsBroken) is > 0 and var broken ? $"{Screen.Count(broken, "claim breaks", "claims break")}." : "No claim breaks.");
    }

    private static string Place(FigureMove move) => (move.After ?? move.Before) is { Draft: { } draft } at ? $" \"{SafeText.Line(at.Text)}\" ({SafeText.Line(draft)}:{at.Line})" : "";

    private static string Stood(FigureStanding? standing) => standing is null ? "not there"
        : string.Join(" ", new[]
        {
            standing.Verdict?.Word() ?? "",
            standing.Low is null && standing.High is null ? "" : CheckPrinter.Ends(standing.Low?.ToString(), standing.High?.ToString()),
            standing.Unread > 0 ? $"({Screen.Digits(standing.Unread)} unread)" : "",
        }.Where(p => p.Length > 0));

    private static void Write(Utf8JsonWriter json, WithdrawalPlan plan, bool isDry, IReadOnlyList<JournalEntry> entries)
    {
        json.WriteBoolean("dry_run", isDry);
        json.WriteBoolean("undo", plan.IsUndo);
        json.WriteString("source", plan.IsSource ? plan.Target : null);
        json.WriteString("document", plan.IsSource ? null : plan.Target);
        json.WriteStartArray("entries");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("device", entry.Device);
            json.WriteNumber("seq", entry.Seq);
            json.WriteString("what", entry.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Documents(json, "documents", plan.Documents);
        Documents(json, "staying", plan.Staying);
        json.WriteNumber("decisions", plan.Decisions);
        Units(json, "units_before", plan.UnitsBefore);
        Units(json, "units_after", plan.UnitsAfter);
        json.WriteStartArray("moves");
        foreach (var move in plan.Moves)
        {
            json.WriteStartObject();
            json.WriteString("id", move.Claim);
            json.WriteBoolean("breaks", move.IsBroken);
            json.WriteBoolean("mended", move.IsMended);
            Standing(json, "before", move.Before);
            Standing(json, "after", move.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, []);
    }

    private static void Documents(Utf8JsonWriter json, string name, IReadOnlyList<ArchivedDocument> documents)
    {
        json.WriteStartArray(name);
        foreach (var document in documents)
        {
            json.WriteStringValue(document.Id.Hex);
        }

        json.WriteEndArray();
    }

    private static void Units(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long>? units)
    {
        json.WriteStartObject(name);
        foreach (var (table, count) in units ?? new Dictionary<string, long>())
        {
            json.WriteNumber(table, count);
        }

        json.WriteEndObject();
    }

    private static void Standing(Utf8JsonWriter json, string name, FigureStanding? standing)
    {
        if (standing is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("draft", standing.Draft);
        json.WriteNumber("line", standing.Line);
        json.WriteString("text", standing.Text);
        json.WriteString("verdict", standing.Verdict?.Word());
        json.WriteString("low", standing.Low?.ToString());
        json.WriteString("high", standing.High?.ToString());
        json.WriteNumber("unread", standing.Unread);
        json.WriteEndObject();
    }
}
