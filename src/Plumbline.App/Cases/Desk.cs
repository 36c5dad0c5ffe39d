using Plumbline.App.Hosting;
using Plumbline.App.Texts;

namespace Plumbline.App.Cases;

/// <summary>
/// What lies before somebody at a browser: the case that is open, as they may see it, who they are in it, and the language they read in. One for each page; the
/// room is shared, the seat is the browser's.
/// </summary>
internal sealed class Desk(Room room, Door door)
{
    private Seat seat = new();

    /// <summary>The case, or null when none is open.</summary>
    public OpenCase? Case => room.Case is { } shared ? seat.Of(shared) : null;

    /// <summary>Who is signed in; null when no case is open, or nobody is.</summary>
    public Person? Person => Case?.Person;

    /// <summary>The language.</summary>
    public Language Language
    {
        get => seat.Language ?? room.Language;
        set => seat.Language = value;
    }

    /// <summary>The browser.</summary>
    public Seat Seat => seat;

    /// <summary>Folder that new cases are made in.</summary>
    public string Home => room.Home;

    /// <summary>This desk is that of a browser from now on.</summary>
    public void Sit(Seat at) => seat = at;

    /// <summary>The same, of a page that knows the browser by its id; of an unknown id, nobody sits here.</summary>
    public void Sit(string id) => seat = door.Find(id) ?? new Seat();

    /// <summary>Opens a case, and closes the one before.</summary>
    /// <exception cref="Evidence.UsageException">It is none, or is synced and was not made so.</exception>
    public OpenCase Open(string path) => seat.Of(room.Open(path));

    /// <summary>Makes a case in <see cref="Home"/> and opens it.</summary>
    /// <exception cref="Evidence.PlumblineException">It can't be made.</exception>
    public OpenCase Make(NewCase made) => seat.Of(room.Make(made));

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
}
