using Plumbline.Processes;

namespace Plumbline.Pipeline;

/// <summary>What one stage of a build did.</summary>
/// <param name="Stage">Word of the stage: <c>ingest</c>, <c>code</c> or <c>tables</c>.</param>
/// <param name="Things">What is counted, in the plural.</param>
/// <param name="Done">Things done in this run.</param>
/// <param name="Reused">Things taken as they were from an earlier build.</param>
/// <param name="Problems">Problems found in this run.</param>
/// <param name="Seconds">Wall time.</param>
public sealed record StageReport(string Stage, string Things, long Done, long Reused, long Problems, double Seconds);

/// <summary>What a build did and gave.</summary>
public sealed record BuildReport
{
    /// <summary>Name of the build in use now.</summary>
    public required string Id { get; init; }

    /// <summary>Digest of its tables.</summary>
    public required string Digest { get; init; }

    /// <summary>True when the build in use was already one of these inputs.</summary>
    public required bool NothingToDo { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>Units by table.</summary>
    public required IReadOnlyDictionary<string, long> Units { get; init; }

    /// <summary>Problems of the build by severity word, also of what was taken from earlier ones.</summary>
    public required IReadOnlyDictionary<string, long> Problems { get; init; }

    /// <summary>
    /// Files that are no documents (captchas, outages, lists, empty results), by the code of the problem that says what they are.
    /// They have no text and are no unit.
    /// </summary>
    public required IReadOnlyDictionary<string, long> NotDocuments { get; init; }
}

/// <summary>How to build.</summary>
public sealed record BuildOptions
{
    /// <summary>True to take nothing from earlier builds.</summary>
    public bool Clean { get; init; }

    /// <summary>True to read again the documents whose reading failed.</summary>
    public bool Retry { get; init; }

    /// <summary>Threads, and worker processes; at least 1.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>How to start a reader process.</summary>
    public required ChildCommand ReaderCommand { get; init; }
}
