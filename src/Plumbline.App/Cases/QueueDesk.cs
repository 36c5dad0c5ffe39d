using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Duplicates;
using Plumbline.Review;

namespace Plumbline.App.Cases;

/// <summary>The orders of work, and who does what. Thread safe.</summary>
internal sealed class QueueDesk(OpenCase open)
{
    private const int Most = 2_000;
    private const string StaleCode = "REV023";
    private const string OrphanedCode = "REV021";

    /// <summary>Units in one order, as it is now: without those put off or given to others, but where that is what is asked for.</summary>
    public IReadOnlyList<QueueItem> Items(QueueKind kind)
    {
        if (open.Built is not { } built)
        {
            return [];
        }

        var (who, work, done) = (open.Who, open.Facts.Work, open.Facts.Coded(open.Who));
        QueueItem Item(string unit, string file, string? variable, IReadOnlyList<string> asks)
        {
            var at = work.GetValueOrDefault(unit);
            var wanted = kind == QueueKind.Random ? built.CodebookOf(RandomKind!).Kind.Variables.Select(v => v.Name) : variable is null ? [] : asks.Count > 0 && kind == QueueKind.Uncertain ? asks : [variable];
            var isDone = wanted.Any() ? wanted.All(v => done.Contains((unit, v))) : done.Any(d => d.Unit == unit);
            return new QueueItem(unit, file, variable, asks, at?.To, at?.DeferredBy, at?.Note, isDone);
        }

        bool IsMine(QueueItem i) => (i.To is null || i.To == who) && i.DeferredBy is null;
        return kind switch
        {
            QueueKind.Claims => [.. (open.Figures.State?.Next?.Report.Steps ?? []).Where(s => s.Variable is not null)
                .Select(s => Item(s.Unit.UnitId, s.Unit.File, s.Variable!.Name, s.Claims)).Where(i => IsMine(i) && !i.IsDone)],
            QueueKind.Uncertain => [.. open.Facts.Uncertain.Select(u => Item(u.Unit, u.File, u.Variables.FirstOrDefault(v => !done.Contains((u.Unit, v))) ?? u.Variables[0], u.Variables)).Where(i => IsMine(i) && !i.IsDone)],
            QueueKind.Random => RandomKind is null ? [] : [.. built.Shuffled(RandomKind, open.Seat.Seed, Most).Select(u => Item(u.Unit, u.File, null, []))],
            QueueKind.Mine => [.. Tasked(built, w => w.To == who).Select(u => Item(u.Unit, u.File, null, [])).Where(i => i.DeferredBy is null).OrderBy(i => i.IsDone)],
            QueueKind.Deferred => [.. Tasked(built, w => w.DeferredBy is not null).Select(u => Item(u.Unit, u.File, null, []))],
            QueueKind.Stale => Stale(built, Item),
            _ => [],
        };
    }

    /// <summary>The kind of unit that a random sample is of: the first that is read as text, else the first.</summary>
    public string? RandomKind => (open.Built?.Codebooks.FirstOrDefault(c => c.Of != PlaceKind.Row) ?? open.Built?.Codebooks.FirstOrDefault())?.Kind.Table;

    /// <summary>The unit to read after another in the order that the person chose; null when there is none left.</summary>
    public (string Unit, string? Variable)? Next(string? after)
    {
        var kind = open.Seat.Queue is QueueKind.Claims or QueueKind.Uncertain or QueueKind.Random or QueueKind.Mine or QueueKind.Stale ? open.Seat.Queue : QueueKind.Claims;
        return Items(kind).FirstOrDefault(i => i is { IsDone: false, DeferredBy: null } && i.Unit != after && (i.To is null || i.To == open.Who) && !open.Seat.IsSkipped(i.Unit)) is { } item
            ? (item.Unit, item.Variable) : null;
    }

    /// <summary>Gives units to somebody to code, or to nobody in particular.</summary>
    /// <exception cref="UsageException">The person may not; or there is no such unit.</exception>
    public void Assign(IReadOnlyList<string> units, string? to) => Tasks(Act.Assign).Assign(Built(), units, to);

    /// <summary>Puts a unit off, with a note why, for all who work on the case.</summary>
    /// <exception cref="UsageException">The person may not; or there is no such unit.</exception>
    public void Defer(string unit, string? note) => Tasks(Act.Code).Defer(Built(), unit, note);

    /// <summary>Puts a unit off no more.</summary>
    /// <exception cref="UsageException">The person may not; or there is no such unit.</exception>
    public void Resume(string unit) => Tasks(Act.Code).Resume(Built(), unit);

    /// <summary>Decisions that found no unit.</summary>
    public IReadOnlyList<LostDecision> Lost() => open.Built is not { } built ? [] :
    [
        .. Told(built, OrphanedCode).Where(t => !t.Decision.IsMoved).Select(t => new LostDecision(
            t.Decision.Entry.Short, t.Decision.Decision.Coder, t.Decision.Decision.Variable,
            t.Decision.Decision.Values.Count > 0 ? string.Join(", ", t.Decision.Decision.Values) : t.Decision.Decision.Status.Word(),
            t.Decision.Decision.Evidence.Select(e => e.Selector).OfType<TextSelector>().FirstOrDefault()?.Exact, t.Problem.Place.File)),
    ];

    /// <summary>Says to which unit a decision belongs.</summary>
    /// <exception cref="UsageException">The person may not; or there is no such unit or decision.</exception>
    public void Attach(string entry, string unit)
    {
        var who = open.Require(Act.Adjudicate).Id;
        open.Review(Act.Adjudicate).Attach(unit.Trim(), entry, who, null);
    }

    /// <summary>Units that may be the same, and that nobody has judged.</summary>
    public DuplicatesReport Duplicates(int most, CancellationToken cancellation)
    {
        var report = Built().Duplicates(null, most, null, cancellation);
        return report with { Pairs = [.. report.Pairs.Where(p => !p.Judgements.Any(j => j.Judgement.Coder == open.Who))] };
    }

    /// <summary>Says whether two units are the same.</summary>
    /// <exception cref="UsageException">The person may not.</exception>
    public void Judge(string a, string b, Sameness says, string? note) =>
        new UnitJudging(open.Folder, open.Writing(Act.Code)).Judge(a, b, says, open.Who, note);

    private IReadOnlyList<QueueItem> Stale(BuiltCase built, Func<string, string, string?, IReadOnlyList<string>, QueueItem> item)
    {
        var told = Told(built, StaleCode).ToList();
        var again = open.Decisions.Log.Live.Select(d => (d.Entry, d.Decision.Coder, d.Decision.Variable, d.Of.Member.Id)).ToList();
        var open1 = told.Where(t => !again.Exists(o => o.Entry != t.Decision.Entry && o.Coder == t.Decision.Decision.Coder && o.Variable == t.Decision.Decision.Variable
            && o.Id == t.Decision.Of.Member.Id && (o.Entry.Device != t.Decision.Entry.Device || o.Entry.Seq > t.Decision.Entry.Seq))).ToList();
        var files = open1.GroupBy(t => t.Decision.Of.Member.Kind, StringComparer.Ordinal).SelectMany(g => built.Named(g.Key, g.Select(t => t.Problem.Place.Unit!.Value.Value))).ToDictionary(u => u.Unit, u => u.File, StringComparer.Ordinal);
        return [.. open1.Select(t => item(t.Problem.Place.Unit!.Value.Value, files.GetValueOrDefault(t.Problem.Place.Unit!.Value.Value) ?? "", t.Decision.Decision.Variable, [t.Decision.Decision.Variable, t.Decision.Decision.Coder]) with { IsDone = false })];
    }

    /// <summary>Problems of a build that tell of decisions which nobody took back, with them.</summary>
    private IEnumerable<(Problem Problem, JournaledDecision Decision)> Told(BuiltCase built, string code)
    {
        var problems = built.Problems.Where(p => p.Code == code && p.Place.Unit is not null).ToList();
        var live = problems.Count == 0 ? null : open.Decisions.Log.Live.ToLookup(d => d.Decision.Variable, StringComparer.Ordinal).SelectMany(g => g).ToList();
        foreach (var problem in problems)
        {
            if (live!.Find(d => problem.Sentence.Contains($" {d.Entry.Short} ", StringComparison.Ordinal)) is { } decision)
            {
                yield return (problem, decision);
            }
        }
    }

    private IEnumerable<QueuedUnit> Tasked(BuiltCase built, Func<UnitWork, bool> isWanted)
    {
        var wanted = open.Facts.Work.Where(w => isWanted(w.Value)).Select(w => w.Key).ToList();
        return wanted.Count == 0 ? [] : built.Codebooks.Where(c => built.Units.ContainsKey(c.Kind.Table)).SelectMany(c => built.Named(c.Kind.Table, wanted));
    }

    private UnitTasks Tasks(Act act) => new(open.Folder, open.Writing(act));

    private BuiltCase Built() => open.Built ?? throw new UsageException("APP002", "Nothing was read yet.", "Take files in first.");
}
