using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Processes;

/// <summary>
/// A child of ours with limits of memory, time and network, which answers one frame with one frame. What it is asked may
/// be hostile: whatever ends it costs that question alone. One question at a time; not thread safe but for <see cref="Kill"/>.
/// </summary>
public sealed class LimitedProcess : IDisposable
{
    private const int Starts = 5;
    private readonly Process process;
    private readonly Stream input, output;
    private readonly LastWords lastWords;
    private readonly Timer? watch;
    private readonly int answerBytes;
    private volatile bool isDead, isOverMemory;

    private LimitedProcess(Process process, ProcessLimits limits, bool isIsolated)
    {
        this.process = process;
        IsIsolated = isIsolated;
        input = process.StandardInput.BaseStream;
        output = process.StandardOutput.BaseStream;
        answerBytes = limits.AnswerBytes;
        lastWords = new LastWords(process.StandardError.BaseStream);
        if (!ResourceLimits.TrySet(process.Id, limits.AddressSpaceBytes))
        {
            watch = new Timer(_ => Watch(limits.AddressSpaceBytes), null, 250, 250);
        }
    }

    /// <summary>True when the child has no network.</summary>
    public bool IsIsolated { get; }

    /// <summary>Process id of the child.</summary>
    public int Id => process.Id;

    /// <summary>Starts the command. It has limits before it is asked anything.</summary>
    /// <exception cref="StoreFailedException">The program can't be started.</exception>
    public static LimitedProcess Start(ChildCommand command, ProcessLimits limits)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(limits);
        var isIsolated = limits.NoNetwork && NetworkIsolation.IsAvailable;
        var run = ResourceLimits.Wrap(isIsolated ? NetworkIsolation.Wrap(command) : command, limits.AddressSpaceBytes);
        var start = new ProcessStartInfo(run.FileName, run.Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        // The collector would reserve five times its limit, and the C library 64 MiB for each thread: of a bounded address space.
        start.Environment["DOTNET_GCRegionRange"] = "0x" + (3 * limits.HeapBytes).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            return new LimitedProcess(Process.Start(start)!, limits, isIsolated);
        }
        catch (Win32Exception e)
        {
            throw new StoreFailedException(
                "ING020", "A worker process can't be started.", "Check that the program's own files are whole and may be run.", isTransient: false, e);
        }
    }

    /// <summary>
    /// Starts the command and asks it a first thing. A runtime with little room for its address space now and then does not
    /// come up, or says that it has no memory, by the layout it happens to get. No document has been seen yet, so whatever
    /// ends it here is tried again, five times in all.
    /// </summary>
    /// <exception cref="StoreFailedException">The program can't be started.</exception>
    /// <exception cref="ChildFailedException">It did not answer.</exception>
    public static LimitedProcess Start(ChildCommand command, ProcessLimits limits, Action<LimitedProcess> first)
    {
        ArgumentNullException.ThrowIfNull(first);
        for (var tries = 1; ; tries++)
        {
            var child = Start(command, limits);
            try
            {
                first(child);
                return child;
            }
            catch (ChildFailedException e) when (e.Fault != ChildFault.TimedOut && tries < Starts)
            {
                child.Dispose();
                Thread.Sleep(20 << tries);
            }
            catch
            {
                child.Dispose();
                throw;
            }
        }
    }

    /// <summary>Sends a frame and waits for the answer.</summary>
    /// <exception cref="ChildFailedException">The child crashed, ran out of memory or was killed for being late. It is dead.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. The child was killed.</exception>
    public byte[] Exchange(ReadOnlySpan<byte> request, TimeSpan timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isDead, this);
        using var late = new CancellationTokenSource(timeout);
        byte[]? answer = null;
        Exception? failure = null;
        using (late.Token.UnsafeRegister(static self => ((LimitedProcess)self!).Kill(), this))
        using (cancellation.UnsafeRegister(static self => ((LimitedProcess)self!).Kill(), this))
        {
            try
            {
                Frames.Write(input, request);
                answer = Frames.Read(output, answerBytes);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or OutOfMemoryException or ObjectDisposedException)
            {
                failure = e;
            }
        }

        if (answer is not null && !isDead)
        {
            return answer;
        }

        var wasLate = late.IsCancellationRequested;
        var exitCode = End(answeredNonsense: failure is InvalidDataException or OutOfMemoryException);
        cancellation.ThrowIfCancellationRequested();
        var fault = isOverMemory || exitCode == ChildSide.OutOfMemoryExitCode || lastWords.TellOfMemory ? ChildFault.OutOfMemory
            : wasLate ? ChildFault.TimedOut
            : ChildFault.Crashed;
        throw new ChildFailedException(fault, wasLate ? null : exitCode, failure);
    }

    /// <summary>Ends the child and all that it started. Safe from any thread, also while another waits for an answer.</summary>
    public void Kill()
    {
        isDead = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isDead)
        {
            End();
        }

        watch?.Dispose();
        input.Dispose();
        output.Dispose();
        process.Dispose();
    }

    // A child that closed its pipe is ending: its exit code says why, so it gets a moment before it is killed.
    private int? End(bool answeredNonsense = false)
    {
        if (!isDead && !answeredNonsense)
        {
            try
            {
                input.Dispose();
            }
            catch (IOException)
            {
                // The pipe is broken, which is why we are here.
            }

            process.WaitForExit(2000);
        }

        Kill();
        process.WaitForExit(5000);
        lastWords.Wait();
        return process.HasExited ? process.ExitCode : null;
    }

    private void Watch(long bytes)
    {
        try
        {
            process.Refresh();
            if (!isDead && process.WorkingSet64 > bytes)
            {
                isOverMemory = true;
                Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
