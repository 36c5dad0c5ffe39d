using Plumbline.Cli;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>Work that takes longer than a page should: with progress, and a way to stop it.</summary>
public interface IBackgroundJob
{
    /// <summary>Something of it has changed.</summary>
    event Action? Changed;

    /// <summary>True while it runs.</summary>
    bool IsRunning { get; }

    /// <summary>True from the wish to stop to the end.</summary>
    bool IsStopping { get; }

    /// <summary>True when somebody stopped the last.</summary>
    bool WasStopped { get; }

    /// <summary>How far it is; null before the first word of it.</summary>
    StageProgress? Progress { get; }

    /// <summary>Why there is no result; null when there is, or nothing has run.</summary>
    Problem? Fault { get; }

    /// <summary>Stops it.</summary>
    void Stop();
}

/// <summary>Work in the background that gives something, one at a time; nothing of it is kept beyond the program. Thread safe.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="clock">Says when it is time to tell of progress.</param>
/// <param name="ended">Done at each end, before anybody is told of it.</param>
internal sealed class BackgroundJob<T>(TimeProvider clock, Action? ended = null) : IBackgroundJob, IProgress<StageProgress>, IDisposable
    where T : class
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(150);

    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;
    private DateTimeOffset told;

    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public bool IsRunning => !running.IsCompleted;

    /// <inheritdoc/>
    public bool IsStopping => IsRunning && stop?.IsCancellationRequested == true;

    /// <inheritdoc/>
    public bool WasStopped { get; private set; }

    /// <inheritdoc/>
    public StageProgress? Progress { get; private set; }

    /// <inheritdoc/>
    public Problem? Fault { get; private set; }

    /// <summary>What the last one gave; null when there is none.</summary>
    public T? Result { get; private set; }

    /// <summary>Starts it; false when one runs already.</summary>
    public bool Start(Func<IProgress<StageProgress>, CancellationToken, T> work)
    {
        lock (gate)
        {
            if (IsRunning)
            {
                return false;
            }

            stop?.Dispose();
            stop = new CancellationTokenSource();
            (Progress, Fault, Result, WasStopped) = (null, null, null, false);
            var cancellation = stop.Token;
            running = Task.Run(() => Run(work, cancellation), CancellationToken.None);
        }

        _ = running.ContinueWith(_ => Ended(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Changed?.Invoke();
        return true;
    }

    /// <inheritdoc/>
    public void Stop()
    {
        lock (gate)
        {
            stop?.Cancel();
        }

        Changed?.Invoke();
    }

    /// <summary>Forgets what the last one gave.</summary>
    public void Clear()
    {
        if (!IsRunning)
        {
            (Progress, Fault, Result, WasStopped) = (null, null, null, false);
        }
    }

    /// <summary>Ends when nothing runs.</summary>
    public Task WhenDone() => running;

    /// <inheritdoc/>
    public void Report(StageProgress value)
    {
        var now = clock.GetUtcNow();
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

    private void Ended()
    {
        ended?.Invoke();
        Changed?.Invoke();
    }

    private void Run(Func<IProgress<StageProgress>, CancellationToken, T> work, CancellationToken cancellation)
    {
        try
        {
            Result = work(this, cancellation);
        }
        catch (Exception e)
        {
            var (code, problems) = Faults.Of(e, cancellation);
            (WasStopped, Fault) = code == ExitCode.Stopped ? (true, null) : (false, problems[0]);
        }
    }
}
