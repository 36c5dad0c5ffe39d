using Plumbline.Evidence;

namespace Plumbline.Custody.Merging;

/// <summary>How a case is merged.</summary>
public sealed record MergeOptions
{
    /// <summary>Pseudonym of the person at this device.</summary>
    public string Who { get; init; } = "coder-1";

    /// <summary>True to erase here too what the other case erased; else such a merge is refused and names it.</summary>
    public bool AcceptErasures { get; init; }

    /// <summary>True to join two cases that were begun apart: from then on they are one.</summary>
    public bool Join { get; init; }

    /// <summary>The device's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Threads that hash files; 0 for one a processor.</summary>
    public int Workers { get; init; }
}

/// <summary>What a merge brought.</summary>
public sealed record MergeReport
{
    /// <summary>Entries that were not here.</summary>
    public required long Entries { get; init; }

    /// <summary>Devices whose entries were not here.</summary>
    public required long Devices { get; init; }

    /// <summary>Documents whose bytes were not here.</summary>
    public required long Documents { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Payloads that were here and are erased now.</summary>
    public required long Erased { get; init; }

    /// <summary>What is worth knowing, such as that the other case still holds what was erased here.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>True when the other case had nothing that was not here.</summary>
    public bool IsNothingNew => Entries == 0 && Documents == 0 && Erased == 0;
}
