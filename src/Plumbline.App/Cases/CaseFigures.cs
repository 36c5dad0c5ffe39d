using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Sql;
using Plumbline.Cli;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Cases;

/// <summary>The drafts with their verdicts, and what decisions would bring them furthest.</summary>
/// <param name="Of">Build and files that it is of.</param>
/// <param name="Drafts">The drafts as they were read.</param>
/// <param name="Check">Their check.</param>
/// <param name="Next">What to decide next.</param>
/// <param name="Fault">Why there is none of it; null when there is.</param>
internal sealed record FigureState(string Of, IReadOnlyList<Draft> Drafts, CheckReport? Check, CaseNextReport? Next, Problem? Fault);

/// <summary>
/// Checks the drafts in the background, since that may take longer than a page should: a page shows what is known, and is told when there
/// is more. Thread safe.
/// </summary>
internal sealed class CaseFigures(OpenCase open) : IDisposable
{
    private const int MostSteps = 500;
    private const int ShownRows = 200;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private string? making;
    private Task running = Task.CompletedTask;

    /// <summary>There is a new state.</summary>
    public event Action? Changed;

    /// <summary>The last state, which may be of an earlier build; null before the first.</summary>
    public FigureState? State { get; private set; }

    /// <summary>True while a newer state is being made.</summary>
    public bool IsWorking => making is not null;

    /// <summary>Begins to make the state of the case as it is now, unless that is there or being made.</summary>
    public void Refresh()
    {
        var key = Key();
        lock (gate)
        {
            if (key is null || key == State?.Of || key == making || stop.IsCancellationRequested)
            {
                return;
            }

            making = key;
            running = running.ContinueWith(_ => Make(key), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Ends when nothing is being made.</summary>
    public Task WhenDone() => running;

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        running.Wait(TimeSpan.FromSeconds(10));
        stop.Dispose();
    }

    private void Make(string key)
    {
        var state = new FigureState(key, [], null, null, null);
        try
        {
            state = Read(key);
        }
        catch (Exception e)
        {
            state = state with { Fault = Faults.Of(e, stop.Token).Problems[0] };
        }

        lock (gate)
        {
            State = state;
            making = making == key ? null : making;
        }

        Changed?.Invoke();
    }

    private FigureState Read(string key)
    {
        var built = open.Built!;
        var drafts = CaseCheck.Drafts(open.Folder, []);
        var options = new CheckOptions { Hedges = open.Settings.Hedges, EvidenceRows = ShownRows, Clock = open.Options.Clock };
        using var tables = new TablesProcess(built.TablesPath, open.Options.Child(Workers.Sql));
        var check = CaseCheck.CheckRead(open.Folder, built, drafts, tables, options, stop.Token);
        var next = File.Exists(open.Folder.ClaimsYaml) ? CaseNext.Plan(open.Folder, built, tables, null, MostSteps, options) : null;
        return new FigureState(key, drafts, check, next, null);
    }

    /// <summary>The build and the files that verdicts depend on, by time and size; null without a build.</summary>
    private string? Key()
    {
        if (open.Built is not { } built)
        {
            return null;
        }

        var files = CaseCheck.Paths(open.Folder, []).Append(open.Folder.ClaimsYaml).Append(open.Folder.CaseYaml).Append(open.Folder.SourcesYaml).Select(p => new FileInfo(p)).Where(f => f.Exists);
        return string.Join('|', files.Select(f => FormattableString.Invariant($"{f.Name}:{f.Length}:{f.LastWriteTimeUtc.Ticks}")).Prepend(built.Id));
    }
}
