using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// Joins members into units, says what stands, and writes the tables. Two passes over the files of codings: one over the
/// variables of the key, to know which members are one unit; one over all, in which only units of several members are
/// kept in memory.
/// </summary>
internal sealed class TablesStage(BuildFolder build, IReadOnlyList<Codebook> codebooks, IReadOnlyList<PartFiles> parts, DecisionLog log, Settling settles, int workers)
{
    private readonly Dictionary<string, long> units = new(StringComparer.Ordinal);

    private readonly List<Problem> problems = [];

    /// <summary>What is wrong with people's decisions.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Units by table.</summary>
    public IReadOnlyDictionary<string, long> Units => units;

    /// <summary>What was written of each unit kind.</summary>
    public SortedDictionary<string, BuiltTable> Built { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes the tables.</summary>
    public void Run(IReadOnlyDictionary<DocumentId, long> rank, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        problems.AddRange(ProblemsOf(log, codebooks));
        using var file = TablesFile.Create(build.Tables, codebooks, workers);
        foreach (var codebook in codebooks)
        {
            units[codebook.Kind.Table] = Write(codebook, file, rank, progress, cancellation);
        }

        file.Finish();
    }

    /// <summary>Decisions that no unit of any codebook can have.</summary>
    internal static IEnumerable<Problem> ProblemsOf(DecisionLog log, IReadOnlyList<Codebook> codebooks) =>
        log.Problems
            .Concat(log.Live.Where(d => !codebooks.Any(c => c.Kind.Table == d.Of.Member.Kind)).Select(ReviewProblems.NoVariable))
            .Concat(log.Judgements.Where(j => !codebooks.Any(c => c.Kind.Table == j.Judgement.Kind)).Select(ReviewProblems.OrphanedJudgement));

    private long Write(
        Codebook codebook, TablesFile file, IReadOnlyDictionary<DocumentId, long> rank, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var members = parts.Select(p => PartMembers.Read(build, p, codebook, rank)).ToList();
        var resolved = JoinedMembers.Resolve(build, codebook, members, log, workers, problems);
        var unitOf = resolved.Grouped.ToDictionary(g => g.Index, g => g.Unit);
        var components = JoinedMembers.Components(resolved.MaybeSame);
        using var attacher = new DecisionAttacher(build, codebook, members, unitOf, log);
        var decisions = attacher.Run();
        problems.AddRange(decisions.Problems);
        var waiting = new Dictionary<UnitId, List<ReadMember>>();
        var written = 0L;
        var total = members.Sum(m => (long)m.Members.Length);
        var writers = new List<TableWriter>();
        var free = new Stack<TableWriter>();
        try
        {
            void Emit(TableWriter writer, CodedUnit unit, IReadOnlyList<(string File, long Rank)> files) =>
                writer.Write(unit, StandingOf(codebook.Kind, unit, decisions), files, components.TryGetValue(unit.Id, out var merge) ? merge : null);

            Lanes.Run(members, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, part =>
            {
                TableWriter writer;
                lock (free)
                {
                    if (!free.TryPop(out writer!))
                    {
                        writers.Add(writer = file.CreateWriter(codebook.Kind));
                    }
                }

                var index = part.FirstIndex;
                foreach (var (member, _, codings) in part.Read(build, codebook, codebook.Kind.Variables))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var read = part.Read(codebook, member, codings);
                    if (unitOf.TryGetValue(index++, out var unitId))
                    {
                        lock (waiting)
                        {
                            if (!waiting.TryGetValue(unitId, out var unit))
                            {
                                waiting.Add(unitId, unit = []);
                            }

                            unit.Add(read);
                        }
                    }
                    else
                    {
                        Emit(writer, new CodedUnit { Id = read.Member.Id, Members = [read.Member], File = read.File, Codings = codings }, [(read.File, read.Rank)]);
                    }
                }

                lock (free)
                {
                    free.Push(writer);
                }

                progress?.Report(new StageProgress("tables", codebook.Kind.Table, Interlocked.Add(ref written, part.Members.Length), total));
            });

            if (writers.Count == 0)
            {
                writers.Add(file.CreateWriter(codebook.Kind));
            }

            foreach (var (id, ofUnit) in waiting.OrderBy(w => w.Key))
            {
                var (unit, files) = UnitCodings.Join(codebook.Kind, id, ofUnit);
                Emit(writers[0], unit, files);
            }
        }
        finally
        {
            writers.ForEach(w => w.Dispose());
        }

        var digest = new RowDigest();
        writers.ForEach(w => digest.Add(w.Digest));
        file.WriteMaybeSame(codebook.Kind.Table, components, digest);
        var decided = new RowDigest();
        writers.ForEach(w => w.Variables.ToList().ForEach(v => decided.Add(v.Decided)));
        file.WriteDecisions(codebook.Kind, decisions, decided);
        Built[codebook.Kind.Table] = TablePlan.Built(codebook, parts, digest, decided, [.. writers.SelectMany(w => w.Variables)]);
        return writers.Sum(w => w.Units);
    }

    private List<(StandingValue Machine, StandingValue? People)> StandingOf(UnitKind kind, CodedUnit unit, UnitDecisions decisions)
    {
        var standing = new List<(StandingValue, StandingValue?)>(kind.Variables.Count);
        var from = 0;
        foreach (var variable in kind.Variables)
        {
            var to = UnitCodings.EndOf(unit.Codings, from, variable);
            var read = Standing.Of(unit, from, to);
            standing.Add((read, decisions.Settle(unit.Id, variable.Name, read, settles)));
            from = to;
        }

        return standing;
    }
}
