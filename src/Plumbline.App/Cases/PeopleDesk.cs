using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>The people of a case: who they are, and who signs in at this browser. Thread safe.</summary>
internal sealed class PeopleDesk(OpenCase open, CasePeople people, Passphrases passphrases, Seat seat)
{
    /// <summary>The people, as their file says; none when it names nobody, or has faults.</summary>
    public IReadOnlyList<CasePerson> All => people.Now?.All ?? [];

    /// <summary>True when the case names people, so that somebody has to sign in.</summary>
    public bool AreNamed => people.Now?.IsNamed != false;

    /// <summary>Faults of <c>people.yaml</c>.</summary>
    public IReadOnlyList<Problem> Faults => people.Faults;

    /// <summary>True when nobody has a passphrase on this computer: then an editor chooses one by signing in.</summary>
    public bool IsNew => passphrases.AreNone;

    /// <summary>Wrong tries at the person's passphrase, told to them when they had signed in.</summary>
    public int WrongTries => seat.WrongTries;

    /// <summary>True when a person has a passphrase on this computer.</summary>
    public bool HasPassphrase(string id) => passphrases.Has(id);

    /// <summary>Adds a person. The first of a case is an editor, and is signed in.</summary>
    /// <exception cref="UsageException">The person who is signed in may not; or it is no pseudonym, is there already, or has too short a passphrase.</exception>
    public void Add(string id, Role role, string passphrase)
    {
        open.Require(Act.ChangePeople);
        var isFirst = !AreNamed;
        var person = new CasePerson(id.Trim(), isFirst ? Role.Editor : role);
        if (!Pseudonym.IsOne(person.Id))
        {
            throw PeopleProblems.NotOne();
        }

        if (people.Now?.Find(person.Id) is not null)
        {
            throw PeopleProblems.IsThere();
        }

        // The passphrase first: a case with an editor who can't sign in would be nobody's.
        passphrases.Set(person.Id, passphrase);
        PeopleEdit.Set(open.Folder, person);
        if (isFirst)
        {
            seat.Sit(open.Folder.Root, person.Id);
        }
    }

    /// <summary>Changes what a person may do, or whether they still work on the case.</summary>
    /// <exception cref="UsageException">The person who is signed in may not; or no editor would be left.</exception>
    public void Change(string id, Role role, bool hasLeft)
    {
        open.Require(Act.ChangePeople);
        PeopleEdit.Set(open.Folder, (people.Now?.Find(id) ?? throw PeopleProblems.Nobody()) with { Role = role, HasLeft = hasLeft });
    }

    /// <summary>Gives a person a new passphrase: an editor anybody, everybody themselves with the one they have.</summary>
    /// <exception cref="UsageException">The person who is signed in may not; the old one is wrong, or the new one too short.</exception>
    public void ChangePassphrase(string id, string? old, string passphrase)
    {
        var self = open.Require(Act.Read);
        if (self.Id == id)
        {
            passphrases.Check(id, old ?? "");
        }
        else
        {
            open.Require(Act.ChangePeople);
        }

        passphrases.Set(people.Now?.Find(id)?.Id ?? throw PeopleProblems.Nobody(), passphrase);
    }

    /// <summary>Somebody shows that they are a person of the case, and is signed in at this browser.</summary>
    /// <exception cref="UsageException">The passphrase is wrong, or was tried too often; or the person works on the case no more.</exception>
    public void SignIn(string id, string passphrase)
    {
        var person = people.Now?.Find(id) is { HasLeft: false } known ? known : throw PeopleProblems.Nobody();
        if (passphrases.AreNone && person.Role == Role.Editor)
        {
            passphrases.Set(id, passphrase);
        }

        var wrong = passphrases.Check(id, passphrase);
        seat.Sit(open.Folder.Root, id);
        seat.WrongTries = wrong;
    }

    /// <summary>Nobody sits at this browser any more.</summary>
    public void SignOut() => seat.Sit(open.Folder.Root, null);
}
