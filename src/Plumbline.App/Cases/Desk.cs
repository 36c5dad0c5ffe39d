using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Cli;

namespace Plumbline.App.Cases;

/// <summary>What lies on the desk of the person at this computer: one case at a time, and the language they read in. Thread safe.</summary>
internal sealed class Desk : IDisposable
{
    private readonly AppOptions options;
    private readonly Lock gate = new();

    /// <param name="options">How the app was started.</param>
    /// <exception cref="Evidence.PlumblineException">The case that it was started with can't be opened.</exception>
    public Desk(AppOptions options)
    {
        this.options = options;
        Language = options.Language;
        if (options.Case is { } path)
        {
            Open(path);
        }
    }

    /// <summary>The case, or null when none is open.</summary>
    public OpenCase? Case { get; private set; }

    /// <summary>The language.</summary>
    public Language Language { get; set; }

    /// <summary>Folder that new cases are made in.</summary>
    public string Home => options.Home;

    /// <summary>Opens a case, and closes the one before.</summary>
    /// <exception cref="Evidence.UsageException">It is none, or is synced and was not made so.</exception>
    public OpenCase Open(string path)
    {
        var opened = new OpenCase(CaseAccess.OpenForWriting(path.Trim()), options);
        lock (gate)
        {
            Case?.Dispose();
            Case = opened;
        }

        return opened;
    }

    /// <summary>Makes a case in <see cref="Home"/> and opens it.</summary>
    /// <exception cref="Evidence.PlumblineException">It can't be made.</exception>
    public OpenCase Make(NewCase made) => Open(made.In(options).Root);

    /// <summary>Folders of cases in <see cref="Home"/>, by name.</summary>
    public IReadOnlyList<string> CasesAtHome()
    {
        try
        {
            return !Directory.Exists(Home) ? []
                : [.. Directory.EnumerateDirectories(Home).Where(d => File.Exists(Path.Combine(d, "case.yaml"))).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Case?.Dispose();
}
