using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>
/// Brings people's decisions into tables that were taken over from the build before. People decide a few units of many, so
/// only the cells that they decide now or decided before are settled anew; all others stay as they are.
/// </summary>
internal sealed class DecidedCells
{
    private readonly BuildFolder build;
    private readonly Codebook codebook;
    private readonly TablesFile file;
    private readonly StoredMembers stored;
    private readonly Settling settles;
    private readonly IReadOnlyList<PartMembers> members;
    private readonly Dictionary<UnitId, HashSet<string>> touched = [];

    public DecidedCells(
        BuildFolder build, Codebook codebook, IReadOnlyList<PartMembers> members, TablesFile file, StoredMembers stored, DecisionLog log, Settling settles)
    {
        (this.build, this.codebook, this.members, this.file, this.stored, this.settles) = (build, codebook, members, file, stored, settles);
        var (count, unitOf) = (0, new Dictionary<int, UnitId>());
        foreach (var part in members)
        {
            part.FirstIndex = count;
            foreach (var id in part.Ids(codebook))
            {
                if (stored.Find(id).Unit is var unit && unit != id)
                {
                    unitOf.Add(count, unit);
                }

                count++;
            }
        }

        using var attacher = new DecisionAttacher(build, codebook, members, unitOf, log);
        Decisions = attacher.Run();
    }

    /// <summary>People's decisions, with the units that they belong to.</summary>
    public UnitDecisions Decisions { get; }

    /// <summary>Settles the cells of variables whose codings stayed, and writes the decisions down.</summary>
    /// <param name="replaced">Names of variables that are written anew, settled.</param>
    /// <param name="digest">Takes what was settled here, and the decisions.</param>
    public void Write(IReadOnlySet<string> replaced, RowDigest digest)
    {
        var kind = codebook.Kind;
        foreach (var (unit, variable) in DecidedBefore().Concat(Decisions.All.Select(d => (d.Unit, d.Decision.Variable))))
        {
            if (!replaced.Contains(variable))
            {
                (touched.TryGetValue(unit, out var names) ? names : touched[unit] = new(StringComparer.Ordinal)).Add(variable);
            }
        }

        if (touched.Count > 0)
        {
            var codings = Codings();
            foreach (var variable in kind.Variables.Where(v => touched.Values.Any(names => names.Contains(v.Name))))
            {
                Replace(variable, [.. touched.Where(t => t.Value.Contains(variable.Name)).Select(t => t.Key).Order()], codings, digest);
            }
        }

        TablesFile.Execute(file.Connection, $"TRUNCATE store.{kind.Table}_decisions;");
        file.WriteDecisions(kind, Decisions, digest);
    }

    private void Replace(Variable variable, IReadOnlyList<UnitId> units, Dictionary<UnitId, CodedUnit> codings, RowDigest digest)
    {
        var (table, cells) = (codebook.Kind.Table, codebook.Kind.Table + ".cells");
        TablesFile.Execute(file.Connection, TableSchema.Cells(cells, [variable]));
        using (var writer = new VariableWriter(file, file.Connection, codebook.Kind, variable))
        using (var rows = file.Connection.CreateAppender("store", cells))
        {
            TablesFile.Execute(file.Connection, $"""
                DELETE FROM store.{table}_alternatives WHERE variable = '{variable.Name}' AND unit_id IN ({string.Join(", ", units.Select(u => $"'{u.Value}'"))});
                """);
            foreach (var unit in units)
            {
                var machine = Standing.Of([.. codings[unit].Codings.Where(c => c.Variable == variable.Name)]);
                var people = Decisions.Settle(unit, variable.Name, machine, settles);
                var row = rows.CreateRow().AppendValue(unit.Value);
                writer.WriteCells(row, unit, machine, people);
                row.EndRow();
                writer.WriteAlternatives(unit, machine, people);
            }

            digest.Add(writer.Decided);
        }

        TablesFile.Execute(file.Connection, $"""
            UPDATE store.{table} o SET {string.Join(", ", TableSchema.Names(variable).Select(n => $"\"{n}\" = c.\"{n}\""))} FROM store."{cells}" c WHERE c.unit_id = o.unit_id;
            DROP TABLE store."{cells}";
            """);
    }

    /// <summary>The units that are touched, with the codings of the variables that are.</summary>
    private Dictionary<UnitId, CodedUnit> Codings()
    {
        var variables = codebook.Kind.Variables.Where(v => touched.Values.Any(names => names.Contains(v.Name))).ToList();
        return UnitCodings.Read(build, codebook, members, variables, id => touched.ContainsKey(stored.Find(id).Unit))
            .GroupBy(m => stored.Find(m.Member.Id).Unit).ToDictionary(g => g.Key, g => UnitCodings.Join(codebook.Kind, g.Key, g).Unit);
    }

    // A unit that was joined to another since is no more.
    private List<(UnitId Unit, string Variable)> DecidedBefore()
    {
        using var command = file.Connection.CreateCommand();
        command.CommandText = $"SELECT DISTINCT unit, variable FROM store.{codebook.Kind.Table}_decisions";
        using var reader = command.ExecuteReader();
        var decided = new List<(UnitId, string)>();
        while (reader.Read())
        {
            if (stored.IsUnit(new UnitId(reader.GetString(0))))
            {
                decided.Add((new UnitId(reader.GetString(0)), reader.GetString(1)));
            }
        }

        return decided;
    }
}
