using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>A member as the tables hold it.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Ordinal">Its number in the tables.</param>
/// <param name="IsAlone">True when its unit has no other.</param>
internal readonly record struct StoredMember(UnitId Unit, int Ordinal, bool IsAlone);

/// <summary>The members of one kind in tables that were written before.</summary>
internal sealed class StoredMembers
{
    private readonly Dictionary<UnitId, StoredMember> members = [];

    private StoredMembers()
    {
    }

    public static StoredMembers Read(DuckDBConnection connection, string kind)
    {
        var stored = new StoredMembers();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT member, unit_id, ordinal FROM store.members WHERE kind = '{kind}'";
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var unit = reader.GetString(1);
                var member = reader.GetString(0);
                stored.members.Add(new UnitId(member), new StoredMember(new UnitId(unit == member ? member : unit), reader.GetInt32(2), true));
            }
        }

        foreach (var group in stored.members.Where(m => m.Key != m.Value.Unit).GroupBy(m => m.Value.Unit).ToList())
        {
            foreach (var id in group.Select(m => m.Key).Append(group.Key))
            {
                stored.members[id] = stored.members[id] with { IsAlone = false };
            }
        }

        return stored;
    }

    /// <summary>True when a unit has this id: it is that of its first member.</summary>
    public bool IsUnit(UnitId id) => members.TryGetValue(id, out var member) && member.Unit == id;

    /// <exception cref="StoreFailedException">The tables have no such member.</exception>
    public StoredMember Find(UnitId id) => members.TryGetValue(id, out var member) ? member : throw PipelineProblems.DamagedBuild();
}
