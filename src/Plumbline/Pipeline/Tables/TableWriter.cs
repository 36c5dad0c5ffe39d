using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>Writes units of one kind into the tables: the row, its members, and what each variable has. One thread's.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly TablesFile file;
    private readonly UnitKind kind;
    private readonly UnitDigest digested;
    private readonly Dictionary<string, VariableWriter> byName;
    private readonly DuckDBConnection connection;
    private readonly DuckDBAppender rows;
    private readonly DuckDBAppender members;

    public TableWriter(TablesFile file, string path, UnitKind kind)
    {
        (this.file, this.kind, digested) = (file, kind, new UnitDigest(kind.Table));
        connection = TablesFile.Open(path);
        rows = connection.CreateAppender("store", kind.Table);
        members = connection.CreateAppender("store", "members");
        Variables = [.. kind.Variables.Select(v => new VariableWriter(file, connection, kind, v))];
        byName = Variables.ToDictionary(v => v.Variable.Name, StringComparer.Ordinal);
    }

    /// <summary>Digest of the rows and members, without what the variables have.</summary>
    public RowDigest Digest { get; } = new();

    /// <summary>A writer for each variable, in the order of the kind.</summary>
    public IReadOnlyList<VariableWriter> Variables { get; }

    /// <summary>Units written.</summary>
    public long Units { get; private set; }

    /// <summary>Writes a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="standing">What stands of each variable by rules and columns alone, and by people, in the order of the kind.</param>
    /// <param name="files">File name and rank in the archive of each member.</param>
    /// <param name="merge">Group of the open merge that it is in, or null.</param>
    public void Write(CodedUnit unit, IReadOnlyList<(StandingValue Machine, StandingValue? People)> standing, IReadOnlyList<(string File, long Rank)> files, UnitId? merge)
    {
        Units++;
        var row = rows.CreateRow();
        row.AppendValue(unit.Id.Value).AppendValue(unit.File).AppendValue(unit.Members[0].Document.Hex).AppendValue(merge?.Value);
        digested.Row(Digest, unit);
        for (var i = 0; i < standing.Count; i++)
        {
            Variables[i].WriteCells(row, unit.Id, standing[i].Machine, standing[i].People);
        }

        row.EndRow();
        var ordinals = WriteMembers(unit, files);
        for (var i = 0; i < standing.Count; i++)
        {
            Variables[i].WriteAlternatives(unit.Id, standing[i].Machine, standing[i].People);
        }

        var (name, variable) = ("", default(VariableWriter));
        foreach (var coding in unit.Codings)
        {
            if (!ReferenceEquals(coding.Variable, name))
            {
                (name, variable) = (coding.Variable, byName[coding.Variable]);
            }

            variable!.Write(coding, unit.Id, ordinals.Count == 1 ? ordinals[0].Ordinal : ordinals.First(o => o.Id == coding.Member).Ordinal);
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        members.Dispose();
        foreach (var variable in Variables)
        {
            variable.Dispose();
        }

        connection.Dispose();
    }

    private List<(UnitId Id, int Ordinal)> WriteMembers(CodedUnit unit, IReadOnlyList<(string File, long Rank)> files)
    {
        var ordinals = new List<(UnitId, int)>(unit.Members.Count);
        for (var i = 0; i < unit.Members.Count; i++)
        {
            var member = unit.Members[i];
            var (number, place) = (file.NextMember(), member.Place.ToString());
            members.CreateRow().AppendValue(number).AppendValue(kind.Table).AppendValue(unit.Id.Value).AppendValue(member.Id.Value)
                .AppendValue(member.Document.Hex).AppendValue(place).AppendValue(files[i].File).AppendValue(files[i].Rank).EndRow();
            digested.Member(Digest, unit.Id, member, place, files[i].File);
            ordinals.Add((member.Id, number));
        }

        return ordinals;
    }
}
