using System.CommandLine;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.HandingOut;
using Plumbline.Pipeline.Signing;
using Plumbline.Review;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb log</c>: the journal.</summary>
internal static class LogVerb
{
    public static VerbEntry Entry { get; } = new("log", "Shows the journal: what came in and what people decided, in order.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var what = new Option<string?>("--what") { HelpName = "WORD", Description = "Only entries of this kind, such as ingest." };
        var last = new Option<int?>("--last") { HelpName = "N", Description = "Only the last N." };
        var heads = new Option<bool>("--heads") { Description = "Only the last entry of each device, a line each: keep them elsewhere, for plumb verify --heads." };
        var verb = new Verb(Entry,
            new("plumb log ~/cases/rallies --last 20", "The last twenty entries."),
            new("plumb log ~/cases/rallies --heads > heads.txt", "Note how the journal stands, to find later that entries were cut off."))
        {
            folder, what, last, heads,
        };
        return verb.Runs(call => Run(call, call.Case(folder), call.Get(what), call.Get(last), call.Get(heads)));
    }

    private static ExitCode Run(Call call, CaseFolder folder, string? what, int? last, bool heads)
    {
        using var journal = Journal.OpenRead(folder);
        if (heads)
        {
            WriteHeads(call, journal.Heads());
            return ExitCode.Clean;
        }

        var entries = journal.Entries(what);
        entries = last is { } count ? entries.TakeLast(Math.Max(0, count)) : entries;
        if (call.Json)
        {
            JsonOutput.Array(call.Out, json =>
            {
                foreach (var entry in entries)
                {
                    call.Stop.ThrowIfCancellationRequested();
                    Write(json, entry);
                    json.Flush();
                }
            });
            return ExitCode.Clean;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(CaseSettings.Read(folder).TimeZone);
        foreach (var entry in entries)
        {
            call.Stop.ThrowIfCancellationRequested();
            var at = TimeZoneInfo.ConvertTime(entry.At, zone).ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture);
            call.Out.WriteWrapped(
                $"{at}  {entry.Device[..8]}:{entry.Seq}  {SafeText.Line(entry.Who)}  {SafeText.Line(entry.What)}{About(entry)}", hang: 4);
        }

        return ExitCode.Clean;
    }

    private static void WriteHeads(Call call, IReadOnlyList<JournalHead> heads)
    {
        if (call.Json)
        {
            JsonOutput.Array(call.Out, json =>
            {
                foreach (var head in heads)
                {
                    json.WriteStartObject();
                    json.WriteString("device", head.Device);
                    json.WriteNumber("seq", head.Seq);
                    json.WriteString("hash", head.Hash);
                    json.WriteEndObject();
                }
            });
            return;
        }

        foreach (var head in heads)
        {
            call.Out.WriteLine(head.ToString());
        }
    }

    private static void Write(Utf8JsonWriter json, JournalEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("seq", entry.Seq);
        json.WriteString("device", entry.Device);
        json.WriteString("at", entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("who", entry.Who);
        json.WriteString("what", entry.What);
        json.WriteString("hash", entry.Hash);
        json.WritePropertyName("payload");
        if (entry.Payload is { } payload)
        {
            // Written anew, so that what acts on a terminal is escaped.
            using var parsed = JsonDocument.Parse(payload);
            parsed.RootElement.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static string AboutDecision(string what, ReadOnlyMemory<byte> payload) => what switch
    {
        DecisionWords.Undo when DecisionPayload.TryRead(payload, out DecisionUndo undo) => $"  of {undo.Entry.Short} by {SafeText.Line(undo.Coder)}{Note(undo.Note)}",
        DecisionWords.Attach when DecisionPayload.TryRead(payload, out DecisionAttach attach) =>
            $"  of {attach.Entry.Short} to {SafeText.Line(attach.To.Member.Kind)} {attach.To.Member.Id} by {SafeText.Line(attach.Coder)}{Note(attach.Note)}",
        DecisionWords.Coding or DecisionWords.Adjudication
            when DecisionPayload.TryRead(what == DecisionWords.Coding ? DecisionAct.Coding : DecisionAct.Adjudication, payload, out var decision) =>
            $"  {SafeText.Line(decision.Of.Member.Kind)} {decision.Of.Member.Id} {SafeText.Line(decision.Variable)}: {DecideVerbs.Said(decision)} by {SafeText.Line(decision.Coder)}, shown {decision.Shown.Word()}{Note(decision.Note)}",
        DecisionWords.UnitJudgement when DecisionPayload.TryRead(payload, out UnitJudgement judgement) =>
            $"  {SafeText.Line(judgement.Kind)} {judgement.A.Member.Id} and {judgement.B.Member.Id}: {judgement.Says.Word()} by {SafeText.Line(judgement.Coder)}{Note(judgement.Note)}",
        DecisionWords.Carry when DecisionPayload.TryRead(payload, out DefinitionCarry carry) =>
            $"  {SafeText.Line(carry.Kind)}.{SafeText.Line(carry.Variable)} from {string.Join(", ", carry.From.Select(SafeText.Line))} to {SafeText.Line(carry.To)} by {SafeText.Line(carry.Coder)}: {SafeText.Line(carry.Reason)}",
        _ => "",
    };

    private static string Note(string? note) => note is null ? "" : $", note: {SafeText.Line(note)}";

    /// <summary>What an entry is about, in a few words.</summary>
    private static string About(JournalEntry entry)
    {
        if (entry.Payload is not { } payload)
        {
            return "  (its content is not here: erased, or left out of a hand-out)";
        }

        if (DecisionWords.Entries.Contains(entry.What))
        {
            return AboutDecision(entry.What, payload);
        }

        switch (entry.What)
        {
            case JournalWords.Erased when ErasurePayload.Entry(payload) is { } erased:
                return $"  {erased.Short}{Why(payload)}";
            case JournalWords.DocumentErased when ErasurePayload.Document(payload) is { } erased:
                return $"  {erased.Short}{Why(payload)}";
            case JournalWords.Signature when Signatures.Read(entry) is { } signature:
                return $"  {(signature.Name is { } name ? SafeText.Line(name) + ": " : "")}{SafeText.Line(string.Join(", ", signature.Drafts.Select(d => d.File)))} by {SafeText.Line(signature.Coder)}, build {SafeText.Line(signature.Build.Id)}, {Screen.Count(signature.Claims.Count, "claim", "claims")}";
            case JournalWords.Withheld when WithheldEntries.Read(payload) is { } withheld:
                return $"  {Screen.Count(withheld.Count, "entry", "entries")} from {SafeText.Line(withheld.Coder)}, who got {Screen.Count(withheld.Documents, "document", "documents")}";
            case JournalWords.Merged:
                return $"  with {string.Join(", ", (ErasurePayload.Words(payload, "heads") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Short))}";
        }

        if (entry.What != JournalWords.Ingest || !IngestPayload.TryRead(payload, out var record))
        {
            return "";
        }

        var path = record.Folder.Length > 0 ? $"{record.Folder}/{record.File}" : record.File;
        return $"  {SafeText.Line(path)}  {record.Document.Short}{(record.Source is { } source ? "  from " + SafeText.Line(source) : "")}";
    }

    private static string Why(ReadOnlyMemory<byte> payload) =>
        ErasurePayload.Words(payload, "reason") is { } reason ? "  " + SafeText.Line(reason) : "";

    /// <summary>A head as an entry is named: device and number.</summary>
    private static string Short(string head) =>
        head.Split(' ') is [{ Length: 32 } device, var seq, _] ? SafeText.Line($"{device[..8]}:{seq}") : "?";
}
