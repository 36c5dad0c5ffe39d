using System.CommandLine;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Processes;
using Plumbline.Review;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb codebook carry</c>: says that decisions under older definitions stand under the present one.</summary>
internal static class CodebookCarryVerb
{
    private const int ShownDecisions = 10;

    public static VerbEntry Entry { get; } = new("codebook carry", "Says that stale decisions on a variable stand under its present definition. A split value never carries.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var variable = new Argument<string>("VARIABLE") { Description = "The variable, such as outcome; rulings.outcome where several codebooks have one of the name." };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who says so.", Required = true };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why the decisions mean the same under the present definition; needed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say which decisions would stand again, and which figures would move." };
        var undo = new Option<bool>("--undo") { Description = "Take back the coder's last carry of the variable." };
        var verb = new Verb(Entry,
            new Example("plumb codebook carry ~/cases/rallies outcome --reason \"only the wording was made clearer\" --as calm-otter-31 --dry-run", "What would stand again, before it does."),
            new Example("plumb codebook carry ~/cases/rallies outcome --reason \"only the wording was made clearer\" --as calm-otter-31", "Do it."),
            new Example("plumb codebook carry ~/cases/rallies outcome --undo --as calm-otter-31", "Take it back."))
        {
            folder, variable, coder, reason, dryRun, undo,
        };
        return verb.Runs(call =>
        {
            var path = call.Get(folder);
            var opened = CaseAccess.OpenForWriting(path);
            var carrying = new DefinitionCarrying(opened, new JournalOptions { Who = CaseAccess.Who(opened), Clock = call.Clock });
            if (call.Get(undo))
            {
                var (entry, carry) = carrying.Undo(call.Get(variable), call.Get(coder)!, call.Get(reason));
                Show(call, path, carry, [], entry, [], isUndo: true);
                return ExitCode.Clean;
            }

            var plan = carrying.Plan(call.Get(variable), call.Get(reason) ?? "", call.Get(coder)!);
            var moves = call.Get(dryRun) ? Moves(call, opened, DefinitionCarrying.DraftOf(plan)) : [];
            EntryName? entered = call.Get(dryRun) ? null : carrying.Enter(plan);
            Show(call, path, plan.Carry, plan.Decisions, entered, moves, isUndo: false);
            return ExitCode.Clean;
        });
    }

    private static IReadOnlyList<FigureMove> Moves(Call call, CaseFolder folder, JournalDraft draft)
    {
        using var progress = call.Progress();
        using var apart = new ApartBuilds(folder, CodebookDiffVerb.Options);
        var tables = ChildCommand.OfThisProgram(Workers.Sql);
        var before = CaseStandings.Read(folder, apart.Build(new CaseChange(), progress, call.Stop), tables, call.Stop);
        var after = CaseStandings.Read(folder, apart.Build(new CaseChange { Supposed = [draft] }, progress, call.Stop), tables, call.Stop);
        return [.. FigureMove.Between(before, after).Where(m => m.IsMoved)];
    }

    private static void Show(
        Call call, string path, DefinitionCarry carry, IReadOnlyList<StaleDecision> decisions, EntryName? entry, IReadOnlyList<FigureMove> moves, bool isUndo)
    {
        if (call.Json)
        {
            JsonOutput.Object(call.Out, Entry.Name, json => Write(json, carry, decisions, entry, moves, isUndo));
            return;
        }

        var left = decisions.Where(d => !d.Carries).ToList();
        var name = $"{carry.Kind}.{carry.Variable}";
        call.Out.WriteWrapped(isUndo ? $"{entry!.Value.Short}  {name}: the carry by {carry.Coder} is taken back"
            : entry is { } entered ? $"{entered.Short}  {name}: {Screen.Count(decisions.Count - left.Count, "decision stands", "decisions stand")} again, by {carry.Coder}"
            : $"{name}: {Screen.Count(decisions.Count - left.Count, "decision", "decisions")} would stand again", ink: Ink.Bold);
        foreach (var decision in left.Take(ShownDecisions))
        {
            call.Out.WriteWrapped($"stays stale: {decision.Member} {SafeText.Line(string.Join(", ", decision.Values))} by {SafeText.Line(decision.Coder)}: the value is gone or was split  [{decision.Entry.Short}]", indent: 2, hang: 2);
        }

        if (left.Count > ShownDecisions)
        {
            call.Out.WriteWrapped($"and {Screen.Digits(left.Count - ShownDecisions)} more that stay stale; --json has all", indent: 2);
        }

        FigureMovePrinter.Write(call.Out, moves);
        if (entry is null)
        {
            call.Out.WriteWrapped(moves.Count == 0 ? "No figure would move. Nothing was changed." : "Nothing was changed.");
        }
        else
        {
            call.Remark($"Counted after: plumb build {Call.Quoted(path)}");
        }
    }

    private static void Write(
        Utf8JsonWriter json, DefinitionCarry carry, IReadOnlyList<StaleDecision> decisions, EntryName? entry, IReadOnlyList<FigureMove> moves, bool isUndo)
    {
        json.WriteString("device", entry?.Device);
        if (entry is { } entered)
        {
            json.WriteNumber("seq", entered.Seq);
        }
        else
        {
            json.WriteNull("seq");
        }

        json.WriteBoolean("dry_run", entry is null);
        json.WriteBoolean("undo", isUndo);
        json.WriteString("kind", carry.Kind);
        json.WriteString("variable", carry.Variable);
        json.WriteStartArray("from");
        carry.From.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteString("to", carry.To);
        json.WriteString("reason", carry.Reason);
        json.WriteString("coder", carry.Coder);
        json.WriteStartArray("stale");
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteString("entry", decision.Entry.ToString());
            json.WriteString("member", decision.Member.Value);
            json.WriteString("coder", decision.Coder);
            json.WriteString("status", decision.Status.Word());
            json.WriteStartArray("values");
            decision.Values.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteBoolean("carries", decision.Carries);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        FigureMovePrinter.Write(json, moves);
        JsonOutput.Problems(json, []);
    }
}
