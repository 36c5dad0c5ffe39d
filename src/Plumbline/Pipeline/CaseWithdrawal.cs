using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Withdrawing;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Processes;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// Takes a source, or a document, out of every reading, and brings it back. Nothing is deleted: one entry says it, and the next build reads
/// the case as one that never had it.
/// </summary>
/// <param name="folder">The case.</param>
/// <param name="options">How to build the case as it would be.</param>
/// <param name="tables">Starts the hidden verb <c>sql-worker</c>.</param>
public sealed class CaseWithdrawal(CaseFolder folder, BuildOptions options, ChildCommand tables)
{
    /// <summary>What would change; writes nothing.</summary>
    /// <param name="target">Word of a source, or a document's SHA-256 or its beginning.</param>
    /// <param name="isUndo">True to take back what stands.</param>
    /// <param name="reason">Why.</param>
    /// <param name="coder">Pseudonym of who withdraws.</param>
    /// <param name="progress">Of the build as it would be.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UsageException">It names nothing, is withdrawn already, or is not.</exception>
    public WithdrawalPlan Plan(
        string target, bool isUndo, string reason, string coder, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!Pseudonym.IsOne(coder))
        {
            throw ReviewProblems.NotOne(coder);
        }

        using var journal = Journal.OpenRead(folder);
        var sources = SourceList.Read(folder);
        var (entry, document, source) = ErasureTarget.Resolve(journal, sources, target);
        if (entry is not null)
        {
            throw CustodyProblems.NotAnEntry();
        }

        var now = new JournalView(journal);
        var before = GivenDocuments.Of(now, folder);
        if (document is { } id && journal.ErasedDocuments().Contains(id))
        {
            throw CustodyProblems.NothingThere(target);
        }

        var drafts = Drafts(now.Withdrawals(), before, source, document, isUndo, reason, coder);
        var after = GivenDocuments.Of(new JournalView(journal, more: drafts), folder);
        var (from, to) = isUndo ? (after, before) : (before, after);
        var stays = to.Documents.Select(d => d.Id).ToHashSet();
        var moved = from.Documents.Where(d => !stays.Contains(d.Id)).ToList();
        var gone = moved.Select(d => d.Id).ToHashSet();
        var plan = new WithdrawalPlan
        {
            Target = source ?? document!.Value.Hex,
            IsSource = source is not null,
            IsUndo = isUndo,
            Drafts = drafts,
            Documents = moved,
            Staying = source is null ? [] : Staying(now, sources, source, after),
            Decisions = CaseDecisions.Read(journal).Live.Count(d => gone.Contains(d.Decision.Of.Member.Document)),
        };
        return CaseCodebooks.FilesOf(folder).Count == 0 ? plan : Compare(plan, progress, cancellation);
    }

    /// <summary>Enters it. On disk when this comes back; the next build counts it.</summary>
    public IReadOnlyList<JournalEntry> Enter(WithdrawalPlan plan, JournalOptions who)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var journal = Journal.OpenWrite(folder, who);
        return journal.Append(plan.Drafts);
    }

    /// <summary>True when a source is withdrawn now: what comes in from it is counted nowhere.</summary>
    public static bool IsWithdrawn(CaseFolder folder, string source)
    {
        using var journal = Journal.OpenRead(folder);
        return new JournalView(journal).Withdrawals().Has(source);
    }

    private static List<JournalDraft> Drafts(
        Withdrawals standing, GivenDocuments given, string? source, DocumentId? document, bool isUndo, string reason, string coder)
    {
        var own = standing.Standing.Where(w => w.Source == source && w.Document == document).ToList();
        var shown = source ?? document!.Value.Short;
        if (isUndo)
        {
            return own.Count == 0
                ? throw CustodyProblems.NotWithdrawn(shown, document is { } id && given.Withdrawn.Contains(id))
                : own.ConvertAll(w => new JournalDraft(JournalWords.Reinstatement, WithdrawalPayload.Back(w.Entry, reason, coder)));
        }

        return own.Count > 0
            ? throw CustodyProblems.WithdrawnAlready(shown, own[0].Coder)
            : [new JournalDraft(JournalWords.Withdrawal, source is not null ? WithdrawalPayload.OfSource(source, reason, coder) : WithdrawalPayload.OfDocument(document!.Value, reason, coder))];
    }

    private static List<ArchivedDocument> Staying(JournalView view, SourceList sources, string source, GivenDocuments after)
    {
        var given = view.CustodyRecords().Where(r => sources.Of(r.Document, r.File, r.Folder, r.Source).Contains(source)).Select(r => r.Document).ToHashSet();
        return [.. after.Documents.Where(d => given.Contains(d.Id))];
    }

    /// <summary>Builds the case as it is, where the build in use is another, and as it would be, and reads all claims in both.</summary>
    private WithdrawalPlan Compare(WithdrawalPlan plan, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        using var apart = new ApartBuilds(folder, options);
        using var inUse = BuildFiles.Whole(folder) is null ? null : BuiltCase.Open(folder);
        var before = inUse is null || inUse.IsStale() ? apart.Build(new CaseChange(), progress, cancellation) : inUse;
        var after = apart.Build(new CaseChange { Supposed = plan.Drafts }, progress, cancellation);
        var moves = FigureMove.Between(CaseStandings.Read(folder, before, tables, cancellation), CaseStandings.Read(folder, after, tables, cancellation));
        return plan with
        {
            UnitsBefore = before.Units,
            UnitsAfter = after.Units,
            Moves = [.. moves.Where(m => m.IsMoved).OrderBy(m => m.IsBroken ? 0 : m.IsMended ? 1 : 2)],
        };
    }
}
