namespace Plumbline.Processes;

/// <summary>
/// What a child may use. The heap limit ends a managed bomb in a tenth of a second, the address space one in native
/// code; .NET 10 does not start in less than 2 GiB of address space.
/// </summary>
public sealed record ProcessLimits
{
    /// <summary>RLIMIT_AS, where the system has prlimit(2); elsewhere the same bound on what is resident, looked at four times a second.</summary>
    public long AddressSpaceBytes { get; init; } = 4L << 30;

    /// <summary>Hard limit of the managed heap (DOTNET_GCHeapHardLimit).</summary>
    public long HeapBytes { get; init; } = 256L << 20;

    /// <summary>Take the network away where the system allows it; <see cref="LimitedProcess.IsIsolated"/> says whether it did.</summary>
    public bool NoNetwork { get; init; } = true;

    /// <summary>Longest answer taken from the child, which may have been taken over by what it read.</summary>
    public int AnswerBytes { get; init; } = 512 << 20;
}
