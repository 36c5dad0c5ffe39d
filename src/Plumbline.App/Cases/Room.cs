using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Cli;

namespace Plumbline.App.Cases;

/// <summary>What all browsers of this app share: one case at a time. Thread safe.</summary>
internal sealed class Room : IDisposable
{
    private readonly AppOptions options;
    private readonly Lock gate = new();
    private OpenCase? before;

    /// <param name="options">How the app was started.</param>
    /// <exception cref="Evidence.PlumblineException">The case that it was started with can't be opened.</exception>
    public Room(AppOptions options)
    {
        this.options = options;
        if (options.Case is { } path)
        {
            Open(path);
        }
    }

    /// <summary>The case, as nobody in particular sees it; null when none is open.</summary>
    public OpenCase? Case { get; private set; }

    /// <summary>The language to begin with.</summary>
    public Language Language => options.Language;

    /// <summary>Folder that new cases are made in.</summary>
    public string Home => options.Home;

    /// <summary>Opens a case, and closes the one before.</summary>
    /// <exception cref="Evidence.UsageException">It is none, or is synced and was not made so.</exception>
    public OpenCase Open(string path)
    {
        var opened = new OpenCase(CaseAccess.OpenForWriting(path.Trim()), options);
        lock (gate)
        {
            // Pages of somebody else may still read the one before: it stops working, and the one before that is closed.
            before?.Dispose();
            before = Case;
            before?.Work.Job.Stop();
            Case = opened;
        }

        return opened;
    }

    /// <summary>Makes a case in <see cref="Home"/> and opens it.</summary>
    /// <exception cref="Evidence.PlumblineException">It can't be made.</exception>
    public OpenCase Make(NewCase made) => Open(made.In(options).Root);

    /// <inheritdoc/>
    public void Dispose()
    {
        before?.Dispose();
        Case?.Dispose();
    }
}
