using Plumbline.Evidence;

namespace Plumbline.Custody.Erasing;

/// <summary>How something is erased.</summary>
public sealed record ErasureOptions
{
    /// <summary>Pseudonym of the person who erases.</summary>
    public string Who { get; init; } = "coder-1";

    /// <summary>Why. Stands in the journal for ever, so it must name nobody.</summary>
    public string? Reason { get; init; }

    /// <summary>The device's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>An entry that loses, or lost, its payload.</summary>
/// <param name="Device">Its device.</param>
/// <param name="Seq">Its number.</param>
/// <param name="What">Its kind.</param>
public sealed record ErasedEntry(string Device, long Seq, string What);

/// <summary>What an erasure takes away, or took away.</summary>
public sealed record ErasureReport
{
    /// <summary>Entries that lose their payloads, by device and number.</summary>
    public required IReadOnlyList<ErasedEntry> Entries { get; init; }

    /// <summary>Documents that lose their bytes.</summary>
    public required IReadOnlyList<DocumentId> Documents { get; init; }

    /// <summary>Files in <c>sources/</c> with the same bytes: they go too. Relative to the case folder; hostile text.</summary>
    public required IReadOnlyList<string> Originals { get; init; }

    /// <summary>Files with the same bytes elsewhere in the case folder, or that can't be removed: they stay.</summary>
    public required IReadOnlyList<string> Copies { get; init; }

    /// <summary>Of a source: what it is called, in journal and <c>sources.yaml</c>. Where these still stand is to be looked for.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>True when the journal said so before: then only what was left of it is taken away.</summary>
    public required bool WasErased { get; init; }

    /// <summary><see cref="Copies"/> as problems.</summary>
    public IReadOnlyList<Problem> StillThere => [.. Copies.Select(c => CustodyProblems.StillStands(c, 0, "The file holds the same bytes as the document; it was left."))];
}
