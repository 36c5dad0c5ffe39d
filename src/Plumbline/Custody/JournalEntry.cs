using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>The last entry of a device's chain. Who keeps it elsewhere can later tell that entries were cut off.</summary>
/// <param name="Device">32 hexadecimal digits.</param>
/// <param name="Seq">Number of the entry, from 1.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
public sealed record JournalHead(string Device, long Seq, string Hash)
{
    /// <summary>A line of a heads file, without its end: <c>device seq hash</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Device} {Seq} {Hash}");
}

/// <summary>One entry of the journal, as it was written. Its form is fixed by docs/decisions/001-journal-entry.md.</summary>
public sealed record JournalEntry
{
    /// <summary>The device that wrote it.</summary>
    public required string Device { get; init; }

    /// <summary>Its number in the chain of its device, from 1, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>UTC, whole milliseconds, by the device's own clock: a statement of the device, never used for order.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Pseudonym of the person at the device.</summary>
    public required string Who { get; init; }

    /// <summary>What happened: <c>device-added</c>, <c>case-created</c>, <c>ingest</c>, …</summary>
    public required string What { get; init; }

    /// <summary>Hash of the entry, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Hash of the entry before it in its chain; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Heads of the other devices' chains that were in the journal; only in the first entry of a transaction, else empty.</summary>
    public required IReadOnlyList<JournalHead> Seen { get; init; }

    /// <summary>Salted hash of the payload, 64 hexadecimal digits.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>Canonical JSON; null when it was erased.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }
}

/// <summary>What is to be entered; device, number, time and hashes are given when it is written.</summary>
/// <param name="What">What happened, a short word with hyphens.</param>
/// <param name="Payload">Canonical JSON, UTF-8.</param>
public sealed record JournalDraft(string What, ReadOnlyMemory<byte> Payload);

/// <summary>How a journal is written.</summary>
public sealed record JournalOptions
{
    /// <summary>Pseudonym of the person at the device; stands in every entry, for ever.</summary>
    public string Who { get; init; } = "coder-1";

    /// <summary>The device's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>A document as it first came in.</summary>
/// <param name="Id">The document.</param>
/// <param name="Size">Bytes.</param>
/// <param name="File">Name of the file, without folders. Hostile text, never a path.</param>
/// <param name="Folder">Folders between the folder that was given and the file, parted by <c>/</c>; or empty. Hostile text.</param>
/// <param name="Source">Who gave it, or null.</param>
public sealed record ArchivedDocument(DocumentId Id, long Size, string File, string Folder, string? Source);

/// <summary>One time that a document came in.</summary>
public sealed record CustodyRecord
{
    /// <summary>The document.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Name of the file, without folders. Hostile text, never a path.</summary>
    public required string File { get; init; }

    /// <summary>Folders between the folder that was given and the file, parted by <c>/</c>; or empty. Hostile text.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Who gave it.</summary>
    public string? Source { get; init; }

    /// <summary>Where it was fetched.</summary>
    public string? Url { get; init; }

    /// <summary>When it was fetched, as the person said; UTC, whole milliseconds.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>What the person noted.</summary>
    public string? Note { get; init; }

    /// <summary>The entry it stands in; null before it is written.</summary>
    public JournalEntry? Entry { get; init; }
}
