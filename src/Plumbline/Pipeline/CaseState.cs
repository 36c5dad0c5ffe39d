using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>How a state of a case differs from the case as it is.</summary>
public sealed record CaseChange
{
    /// <summary>Only what these heads had seen; null: the whole journal.</summary>
    public IReadOnlyList<JournalHead>? UpTo { get; init; }

    /// <summary>Entries supposed to have been made, after all others.</summary>
    public IReadOnlyList<JournalDraft> Supposed { get; init; } = [];

    /// <summary>A folder with other case files (<c>case.yaml</c>, <c>codebooks/</c>, ...); null: those of the case.</summary>
    public CaseFolder? Files { get; init; }
}

/// <summary>All that a build reads of a case but the bytes of its documents.</summary>
internal sealed class CaseState
{
    private readonly JournalView view;
    private readonly Lazy<IReadOnlyList<Codebook>> codebooks;
    private readonly Lazy<CaseSettings> settings;
    private readonly Lazy<DecisionLog> decisions;
    private readonly Lazy<GivenDocuments> given;

    public CaseState(CaseFolder folder, Journal journal, CaseChange? change = null)
    {
        Folder = folder;
        Files = change?.Files ?? folder;
        view = new JournalView(journal, change?.UpTo, change?.Supposed);
        Inputs = CaseInputs.Of(Files, view);
        given = new(() => GivenDocuments.Of(view, Files));
        codebooks = new(() => CaseCodebooks.Read(Files));
        settings = new(() => CaseSettings.Read(Files));
        decisions = new(() => CaseDecisions.Read(view).Without(given.Value.Withdrawn));
    }

    /// <summary>The case, with the archive.</summary>
    public CaseFolder Folder { get; }

    /// <summary>Where the files that people write are read from.</summary>
    public CaseFolder Files { get; }

    /// <summary>What stands for all of this: equal inputs, equal tables.</summary>
    public BuildInputs Inputs { get; }

    /// <summary>The codebooks.</summary>
    /// <exception cref="Evidence.UsageException">There is none, or some have faults.</exception>
    public IReadOnlyList<Codebook> Codebooks => codebooks.Value;

    /// <summary>What <c>case.yaml</c> says.</summary>
    /// <exception cref="Evidence.UsageException">It has faults.</exception>
    public CaseSettings Settings => settings.Value;

    /// <summary>What people decided, of documents that are read.</summary>
    public DecisionLog Decisions => decisions.Value;

    /// <summary>True when a build of other inputs read the same documents, in the same order and under the same names, and people have at most decided, judged and carried since.</summary>
    public bool HasSameDocuments(BuildInputs before) => before.Library == Inputs.Library
        && before.Files.GetValueOrDefault(SourceList.FileName) == Inputs.Files.GetValueOrDefault(SourceList.FileName)
        && HasOnlyDecidedSince(before);

    private bool HasOnlyDecidedSince(BuildInputs before)
    {
        if (before.Heads.SequenceEqual(Inputs.Heads))
        {
            return true;
        }

        if (CaseInputs.HeadsOf(before) is not { } then || CaseInputs.HeadsOf(Inputs) is not { } heads)
        {
            return false;
        }

        var known = then.ToDictionary(h => h.Device, h => h.Seq, StringComparer.Ordinal);
        var now = heads.ToDictionary(h => h.Device, StringComparer.Ordinal);
        if (then.Any(h => !now.TryGetValue(h.Device, out var head) || head.Seq < h.Seq || (head.Seq == h.Seq && head.Hash != h.Hash)))
        {
            return false;
        }

        var added = heads.Sum(h => h.Seq - known.GetValueOrDefault(h.Device));
        return view.Entries([.. DecisionWords.Entries, JournalWords.Task]).Count(e => e.Seq > known.GetValueOrDefault(e.Device)) == added;
    }

    /// <summary>True when something was taken back since a build that was no decision, so that units may be others though nobody judges any now.</summary>
    public bool IsUnjudgedSince(BuildInputs before)
    {
        var known = (CaseInputs.HeadsOf(before) ?? []).ToDictionary(h => h.Device, h => h.Seq, StringComparer.Ordinal);
        return view.Entries([DecisionWords.Undo]).Any(e => e.Seq > known.GetValueOrDefault(e.Device)
            && !(e.Payload is { } payload && DecisionPayload.TryRead(payload, out DecisionUndo undo) && Decisions.Find(undo.Entry) is not null));
    }

    /// <summary>The documents that are read, in archive order. Takes as long as the journal.</summary>
    public IReadOnlyList<ArchivedDocument> Documents() => given.Value.Documents;

    /// <summary>Documents that came in, were not erased, and are read no more: they, or all who gave them, were withdrawn.</summary>
    public IReadOnlySet<DocumentId> Withdrawn => given.Value.Withdrawn;
}
