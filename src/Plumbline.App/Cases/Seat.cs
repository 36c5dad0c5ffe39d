using Plumbline.App.Texts;

namespace Plumbline.App.Cases;

/// <summary>
/// One browser that was let in: who is signed in at it, and what only they see. Its key is the browser's cookie; its id is no secret. Kept in
/// memory only. Thread safe.
/// </summary>
internal sealed class Seat(string id = "", string key = "")
{
    private readonly Lock gate = new();
    private readonly HashSet<string> skipped = new(StringComparer.Ordinal);
    private (string Root, string Person)? signedIn;
    private (OpenCase Shared, string? Person, OpenCase Own)? open;

    /// <summary>What the app calls it.</summary>
    public string Id { get; } = id;

    /// <summary>Value of its cookie.</summary>
    public string Key { get; } = key;

    /// <summary>The language; null: that of the app.</summary>
    public Language? Language { get; set; }

    /// <summary>True: hide what others and the machine say; false: don't; null: as the case has it.</summary>
    public bool? Blind { get; set; }

    /// <summary>The order in which they read.</summary>
    public QueueKind Queue { get; set; }

    /// <summary>What a random order is made with.</summary>
    public string Seed { get; set; } = "1";

    /// <summary>Wrong tries at the passphrase of who is signed in, before they were.</summary>
    public int WrongTries { get; set; }

    /// <summary>A unit is passed over until somebody else sits here, or the app is started anew.</summary>
    public void Skip(string unit)
    {
        lock (gate)
        {
            skipped.Add(unit);
        }
    }

    /// <summary>True for a unit that was passed over.</summary>
    public bool IsSkipped(string unit)
    {
        lock (gate)
        {
            return skipped.Contains(unit);
        }
    }

    /// <summary>The pseudonym that is signed in at it in a case, or null.</summary>
    public string? SignedIn(string root) => signedIn is { } known && known.Root == root ? known.Person : null;

    /// <summary>Somebody has shown that they are this person of a case; or nobody sits here any more.</summary>
    public void Sit(string root, string? person)
    {
        lock (gate)
        {
            (signedIn, Blind, WrongTries) = (person is null ? null : (root, person), null, 0);
            skipped.Clear();
        }
    }

    /// <summary>A case as it is seen from here. What a person was shown is forgotten for the next one.</summary>
    public OpenCase Of(OpenCase shared)
    {
        lock (gate)
        {
            var person = SignedIn(shared.Folder.Root);
            if (open is not { } known || known.Shared != shared || known.Person != person)
            {
                open = known = (shared, person, shared.From(this));
            }

            return known.Own;
        }
    }
}
