using System.IO.Hashing;
using DuckDB.NET.Data;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>
/// Takes the tables of the build before and replaces what changed variables have in them: their codings, cells and
/// alternatives. Only where the units and the columns are the same. The digest is that of a build from nothing.
/// </summary>
internal sealed class TablesUpdate
{
    private readonly BuildFolder build;
    private readonly IReadOnlyList<Codebook> codebooks;
    private readonly IReadOnlyList<PartFiles> parts;
    private readonly int workers;
    private readonly BuildManifest before;
    private readonly Dictionary<string, List<Variable>> changed;

    private TablesUpdate(
        BuildFolder build, IReadOnlyList<Codebook> codebooks, IReadOnlyList<PartFiles> parts, int workers, BuildManifest before,
        Dictionary<string, List<Variable>> changed) =>
        (this.build, this.codebooks, this.parts, this.workers, this.before, this.changed) = (build, codebooks, parts, workers, before, changed);

    /// <summary>What stands in the tables afterwards.</summary>
    public SortedDictionary<string, BuiltTable> Built { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// An update, with the tables before copied into the build; or null when the units or columns are others, when more
    /// than half has changed, or when the tables before are not as they were written.
    /// </summary>
    public static TablesUpdate? TryStart(
        BuildFolder build, BuildFolder from, BuildManifest before, BuildInputs inputs, IReadOnlyList<Codebook> codebooks, IReadOnlyList<PartFiles> parts, int workers)
    {
        if (!before.Inputs.SameDocuments(inputs) || before.Tables.Count != codebooks.Count
            || !codebooks.All(c => before.Tables.TryGetValue(c.Kind.Table, out var table) && table.Layout == TablePlan.Layout(c, parts)))
        {
            return null;
        }

        var changed = codebooks.ToDictionary(
            c => c.Kind.Table,
            c => c.Kind.Variables.Where(v => before.Tables[c.Kind.Table].Variables[v.Name].Codings != TablePlan.Codings(c, parts, v.Name)).ToList(),
            StringComparer.Ordinal);
        return changed.Values.Sum(v => v.Count) * 2 <= codebooks.Sum(c => c.Kind.Variables.Count) && Copy(from.Tables, build.Tables, before.Files[Path.GetFileName(from.Tables)].Hash)
            ? new TablesUpdate(build, codebooks, parts, workers, before, changed) : null;
    }

    /// <summary>Replaces what changed.</summary>
    public void Run(IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        using var file = TablesFile.Reopen(build.Tables, codebooks, workers);
        foreach (var codebook in codebooks)
        {
            var table = before.Tables[codebook.Kind.Table];
            var variables = changed[codebook.Kind.Table];
            if (variables.Count > 0)
            {
                var written = Replace(codebook, variables, file, cancellation);
                table = table with { Variables = TablePlan.Variables(table.Variables.ToDictionary(v => v.Key, v => written.Variables.GetValueOrDefault(v.Key) ?? v.Value)) };
            }

            Built[codebook.Kind.Table] = table;
            progress?.Report(new StageProgress("tables", codebook.Kind.Table, before.Units[codebook.Kind.Table], before.Units[codebook.Kind.Table]));
        }

        file.Forget(codebooks);
        file.Finish();
    }

    private BuiltTable Replace(Codebook codebook, List<Variable> variables, TablesFile file, CancellationToken cancellation)
    {
        var kind = codebook.Kind;
        var (cells, next) = (kind.Table + ".cells", kind.Table + ".next");
        TablesFile.Execute(file.Connection, TableSchema.Cells(cells, variables) + TableSchema.Rows(kind, next)
            + string.Concat(variables.Select(v => $"DELETE FROM store.{kind.Table}_alternatives WHERE variable = '{v.Name}'; "))
            + string.Concat(variables.Select(v => TableSchema.DropCodings(kind, v) + TableSchema.CreateCodings(kind, v))));
        var writers = Write(codebook, variables, cells, StoredMembers.Read(file.Connection, kind.Table), cancellation);
        var columns = kind.Variables.SelectMany(v => TableSchema.Names(v).Select(n => variables.Contains(v) ? $"c.\"{n}\"" : $"o.\"{n}\""));
        TablesFile.Execute(file.Connection, $"""
            INSERT INTO store."{next}" SELECT o.unit_id, o.file, o.document, {string.Join(", ", columns)}
                FROM store."{kind.Table}" o JOIN store."{cells}" c ON c.unit_id = o.unit_id;
            DROP TABLE store."{cells}";
            DROP TABLE store."{kind.Table}";
            ALTER TABLE store."{next}" RENAME TO "{kind.Table}";
            """);
        return TablePlan.Built(codebook, parts, new RowDigest(), writers);

        List<VariableWriter> Write(Codebook codebook, List<Variable> variables, string cells, StoredMembers stored, CancellationToken cancellation)
        {
            var lanes = new List<Lane>();
            var free = new Stack<Lane>();
            var waiting = new Dictionary<UnitId, List<(StoredMember Member, IReadOnlyList<Evidence.Coding> Codings)>>();
            try
            {
                Lanes.Run(parts, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, part =>
                {
                    Lane lane;
                    lock (free)
                    {
                        if (!free.TryPop(out lane!))
                        {
                            lanes.Add(lane = new Lane(file, build.Tables, codebook.Kind, variables, cells));
                        }
                    }

                    foreach (var (member, id, codings) in PartMembers.Read(build, part, codebook, new Dictionary<DocumentId, long>()).Read(build, codebook, variables))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        var known = stored.Find(id) with { Place = member.Place.Number };
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

                            unit.Add((known, codings));
                        }
                    }

                    lock (free)
                    {
                        free.Push(lane);
                    }
                });
                if (lanes.Count == 0)
                {
                    lanes.Add(new Lane(file, build.Tables, codebook.Kind, variables, cells));
                }

                foreach (var (unit, members) in waiting.OrderBy(w => w.Key))
                {
                    var all = members.OrderBy(m => (m.Member.Rank, m.Member.Place)).SelectMany(m => m.Codings).ToList();
                    lanes[0].Write(unit, TablesStage.InOrder(codebook.Kind, all), id => stored.Find(id).Ordinal);
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

        public Lane(TablesFile file, string path, UnitKind kind, IReadOnlyList<Variable> variables, string cellsName)
        {
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
                while (next < codings.Count && codings[next].Variable == writer.Variable.Name)
                {
                    next++;
                }

                IReadOnlyList<Evidence.Coding> machine = next == from + 1 ? [codings[from]] : [.. codings.Skip(from).Take(next - from)];
                var standing = Standing.Of(machine);
                writer.WriteCells(row, unit, standing);
                writer.WriteAlternatives(unit, standing);
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
