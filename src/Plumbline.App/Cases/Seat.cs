using Plumbline.App.Texts;

namespace Plumbline.App.Cases;

/// <summary>
/// One browser that was let in: who is signed in at it, and what only they see. Its key is the browser's cookie; its id is no secret. Kept in
/// memory only. Thread safe.
/// </summary>
internal sealed class Seat(string id = "", string key = "")
{
    private readonly Lock gate = new();
    private (string Root, string Person)? signedIn;
    private (OpenCase Shared, string? Person, OpenCase Own)? open;

    /// <summary>What the app calls it.</summary>
    public string Id { get; } = id;

    /// <summary>Value of its cookie.</summary>
    public string Key { get; } = key;

    /// <summary>The language; null: that of the app.</summary>
    public Language? Language { get; set; }

    /// <summary>The pseudonym that is signed in at it in a case, or null.</summary>
    public string? SignedIn(string root) => signedIn is { } known && known.Root == root ? known.Person : null;

    /// <summary>Somebody has shown that they are this person of a case; or nobody sits here any more.</summary>
    public void Sit(string root, string? person)
    {
        lock (gate)
        {
            signedIn = person is null ? null : (root, person);
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
