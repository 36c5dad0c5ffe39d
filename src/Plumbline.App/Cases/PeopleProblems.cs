using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>What people may not do, and passphrases that don't fit.</summary>
internal static class PeopleProblems
{
    public static UsageException NotSignedIn() => new("APP020", "Nobody is signed in.", "Sign in first.");

    public static UsageException NotAllowed(Role role, Act act) => new(
        "APP021",
        $"{(role is Role.Adjudicator or Role.Editor ? "An" : "A")} {role.Word()} may not {Word(act)}.",
        $"Ask {(Role.Adjudicator.May(act) ? "an adjudicator or an editor" : Role.Coder.May(act) ? "a coder" : "an editor")} of the case.");

    public static UsageException WrongPassphrase() => new("APP022", "This is not the passphrase.", "Try again, or ask an editor of the case for a new one.");

    public static UsageException TooEarly(int seconds) => new(
        "APP023", FormattableString.Invariant($"There were several wrong tries: the next one is taken in {seconds} s."), "Wait that long.");

    public static UsageException TooShort() => new(
        "APP024", FormattableString.Invariant($"A passphrase has at least {Passphrases.Fewest} letters."), "Take four or five words that don't belong together.");

    public static UsageException Nobody() => new("APP025", "Nobody of this name works on the case.", "Look at the list of people.");

    public static UsageException IsThere() => new("APP026", "There is somebody of this name already.", "Choose another pseudonym.");

    public static UsageException NotOne() => new("APP027", "A pseudonym has 2 to 40 letters, digits, hyphens or dots, a letter or digit first.", "Take one such as quiet-heron-17.");

    public static StoreFailedException Unreadable() => new(
        "APP028", "The file of passphrases in the case can't be read.", "Remove .plumb/passphrases from the case: an editor chooses a new passphrase then, and gives the others theirs.", isTransient: false);

    public static UsageException Meanwhile(string who) => new(
        "APP029", $"{who} decided this meanwhile.", "Look at it; what you say next is saved beside it.");

    private static string Word(Act act) => act switch
    {
        Act.Read => "read it",
        Act.Code => "decide on units",
        Act.TakeIn => "take files in or update",
        Act.Adjudicate => "say what stands",
        Act.Assign => "give units to others",
        Act.Edit => "change claims, codebooks or sources",
        Act.Sign => "sign",
        Act.Withdraw => "withdraw documents",
        _ => "change who works on the case",
    };
}
