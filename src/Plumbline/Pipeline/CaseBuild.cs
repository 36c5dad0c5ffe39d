using System.Diagnostics;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Pipeline.Keeping;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Signing;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// Makes the build of a case: reads what is new, codes what changed, writes the tables. A build with the inputs of the
/// one in use has nothing to do. What is cut off goes on with the next run.
/// </summary>
public static class CaseBuild
{
    /// <summary>Version of what a build holds; another one makes all tables anew.</summary>
    public const int TablesVersion = 3;

    /// <summary>Builds a case.</summary>
    /// <exception cref="UsageException">The codebooks have faults, or there is none.</exception>
    /// <exception cref="IntegrityException">A file of the archive is not as it came.</exception>
    public static BuildReport Build(CaseFolder folder, BuildOptions options, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        using var journal = Journal.OpenRead(folder);
        var state = new CaseState(folder, journal);
        if (!options.Clean && !options.Retry && BuildFiles.Whole(folder) is { } now && CaseInputs.AreThose(now.Manifest.Inputs, state.Inputs, journal))
        {
            return NothingToDo(now.Build, now.Manifest);
        }

        return BuildFiles.Write(() =>
        {
            // What is taken from the build in use is looked for under the lock: another process may just have replaced it.
            using var buildLock = BuildLock.Take(folder);
            var before = options.Clean ? null : BuildFiles.Whole(folder);
            _ = state.Codebooks; // Faults are told before anything is begun.
            var build = BuildFolder.Begin(folder, options.Clean);
            var report = Make(state, build, options, before, progress, cancellation);
            return report with { Id = build.Finish(folder, keep: SignedBuilds.Kept(folder, journal)).Id };
        });
    }

    /// <summary>Makes a state's build in a folder. It is whole when this comes back, and not yet in use.</summary>
    internal static BuildReport Make(
        CaseState state, BuildFolder build, BuildOptions options, (BuildFolder Build, BuildManifest Manifest)? before,
        IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var (source, manifestBefore) = (before?.Build, before?.Manifest);
        var (inputs, codebooks) = (state.Inputs, state.Codebooks);
        var documents = DocumentList.Of(state, build, source, manifestBefore);
        var clock = Stopwatch.StartNew();
        var reading = new ReadingStage(build, source, new Archive(state.Folder), options);
        var parts = reading.Run(documents, manifestBefore?.Parts ?? [], progress, cancellation);
        var ingest = new StageReport("ingest", "documents", reading.Done, reading.Reused, reading.Problems, Lap(clock));

        var coding = new CodingStage(build, source, codebooks, options.Workers);
        coding.Run(parts, progress, cancellation);
        var code = new StageReport("code", "codings", coding.Done, coding.Reused, 0, Lap(clock));

        var (tables, units, kept, decisions) = Tables(build, source, manifestBefore, state, parts, documents, options.Workers, progress, cancellation);
        var digest = TablePlan.Digest(tables.Values);
        var problems = parts.SelectMany(p => ProblemFile.Read(build.File(p.Problems))).Concat(decisions).ToList();
        ProblemFile.Write(build.Problems, problems);
        var manifest = new BuildManifest
        {
            Program = CaseInputs.ProgramVersion,
            Inputs = inputs,
            Parts = [.. parts.Select(p => new BuildPart { Name = p.Name, Documents = p.Documents.Count })],
            Units = units,
            Problems = new SortedDictionary<string, long>(
                problems.GroupBy(p => p.Severity.ToString().ToLowerInvariant()).ToDictionary(g => g.Key, g => g.LongCount()), StringComparer.Ordinal),
            NotDocuments = new SortedDictionary<string, long>(
                problems.Where(p => IngestProblems.NotDocuments.Contains(p.Code)).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.LongCount()), StringComparer.Ordinal),
            Tables = tables,
            Digest = digest,
            Files = BuildFiles.Seal(build, parts, codebooks, manifestBefore),
        };
        manifest.Write(build);
        if (source is not null)
        {
            KeptClaims.Carry(source, build, manifest);
        }

        return new BuildReport
        {
            Id = build.Id,
            Digest = digest,
            NothingToDo = false,
            Stages = [ingest, code, new StageReport("tables", "units", kept ? 0 : units.Values.Sum(), kept ? units.Values.Sum() : 0, decisions.Count, Lap(clock))],
            Units = manifest.Units,
            Problems = manifest.Problems,
            NotDocuments = manifest.NotDocuments,
        };
    }

    /// <summary>Replaces in the tables before what changed, where that can be done; else makes them anew.</summary>
    private static (SortedDictionary<string, BuiltTable> Tables, SortedDictionary<string, long> Units, bool Kept, IReadOnlyList<Problem> Decisions) Tables(
        BuildFolder build, BuildFolder? source, BuildManifest? before, CaseState state, IReadOnlyList<PartFiles> parts,
        IReadOnlyList<ArchivedDocument> documents, int workers, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var rank = new Dictionary<DocumentId, long>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            rank.Add(documents[i].Id, i);
        }

        if (source is not null && before is not null && TablesUpdate.TryStart(build, source, before, state, parts, rank, workers) is { } update)
        {
            update.Run(progress, cancellation);
            return (update.Built, update.Units, true, update.Problems);
        }

        var stage = new TablesStage(build, state.Codebooks, parts, state.Decisions, state.Settings.Settles, workers);
        stage.Run(rank, progress, cancellation);
        return (stage.Built, new(stage.Units.ToDictionary(), StringComparer.Ordinal), false, stage.Problems);
    }

    private static BuildReport NothingToDo(BuildFolder build, BuildManifest manifest) => new()
    {
        Id = build.Id,
        Digest = manifest.Digest,
        NothingToDo = true,
        Stages =
        [
            new StageReport("ingest", "documents", 0, manifest.Parts.Sum(p => (long)p.Documents), 0, 0),
            new StageReport("code", "codings", 0, 0, 0, 0),
            new StageReport("tables", "units", 0, manifest.Units.Values.Sum(), 0, 0),
        ],
        Units = manifest.Units,
        Problems = manifest.Problems,
        NotDocuments = manifest.NotDocuments,
    };

    private static double Lap(Stopwatch clock)
    {
        var seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        return seconds;
    }
}
