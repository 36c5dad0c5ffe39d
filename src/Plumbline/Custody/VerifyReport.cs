using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>How a case is verified.</summary>
public sealed record VerifyOptions
{
    /// <summary>A file of heads noted before (<see cref="HeadsText"/>), or null.</summary>
    public string? HeadsFile { get; init; }

    /// <summary>Threads that hash files; 0 for one a processor.</summary>
    public int Workers { get; init; }
}

/// <summary>What <see cref="CaseVerification"/> found.</summary>
public sealed record VerifyReport
{
    /// <summary>True when nothing that was checked is broken. Exit code 4 when false.</summary>
    public bool IsIntact => FirstBroken is null;

    /// <summary>The first broken entry or file, or null.</summary>
    public Problem? FirstBroken => Problems.FirstOrDefault(p => p.Severity == Severity.Error);

    /// <summary>Errors (broken), warnings and notes: the journal first, by device and number, then files by name.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Entries checked.</summary>
    public required long Entries { get; init; }

    /// <summary>Payloads that were erased, each by an entry that says so.</summary>
    public required long Erased { get; init; }

    /// <summary>Documents that were erased, each by an entry that says so.</summary>
    public required long ErasedDocuments { get; init; }

    /// <summary>Payloads that this hand-out leaves out, as an entry of the case that it was made from says; 0 for a whole case.</summary>
    public required long Withheld { get; init; }

    /// <summary>Files of the archive that were hashed.</summary>
    public required long Blobs { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Files of the archive that no entry names.</summary>
    public required long BlobsWithoutEntry { get; init; }

    /// <summary>The heads of the journal as it stands.</summary>
    public required IReadOnlyList<JournalHead> Heads { get; init; }

    /// <summary>Whether the known heads are in the journal; not checked when none were given.</summary>
    public required CheckOutcome KnownHeads { get; init; }
}
