using Plumbline.App.Hosting;
using Plumbline.Cases;
using Plumbline.Cli;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;

namespace Plumbline.App.Cases;

/// <summary>
/// A case with its build in use and its decisions as they are now. What is read once for many pages is kept here, and is read again
/// when another program (the command, a second window) has changed it. Thread safe.
/// </summary>
internal sealed class OpenCase : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<BuiltCase> opened = [];
    private BuiltCase? built;
    private (string Heads, LiveDecisions Decisions)? decisions;

    public OpenCase(CaseFolder folder, AppOptions options)
    {
        (Folder, Options) = (folder, options);
        Settings = CaseSettings.Read(folder);
        Who = CaseAccess.Who(folder);
        Work = new CaseWork(this);
        Figures = new CaseFigures(this);
        Counts = new CaseCounts(this);
        Units = new UnitDesk(this);
        Sources = new SourceDesk(this);
        Log = new JournalDesk(this);
        Codebooks = new CodebookDesk(this);
    }

    /// <summary>Its folder.</summary>
    public CaseFolder Folder { get; }

    /// <summary>How the app was started.</summary>
    public AppOptions Options { get; }

    /// <summary>Its settings.</summary>
    public CaseSettings Settings { get; }

    /// <summary>What the person at this computer is called in it.</summary>
    public string Who { get; }

    /// <summary>What it is called: its title, else the name of its folder. Hostile text.</summary>
    public string Title => Settings.Title.Length > 0 ? Settings.Title : Path.GetFileName(Folder.Root);

    /// <summary>What runs in the background.</summary>
    public CaseWork Work { get; }

    /// <summary>Verdicts of the drafts, and what to do next.</summary>
    public CaseFigures Figures { get; }

    /// <summary>How far the work is.</summary>
    public CaseCounts Counts { get; }

    /// <summary>Units, to read and decide on.</summary>
    public UnitDesk Units { get; }

    /// <summary>Who gave what, and withdrawing it.</summary>
    public SourceDesk Sources { get; }

    /// <summary>Who did what when.</summary>
    public JournalDesk Log { get; }

    /// <summary>Codebooks, to read and edit.</summary>
    public CodebookDesk Codebooks { get; }

    /// <summary>The build in use; null when there is none yet.</summary>
    public BuiltCase? Built
    {
        get
        {
            lock (gate)
            {
                if (BuildFolder.Current(Folder) is not { } current)
                {
                    return null;
                }

                if (built?.Id != current.Id)
                {
                    // Pages that are being made may still read the one before; those before that are closed.
                    while (opened.Count > 1)
                    {
                        opened[0].Dispose();
                        opened.RemoveAt(0);
                    }

                    opened.Add(built = BuiltCase.Of(Folder, current));
                }

                return built;
            }
        }
    }

    /// <summary>People's decisions, those newer than the build among them.</summary>
    public LiveDecisions Decisions
    {
        get
        {
            using var journal = Journal.OpenRead(Folder);
            var heads = string.Join(' ', journal.Heads().Select(h => h.Hash));
            lock (gate)
            {
                if (decisions is not { } known || known.Heads != heads)
                {
                    decisions = known = (heads, new LiveDecisions(CaseDecisions.Read(journal)));
                }

                return known.Decisions;
            }
        }
    }

    /// <summary>True when there is something that the build in use does not know.</summary>
    public bool IsStale() => Built?.IsStale() ?? HasDocuments();

    /// <summary>Opens the journal's door for decisions of the person at this computer.</summary>
    public CaseReview Review() => new(Folder, new JournalOptions { Who = Who, Clock = Options.Clock });

    /// <inheritdoc/>
    public void Dispose()
    {
        Work.Dispose();
        Figures.Dispose();
        Sources.Dispose();
        Log.Dispose();
        Codebooks.Dispose();
        lock (gate)
        {
            opened.ForEach(b => b.Dispose());
            opened.Clear();
        }
    }

    private bool HasDocuments()
    {
        try
        {
            using var journal = Journal.OpenRead(Folder);
            return journal.Entries(JournalWords.Ingest).Any();
        }
        catch (UsageException)
        {
            return false; // A case fresh from version control has no journal yet.
        }
    }
}
