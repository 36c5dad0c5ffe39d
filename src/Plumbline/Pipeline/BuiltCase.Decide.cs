using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>A unit and a variable of it, to decide on.</summary>
    /// <exception cref="UsageException">There is no such unit or variable, or the codebook is another by now.</exception>
    internal DecidedUnit ToDecide(string unit, string variable)
    {
        (string Kind, string Unit) found;
        using (var connection = TablesFile.Open(TablesPath, readOnly: true))
        {
            found = Find(connection, unit);
        }

        using var units = ToDecide(CodebookOf(found.Kind), [found.Unit]);
        return units.Of(found.Unit, variable, unit.Trim().ToLowerInvariant());
    }

    /// <summary>A unit that somebody judges: its id, and the member that the name is of, with all that finds it again.</summary>
    /// <exception cref="UsageException">There is no such unit, or the codebook is another by now.</exception>
    internal (UnitId Unit, DecidedMember Of) ToJudge(string unit)
    {
        (string Kind, string Unit) found;
        using (var connection = TablesFile.Open(TablesPath, readOnly: true))
        {
            found = Find(connection, unit);
        }

        var codebook = CodebookOf(found.Kind);
        using var units = ToDecide(codebook, [found.Unit]);
        var decided = units.Of(found.Unit, codebook.Kind.Variables[0].Name, unit.Trim().ToLowerInvariant());
        return (decided.Unit, decided.Name(decided.Members[0]));
    }

    /// <summary>The unit of each member that is in the build, of those asked for.</summary>
    internal IReadOnlyDictionary<UnitId, UnitId> UnitsOf(string kind, IEnumerable<UnitId> members)
    {
        using var connection = TablesFile.Open(TablesPath, readOnly: true);
        return Rows(connection, "SELECT member, unit_id FROM store.members WHERE kind = $1 AND member IN (SELECT unnest(string_split($2, ',')))", kind, string.Join(',', members.Distinct().Select(m => m.Value)))
            .ToDictionary(r => new UnitId((string)r[0]!), r => new UnitId((string)r[1]!));
    }

    /// <summary>Many units of one kind, to decide on: what all of them need is read once.</summary>
    internal UnitsToDecide ToDecide(Codebook codebook, IReadOnlyCollection<string> units) =>
        new(TablesFile.Open(TablesPath, readOnly: true), codebook, units, [.. parts.Value.Zip(manifest.Parts, (p, n) => (p, build.File(new Parts.PartNames(n.Name).Members(codebook.Kind.Table, codebook.ShapeHash))))]);

    /// <summary>The codebook of a kind of unit of the build.</summary>
    /// <exception cref="UsageException">There is none any more.</exception>
    internal Codebook CodebookOf(string kind) => Codebooks.FirstOrDefault(c => c.Kind.Table == kind) ?? throw ReviewProblems.CodebookChanged();
}
