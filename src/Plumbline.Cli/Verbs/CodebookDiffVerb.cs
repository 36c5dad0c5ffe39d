using System.CommandLine;
using System.Text.Json;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Pipeline.Signing;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb codebook diff</c>: what another codebook would change.</summary>
internal static class CodebookDiffVerb
{
    private const int ShownMoves = 8;
    private const int ShownDecisions = 10;

    private static readonly string[] Changes = ["added", "removed", "definition", "rules", "none"];

    public static VerbEntry Entry { get; } = new("codebook diff", "Tells what another codebook changes: codings, figures, and decisions to look at again. Changes nothing.", "coding", Create);

    /// <summary>Options by which builds apart are made.</summary>
    public static BuildOptions Options => new() { Workers = Environment.ProcessorCount, ReaderCommand = ChildCommand.OfThisProgram(Workers.Read) };

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var first = new Argument<string?>("FILE") { Description = "A codebook. Alone: what changes if it takes the place of the case's own.", Arity = ArgumentArity.ZeroOrOne };
        var second = new Argument<string?>("AFTER") { Description = "Another: what changes from FILE to this one.", Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<string?>("--since") { HelpName = "SIGNATURE", Description = "What changed from the codebook that was signed (its name, its entry, or last) to FILE, or to the case's own." };
        var verb = new Verb(Entry,
            new Example("plumb codebook diff ~/cases/rallies new-rulings.yaml", "Before you put it in: what would change against the case's codebook."),
            new Example("plumb codebook diff ~/cases/rallies old.yaml codebooks/rulings.yaml", "What the last edit changed: old.yaml is the codebook before it."),
            new Example("plumb codebook diff ~/cases/rallies --since first-print", "What changed since the text went to print."))
        {
            folder, first, second, since,
        };
        return verb.Runs(call =>
        {
            var opened = CaseAccess.OpenForWriting(call.Get(folder));
            var (file, other, signed) = (call.Get(first), call.Get(second), call.Get(since));
            if (signed is null ? file is null : other is not null)
            {
                throw CliProblems.NothingToCompare();
            }

            CodebookDiff diff;
            using (var progress = call.Progress())
            {
                var tables = ChildCommand.OfThisProgram(Workers.Sql);
                diff = signed is null ? CodebookChange.Between(opened, other is null ? null : file, other ?? file!, Options, tables, progress, call.Stop)
                    : CodebookChange.Since(opened, Signatures.Find(opened, signed), file, Options, tables, progress, call.Stop);
            }

            if (call.Json)
            {
                JsonOutput.Object(call.Out, Entry.Name, json => Write(json, diff));
            }
            else
            {
                Write(call.Out, diff);
            }

            return diff.Figures.Any(m => m.IsBroken) ? ExitCode.ProblemsFound : ExitCode.Clean;
        });
    }

    private static void Write(Screen screen, CodebookDiff diff)
    {
        if (diff.CutsOtherwise || diff.HasOtherKey || diff.UnitsBefore != diff.UnitsAfter)
        {
            var why = diff.CutsOtherwise ? ": other documents, split or sections" : diff.HasOtherKey ? ": another key" : "";
            screen.WriteWrapped($"{diff.Kind}: {Screen.Count(diff.UnitsBefore, "unit", "units")}, then {Screen.Digits(diff.UnitsAfter)}; {Screen.Digits(diff.UnitsInBoth)} are in both{why}", hang: 2);
            screen.WriteLine();
        }

        foreach (var variable in diff.Variables)
        {
            Write(screen, variable);
        }

        FigureMovePrinter.Write(screen, diff.Figures);
        screen.WriteWrapped(diff.Figures.Count == 0
            ? $"No figure moves ({Screen.Count(diff.FiguresInAll, "was", "were")} looked at)."
            : $"{Screen.Count(diff.Figures.Count, "figure moves", "figures move")}, {Screen.Count(diff.Figures.Count(m => m.IsBroken), "breaks", "break")}, of {Screen.Digits(diff.FiguresInAll)}.");
        foreach (var decision in diff.Decisions.Take(ShownDecisions))
        {
            screen.WriteWrapped($"{SafeText.Line(decision.Variable)} of {decision.Unit} by {SafeText.Line(decision.Coder)}: {(decision.IsLost ? "finds no unit or variable" : "stale")}  [{Short(decision.Entry)}]", hang: 2);
        }

        if (diff.Decisions.Count > ShownDecisions)
        {
            screen.WriteWrapped($"and {Screen.Digits(diff.Decisions.Count - ShownDecisions)} more; --json has all");
        }

        screen.WriteWrapped(diff.DecisionsInAll == 0 ? "Nobody has decided anything of these units."
            : diff.Decisions.Count == 0 ? $"All {Screen.Count(diff.DecisionsInAll, "decision stands", "decisions stand")}."
            : $"{Screen.Count(diff.Decisions.Count, "decision", "decisions")} of {Screen.Digits(diff.DecisionsInAll)} must be looked at again.");
    }

    private static void Write(Screen screen, VariableDiff variable)
    {
        var what = variable.Change switch
        {
            VariableChange.Added => "new",
            VariableChange.Removed => "gone",
            VariableChange.Definition => "another definition",
            VariableChange.Rules => "other rules",
            _ => "not changed itself",
        };
        screen.WriteWrapped($"{variable.Name}: {what}{(variable.Change is VariableChange.Added or VariableChange.Removed ? "" : $", {Screen.Count(variable.Changed, "unit changes", "units change")}")}", ink: Ink.Bold);
        foreach (var value in variable.Renamed)
        {
            screen.WriteWrapped(value.After.Count == 1
                ? $"{value.Before} is called {value.After[0]}; decisions carry by themselves where nothing else changed"
                : $"{value.Before} was split into {string.Join(", ", value.After)}; decisions for it never carry", indent: 2, hang: 2);
        }

        if (variable.Gone.Count > 0)
        {
            screen.WriteWrapped($"gone: {string.Join(", ", variable.Gone)}", indent: 2, hang: 2);
        }

        var table = new TextTable("before", "after", "units", "such as").Right(2);
        foreach (var move in variable.Moves.Take(ShownMoves))
        {
            table.Add(Value(move.Before, move.WasConfirmed), Value(move.After, move.IsConfirmed), Screen.Digits(move.Units), string.Join(" ", move.Examples.Select(e => e[..8])));
        }

        table.Write(screen);
        if (variable.Moves.Count > ShownMoves)
        {
            screen.WriteWrapped($"and {variable.Moves.Count - ShownMoves} other ways, {Screen.Digits(variable.Moves.Skip(ShownMoves).Sum(m => m.Units))} units; --json has all");
        }

        screen.WriteLine();
    }

    private static string Value(string value, bool confirmed) => confirmed ? value + ", confirmed" : value;

    private static string Short(string entry) => entry.Split(':') is [{ Length: > 8 } device, var seq] ? $"{device[..8]}:{seq}" : entry;

    private static void Write(Utf8JsonWriter json, CodebookDiff diff)
    {
        json.WriteString("kind", diff.Kind);
        json.WriteNumber("units_before", diff.UnitsBefore);
        json.WriteNumber("units_after", diff.UnitsAfter);
        json.WriteNumber("units_in_both", diff.UnitsInBoth);
        json.WriteBoolean("cuts_otherwise", diff.CutsOtherwise);
        json.WriteBoolean("other_key", diff.HasOtherKey);
        json.WriteStartArray("variables");
        foreach (var variable in diff.Variables)
        {
            json.WriteStartObject();
            json.WriteString("name", variable.Name);
            json.WriteString("change", Changes[(int)variable.Change]);
            json.WriteStartArray("renamed");
            foreach (var value in variable.Renamed)
            {
                json.WriteStartObject();
                json.WriteString("value", value.Before);
                Texts(json, "now", value.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Texts(json, "gone", variable.Gone);
            json.WriteNumber("changed", variable.Changed);
            json.WriteStartArray("values");
            foreach (var move in variable.Moves)
            {
                json.WriteStartObject();
                json.WriteString("before", move.Before);
                json.WriteBoolean("was_confirmed", move.WasConfirmed);
                json.WriteString("after", move.After);
                json.WriteBoolean("is_confirmed", move.IsConfirmed);
                json.WriteNumber("units", move.Units);
                Texts(json, "examples", move.Examples);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("figures", diff.FiguresInAll);
        FigureMovePrinter.Write(json, diff.Figures);
        json.WriteNumber("decisions", diff.DecisionsInAll);
        json.WriteStartArray("look_again");
        foreach (var decision in diff.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("entry", decision.Entry);
            json.WriteString("unit_id", decision.Unit);
            json.WriteString("variable", decision.Variable);
            json.WriteString("coder", decision.Coder);
            json.WriteBoolean("lost", decision.IsLost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, []);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        texts.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
