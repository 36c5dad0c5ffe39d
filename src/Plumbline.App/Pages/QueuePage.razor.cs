using Microsoft.AspNetCore.Components;
using Plumbline.App.Cases;
using Plumbline.App.Texts;
using Plumbline.Evidence;
using Plumbline.Pipeline.Duplicates;
using Plumbline.Review;

namespace Plumbline.App.Pages;

/// <summary>The orders of work; the one that is chosen here is what Next follows.</summary>
public sealed partial class QueuePage : CasePage
{
    private const int PageSize = 25;
    private const int MostPairs = 20;
    private const int MostDisagreements = 200;

    private static readonly QueueKind[] Kinds = Enum.GetValues<QueueKind>();

    private readonly Dictionary<string, string> target = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private QueueKind kind;
    private IReadOnlyList<QueueItem> items = [];
    private IReadOnlyList<LostDecision> lost = [];
    private IReadOnlyList<Disagreement> disagreements = [];
    private IReadOnlyList<DuplicatePair>? pairs;
    private OpenCase? heard;
    private Problem? problem;
    private string? said;
    private string seed = "";
    private string to = "";
    private int count = 10;
    private int page;

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Wanted { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (heard is not null)
        {
            heard.Figures.Changed -= Changed;
        }

        stop.Cancel();
        stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void Load()
    {
        var open = Case!;
        if (heard is null)
        {
            heard = open;
            open.Figures.Changed += Changed;
            open.Figures.Refresh();
        }

        kind = Kinds.FirstOrDefault(k => Word(k) == Wanted, open.Seat.Queue);
        open.Seat.Queue = kind;
        (seed, page, said) = (open.Seat.Seed, 0, null);
        problem = Try(Read);
    }

    private void Read()
    {
        var open = Case!;
        (items, lost, disagreements) = (open.Queue.Items(kind), kind == QueueKind.Orphaned ? open.Queue.Lost() : [], kind == QueueKind.Disagreements ? open.Adjudication.List(MostDisagreements) : []);
        if (kind == QueueKind.Duplicates && pairs is null)
        {
            _ = Task.Run(() => Compare(open));
        }
    }

    /// <summary>In the background, since all texts are compared.</summary>
    private async Task Compare(OpenCase open)
    {
        IReadOnlyList<DuplicatePair> found = [];
        var fault = Try(() => found = open.Queue.Duplicates(MostPairs, stop.Token).Pairs);
        if (!stop.IsCancellationRequested)
        {
            await InvokeAsync(() =>
            {
                (pairs, problem) = (found, fault);
                StateHasChanged();
            });
        }
    }

    private void Changed() => _ = InvokeAsync(() =>
    {
        problem = Try(Read);
        StateHasChanged();
    });

    private void Shuffle()
    {
        Case!.Seat.Seed = seed.Trim().Length > 0 ? seed.Trim() : "1";
        Load();
    }

    private void Assign()
    {
        var units = items.Select(i => i.Unit).Distinct().Skip(page * PageSize).Take(Math.Clamp(count, 1, 500)).ToList();
        problem = Try(() => Case!.Queue.Assign(units, to.Length > 0 ? to : null));
        if (problem is null)
        {
            Read();
            said = T(Words.Given, units.Count, to.Length > 0 ? to : T(Words.Nobody));
        }
    }

    private void Resume(QueueItem item)
    {
        problem = Try(() => Case!.Queue.Resume(item.Unit));
        Read();
    }

    private void Attach(LostDecision decision)
    {
        problem = Try(() => Case!.Queue.Attach(decision.Entry, target.GetValueOrDefault(decision.Entry) ?? ""));
        if (problem is null)
        {
            Read();
            said = T(Words.Attached, decision.Variable);
        }
    }

    private void Judge(DuplicatePair pair, Sameness says)
    {
        problem = Try(() => Case!.Queue.Judge(pair.A.Value, pair.B.Value, says, null));
        if (problem is null)
        {
            pairs = [.. pairs!.Where(p => p != pair)];
            said = T(Words.Judged, T(says switch { Sameness.Same => Words.Same, Sameness.Different => Words.Different, _ => Words.Unsure }));
        }
    }

    private string Why(DuplicatePair pair)
    {
        var how = T(pair.Reason switch
        {
            DuplicateReason.SameKey => Words.SameKey, DuplicateReason.Judged => Words.NotAgreed, DuplicateReason.SameWords => Words.SameWords, _ => Words.SameValues,
        });
        return how + (pair.Alike is { } share ? $", {Math.Floor(share * 100):0}%" : "") + (pair.KeysDiffer ? ", " + T(Words.OtherKey) : "");
    }

    private static string Address(QueueItem item) => $"unit/{item.Unit}{(item.Variable is null ? "" : "?variable=" + item.Variable)}";

    private static string Word(QueueKind kind) => kind.ToString().ToLowerInvariant();

    private static Text Name(QueueKind kind) => kind switch
    {
        QueueKind.Claims => Words.QueueClaims,
        QueueKind.Uncertain => Words.QueueUncertain,
        QueueKind.Random => Words.QueueRandom,
        QueueKind.Mine => Words.QueueMine,
        QueueKind.Deferred => Words.QueueDeferred,
        QueueKind.Stale => Words.QueueStale,
        QueueKind.Orphaned => Words.QueueOrphaned,
        QueueKind.Duplicates => Words.QueueDuplicates,
        _ => Words.QueueDisagreements,
    };

    private static Text Meaning(QueueKind kind) => kind switch
    {
        QueueKind.Claims => Words.QueueClaimsMeans,
        QueueKind.Uncertain => Words.QueueUncertainMeans,
        QueueKind.Random => Words.QueueRandomMeans,
        QueueKind.Mine => Words.QueueMineMeans,
        QueueKind.Deferred => Words.QueueDeferredMeans,
        QueueKind.Stale => Words.QueueStaleMeans,
        QueueKind.Orphaned => Words.QueueOrphanedMeans,
        QueueKind.Duplicates => Words.QueueDuplicatesMeans,
        _ => Words.QueueDisagreementsMeans,
    };
}
