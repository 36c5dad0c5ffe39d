using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>What is said of files that come in.</summary>
public sealed record CustodyOptions
{
    /// <summary>Pseudonym of the person who brings them in.</summary>
    public string Who { get; init; } = "coder-1";

    /// <summary>Who gave them.</summary>
    public string? Source { get; init; }

    /// <summary>Where they were fetched.</summary>
    public string? Url { get; init; }

    /// <summary>When they were fetched; null when nobody says.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>A note.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// True: every file gets an entry. False (default): a file that this device entered before with the same bytes, name,
    /// folder, source, url, time of retrieval and note is only counted as <see cref="CustodyReport.Already"/>, so that a run
    /// that was cut off can simply be run again.
    /// </summary>
    public bool RecordAgain { get; init; }

    /// <summary>The device's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Most files of one group: flushed together, entered in one transaction, then acknowledged.</summary>
    public int GroupFiles { get; init; } = 1000;

    /// <summary>A group is closed when its files have this many bytes.</summary>
    public long GroupBytes { get; init; } = 64L << 20;
}

/// <summary>What came in. All counted files are on disk and in the journal when this is given.</summary>
public sealed record CustodyReport
{
    /// <summary>Custody entries written.</summary>
    public required long Recorded { get; init; }

    /// <summary>Of these, with bytes that were not in the archive.</summary>
    public required long NewDocuments { get; init; }

    /// <summary>Files that were entered before, just so; see <see cref="CustodyOptions.RecordAgain"/>.</summary>
    public required long Already { get; init; }

    /// <summary>Bytes of the files recorded.</summary>
    public required long Bytes { get; init; }

    /// <summary>What was left out, and why; in the order of the walk.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>True when it was cancelled: what is counted is kept, run it again for the rest.</summary>
    public required bool WasStopped { get; init; }
}
