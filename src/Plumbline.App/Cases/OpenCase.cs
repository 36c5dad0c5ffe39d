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
    private readonly OpenCase shared;
    private readonly Seat seat;
    private readonly string alone;
    private readonly CasePeople people;
    private readonly Passphrases passphrases;
    private readonly LiveJournal journal;
    private readonly Lock gate = new();
    private readonly Lock deciding = new();
    private readonly List<BuiltCase> opened = [];
    private readonly List<IDisposable> desks = [];
    private BuiltCase? built;

    public OpenCase(CaseFolder folder, AppOptions options)
    {
        (Folder, Options, shared, seat) = (folder, options, this, new Seat());
        Settings = CaseSettings.Read(folder);
        alone = CaseAccess.Who(folder);
        people = new CasePeople(folder);
        journal = new LiveJournal(folder);
        Register = new PeopleDesk(this, people, passphrases = new Passphrases(folder, options.Clock), seat);
        Shown = new ShownLog(folder);
        Work = new CaseWork(this);
        Figures = new CaseFigures(this);
        Counts = new CaseCounts(this);
        Facts = new WorkFacts(this);
        Units = new UnitDesk(this);
        Queue = new QueueDesk(this);
        Adjudication = new AdjudicationDesk(this);
        Timeline = new TimelineDesk(this);
        Entries = new EntryDesk(this);
        (Sources, Log, Codebooks, Search) = Desks(shared);
        Pages = new PageDesk(this);
    }

    private OpenCase(OpenCase shared, Seat seat)
    {
        (Folder, Options, Settings, alone, people) = (shared.Folder, shared.Options, shared.Settings, shared.alone, shared.people);
        (Work, Figures, Counts, Facts, Pages, Timeline) = (shared.Work, shared.Figures, shared.Counts, shared.Facts, shared.Pages, shared.Timeline);
        (this.shared, this.seat, passphrases, Shown, journal) = (shared, seat, shared.passphrases, shared.Shown, shared.journal);
        Register = new PeopleDesk(this, people, passphrases, seat);
        Units = new UnitDesk(this);
        Queue = new QueueDesk(this);
        Adjudication = new AdjudicationDesk(this);
        Entries = new EntryDesk(this);
        (Sources, Log, Codebooks, Search) = Desks(shared);
    }

    /// <summary>Its folder.</summary>
    public CaseFolder Folder { get; }

    /// <summary>How the app was started.</summary>
    public AppOptions Options { get; }

    /// <summary>Its settings.</summary>
    public CaseSettings Settings { get; }

    /// <summary>Who is signed in; null: nobody, in a case that names people. A case that names none has one person, who may do all.</summary>
    public Person? Person => people.Now is not { } named ? null
        : !named.IsNamed ? new Person(alone, Role.Editor)
        : seat.SignedIn(Folder.Root) is { } id && named.Find(id) is { HasLeft: false } known ? new Person(known.Id, known.Role)
        : null;

    /// <summary>What the person who is signed in is called.</summary>
    /// <exception cref="UsageException">Nobody is.</exception>
    public string Who => Require(Act.Read).Id;

    /// <summary>The people of the case, and signing in.</summary>
    public PeopleDesk Register { get; }

    /// <summary>What people were shown before they decided.</summary>
    public ShownLog Shown { get; }

    /// <summary>The browser.</summary>
    public Seat Seat => seat;

    /// <summary>Held while somebody of this app decides: what stood before is looked at, then it is written.</summary>
    public Lock Deciding => shared == this ? deciding : shared.Deciding;

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

    /// <summary>Orders of work.</summary>
    public QueueDesk Queue { get; }

    /// <summary>What queues are made of.</summary>
    public WorkFacts Facts { get; }

    /// <summary>Where people disagree.</summary>
    public AdjudicationDesk Adjudication { get; }

    /// <summary>Who gave what, and withdrawing it.</summary>
    public SourceDesk Sources { get; }

    /// <summary>Who did what when.</summary>
    public JournalDesk Log { get; }

    /// <summary>Codebooks, to read and edit.</summary>
    public CodebookDesk Codebooks { get; }

    /// <summary>Entering what no document tells.</summary>
    public EntryDesk Entries { get; }

    /// <summary>Searching its texts.</summary>
    public SearchDesk Search { get; }

    /// <summary>Units by day.</summary>
    public TimelineDesk Timeline { get; }

    /// <summary>Pages of documents, as they were drawn.</summary>
    public PageDesk Pages { get; }

    /// <summary>The build in use; null when there is none yet.</summary>
    public BuiltCase? Built
    {
        get
        {
            if (shared != this)
            {
                return shared.Built;
            }

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
    public LiveDecisions Decisions => journal.Now().Decisions;

    /// <summary>Who is to do what, by the member that was named.</summary>
    public IReadOnlyDictionary<Member, UnitWork> Tasks => journal.Now().Tasks;

    /// <summary>True when there is something that the build in use does not know.</summary>
    public bool IsStale() => Built?.IsStale() ?? HasDocuments();

    /// <summary>The case as it is seen from a browser; what is read once for all is shared.</summary>
    public OpenCase From(Seat seat) => new(shared, seat);

    /// <summary>True when the person who is signed in may do it: for what is shown. What is done asks <see cref="Require"/>.</summary>
    public bool May(Act act) => Person?.Role.May(act) == true;

    /// <summary>The person who is signed in, who may do it. Asked by everything that writes, before it does.</summary>
    /// <exception cref="UsageException">Nobody is signed in, or their role does not allow it.</exception>
    public Person Require(Act act) => Person is not { } person ? throw PeopleProblems.NotSignedIn()
        : person.Role.May(act) ? person
        : throw PeopleProblems.NotAllowed(person.Role, act);

    /// <summary>How the journal is written by the person who is signed in, who may do this.</summary>
    /// <exception cref="UsageException">They may not.</exception>
    public JournalOptions Writing(Act act) => new() { Who = Require(act).Id, Clock = Options.Clock };

    /// <summary>Opens the journal's door for decisions of the person who is signed in.</summary>
    /// <exception cref="UsageException">They may not do this.</exception>
    public CaseReview Review(Act act = Act.Code) => new(Folder, Writing(act));

    /// <summary>Takes files and folders in, then updates; false when something runs already.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="source">Who gave them, or null.</param>
    /// <exception cref="UsageException">The person may not.</exception>
    public bool TakeIn(IReadOnlyList<string> paths, string? source) => Work.TakeIn(paths, source, Require(Act.TakeIn).Id);

    /// <summary>Makes what is stale; false when something runs already.</summary>
    /// <exception cref="UsageException">The person may not.</exception>
    public bool Update()
    {
        Require(Act.TakeIn);
        return Work.Update();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Work.Dispose();
        Figures.Dispose();
        Pages.Dispose();
        IDisposable[] all;
        lock (gate)
        {
            all = [.. desks];
            desks.Clear();
        }

        // What runs on them may still ask for the build.
        Array.ForEach(all, d => d.Dispose());
        lock (gate)
        {
            opened.ForEach(b => b.Dispose());
            opened.Clear();
        }
    }

    /// <summary>Desks on which work in the background runs: each browser has its own, and all of it ends with the case.</summary>
    private (SourceDesk, JournalDesk, CodebookDesk, SearchDesk) Desks(OpenCase shared)
    {
        var (sources, log, codebooks, search) = (new SourceDesk(this), new JournalDesk(this), new CodebookDesk(this), new SearchDesk(this));
        lock (shared.gate)
        {
            shared.desks.AddRange([sources, log, codebooks, search]);
        }

        return (sources, log, codebooks, search);
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
