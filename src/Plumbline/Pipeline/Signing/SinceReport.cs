using Plumbline.Claims;
using Plumbline.Evidence;
using Plumbline.Pipeline.Signing.Causes;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Signing;

/// <summary>How something is compared with what was signed.</summary>
public sealed record SinceOptions
{
    /// <summary>Starts the hidden verb <c>sql-worker</c>.</summary>
    public required ChildCommand Tables { get; init; }

    /// <summary>For making the signed build again, where it was not kept.</summary>
    public required BuildOptions Build { get; init; }

    /// <summary>True to read the drafts as they were signed; else as they are now, where they are still there.</summary>
    public bool SignedText { get; init; }

    /// <summary>Names of signed drafts; none: all.</summary>
    public IReadOnlyList<string> Drafts { get; init; } = [];
}

/// <summary>A figure that does not stand as it was signed.</summary>
/// <param name="Move">Before and after.</param>
/// <param name="Now">The figure in its draft now; null when it stands in none.</param>
/// <param name="Claim">The claim as it is defined now, else as it was; null when there is none.</param>
/// <param name="Causes">Why, those of most units first.</param>
public sealed record MovedFigure(FigureMove Move, CheckedClaim? Now, Claim? Claim, IReadOnlyList<MoveCause> Causes)
{
    /// <summary>One word for what became of it: <c>broken</c>, <c>mended</c>, <c>new</c>, <c>gone</c> or <c>moved</c>.</summary>
    public string Word => Move.Before is null ? "new" : Move.After is null ? "gone" : Move.IsBroken ? "broken" : Move.IsMended ? "mended" : "moved";
}

/// <summary>What became of a signature's figures.</summary>
public sealed record SinceReport
{
    /// <summary>The signature.</summary>
    public required Signature Signature { get; init; }

    /// <summary>Figures that moved, those of drafts first.</summary>
    public required IReadOnlyList<MovedFigure> Moved { get; init; }

    /// <summary>Figures that were signed and stand as they did.</summary>
    public required int Unmoved { get; init; }

    /// <summary>What could not be looked at.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>How many of <see cref="Moved"/> have a word.</summary>
    public int Count(string word) => Moved.Count(m => m.Word == word);
}
