namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>What sort of change moved a figure.</summary>
public enum CauseKind
{
    /// <summary>Documents were withdrawn, by themselves or with their source.</summary>
    Withdrawn,

    /// <summary>What was withdrawn was taken back in.</summary>
    Reinstated,

    /// <summary>Documents, or what people had decided, were erased.</summary>
    Erased,

    /// <summary>Documents came in.</summary>
    Documents,

    /// <summary>People coded.</summary>
    Coded,

    /// <summary>Somebody said what stands.</summary>
    Adjudicated,

    /// <summary>A decision was taken back.</summary>
    TakenBack,

    /// <summary>A decision was put to another unit.</summary>
    Attached,

    /// <summary>Units were judged the same or different, or became one or several by their keys.</summary>
    United,

    /// <summary>Decisions were carried over to a new definition.</summary>
    Carried,

    /// <summary>The definition of a variable changed: decisions on it have to be looked at again.</summary>
    Definition,

    /// <summary>The rules of a variable, or the shape of its units, changed in a codebook.</summary>
    Codebook,

    /// <summary><c>case.yaml</c> changed: what settles a value, or what "about" allows.</summary>
    CaseFile,

    /// <summary>The claim was changed in <c>claims.yaml</c>.</summary>
    Claim,

    /// <summary>The draft was changed.</summary>
    Draft,

    /// <summary>Another version of the program read or coded otherwise.</summary>
    Program,

    /// <summary>None of these explains it.</summary>
    Other,
}

/// <summary>One reason why a figure moved.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="About">Variables, as <c>kind.variable</c>, or files; empty when there are none.</param>
/// <param name="Units">Units that it explains; 0 where it is no matter of units. Each unit counts for one reason only.</param>
/// <param name="Confirmed">By how many units the confirmed reading grew, or shrank (below 0).</param>
/// <param name="Possible">The same for the possible reading.</param>
/// <param name="Unread">The same for units nobody has read.</param>
/// <param name="Entries">Entries of the journal that did it.</param>
public sealed record MoveCause(CauseKind Kind, IReadOnlyList<string> About, int Units, int Confirmed, int Possible, int Unread, IReadOnlyList<CausingEntry> Entries)
{
    /// <summary>By how much it moved the low end of a sum, in the claim's own unit; null where the claim is no sum. What all causes of a claim give adds up to the move.</summary>
    public decimal? Low { get; init; }

    /// <summary>The same of the high end.</summary>
    public decimal? High { get; init; }

    /// <summary>True when all of it came from other devices, with a merge.</summary>
    public bool IsFromElsewhere => Entries.Count > 0 && Entries.All(e => e.IsFromElsewhere);
}

/// <summary>Words of the causes in JSON. They never change.</summary>
public static class CauseWords
{
    /// <summary>The word of a kind.</summary>
    public static string Word(this CauseKind kind) => kind switch
    {
        CauseKind.TakenBack => "taken-back",
        CauseKind.CaseFile => "case-file",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
