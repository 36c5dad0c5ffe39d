using Plumbline.App.Pages;
using Plumbline.Cli;
using Plumbline.Evidence;

namespace Plumbline.App.Parts;

/// <summary>A part of a page with work that takes longer than a page should: it goes on beside the page, says how far it is, and can be stopped.</summary>
public abstract class WorkingPart : AppPage, IDisposable, IProgress<StageProgress>
{
    private CancellationTokenSource? stop;

    /// <summary>What went wrong with the last; empty when nothing did.</summary>
    private protected IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>True while something runs.</summary>
    private protected bool IsWorking => stop is not null;

    /// <summary>How far it is; null before the first word of it.</summary>
    private protected StageProgress? Progress { get; private set; }

    /// <inheritdoc/>
    public void Report(StageProgress value)
    {
        if (Progress?.Stage != value.Stage)
        {
            Progress = value;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops what runs.</summary>
    protected virtual void Dispose(bool disposing) => stop?.Cancel();

    /// <summary>Stops what runs.</summary>
    private protected void Stop() => stop?.Cancel();

    /// <summary>Does it beside the page.</summary>
    /// <returns>What it gave; null when it failed, was stopped, or something runs already.</returns>
    private protected async Task<T?> Work<T>(Func<CancellationToken, T> work)
        where T : class
    {
        if (stop is not null)
        {
            return null;
        }

        using var mine = stop = new CancellationTokenSource();
        (Problems, Progress) = ([], null);
        StateHasChanged();
        try
        {
            return await Task.Run(() => work(mine.Token), mine.Token);
        }
        catch (Exception e)
        {
            Problems = mine.IsCancellationRequested ? [] : Faults.Of(e, mine.Token).Problems;
            return null;
        }
        finally
        {
            stop = null;
        }
    }
}
