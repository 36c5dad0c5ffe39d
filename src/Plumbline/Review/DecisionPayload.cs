using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>
/// Payloads of the entries <c>coding</c>, <c>adjudication</c>, <c>undo</c> and <c>attach</c>: canonical JSON whose form
/// is fixed by docs/decisions/011-decisions-of-people.md. What nobody said is left out; unknown keys are passed over.
/// </summary>
public static class DecisionPayload
{
    /// <summary>The payload of a coding or an adjudication.</summary>
    public static byte[] Write(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return CanonicalJson.Of(
        [
            .. Member(decision.Of),
            ("variable", decision.Variable),
            ("status", decision.Status.Word()),
            ("values", decision.Values),
            ("candidates", decision.Candidates),
            ("evidence", decision.Evidence.Select(e => (object)Evidence(e)).ToList()),
            ("coder", decision.Coder),
            ("definition", decision.DefinitionHash),
            ("note", decision.Note),
            ("sheet", decision.Sheet is { } sheet ? new (string, object?)[] { ("sha256", sheet.Sha256), ("row", (long)sheet.Row) } : null),
            ("shown", new (string, object?)[]
            {
                ("what", decision.Shown.Word()),
                ("entries", decision.ShownEntries.Select(e => (object)Entry(e)).ToList()),
                ("machine", decision.ShownMachine is { } machine ? new (string, object?)[] { ("status", machine.Status.Word()), ("values", machine.Values) } : null),
            }),
        ]);
    }

    /// <summary>The payload of an <c>undo</c>.</summary>
    public static byte[] Write(DecisionUndo undo)
    {
        ArgumentNullException.ThrowIfNull(undo);
        return CanonicalJson.Of(("coder", undo.Coder), ("entry", Entry(undo.Entry)), ("note", undo.Note));
    }

    /// <summary>The payload of an <c>attach</c>.</summary>
    public static byte[] Write(DecisionAttach attach)
    {
        ArgumentNullException.ThrowIfNull(attach);
        return CanonicalJson.Of([.. Member(attach.To), ("coder", attach.Coder), ("entry", Entry(attach.Entry)), ("note", attach.Note)]);
    }

    /// <summary>Reads a coding or an adjudication; false when it is none of this form.</summary>
    public static bool TryRead(DecisionAct act, ReadOnlyMemory<byte> payload, out Decision decision)
    {
        decision = Read(payload, root =>
        {
            var status = Words(root, "status");
            var shown = root.GetProperty("shown");
            var machine = shown.TryGetProperty("machine", out var m) ? new ShownMachine(StatusOf(Words(m, "status")), Texts(m, "values")) : null;
            return new Decision
            {
                Act = act,
                Of = MemberOf(root),
                Variable = Words(root, "variable"),
                Status = StatusOf(status) is var read && DecisionWords.CanBeDecided(read) ? read : throw new FormatException(),
                Values = Texts(root, "values"),
                Candidates = Texts(root, "candidates"),
                Evidence = root.TryGetProperty("evidence", out var evidence) ? [.. evidence.EnumerateArray().Select(EvidenceOf)] : [],
                Coder = Words(root, "coder"),
                DefinitionHash = Words(root, "definition"),
                Note = Optional(root, "note"),
                Shown = DecisionWords.TryShown(Words(shown, "what"), out var what) ? what : throw new FormatException(),
                ShownEntries = shown.TryGetProperty("entries", out var entries) ? [.. entries.EnumerateArray().Select(EntryOf)] : [],
                ShownMachine = machine,
                Sheet = root.TryGetProperty("sheet", out var sheet) ? new SheetPlace(Words(sheet, "sha256"), sheet.GetProperty("row").GetInt32()) : null,
            };
        })!;
        return decision is not null && decision.Values.Count > 0 == (decision.Status == Status.Stated);
    }

    /// <summary>Reads an <c>undo</c>; false when it is none of this form.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out DecisionUndo undo)
    {
        undo = Read(payload, root => new DecisionUndo(EntryOf(root.GetProperty("entry")), Words(root, "coder"), Optional(root, "note")))!;
        return undo is not null;
    }

    /// <summary>Reads an <c>attach</c>; false when it is none of this form.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out DecisionAttach attach)
    {
        attach = Read(payload, root => new DecisionAttach(EntryOf(root.GetProperty("entry")), MemberOf(root), Words(root, "coder"), Optional(root, "note")))!;
        return attach is not null;
    }

    private static T? Read<T>(ReadOnlyMemory<byte> payload, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static (string Key, object? Value)[] Member(DecidedMember of) =>
    [
        ("kind", of.Member.Kind),
        ("member", of.Member.Id.Value),
        ("document", of.Member.Document.Hex),
        ("place", of.Member.Place.ToString()),
        ("key", of.Key.Select(k => (k.Key, (object?)k.Value)).ToArray()),
        ("text", of.Text is { } text
            ? new (string, object?)[] { ("start", (long)text.Range.Start), ("end", (long)text.Range.End), ("head", text.Head), ("tail", text.Tail) }
            : null),
    ];

    private static (string Key, object? Value)[] Entry(EntryName entry) => [("device", entry.Device), ("seq", entry.Seq)];

    private static (string Key, object? Value)[] Evidence(DecisionEvidence evidence) => evidence.Selector switch
    {
        TextSelector text =>
        [
            ("type", "text"), ("value", evidence.Value), ("start", (long)text.Span.Start), ("end", (long)text.Span.End),
            ("exact", text.Exact), ("prefix", text.Prefix), ("suffix", text.Suffix),
        ],
        RecordSelector record => [("type", "record"), ("value", evidence.Value), ("row", (long)record.Row), ("line", record.Line), ("column", record.Column), ("cell", record.Value)],
        _ => [("type", evidence.WholeUnit ? "whole-unit" : "none"), ("value", evidence.Value)],
    };

    private static DecisionEvidence EvidenceOf(JsonElement json)
    {
        var value = Optional(json, "value");
        return Words(json, "type") switch
        {
            "text" => new DecisionEvidence(
                new TextSelector(SpanOf(json), Words(json, "exact"), Optional(json, "prefix") ?? "", Optional(json, "suffix") ?? ""), false, value),
            "record" => new DecisionEvidence(
                new RecordSelector(json.GetProperty("row").GetInt32(), json.GetProperty("line").GetInt64(), Words(json, "column"), Optional(json, "cell")), false, value),
            "whole-unit" => new DecisionEvidence(null, true, value),
            "none" => new DecisionEvidence(null, false, value),
            _ => throw new FormatException(),
        };
    }

    private static DecidedMember MemberOf(JsonElement root)
    {
        if (!DocumentId.TryParse(Words(root, "document"), out var document) || !Place.TryParse(Words(root, "place"), out var place))
        {
            throw new FormatException();
        }

        var member = new Member(Words(root, "kind"), document, place);
        if (member.Id.Value != Words(root, "member"))
        {
            throw new FormatException();
        }

        var key = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty("key", out var values))
        {
            foreach (var part in values.EnumerateObject())
            {
                key[part.Name] = part.Value.GetString() ?? throw new FormatException();
            }
        }

        var text = root.TryGetProperty("text", out var t) ? new MemberText(SpanOf(t), Words(t, "head"), Words(t, "tail")) : null;
        return new DecidedMember(member, text, key);
    }

    private static TextSpan SpanOf(JsonElement json)
    {
        var span = new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
        return span.Start >= 0 && span.End >= span.Start ? span : throw new FormatException();
    }

    private static EntryName EntryOf(JsonElement json) => new(Words(json, "device"), json.GetProperty("seq").GetInt64());

    private static Status StatusOf(string word) => StatusNames.TryParse(word, out var status) ? status : throw new FormatException();

    private static string Words(JsonElement json, string key) => json.GetProperty(key).GetString() ?? throw new FormatException();

    private static string? Optional(JsonElement json, string key) => json.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement json, string key) =>
        json.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(v => v.GetString() ?? throw new FormatException())] : [];
}
