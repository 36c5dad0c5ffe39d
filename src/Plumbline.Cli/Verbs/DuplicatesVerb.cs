using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Duplicates;
using Plumbline.Review;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb duplicates</c>: units that may be the same, for a person to judge.</summary>
internal static class DuplicatesVerb
{
    private const int ShownPairs = 20;
    private const int ShownValues = 6;

    private static readonly string[] Reasons = ["same-key", "judged", "same-words", "same-record"];

    public static VerbEntry Entry { get; } = new("duplicates", "Lists units that may be the same, why, and in what they differ, for a person to judge.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var kind = new Argument<string?>("KIND") { Description = "Units of this table only, such as rulings.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = $"At most N pairs; {ShownPairs} if not given.", DefaultValueFactory = _ => ShownPairs };
        var verb = new Verb(Entry,
            new Example("plumb duplicates ~/cases/rallies", "The likeliest twenty pairs, with the command that judges each."),
            new Example("plumb duplicates ~/cases/rallies rulings --limit 500 --json", "More of one table, for a script."))
        {
            folder, kind, limit,
        };
        return verb.Runs(call =>
        {
            using var built = BuiltCase.Open(call.Case(folder));
            DuplicatesReport report;
            using (var progress = call.Progress())
            {
                report = built.Duplicates(call.Get(kind), Math.Max(0, call.Get(limit)), progress, call.Stop);
            }

            if (call.Json)
            {
                JsonOutput.Object(call.Out, "duplicates", json => Write(json, report));
                return ExitCode.Clean;
            }

            Write(call, Call.Quoted(call.Get(folder)), report);
            return ExitCode.Clean;
        });
    }

    private static void Write(Call call, string path, DuplicatesReport report)
    {
        foreach (var pair in report.Pairs)
        {
            call.Out.WriteWrapped($"{pair.Kind} {pair.A} and {pair.B}: {Why(pair)}", hang: 2, ink: Ink.Bold);
            call.Out.WriteWrapped($"{SafeText.Line(pair.FileA)} | {SafeText.Line(pair.FileB)}", indent: 2, hang: 2);
            foreach (var judged in pair.Judgements)
            {
                call.Out.WriteWrapped($"{judged.Judgement.Says.Word()}: {judged.Judgement.Coder}{(judged.Judgement.Note is { } note ? ", " + SafeText.Line(note) : "")}  [{judged.Entry.Short}]", indent: 2, hang: 2);
            }

            foreach (var value in pair.Differences.Take(ShownValues))
            {
                call.Out.WriteWrapped($"{value.Variable}: {SafeText.Line(value.A)} | {SafeText.Line(value.B)}", indent: 4, hang: 2);
            }

            if (pair.Differences.Count > ShownValues)
            {
                call.Out.WriteWrapped($"and {pair.Differences.Count - ShownValues} more values", indent: 4);
            }

            call.Out.WriteWrapped($"plumb judge {path} {pair.A} {pair.B} same|different|unsure --as CODER", indent: 2, hang: 4, ink: Ink.Cyan);
            call.Out.WriteLine();
        }

        call.Out.WriteWrapped(
            $"{Screen.Count(report.Open, "pair", "pairs")} that figures count as possibly the same, {Screen.Digits(report.Alike)}{(report.IsCut ? " or more" : "")} that only look alike{(report.Pairs.Count < report.Open + report.Alike ? $"; the first {Screen.Digits(report.Pairs.Count)} are shown" : "")}.");
    }

    private static string Why(DuplicatePair pair)
    {
        var share = pair.Alike is { } alike ? Math.Floor(alike * 100).ToString("0", CultureInfo.InvariantCulture) + "% of " : "";
        var how = pair.Reason switch
        {
            DuplicateReason.SameKey => "same key" + (share.Length > 0 ? $", {share}words the same" : ""),
            DuplicateReason.Judged => "people could not tell" + (share.Length > 0 ? $", {share}words the same" : ""),
            DuplicateReason.SameWords => $"{share}words the same",
            _ => $"{share}values the same, in two tables",
        };
        return how + (pair.KeysDiffer ? ", but another key" : "");
    }

    private static void Write(Utf8JsonWriter json, DuplicatesReport report)
    {
        json.WriteNumber("open", report.Open);
        json.WriteNumber("alike", report.Alike);
        json.WriteBoolean("cut", report.IsCut);
        json.WriteStartArray("pairs");
        foreach (var pair in report.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("kind", pair.Kind);
            json.WriteString("unit_a", pair.A.Value);
            json.WriteString("unit_b", pair.B.Value);
            json.WriteString("file_a", pair.FileA);
            json.WriteString("file_b", pair.FileB);
            json.WriteString("reason", Reasons[(int)pair.Reason]);
            if (pair.Alike is { } share)
            {
                json.WriteNumber("share", Math.Round(share, 4));
            }
            else
            {
                json.WriteNull("share");
            }

            json.WriteBoolean("keys_differ", pair.KeysDiffer);
            json.WriteStartArray("differences");
            foreach (var value in pair.Differences)
            {
                json.WriteStartObject();
                json.WriteString("variable", value.Variable);
                json.WriteString("a", value.A);
                json.WriteString("b", value.B);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("judgements");
            foreach (var judged in pair.Judgements)
            {
                json.WriteStartObject();
                json.WriteString("judgement", judged.Judgement.Says.Word());
                json.WriteString("coder", judged.Judgement.Coder);
                json.WriteString("note", judged.Judgement.Note);
                json.WriteString("device", judged.Entry.Device);
                json.WriteNumber("seq", judged.Entry.Seq);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, []);
    }
}
