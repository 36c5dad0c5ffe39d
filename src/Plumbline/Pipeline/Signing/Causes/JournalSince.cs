using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>An entry that came after a signature and moved something.</summary>
/// <param name="Name">The entry.</param>
/// <param name="What">Its kind.</param>
/// <param name="Who">Its coder, or who sat at the computer.</param>
/// <param name="At">When, by its device's clock.</param>
/// <param name="Reason">What was given as reason or note; null for none.</param>
/// <param name="IsFromElsewhere">True when another device wrote it: it came with a merge.</param>
public sealed record CausingEntry(EntryName Name, string What, string Who, DateTimeOffset At, string? Reason, bool IsFromElsewhere);

/// <summary>What was entered after some heads, by what it is about. Entries of forms that nobody knows here are passed over.</summary>
internal sealed class JournalSince
{
    public const string Judgement = "unit-judgement";
    public const string Carry = "carry";

    private static readonly string[] Words =
        [JournalWords.Ingest, JournalWords.DocumentErased, JournalWords.Erased, .. DecisionWords.Entries, Judgement, Carry, JournalWords.Withdrawal, JournalWords.Reinstatement];

    private readonly Dictionary<string, string?> sources = new(StringComparer.Ordinal);

    /// <param name="folder">The case.</param>
    /// <param name="heads">After these.</param>
    public JournalSince(CaseFolder folder, IReadOnlyList<JournalHead> heads)
    {
        var own = File.Exists(DeviceKey.PathOf(folder)) ? DeviceKey.Take(folder).Device : null;
        var after = heads.ToDictionary(h => h.Device, h => h.Seq, StringComparer.Ordinal);
        using var journal = Journal.OpenRead(folder);
        foreach (var entry in journal.Entries(Words))
        {
            var isNew = entry.Seq > after.GetValueOrDefault(entry.Device);
            if (entry.Payload is { } payload && (isNew || entry.What is JournalWords.Ingest or JournalWords.Withdrawal))
            {
                using var json = JsonDocument.Parse(payload);
                Note(entry, json.RootElement, isNew, isElsewhere: own is not null && entry.Device != own);
            }
            else if (entry.Payload is null && !isNew)
            {
                PayloadsErased++;
            }
        }
    }

    /// <summary>Entries of the time before that have lost what they said, at whatever time.</summary>
    public int PayloadsErased { get; private set; }

    /// <summary>Every entry since, by its name as the tables write it.</summary>
    public Dictionary<string, CausingEntry> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>By the document that came in.</summary>
    public Dictionary<string, CausingEntry> CameIn { get; } = new(StringComparer.Ordinal);

    /// <summary>By the document that was erased.</summary>
    public Dictionary<string, CausingEntry> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>By the name of the entry that lost its payload.</summary>
    public Dictionary<string, CausingEntry> ErasedEntries { get; } = new(StringComparer.Ordinal);

    /// <summary>By the name of the decision, carry or judgement that was taken back.</summary>
    public Dictionary<string, CausingEntry> TakenBack { get; } = new(StringComparer.Ordinal);

    /// <summary>By the name of the decision that was put elsewhere.</summary>
    public Dictionary<string, CausingEntry> Attached { get; } = new(StringComparer.Ordinal);

    /// <summary>Judgements on units.</summary>
    public List<CausingEntry> Judgements { get; } = [];

    /// <summary>Decisions carried over to a new definition, with the variable as <c>kind.variable</c>.</summary>
    public List<(string Variable, CausingEntry Entry)> Carried { get; } = [];

    private List<(string? Document, string? Source, CausingEntry Entry)> Withdrawn { get; } = [];

    private Dictionary<string, (string? Document, string? Source)> AllWithdrawn { get; } = new(StringComparer.Ordinal);

    private List<((string? Document, string? Source) Of, CausingEntry Entry)> Reinstated { get; } = [];

    /// <summary>The withdrawals that took a document out: those of itself or its source; where none names them (documents of a source may be listed in a file), all of sources.</summary>
    public IReadOnlyList<CausingEntry> WithdrawalsOf(string document)
    {
        var source = sources.GetValueOrDefault(document);
        List<CausingEntry> found = [.. Withdrawn.Where(w => w.Document == document || (w.Source is not null && w.Source == source)).Select(w => w.Entry)];
        return found.Count > 0 ? found : [.. Withdrawn.Where(w => w.Source is not null).Select(w => w.Entry)];
    }

    /// <summary>The entries that brought a withdrawn document back.</summary>
    public IReadOnlyList<CausingEntry> ReinstatementsOf(string document)
    {
        var source = sources.GetValueOrDefault(document);
        List<CausingEntry> found = [.. Reinstated.Where(r => r.Of.Document == document || (r.Of.Source is not null && r.Of.Source == source)).Select(r => r.Entry)];
        return found.Count > 0 ? found : [.. Reinstated.Where(r => r.Of.Source is not null).Select(r => r.Entry)];
    }

    private void Note(JournalEntry entry, JsonElement payload, bool isNew, bool isElsewhere)
    {
        string? Words(string key) => payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        string? Target() => payload.TryGetProperty("entry", out var target) && target.ValueKind == JsonValueKind.Object
            && target.TryGetProperty("device", out var device) && target.TryGetProperty("seq", out var seq) ? $"{device.GetString()}:{seq.GetRawText()}" : null;
        var name = new EntryName(entry.Device, entry.Seq);
        if (entry.What == JournalWords.Ingest && Words("document") is { } came)
        {
            sources.TryAdd(came, Words("source"));
        }

        if (entry.What == JournalWords.Withdrawal)
        {
            AllWithdrawn[name.ToString()] = (Words("document"), Words("source"));
        }

        if (!isNew)
        {
            return;
        }

        var cause = new CausingEntry(name, entry.What, Words("coder") ?? entry.Who, entry.At, Words("reason") ?? Words("note"), isElsewhere);
        ByName[name.ToString()] = cause;
        switch (entry.What)
        {
            case JournalWords.Ingest when Words("document") is { } document:
                CameIn.TryAdd(document, cause);
                break;
            case JournalWords.DocumentErased when Words("document") is { } document:
                Erased.TryAdd(document, cause);
                break;
            case JournalWords.Erased:
                ErasedEntries.TryAdd($"{Words("device")}:{(payload.TryGetProperty("seq", out var seq) ? seq.GetRawText() : "")}", cause);
                break;
            case DecisionWords.Undo when Target() is { } target:
                TakenBack[target] = cause;
                break;
            case DecisionWords.Attach when Target() is { } target:
                Attached[target] = cause;
                break;
            case Judgement:
                Judgements.Add(cause);
                break;
            case Carry:
                Carried.Add(($"{Words("kind")}.{Words("variable")}", cause));
                break;
            case JournalWords.Withdrawal:
                Withdrawn.Add((Words("document"), Words("source"), cause));
                break;
            case JournalWords.Reinstatement when Target() is { } target && AllWithdrawn.TryGetValue(target, out var of):
                Reinstated.Add((of, cause));
                break;
        }
    }
}
