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
