using Plumbline.Processes;

namespace Plumbline.Ingest;

/// <summary>How files are read in worker processes.</summary>
public sealed record ReaderOptions
{
    /// <summary>Longest time for one file. A worker that takes longer is killed, and the file is a problem.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Number of worker processes, from 1.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>What each worker may use.</summary>
    public ProcessLimits Limits { get; init; } = new() { HeapBytes = 1L << 30 };

    /// <summary>Also give the map to the original, blocks and boxes: only when somebody opens the source, for it is many times larger than the text.</summary>
    public bool WithOrigin { get; init; }
}
