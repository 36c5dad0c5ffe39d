namespace Plumbline.Processes;

/// <summary>How a child ended when it should have answered.</summary>
public enum ChildFault
{
    /// <summary>It ended by itself, or answered nonsense.</summary>
    Crashed,

    /// <summary>It did not answer in time and was killed.</summary>
    TimedOut,

    /// <summary>It ran into a limit of memory.</summary>
    OutOfMemory,
}

/// <summary>A child did not answer. It is dead; what it was asked is the likely cause, and not to be asked again in the same run.</summary>
public sealed class ChildFailedException(ChildFault fault, int? exitCode, Exception? inner = null)
    : Exception(Sentence(fault, exitCode), inner)
{
    /// <summary>Crash, time or memory.</summary>
    public ChildFault Fault { get; } = fault;

    /// <summary>Exit code where it ended by itself; 128 + n for signal n.</summary>
    public int? ExitCode { get; } = exitCode;

    private static string Sentence(ChildFault fault, int? exitCode) => fault switch
    {
        ChildFault.TimedOut => "The child process did not answer in time.",
        ChildFault.OutOfMemory => "The child process ran out of the memory it may use.",
        _ => exitCode is { } code ? $"The child process ended with code {code}." : "The child process ended.",
    };
}
