using System.IO.Hashing;
using DuckDB.NET.Data;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>
/// Takes the tables of the build before and replaces what changed in them: codings, cells and alternatives of changed variables, units that
/// people's judgements join or part, cells that people decided. Only where members and columns are the same. The digest is that of a build from nothing.
/// </summary>
internal sealed class TablesUpdate
{
    private readonly BuildFolder build;
    private readonly IReadOnlyList<Codebook> codebooks;
    private readonly IReadOnlyList<PartFiles> parts;
    private readonly int workers;
    private readonly BuildManifest before;
    private readonly CaseState state;
    private readonly IReadOnlyDictionary<DocumentId, long> rank;
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, List<Variable>> changed;

    private TablesUpdate(
        BuildFolder build, CaseState state, IReadOnlyList<PartFiles> parts, IReadOnlyDictionary<DocumentId, long> rank, int workers, BuildManifest before, Dictionary<string, List<Variable>> changed) =>
        (this.build, this.state, codebooks, this.parts, this.rank, this.workers, this.before, this.changed) = (build, state, state.Codebooks, parts, rank, workers, before, changed);

    /// <summary>What is wrong with people's decisions.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>What stands in the tables afterwards.</summary>
    public SortedDictionary<string, BuiltTable> Built { get; } = new(StringComparer.Ordinal);

    /// <summary>Units by table.</summary>
    public SortedDictionary<string, long> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// An update, with the tables before copied into the build; or null when the members or columns are others, when more
    /// than half has changed, or when the tables before are not as they were written.
    /// </summary>
    public static TablesUpdate? TryStart(
        BuildFolder build, BuildFolder from, BuildManifest before, CaseState state, IReadOnlyList<PartFiles> parts, IReadOnlyDictionary<DocumentId, long> rank, int workers)
    {
        var codebooks = state.Codebooks;
        if (!state.HasSameDocuments(before.Inputs) || before.Tables.Count != codebooks.Count
            || !codebooks.All(c => before.Tables.TryGetValue(c.Kind.Table, out var table) && table.Layout == TablePlan.Layout(c, parts)))
        {
            return null;
        }

        var changed = codebooks.ToDictionary(
            c => c.Kind.Table,
            c => c.Kind.Variables.Where(v => before.Tables[c.Kind.Table].Variables[v.Name].Codings != TablePlan.Codings(c, parts, v.Name)).ToList(),
            StringComparer.Ordinal);
        return changed.Values.Sum(v => v.Count) * 2 <= codebooks.Sum(c => c.Kind.Variables.Count) && Copy(from.Tables, build.Tables, before.Files[Path.GetFileName(from.Tables)].Hash)
            ? new TablesUpdate(build, state, parts, rank, workers, before, changed) : null;
    }

    /// <summary>Replaces what changed.</summary>
    public void Run(IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var log = state.Decisions;
        problems.AddRange(TablesStage.ProblemsOf(log, codebooks));
        using var file = TablesFile.Reopen(build.Tables, codebooks, workers);
        foreach (var codebook in codebooks)
        {
            var (table, units) = (before.Tables[codebook.Kind.Table], before.Units[codebook.Kind.Table]);
            var variables = changed[codebook.Kind.Table];
            var members = new Lazy<List<PartMembers>>(() => [.. parts.Select(p => PartMembers.Read(build, p, codebook, rank))]);
            var stored = new Lazy<StoredMembers>(() => StoredMembers.Read(file.Connection, codebook.Kind.Table));
            if (log.Judgements.Any(j => j.Judgement.Kind == codebook.Kind.Table) || state.IsUnjudgedSince(before.Inputs))
            {
                var regrouped = new RegroupedUnits(build, codebook, members.Value, file, stored.Value, JoinedMembers.Resolve(build, codebook, members.Value, log, workers, problems));
                table = regrouped.Write(table);
                units += regrouped.More;
                stored = regrouped.IsAny ? new(() => StoredMembers.Read(file.Connection, codebook.Kind.Table)) : stored;
            }

            var decided = log.Live.Count == 0 && table.Decided == new RowDigest().ToString() ? null : new DecidedCells(build, codebook, members.Value, file, stored.Value, log, state.Settings.Settles);
            var digest = new RowDigest();
            problems.AddRange(decided?.Decisions.Problems ?? []);
            if (variables.Count > 0)
            {
                var written = Replace(codebook, variables, file, members.Value, stored.Value, decided?.Decisions ?? UnitDecisions.None, digest, cancellation);
                table = table with { Variables = TablePlan.Variables(table.Variables.ToDictionary(v => v.Key, v => written.Variables.GetValueOrDefault(v.Key) ?? v.Value)) };
            }

            decided?.Write(variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal), digest);
            Built[codebook.Kind.Table] = table with { Decided = digest.ToString() };
            Units[codebook.Kind.Table] = units;
            progress?.Report(new StageProgress("tables", codebook.Kind.Table, units, units));
        }

        file.Forget(codebooks);
        file.Finish();
    }

    private BuiltTable Replace(
        Codebook codebook, List<Variable> variables, TablesFile file, List<PartMembers> members, StoredMembers stored, UnitDecisions decisions, RowDigest decided, CancellationToken cancellation)
    {
        var kind = codebook.Kind;
        var (cells, next) = (kind.Table + ".cells", kind.Table + ".next");
        TablesFile.Execute(file.Connection, TableSchema.Cells(cells, variables) + TableSchema.Rows(kind, next)
            + string.Concat(variables.Select(v => $"DELETE FROM store.{kind.Table}_alternatives WHERE variable = '{v.Name}'; "))
            + string.Concat(variables.Select(v => TableSchema.DropCodings(kind, v) + TableSchema.CreateCodings(kind, v))));
        var writers = Write(codebook, variables, cells, cancellation);
        writers.ForEach(w => decided.Add(w.Decided));
        var columns = kind.Variables.SelectMany(v => TableSchema.Names(v).Select(n => variables.Contains(v) ? $"c.\"{n}\"" : $"o.\"{n}\""));
        TablesFile.Execute(file.Connection, $"""
            INSERT INTO store."{next}" SELECT o.unit_id, o.file, o.document, o."~merge", {string.Join(", ", columns)}
                FROM store."{kind.Table}" o JOIN store."{cells}" c ON c.unit_id = o.unit_id;
            DROP TABLE store."{cells}";
            DROP TABLE store."{kind.Table}";
            ALTER TABLE store."{next}" RENAME TO "{kind.Table}";
            """);
        return TablePlan.Built(codebook, parts, new RowDigest(), new RowDigest(), writers);

        List<VariableWriter> Write(Codebook codebook, List<Variable> variables, string cells, CancellationToken cancellation)
        {
            var lanes = new List<Lane>();
            var free = new Stack<Lane>();
            var waiting = new Dictionary<UnitId, List<ReadMember>>();
            try
            {
                Lanes.Run(members, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, part =>
                {
                    Lane lane;
                    lock (free)
                    {
                        if (!free.TryPop(out lane!))
                        {
                            lanes.Add(lane = new Lane(file, build.Tables, codebook.Kind, variables, cells, (unit, variable, machine) => decisions.Settle(unit, variable, machine, state.Settings.Settles)));
                        }
                    }

                    foreach (var (member, id, codings) in part.Read(build, codebook, variables))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        var known = stored.Find(id);
                        if (known.IsAlone)
                        {
                            lane.Write(known.Unit, codings, _ => known.Ordinal);
                            continue;
                        }

                        lock (waiting)
                        {
                            if (!waiting.TryGetValue(known.Unit, out var unit))
                            {
                                waiting.Add(known.Unit, unit = []);
                            }

                            unit.Add(part.Read(codebook, member, codings));
                        }
                    }

                    lock (free)
                    {
                        free.Push(lane);
                    }
                });
                if (lanes.Count == 0)
                {
                    lanes.Add(new Lane(file, build.Tables, codebook.Kind, variables, cells, (unit, variable, machine) => decisions.Settle(unit, variable, machine, state.Settings.Settles)));
                }

                foreach (var (unit, ofUnit) in waiting.OrderBy(w => w.Key))
                {
                    lanes[0].Write(unit, UnitCodings.Join(codebook.Kind, unit, ofUnit).Unit.Codings, id => stored.Find(id).Ordinal);
                }
            }
            finally
            {
                lanes.ForEach(l => l.Dispose());
            }

            return [.. lanes.SelectMany(l => l.Variables)];
        }
    }

    /// <summary>Copies a file and tells whether it has the hash that it should have.</summary>
    private static bool Copy(string from, string to, string hash)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var copied = new XxHash128();
        File.Delete(to + ".wal");
        var buffer = new byte[1 << 20];
        for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            copied.Append(buffer.AsSpan(0, read));
            target.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(copied.GetCurrentHash()) == hash;
    }

    /// <summary>One thread's writers: the cells of the changed variables, and each variable's own tables.</summary>
    private sealed class Lane : IDisposable
    {
        private readonly DuckDBConnection connection;
        private readonly DuckDBAppender cells;

        private readonly Func<UnitId, string, StandingValue, StandingValue?> settle;

        public Lane(
            TablesFile file, string path, UnitKind kind, IReadOnlyList<Variable> variables, string cellsName, Func<UnitId, string, StandingValue, StandingValue?> settle)
        {
            this.settle = settle;
            connection = TablesFile.Open(path);
            cells = connection.CreateAppender("store", cellsName);
            Variables = [.. variables.Select(v => new VariableWriter(file, connection, kind, v))];
        }

        public IReadOnlyList<VariableWriter> Variables { get; }

        public void Write(UnitId unit, IReadOnlyList<Evidence.Coding> codings, Func<UnitId, int> ordinalOf)
        {
            var row = cells.CreateRow().AppendValue(unit.Value);
            var next = 0;
            foreach (var writer in Variables)
            {
                var from = next;
                next = UnitCodings.EndOf(codings, from, writer.Variable);
                IReadOnlyList<Evidence.Coding> machine = next == from + 1 ? [codings[from]] : [.. codings.Skip(from).Take(next - from)];
                var standing = Standing.Of(machine);
                var people = settle(unit, writer.Variable.Name, standing);
                writer.WriteCells(row, unit, standing, people);
                writer.WriteAlternatives(unit, standing, people);
                foreach (var coding in machine)
                {
                    writer.Write(coding, unit, ordinalOf(coding.Member));
                }
            }

            row.EndRow();
        }

        public void Dispose()
        {
            cells.Dispose();
            foreach (var variable in Variables)
            {
                variable.Dispose();
            }

            connection.Dispose();
        }
    }
}
