using System.Collections.Concurrent;
using System.Text;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Ingest;

/// <summary>
/// Worker processes that read files, one file at a time each. A file that crashes, hangs or eats memory costs itself: it
/// becomes a <see cref="ReadDocument"/> with a problem, and its worker is replaced by a spare. One that ends its worker is tried a
/// second time, since the worker may have been killed from outside, or its runtime got no memory; one that hangs is not.
/// </summary>
public sealed class ReaderPool : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);
    private readonly ReaderOptions options;
    private readonly ChildCommand command;
    private readonly BlockingCollection<Job> jobs = [];
    private readonly Thread[] threads;
    private readonly CancellationTokenSource closing = new();
    private readonly Lock spareLock = new();
    private Task<LimitedProcess>? spare;

    /// <summary>A pool that starts its workers when they are first needed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one worker.</exception>
    public ReaderPool(ReaderOptions options, ChildCommand command)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        (this.options, this.command) = (options, command);
        threads = [.. Enumerable.Range(1, options.Workers).Select(n => new Thread(Work) { IsBackground = true, Name = $"reader {n}" })];
        Array.ForEach(threads, t => t.Start());
    }

    /// <summary>False once a worker has run that could not be cut off from the network.</summary>
    public bool IsIsolated { get; private set; } = true;

    /// <summary>What is made of a file that is longer than <see cref="ReadLimits.FileBytes"/>: asked before it is read into memory.</summary>
    internal static ReadDocument TooLarge(DocumentId document, string fileName)
    {
        var input = new ReadInput(document, fileName, ReadOnlyMemory<byte>.Empty, false);
        return DocumentReaders.Nothing(input, IngestProblems.TooLarge(input));
    }

    /// <summary>
    /// Reads a file. The task fails only for what the file has no part in: workers can't be started
    /// (<see cref="StoreFailedException"/>), or it was cancelled (the worker is killed at once).
    /// </summary>
    public Task<ReadDocument> ReadAsync(DocumentId document, string fileName, byte[] bytes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var job = new Job(new ReadInput(document, fileName, bytes, options.WithOrigin), cancellation);
        if (bytes.Length > ReadLimits.FileBytes)
        {
            return Task.FromResult(DocumentReaders.Nothing(job.Input, IngestProblems.TooLarge(job.Input)));
        }

        jobs.Add(job, cancellation);
        return job.Done.Task;
    }

    /// <summary>Kills the workers. Files that are being read are cancelled.</summary>
    public void Dispose()
    {
        if (jobs.IsAddingCompleted)
        {
            return;
        }

        jobs.CompleteAdding();
        closing.Cancel();
        Array.ForEach(threads, t => t.Join());
        EndSpare();
        jobs.Dispose();
        closing.Dispose();
    }

    // A spare that was still starting was cancelled, and is gone.
    private void EndSpare()
    {
        lock (spareLock)
        {
            spare?.ContinueWith(
                t =>
                {
                    if (t.IsCompletedSuccessfully)
                    {
                        t.Result.Dispose();
                    }

                    _ = t.Exception;
                },
                TaskScheduler.Default).Wait(StartTime);
        }
    }

    private void Work()
    {
        LimitedProcess? worker = null;
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(job.Cancellation, closing.Token);
            for (var isSecond = false; ; isSecond = true)
            {
                try
                {
                    stop.Token.ThrowIfCancellationRequested();
                    worker ??= Next();
                    var answer = worker.Exchange(Frame(job.Input), options.Timeout, stop.Token);
                    job.Done.SetResult(ReadDocumentCodec.Read(answer, job.Input.FileName));
                    break;
                }
                catch (Exception e)
                {
                    worker?.Dispose();
                    worker = null;
                    if (e is ChildFailedException { Fault: not ChildFault.TimedOut } && !isSecond)
                    {
                        // Whoever killed it may not be the file: that is known when it happens twice.
                        continue;
                    }

                    job.Fail(e);
                    break;
                }
            }
        }

        worker?.Dispose();
    }

    // The first worker starts in the caller's time; the spare is ready before it is needed.
    private LimitedProcess Next()
    {
        Task<LimitedProcess>? ready;
        lock (spareLock)
        {
            ready = spare;
            spare = null;
        }

        var worker = ready is { IsCompletedSuccessfully: true } ? ready.Result : ready?.ContinueWith(
            t => t.IsCompletedSuccessfully ? t.Result : Start(), TaskScheduler.Default).GetAwaiter().GetResult() ?? Start();
        lock (spareLock)
        {
            spare ??= closing.IsCancellationRequested ? null : Task.Run(Start);
        }

        IsIsolated &= worker.IsIsolated;
        return worker;
    }

    private LimitedProcess Start()
    {
        try
        {
            return LimitedProcess.Start(command, options.Limits, worker =>
            {
                var version = Encoding.UTF8.GetString(worker.Exchange([], StartTime, closing.Token));
                if (version != DocumentReaders.Version)
                {
                    throw IngestProblems.WorkersDoNotStart(null);
                }
            });
        }
        catch (ChildFailedException e)
        {
            throw IngestProblems.WorkersDoNotStart(e);
        }
    }

    private static byte[] Frame(in ReadInput input)
    {
        var name = Encoding.UTF8.GetByteCount(input.FileName);
        var frame = GC.AllocateUninitializedArray<byte>(ReaderWorker.HeaderBytes + name + input.Bytes.Length);
        frame[0] = (byte)(input.WithOrigin ? 1 : 0);
        input.Document.ToBytes().CopyTo(frame, 1);
        BitConverter.TryWriteBytes(frame.AsSpan(33), name);
        Encoding.UTF8.GetBytes(input.FileName, frame.AsSpan(ReaderWorker.HeaderBytes));
        input.Bytes.Span.CopyTo(frame.AsSpan(ReaderWorker.HeaderBytes + name));
        return frame;
    }

    private sealed record Job(ReadInput Input, CancellationToken Cancellation)
    {
        public TaskCompletionSource<ReadDocument> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception e)
        {
            switch (e)
            {
                case ChildFailedException child:
                    Done.SetResult(DocumentReaders.Nothing(Input, IngestProblems.WorkerEnded(Input, child)));
                    break;
                case InvalidDataException:
                    Done.SetResult(DocumentReaders.Nothing(
                        Input, IngestProblems.WorkerEnded(Input, new ChildFailedException(ChildFault.Crashed, null, e))));
                    break;
                case OperationCanceledException:
                    Done.SetCanceled(Cancellation.IsCancellationRequested ? Cancellation : new CancellationToken(canceled: true));
                    break;
                default:
                    Done.SetException(e);
                    break;
            }
        }
    }
}
