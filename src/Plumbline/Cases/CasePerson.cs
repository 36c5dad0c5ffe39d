namespace Plumbline.Cases;

/// <summary>What somebody may do in a case.</summary>
public enum Role
{
    /// <summary>Reads, and changes nothing.</summary>
    Viewer,

    /// <summary>Codes units.</summary>
    Coder,

    /// <summary>Codes, and says what stands where coders disagree.</summary>
    Adjudicator,

    /// <summary>Does all of it, and answers for it.</summary>
    Editor,
}

/// <summary>Somebody who works on a case.</summary>
/// <param name="Id">Their pseudonym, as it stands in journal and tables: see <see cref="Pseudonym"/>.</param>
/// <param name="Role">What they may do.</param>
/// <param name="HasLeft">True for somebody who works on it no more: their decisions stand, and they can't sign in.</param>
/// <param name="Note">For readers of the file. Hostile text.</param>
public sealed record CasePerson(string Id, Role Role, bool HasLeft = false, string Note = "");

/// <summary>Words of people in <c>people.yaml</c>.</summary>
public static class PeopleWords
{
    private static readonly string[] RoleWords = ["viewer", "coder", "adjudicator", "editor"];

    private static readonly string[] StateWords = ["works", "left"];

    /// <summary>Words of <see cref="Role"/>, from the one who may do least to the one who may do all.</summary>
    public static IReadOnlyList<string> Roles => RoleWords;

    /// <summary>Words of <see cref="CasePerson.HasLeft"/>.</summary>
    public static IReadOnlyList<string> States => StateWords;

    /// <summary>The word of a role.</summary>
    public static string Word(this Role role) => RoleWords[(int)role];

    /// <summary>The role of a word; a viewer's for any other.</summary>
    public static Role RoleOf(string? word) => (Role)Math.Max(0, Array.IndexOf(RoleWords, word));
}
