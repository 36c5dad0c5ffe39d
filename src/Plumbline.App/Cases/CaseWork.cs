using Plumbline.Cli;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Cases;

/// <summary>What came of work in the background.</summary>
/// <param name="Taken">Files that were taken in; null when none were to be.</param>
/// <param name="Built">The build; null when it was not reached.</param>
/// <param name="Problems">Faults that ended it, and files that were left out.</param>
/// <param name="WasStopped">True when somebody stopped it: what was done is kept.</param>
internal sealed record WorkOutcome(CustodyReport? Taken, BuildReport? Built, IReadOnlyList<Problem> Problems, bool WasStopped);

/// <summary>Taking files in and updating, in the background: one at a time, with progress, and a way to stop it. Thread safe.</summary>
internal sealed class CaseWork(OpenCase open) : IProgress<StageProgress>, IDisposable
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(150);

    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;
    private DateTimeOffset told;

    /// <summary>Something of this has changed.</summary>
    public event Action? Changed;

    /// <summary>True while it runs.</summary>
    public bool IsRunning => !running.IsCompleted;

    /// <summary>True from the wish to stop to the end.</summary>
    public bool IsStopping => IsRunning && stop?.IsCancellationRequested == true;

    /// <summary>How far it is; null before the first word of it.</summary>
    public StageProgress? Progress { get; private set; }

    /// <summary>What came of the last.</summary>
    public WorkOutcome? Last { get; private set; }

    /// <summary>Takes files and folders in, then updates; false when something runs already.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="source">Who gave them, or null.</param>
    /// <param name="who">Who takes them in.</param>
    public bool TakeIn(IReadOnlyList<string> paths, string? source, string who) => Start(cancellation =>
    {
        var options = new CustodyOptions { Who = who, Source = string.IsNullOrWhiteSpace(source) ? null : source.Trim(), Clock = open.Options.Clock };
        var taken = new CustodyStage(open.Folder).Ingest(paths, options, this, cancellation);
        return taken.WasStopped ? new WorkOutcome(taken, null, taken.Problems, true) : Build(cancellation) with { Taken = taken, Problems = taken.Problems };
    });

    /// <summary>Makes what is stale; false when something runs already.</summary>
    public bool Update() => Start(Build);

    /// <summary>Stops it, at the next place where nothing is lost.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stop?.Cancel();
        }

        Changed?.Invoke();
    }

    /// <summary>Ends when nothing runs.</summary>
    public Task WhenDone() => running;

    /// <inheritdoc/>
    public void Report(StageProgress value)
    {
        var now = open.Options.Clock.GetUtcNow();
        var isNews = Progress?.Stage != value.Stage || now - told > ReportEvery;
        Progress = value;
        if (isNews)
        {
            told = now;
            Changed?.Invoke();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        running.Wait(TimeSpan.FromSeconds(10));
        stop?.Dispose();
    }

    private WorkOutcome Build(CancellationToken cancellation)
    {
        var options = new BuildOptions { Workers = Math.Max(1, Environment.ProcessorCount), ReaderCommand = open.Options.Child(Workers.Read) };
        return new WorkOutcome(null, CaseBuild.Build(open.Folder, options, this, cancellation), [], false);
    }

    private bool Start(Func<CancellationToken, WorkOutcome> work)
    {
        lock (gate)
        {
            if (IsRunning)
            {
                return false;
            }

            stop?.Dispose();
            stop = new CancellationTokenSource();
            var cancellation = stop.Token;
            Progress = null;
            running = Task.Run(
                () =>
                {
                    try
                    {
                        Last = work(cancellation);
                    }
                    catch (Exception e)
                    {
                        var (code, problems) = Faults.Of(e, cancellation);
                        Last = new WorkOutcome(null, null, problems, code == ExitCode.Stopped);
                    }
                },
                CancellationToken.None);
        }

        _ = running.ContinueWith(_ => Ended(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Changed?.Invoke();
        return true;
    }

    private void Ended()
    {
        open.Figures.Refresh();
        Changed?.Invoke();
    }
}
