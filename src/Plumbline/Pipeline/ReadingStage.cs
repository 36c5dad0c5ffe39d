using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline;

/// <summary>
/// Reads documents into parts. A part whose documents and readers are the same is taken from the build before; the rest
/// is read by worker processes, a few documents ahead of the thread that writes the part.
/// </summary>
internal sealed class ReadingStage(BuildFolder build, BuildFolder? before, Archive archive, BuildOptions options)
{
    private const int LargestPart = 4000;
    private const long LargestPartBytes = 64L * 1024 * 1024;
    private const int Ahead = 3;
    private long done;
    private long problems;

    /// <summary>Documents taken as they were.</summary>
    public long Reused { get; private set; }

    /// <summary>Documents read in this run.</summary>
    public long Done => done;

    /// <summary>Problems found in this run.</summary>
    public long Problems => problems;

    /// <summary>All parts of the case, each whole in the build's folder.</summary>
    public IReadOnlyList<PartFiles> Run(
        IReadOnlyList<ArchivedDocument> documents, IReadOnlyList<BuildPart> partsBefore, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var (kept, open) = Plan(documents, partsBefore);
        Reused = kept.Sum(p => (long)p.Documents.Count);
        foreach (var part in kept)
        {
            foreach (var name in part.In(before!.Path))
            {
                build.Take(name, before);
            }
        }

        var total = open.Sum(p => (long)p.Documents.Count);
        var missing = open.Where(p => !File.Exists(build.File(p.Index))).ToList();
        done = total - missing.Sum(p => (long)p.Documents.Count);
        if (missing.Count > 0)
        {
            using var pool = new ReaderPool(new ReaderOptions { Workers = options.Workers }, options.ReaderCommand);
            var lanes = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellation };
            Lanes.Run(missing, lanes, part => Read(part, pool, total, progress, cancellation));
        }

        progress?.Report(new StageProgress("ingest", "documents", total, total, problems));
        return [.. kept, .. open];
    }

    private void Read(PartFiles part, ReaderPool pool, long total, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        using var writer = new PartWriter(build.Path, part);
        var window = new Queue<(ArchivedDocument Document, Task<ReadDocument> Read)>();
        var next = 0;
        while (next < part.Documents.Count || window.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            while (next < part.Documents.Count && window.Count < Ahead)
            {
                var document = part.Documents[next++];
                window.Enqueue((document, document.Size > ReadLimits.FileBytes
                    ? Task.FromResult(ReaderPool.TooLarge(document.Id, document.File))
                    : pool.ReadAsync(document.Id, document.File, archive.Read(document.Id), cancellation)));
            }

            var (current, read) = window.Dequeue();
            var before = writer.ProblemCount;
            writer.Add(read.GetAwaiter().GetResult(), current);
            Interlocked.Add(ref problems, writer.ProblemCount - before);
            var count = Interlocked.Increment(ref done);
            if (count % 64 == 0)
            {
                progress?.Report(new StageProgress("ingest", "documents", count, total, Interlocked.Read(ref problems)));
            }
        }

        writer.Finish();
    }

    /// <summary>Parts of the build before that stand, and new parts for the other documents.</summary>
    private (List<PartFiles> Kept, List<PartFiles> Open) Plan(IReadOnlyList<ArchivedDocument> documents, IReadOnlyList<BuildPart> partsBefore)
    {
        var byId = documents.ToDictionary(d => d.Id);
        var kept = new List<PartFiles>();
        var keptIds = new HashSet<DocumentId>();
        var usable = before is null ? [] : Usable(partsBefore, before).ToList();
        var found = new PartFiles?[usable.Count];
        Lanes.Run([.. Enumerable.Range(0, usable.Count)], new ParallelOptions { MaxDegreeOfParallelism = options.Workers }, i =>
        {
            var ids = PartReader.ReadIndex(before!.File(new PartNames(usable[i].Name).Index)).Select(d => d.Id).ToList();
            found[i] = ids.TrueForAll(byId.ContainsKey) ? new PartFiles([.. ids.Select(id => byId[id])]) : null;
        });
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] is { } files && files.Name == usable[i].Name)
            {
                kept.Add(files);
                keptIds.UnionWith(files.Documents.Select(d => d.Id));
            }
        }

        var rest = documents.Where(d => !keptIds.Contains(d.Id)).ToList();
        var size = Math.Clamp((rest.Count + (options.Workers * 4) - 1) / (options.Workers * 4), 250, LargestPart);
        var open = new List<PartFiles>();
        for (var from = 0; from < rest.Count;)
        {
            var (to, bytes) = (from, 0L);
            while (to < rest.Count && to - from < size && (to == from || bytes + rest[to].Size <= LargestPartBytes))
            {
                bytes += rest[to++].Size;
            }

            open.Add(new PartFiles(rest.GetRange(from, to - from)));
            from = to;
        }

        return (kept, open);
    }

    /// <summary>Parts that are there; without the small ones when they are many, and without those to read again.</summary>
    private IEnumerable<BuildPart> Usable(IReadOnlyList<BuildPart> parts, BuildFolder folder)
    {
        var small = parts.Count(p => p.Documents < LargestPart / 8);
        return parts.Where(p =>
            File.Exists(folder.File(new PartNames(p.Name).Index))
            && (small <= 24 || p.Documents >= LargestPart / 8)
            && !(options.Retry && ProblemFile.Read(folder.File(new PartNames(p.Name).Problems)).Any(x => x.Severity == Severity.Error)));
    }
}
