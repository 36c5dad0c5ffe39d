using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Signing;

/// <summary>A file as it was signed; its bytes are in the archive.</summary>
/// <param name="File">Path in the case, with slashes; of a draft that lay elsewhere its name alone.</param>
/// <param name="Blob">SHA-256 of its bytes.</param>
public sealed record SignedFile(string File, DocumentId Blob);

/// <summary>The build that was signed.</summary>
/// <param name="Id">Its name on the machine that signed.</param>
/// <param name="Digest">Digest of its tables.</param>
/// <param name="Program">Version of the program.</param>
public sealed record SignedBuild(string Id, string Digest, string Program);

/// <summary>What a person signed: drafts, all that their figures were made of, and how each claim stood.</summary>
public sealed record Signature
{
    /// <summary>Its entry.</summary>
    public EntryName Entry { get; init; }

    /// <summary>When it was entered, by the device's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>A name that people call it by, such as <c>first-print</c>; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Pseudonym of who signed.</summary>
    public required string Coder { get; init; }

    /// <summary>The drafts, in the order given.</summary>
    public required IReadOnlyList<SignedFile> Drafts { get; init; }

    /// <summary>case.yaml, claims.yaml, codebooks and the other files that people write, by name.</summary>
    public required IReadOnlyList<SignedFile> Files { get; init; }

    /// <summary>The build.</summary>
    public required SignedBuild Build { get; init; }

    /// <summary>What of the journal was in that build: the last entry of each device.</summary>
    public required IReadOnlyList<JournalHead> Heads { get; init; }

    /// <summary>How each claim stood: first those of the drafts in order, then the others.</summary>
    public required IReadOnlyList<FigureStanding> Claims { get; init; }

    /// <summary>How people call it: its name, else its entry.</summary>
    public string Shown => Name ?? Entry.Short;
}
