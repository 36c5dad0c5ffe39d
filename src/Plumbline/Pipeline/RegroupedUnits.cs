using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>
/// Joins and parts units in tables that were taken over from the build before, as people's judgements say now. Only units whose members are
/// others get new rows, by rules and columns alone: what people decided is settled after. Codings stay where they are, since they name
/// members. What the old rows gave to the digest is taken out of it, so that it is that of a build from nothing.
/// </summary>
internal sealed class RegroupedUnits
{
    private readonly BuildFolder build;
    private readonly Codebook codebook;
    private readonly IReadOnlyList<PartMembers> members;
    private readonly TablesFile file;
    private readonly StoredMembers stored;
    private readonly Dictionary<UnitId, UnitId> moved = [];
    private readonly HashSet<UnitId> touched = [];
    private readonly Dictionary<UnitId, UnitId> merges;

    /// <param name="build">The build.</param>
    /// <param name="codebook">The kind.</param>
    /// <param name="members">Its members, numbered.</param>
    /// <param name="file">The tables.</param>
    /// <param name="stored">The units as the tables have them.</param>
    /// <param name="resolved">The units as they are now.</param>
    public RegroupedUnits(BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, TablesFile file, StoredMembers stored, ResolvedUnits resolved)
    {
        (this.build, this.codebook, this.members, this.file, this.stored) = (build, codebook, members, file, stored);
        merges = JoinedMembers.Components(resolved.MaybeSame);
        var unitOf = resolved.Grouped.ToDictionary(g => g.Index, g => g.Unit);
        foreach (var part in members)
        {
            var index = part.FirstIndex;
            foreach (var id in part.Ids(codebook))
            {
                var (then, now) = (stored.Find(id).Unit, unitOf.TryGetValue(index++, out var unit) ? unit : id);
                if (then != now)
                {
                    moved.Add(id, now);
                    touched.UnionWith([then, now]);
                }
            }
        }
    }

    /// <summary>True when members are of other units than they were.</summary>
    public bool IsAny => moved.Count > 0;

    /// <summary>By how many there are more units.</summary>
    public int More { get; private set; }

    /// <summary>Writes what is other.</summary>
    /// <param name="table">What was built before.</param>
    /// <returns>What is built now, but for what people decided.</returns>
    public BuiltTable Write(BuiltTable table)
    {
        var kind = codebook.Kind;
        var digest = Parsed(table.Digest);
        var ofVariables = kind.Variables.ToDictionary(v => v.Name, v => Parsed(table.Variables[v.Name].Digest), StringComparer.Ordinal);
        var fresh = IsAny ? Units(digest, ofVariables) : [];
        Merges(digest, fresh);
        return table with
        {
            Digest = digest.ToString(),
            Variables = TablePlan.Variables(table.Variables.ToDictionary(v => v.Key, v => v.Value with { Digest = ofVariables[v.Key].ToString() })),
        };
    }

    private static RowDigest Parsed(string digest) => RowDigest.Parse(digest) ?? throw PipelineProblems.DamagedBuild();

    private static string List(IEnumerable<UnitId> units) => string.Join(", ", units.Select(u => $"'{u.Value}'"));

    /// <summary>Takes old rows out and puts new ones in. Gives the new units.</summary>
    private HashSet<UnitId> Units(RowDigest digest, Dictionary<string, RowDigest> ofVariables)
    {
        var kind = codebook.Kind;
        var read = UnitCodings.Read(build, codebook, members, kind.Variables, id => touched.Contains(stored.Find(id).Unit));
        var then = read.GroupBy(m => stored.Find(m.Member.Id).Unit).Select(g => UnitCodings.Join(kind, g.Key, g)).ToList();
        var now = read.GroupBy(m => moved.TryGetValue(m.Member.Id, out var unit) ? unit : stored.Find(m.Member.Id).Unit).OrderBy(g => g.Key).Select(g => UnitCodings.Join(kind, g.Key, g)).ToList();
        More = now.Count - then.Count;
        Sum(then, digest.Subtract, (v, d) => ofVariables[v].Subtract(d));
        Sum(now, digest.Add, (v, d) => ofVariables[v].Add(d));
        TablesFile.Execute(file.Connection, $"""
            DELETE FROM store."{kind.Table}" WHERE unit_id IN ({List(then.Select(t => t.Unit.Id))});
            DELETE FROM store.{kind.Table}_alternatives WHERE unit_id IN ({List(then.Select(t => t.Unit.Id))});
            UPDATE store.members m SET unit_id = v.unit FROM (VALUES {string.Join(", ", moved.Select(m => $"('{m.Key.Value}', '{m.Value.Value}')"))}) v(member, unit) WHERE m.kind = '{kind.Table}' AND m.member = v.member;
            """);
        var writers = kind.Variables.Select(v => new VariableWriter(file, file.Connection, kind, v)).ToList();
        using (var rows = file.Connection.CreateAppender("store", kind.Table))
        {
            foreach (var (unit, _) in now)
            {
                var row = rows.CreateRow().AppendValue(unit.Id.Value).AppendValue(unit.File).AppendValue(unit.Members[0].Document.Hex)
                    .AppendValue(merges.TryGetValue(unit.Id, out var merge) ? merge.Value : null);
                foreach (var (writer, standing) in writers.Zip(UnitCodings.Standings(kind, unit)))
                {
                    writer.WriteCells(row, unit.Id, standing, null);
                    writer.WriteAlternatives(unit.Id, standing, null);
                }

                row.EndRow();
            }
        }

        writers.ForEach(w => w.Dispose());
        return [.. now.Select(n => n.Unit.Id)];
    }

    private void Sum(IEnumerable<(CodedUnit Unit, IReadOnlyList<(string File, long Rank)> Files)> units, Action<RowDigest> ofRows, Action<string, RowDigest> ofVariable)
    {
        var kind = codebook.Kind;
        var (rows, digested) = (new RowDigest(), new UnitDigest(kind.Table));
        var variables = kind.Variables.ToDictionary(v => v.Name, v => (Sum: new RowDigest(), Digested: new VariableDigest(kind, v)), StringComparer.Ordinal);
        foreach (var (unit, files) in units)
        {
            digested.Row(rows, unit);
            foreach (var (member, (name, _)) in unit.Members.Zip(files))
            {
                digested.Member(rows, unit.Id, member, member.Place.ToString(), name);
            }

            foreach (var (variable, standing) in kind.Variables.Zip(UnitCodings.Standings(kind, unit)))
            {
                variables[variable.Name].Digested.Cells(variables[variable.Name].Sum, unit.Id, standing);
            }

            foreach (var coding in unit.Codings)
            {
                variables[coding.Variable].Digested.Coding(variables[coding.Variable].Sum, unit.Id, coding);
            }
        }

        ofRows(rows);
        foreach (var (name, of) in variables)
        {
            ofVariable(name, of.Sum);
        }
    }

    /// <summary>Writes the open merges anew: few, and the rows of units that are in one say so.</summary>
    private void Merges(RowDigest digest, HashSet<UnitId> fresh)
    {
        var kind = codebook.Kind.Table;
        var before = BuiltCase.Rows(file.Connection, "SELECT unit_id, group_id FROM store.maybe_same WHERE kind = $1", kind).ToDictionary(r => new UnitId((string)r[0]!), r => new UnitId((string)r[1]!));
        var (old, digested) = (new RowDigest(), new UnitDigest(kind));
        foreach (var (unit, group) in before)
        {
            digested.MaybeSame(old, unit, group);
        }

        digest.Subtract(old);
        TablesFile.Execute(file.Connection, $"DELETE FROM store.maybe_same WHERE kind = '{kind}';");
        file.WriteMaybeSame(kind, merges, digest);
        var other = before.Keys.Union(merges.Keys).Where(u => !fresh.Contains(u) && (before.TryGetValue(u, out var then) ? then : (UnitId?)null) != (merges.TryGetValue(u, out var now) ? now : null)).ToList();
        if (other.Count > 0)
        {
            var values = other.Select(u => $"('{u.Value}', {(merges.TryGetValue(u, out var group) ? $"'{group.Value}'" : "NULL::VARCHAR")})");
            TablesFile.Execute(file.Connection, $"UPDATE store.\"{kind}\" o SET \"~merge\" = v.merge FROM (VALUES {string.Join(", ", values)}) v(unit, merge) WHERE o.unit_id = v.unit;");
        }
    }
}
