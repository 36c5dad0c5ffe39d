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
    internal DecidedUnit ToDecide(string unit, string variable) => Of(unit, (found, _, units) => units.Of(found, variable, unit.Trim().ToLowerInvariant()));

    /// <summary>A unit that somebody judges: its id, and the member that the name is of, with all that finds it again.</summary>
    /// <exception cref="UsageException">There is no such unit, or the codebook is another by now.</exception>
    internal (UnitId Unit, DecidedMember Of) ToJudge(string unit) => Of(unit, (found, codebook, units) =>
    {
        var decided = units.Of(found, codebook.Kind.Variables[0].Name, unit.Trim().ToLowerInvariant());
        return (decided.Unit, decided.Name(decided.Members[0]));
    });

    /// <summary>A unit's members with their texts and rows, in the order of the archive.</summary>
    /// <exception cref="UsageException">There is no such unit, or its codebook is another by now.</exception>
    internal (string Unit, Codebook Codebook, IReadOnlyList<OpenMember> Members) Members(string unit) => Of(unit, (found, codebook, units) => (found, codebook, units.MembersOf(found)));

    /// <summary>The unit of each member that is in the build, of those asked for.</summary>
    internal IReadOnlyDictionary<UnitId, UnitId> UnitsOf(string kind, IEnumerable<UnitId> members)
    {
        using var connection = OpenTables();
        return Rows(connection, "SELECT member, unit_id FROM store.members WHERE kind = $1 AND member IN (SELECT unnest(string_split($2, ',')))", kind, string.Join(',', members.Distinct().Select(m => m.Value)))
            .ToDictionary(r => new UnitId((string)r[0]!), r => new UnitId((string)r[1]!));
    }

    /// <summary>Many units of one kind, to decide on: what all of them need is read once.</summary>
    internal UnitsToDecide ToDecide(Codebook codebook, IReadOnlyCollection<string> units) =>
        new(OpenTables(), codebook, units, [.. parts.Value.Zip(manifest.Parts, (p, n) => (p, build.File(new Parts.PartNames(n.Name).Members(codebook.Kind.Table, codebook.ShapeHash))))]);

    private T Of<T>(string unit, Func<string, Codebook, UnitsToDecide, T> read) => Reading(() =>
    {
        (string Kind, string Unit) found;
        using (var connection = OpenTables())
        {
            found = Find(connection, unit);
        }

        var codebook = CodebookOf(found.Kind);
        using var units = ToDecide(codebook, [found.Unit]);
        return read(found.Unit, codebook, units);
    });

    /// <summary>The codebook of a kind of unit of the build.</summary>
    /// <exception cref="UsageException">There is none any more.</exception>
    internal Codebook CodebookOf(string kind) => Codebooks.FirstOrDefault(c => c.Kind.Table == kind) ?? throw ReviewProblems.CodebookChanged();
}
