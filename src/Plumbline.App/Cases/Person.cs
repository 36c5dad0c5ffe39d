using Plumbline.Cases;

namespace Plumbline.App.Cases;

/// <summary>Who sits at a browser.</summary>
/// <param name="Id">Their pseudonym: coder of what they decide, and who in the journal.</param>
/// <param name="Role">What they may do.</param>
internal sealed record Person(string Id, Role Role);

/// <summary>What somebody does in a case, as far as it takes a right.</summary>
internal enum Act
{
    /// <summary>Looks at something.</summary>
    Read,

    /// <summary>Codes, takes their own coding back, judges two units, puts a unit off.</summary>
    Code,

    /// <summary>Takes files in, and updates.</summary>
    TakeIn,

    /// <summary>Says what stands where coders disagree, and to which unit a lost decision belongs.</summary>
    Adjudicate,

    /// <summary>Gives units to others to code.</summary>
    Assign,

    /// <summary>Changes what people write: drafts, claims, codebooks, terms of sources.</summary>
    Edit,

    /// <summary>Signs claims.</summary>
    Sign,

    /// <summary>Withdraws documents, and brings them back.</summary>
    Withdraw,

    /// <summary>Says who works on the case, and as what.</summary>
    ChangePeople,
}

/// <summary>Who may do what: the one place where it stands.</summary>
internal static class Rights
{
    /// <summary>True when somebody of this role may do it.</summary>
    public static bool May(this Role role, Act act) => act switch
    {
        Act.Read => true,
        Act.Code or Act.TakeIn => role >= Role.Coder,
        Act.Adjudicate or Act.Assign => role >= Role.Adjudicator,
        _ => role == Role.Editor,
    };
}
