namespace Plumbline.Cli;

/// <summary>What the command says to scripts.</summary>
internal enum ExitCode
{
    /// <summary>Done, nothing wrong.</summary>
    Clean = 0,

    /// <summary>Done, problems found: documents that could not be read, figures that fail.</summary>
    ProblemsFound = 1,

    /// <summary>Not done as asked: wrong arguments, faults in YAML, no such unit.</summary>
    Usage = 2,

    /// <summary>The machine's fault: full disk, missing library, no permission.</summary>
    Environment = 3,

    /// <summary>Something that was written is not as it was written.</summary>
    Integrity = 4,

    /// <summary>Stopped with Ctrl-C or a signal.</summary>
    Stopped = 130,
}
