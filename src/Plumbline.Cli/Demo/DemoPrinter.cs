using Plumbline.Claims;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Demo;

/// <summary>What the demo says at its end: the verdicts, the figures that are wrong and why, and where to look next.</summary>
internal static class DemoPrinter
{
    /// <summary>The check of both drafts.</summary>
    public static void Write(Call call, CheckReport report, string shown)
    {
        var screen = call.Out;
        screen.WriteLine();
        screen.WriteLine($"$ plumb check {shown}", Ink.Bold);
        foreach (var draft in report.Drafts)
        {
            var own = report.Claims.Where(c => c.Draft == draft).ToList();
            var verdicts = own.GroupBy(c => c.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Word()}").Append($"{report.Unbacked.Count(u => u.Draft == draft)} not backed");
            screen.WriteWrapped($"{SafeText.Line(draft)}: {Screen.Count(own.Count, "figure", "figures")} with a claim: {string.Join(", ", verdicts)}.", hang: 2);
        }

        var wrong = report.Claims.Where(c => c.Draft == report.Drafts[0] && c.Verdict != Verdict.Holds).ToList();
        foreach (var claim in wrong)
        {
            screen.WriteLine();
            CheckPrinter.Write(screen, claim, shown);
            if (DemoErrors.All.FirstOrDefault(e => e.Claim == claim.Id) is { } error)
            {
                screen.WriteWrapped($"Wrong on purpose: {error.How} Right would be \"{error.Right}\".", indent: 11, ink: Ink.Yellow);
            }
        }

        screen.WriteLine();
        call.Show(report.Problems);
        screen.WriteWrapped(DemoErrors.AreJustFound(report)
            ? $"The check found the {DemoErrors.All.Count} figures that are wrong on purpose, in both languages, and no other. Rules alone confirm nothing: what people coded made the others hold."
            : "The check did not find just the figures that are wrong on purpose. With another number of rulings than the draft's that is so; else it is a fault of the program.");
        if (wrong.Count == 0)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine("Look further:", Ink.Bold);
        string[] commands =
        [
            $"plumb next {shown}", $"plumb why {shown} {wrong[0].Id}", $"plumb check {shown} --evidence {wrong[0].Id}",
            .. wrong.SelectMany(w => w.Evidence).Take(1).Select(row => $"plumb show {shown} {row.UnitId}"),
            $"plumb replies {shown}", $"plumb search {shown} \"распознавание w/3 лицо\" --limit 3", $"plumb demo {(shown == "plumb-demo" ? "" : shown + " ")}--plant 10 --seed 7",
        ];
        foreach (var command in commands)
        {
            screen.WriteLine("  " + command, Ink.Cyan);
        }
    }

    /// <summary>What was planted and what the check found of it.</summary>
    public static void Write(Call call, IReadOnlyList<PlantedDraft> drafts, string shown, long seed)
    {
        foreach (var draft in drafts)
        {
            call.Out.WriteLine();
            call.Out.WriteWrapped($"{SafeText.Line(draft.Draft)}: {draft.Figures} right figures, {draft.Errors.Count} errors planted (seed {seed}), in {SafeText.Line(draft.Copy)}.", hang: 2, ink: Ink.Bold);
            foreach (var error in draft.Errors)
            {
                call.Out.Write((error.IsFound ? "found" : "MISSED").PadRight(8), error.IsFound ? Ink.Green : Ink.Red);
                var lines = Wrapping.Wrap($"line {error.Line}, {error.Word}: \"{SafeText.Line(error.Of.Text)}\" ({SafeText.Line(error.Of.Id)}) is now \"{SafeText.Line(error.Now)}\"{(error.Found is { } verdict ? $": {verdict.Word()}" : "")}", call.Out.Width - 10);
                foreach (var (i, line) in lines.Index())
                {
                    call.Out.WriteLine(i == 0 ? line : new string(' ', 10) + line);
                }
            }

            foreach (var (text, line) in draft.FalseAlarms)
            {
                call.Out.WriteWrapped($"FALSE   line {line}: \"{SafeText.Line(text)}\" is right, and was not passed.", hang: 10, ink: Ink.Red);
            }
        }

        call.Out.WriteLine();
        var (planted, found, alarms) = Sums(drafts);
        call.Out.WriteWrapped($"{planted} planted, {found} found, {planted - found} missed, {Screen.Count(alarms, "false alarm", "false alarms")}.", ink: Ink.Bold);
        call.Remark($"See one as an editor would: plumb check {shown} {shown}/{SafeText.Line(drafts[0].Copy)}");
    }

    /// <summary>The same for programs.</summary>
    public static void WriteJson(Screen screen, IReadOnlyList<PlantedDraft> drafts, long seed) => JsonOutput.Object(screen, "demo", json =>
    {
        var (planted, found, alarms) = Sums(drafts);
        json.WriteNumber("seed", seed);
        json.WriteNumber("planted", planted);
        json.WriteNumber("found", found);
        json.WriteNumber("missed", planted - found);
        json.WriteNumber("false_alarms", alarms);
        json.WriteStartArray("drafts");
        foreach (var draft in drafts)
        {
            json.WriteStartObject();
            json.WriteString("draft", draft.Draft);
            json.WriteString("copy", draft.Copy);
            json.WriteNumber("figures", draft.Figures);
            json.WriteStartArray("errors");
            foreach (var error in draft.Errors)
            {
                json.WriteStartObject();
                json.WriteString("error", error.Word);
                json.WriteString("claim", error.Of.Id);
                json.WriteNumber("line", error.Line);
                json.WriteString("was", error.Of.Text);
                json.WriteString("now", error.Now);
                json.WriteString("verdict", error.Found?.Word());
                json.WriteBoolean("found", error.IsFound);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("alarms");
            foreach (var (text, line) in draft.FalseAlarms)
            {
                json.WriteStartObject();
                json.WriteString("text", text);
                json.WriteNumber("line", line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, []);
    });

    private static (int Planted, int Found, int Alarms) Sums(IReadOnlyList<PlantedDraft> drafts) =>
        (drafts.Sum(d => d.Errors.Count), drafts.Sum(d => d.Errors.Count(e => e.IsFound)), drafts.Sum(d => d.FalseAlarms.Count));
}
