using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
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
    public void Run(IReadOnlyList<ArchivedDocument> documents, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var rank = new Dictionary<DocumentId, long>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            rank.Add(documents[i].Id, i);
        }

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
        Codebook codebook, TablesFile file, Dictionary<DocumentId, long> rank, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var members = parts.Select(p => PartMembers.Read(build, p, codebook, rank)).ToList();
        var resolved = Resolve(codebook, members);
        var unitOf = resolved.Grouped.ToDictionary(g => g.Index, g => g.Unit);
        var components = Components(resolved.MaybeSame);
        using var attacher = new DecisionAttacher(build, codebook, members, unitOf, log);
        var decisions = attacher.Run();
        problems.AddRange(decisions.Problems);
        var waiting = new Dictionary<UnitId, WaitingUnit>();
        var written = 0L;
        var total = members.Sum(m => (long)m.Members.Length);
        var writers = new List<TableWriter>();
        var free = new Stack<TableWriter>();
        try
        {
            void Emit(TableWriter writer, CodedUnit unit, IReadOnlyList<(string, long)> files) =>
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
                    var (name, order) = part.FileOf(member);
                    var evidence = new Member(codebook.Kind.Table, part.DocumentOf(member), member.Place);
                    if (unitOf.TryGetValue(index++, out var unitId))
                    {
                        lock (waiting)
                        {
                            if (!waiting.TryGetValue(unitId, out var unit))
                            {
                                waiting.Add(unitId, unit = new WaitingUnit());
                            }

                            unit.Members.Add((evidence, name, order, codings));
                        }
                    }
                    else
                    {
                        Emit(writer, new CodedUnit { Id = evidence.Id, Members = [evidence], File = name, Codings = codings }, [(name, order)]);
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

            foreach (var (id, unit) in waiting.OrderBy(w => w.Key))
            {
                unit.Members.Sort((a, b) => (a.Rank, a.Member.Place.Number).CompareTo((b.Rank, b.Member.Place.Number)));
                Emit(
                    writers[0],
                    new CodedUnit
                    {
                        Id = id,
                        Members = [.. unit.Members.Select(m => m.Member)],
                        File = unit.Members[0].File,
                        Codings = InOrder(codebook.Kind, unit.Members.SelectMany(m => m.Codings)),
                    },
                    [.. unit.Members.Select(m => (m.File, m.Rank))]);
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
        // Codings are in the order of the kind's variables, so one walk finds each variable's.
        var standing = new List<(StandingValue, StandingValue?)>(kind.Variables.Count);
        var next = 0;
        foreach (var variable in kind.Variables)
        {
            var from = next;
            while (next < unit.Codings.Count && unit.Codings[next].Variable == variable.Name)
            {
                next++;
            }

            var read = Standing.Of(unit, from, next);
            standing.Add((read, decisions.Settle(unit.Id, variable.Name, read, settles)));
        }

        return standing;
    }

    internal static List<Evidence.Coding> InOrder(UnitKind kind, IEnumerable<Evidence.Coding> codings)
    {
        var position = kind.Variables.Select((v, i) => (v.Name, i)).ToDictionary(v => v.Name, v => v.i, StringComparer.Ordinal);
        return [.. codings.OrderBy(c => position[c.Variable])];
    }

    private ResolvedUnits Resolve(Codebook codebook, List<PartMembers> members)
    {
        // Keys are read side by side; joining is quick.
        var keys = new (UnitId Id, string? Key, bool IsSettled)[members.Count][];
        Lanes.Run([.. Enumerable.Range(0, members.Count)], new ParallelOptions { MaxDegreeOfParallelism = workers }, i =>
            keys[i] = [.. members[i].ReadKeys(build, codebook)]);
        var resolution = new UnitResolution();
        for (var i = 0; i < members.Count; i++)
        {
            var part = members[i];
            part.FirstIndex = resolution.Count;
            for (var m = 0; m < part.Members.Length; m++)
            {
                var (member, (id, key, isSettled)) = (part.Members[m], keys[i][m]);
                resolution.Add(id, (part.FileOf(member).Rank, member.Place.Number), member.TextHash == UInt128.Zero ? null : member.TextHash, key, isSettled);
            }
        }

        var resolved = resolution.Resolve(JudgementAttacher.Attach(build, codebook, members, resolution.StandsFor, log, problems));
        problems.AddRange(resolved.Contradictions.Select(c => c.Kind switch
        {
            ContradictionKind.Dispute => ReviewProblems.DisputedJudgement(c.Standing),
            ContradictionKind.ByTextOrRecord => ReviewProblems.JudgedAgainstText(c.Standing[0]),
            _ => ReviewProblems.JudgedInACircle(c.Standing),
        }));
        return resolved;
    }

    /// <summary>The connected parts of open merges: the smallest id of its part for each unit.</summary>
    internal static Dictionary<UnitId, UnitId> Components(IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> maybeSame)
    {
        var groups = new Dictionary<UnitId, UnitId>();
        foreach (var start in maybeSame.Keys.Order())
        {
            if (groups.ContainsKey(start))
            {
                continue;
            }

            var open = new Stack<UnitId>([start]);
            while (open.TryPop(out var unit))
            {
                if (groups.TryAdd(unit, start))
                {
                    foreach (var other in maybeSame[unit])
                    {
                        open.Push(other);
                    }
                }
            }
        }

        return groups;
    }

    private sealed class WaitingUnit
    {
        public List<(Member Member, string File, long Rank, IReadOnlyList<Evidence.Coding> Codings)> Members { get; } = [];
    }
}
