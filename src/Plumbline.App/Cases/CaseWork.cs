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
internal sealed class CaseWork : IDisposable
{
    private readonly OpenCase open;

    public CaseWork(OpenCase open)
    {
        this.open = open;
        Job = new BackgroundJob<WorkOutcome>(open.Options.Clock, () => open.Figures.Refresh());
    }

    /// <summary>What runs. Stopped, it ends at the next place where nothing is lost.</summary>
    public BackgroundJob<WorkOutcome> Job { get; }

    /// <summary>True while it runs.</summary>
    public bool IsRunning => Job.IsRunning;

    /// <summary>What came of the last; null while it runs.</summary>
    public WorkOutcome? Last => Job.Result;

    /// <summary>Takes files and folders in, then updates; false when something runs already.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="source">Who gave them, or null.</param>
    /// <param name="who">Who takes them in.</param>
    public bool TakeIn(IReadOnlyList<string> paths, string? source, string who) => Start((progress, cancellation) =>
    {
        var options = new CustodyOptions { Who = who, Source = string.IsNullOrWhiteSpace(source) ? null : source.Trim(), Clock = open.Options.Clock };
        var taken = new CustodyStage(open.Folder).Ingest(paths, options, progress, cancellation);
        return taken.WasStopped ? new WorkOutcome(taken, null, taken.Problems, true) : Build(progress, cancellation) with { Taken = taken, Problems = taken.Problems };
    });

    /// <summary>Makes what is stale; false when something runs already.</summary>
    public bool Update() => Start(Build);

    /// <inheritdoc/>
    public void Dispose() => Job.Dispose();

    private WorkOutcome Build(IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var options = new BuildOptions { Workers = Math.Max(1, Environment.ProcessorCount), ReaderCommand = open.Options.Child(Workers.Read) };
        return new WorkOutcome(null, CaseBuild.Build(open.Folder, options, progress, cancellation), [], false);
    }

    // What ends it is an outcome too: all faults are told, not the first alone.
    private bool Start(Func<IProgress<StageProgress>, CancellationToken, WorkOutcome> work) => Job.Start((progress, cancellation) =>
    {
        try
        {
            return work(progress, cancellation);
        }
        catch (Exception e)
        {
            var (code, problems) = Faults.Of(e, cancellation);
            return new WorkOutcome(null, null, problems, code == ExitCode.Stopped);
        }
    });
}
