using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>A unit and a variable of it, to decide on.</summary>
    /// <exception cref="UsageException">There is no such unit or variable, or the codebook is another by now.</exception>
    internal DecidedUnit ToDecide(string unit, string variable)
    {
        using var connection = TablesFile.Open(TablesPath, readOnly: true);
        var (kind, id) = Find(connection, unit);
        var codebook = Codebooks.FirstOrDefault(c => c.Kind.Table == kind) ?? throw ReviewProblems.CodebookChanged();
        var known = codebook.Kind.Find(variable)
            ?? throw PipelineProblems.NoSuchVariable(variable, kind, Guess.Nearest(variable, codebook.Kind.Variables.Select(v => v.Name)));
        var members = Members(connection, kind, id, unit).ConvertAll(r => Open(codebook, (string)r[1]!, (string)r[2]!));
        return new DecidedUnit
        {
            Unit = new UnitId(id),
            Codebook = codebook,
            Variable = known,
            Members = members,
            Machine = Machine(connection, kind, id, variable),
            Keys = Keys(connection, codebook, id),
            Attached = Rows(connection, $"SELECT DISTINCT entry FROM store.{kind}_decisions WHERE unit = $1", id).ConvertAll(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>A unit that somebody judges: its id, and the member that the name is of, with all that finds it again.</summary>
    /// <exception cref="UsageException">There is no such unit, or the codebook is another by now.</exception>
    internal (UnitId Unit, DecidedMember Of) ToJudge(string unit)
    {
        using var connection = TablesFile.Open(TablesPath, readOnly: true);
        var (kind, id) = Find(connection, unit);
        var codebook = Codebooks.FirstOrDefault(c => c.Kind.Table == kind) ?? throw ReviewProblems.CodebookChanged();
        var first = Members(connection, kind, id, unit)[0];
        var member = Open(codebook, (string)first[1]!, (string)first[2]!);
        return (new UnitId(id), new DecidedMember(
            member.Member,
            member.Row is null ? MemberText.Of(member.Text, member.Range) : null,
            Keys(connection, codebook, id).GetValueOrDefault(member.Member.Id) ?? new Dictionary<string, string>()));
    }

    /// <summary>The unit of each member that is in the build, of those asked for.</summary>
    internal IReadOnlyDictionary<UnitId, UnitId> UnitsOf(string kind, IEnumerable<UnitId> members)
    {
        using var connection = TablesFile.Open(TablesPath, readOnly: true);
        return members.Distinct().Select(m => (Member: m, Rows: Rows(connection, "SELECT unit_id FROM store.members WHERE kind = $1 AND member = $2", kind, m.Value)))
            .Where(m => m.Rows.Count > 0).ToDictionary(m => m.Member, m => new UnitId((string)m.Rows[0][0]!));
    }

    /// <summary>Members of a unit: those that a name begins first, then by rank.</summary>
    private static List<object?[]> Members(DuckDBConnection connection, string kind, string unit, string named) => Rows(
        connection, "SELECT member, document, place FROM store.members WHERE kind = $1 AND unit_id = $2 ORDER BY starts_with(member, $3) DESC, rank, place",
        kind, unit, named.Trim().ToLowerInvariant());

    /// <summary>Values of the key by member of a unit, of members where it is complete.</summary>
    private static Dictionary<UnitId, IReadOnlyDictionary<string, string>> Keys(DuckDBConnection connection, Codebook codebook, string unit) => Rows(
        connection,
        $"SELECT member, variable::VARCHAR, value FROM main.{codebook.Kind.Table}_codings WHERE unit_id = $1 AND coder_kind <> 'person' AND value IS NOT NULL", unit)
        .Where(r => codebook.Key.Contains((string)r[1]!)).ToLookup(r => (string)r[0]!, r => (Variable: (string)r[1]!, Value: (string)r[2]!))
        .Where(k => k.Count() == codebook.Key.Count && k.DistinctBy(v => v.Variable).Count() == codebook.Key.Count).ToDictionary(
            k => new UnitId(k.Key), IReadOnlyDictionary<string, string> (k) => k.ToDictionary(v => v.Variable, v => v.Value, StringComparer.Ordinal));

    private static List<MachineCoding> Machine(DuckDBConnection connection, string kind, string unit, string variable) => Rows(
        connection,
        $"""
        SELECT member, status::VARCHAR, value, evidence::VARCHAR, "start", "end", quote, prefix, suffix, "row", line, "column", cell, searched, sections
        FROM main.{kind}_codings WHERE unit_id = $1 AND variable = $2 AND coder_kind <> 'person' ORDER BY member, "start", value
        """,
        unit, variable).ConvertAll(r => new MachineCoding(
            new UnitId((string)r[0]!),
            StatusNames.TryParse((string)r[1]!, out var status) ? status : Status.NotCoded,
            r[2] as string,
            (string)r[3]! switch
            {
                "text" => new TextSelector(new TextSpan((int)Number(r[4])!, (int)Number(r[5])!), (string)r[6]!, r[7] as string ?? "", r[8] as string ?? ""),
                "record" => new RecordSelector((int)Number(r[9])!, Number(r[10]) ?? 0, (string)r[11]!, r[12] as string),
                _ => new SilenceSelector(Texts(r[13]), Texts(r[14]), WholeText: true),
            }));

    private OpenMember Open(Codebook codebook, string document, string place)
    {
        if (!DocumentId.TryParse(document, out var id) || !Place.TryParse(place, out var at))
        {
            throw PipelineProblems.DamagedBuild();
        }

        var member = new Member(codebook.Kind.Table, id, at);
        foreach (var (part, name) in parts.Value.Zip(manifest.Parts))
        {
            var ordinal = part.Documents.Index().Where(d => d.Item.Id == id).Select(d => d.Index).DefaultIfEmpty(-1).First();
            var path = build.File(new PartNames(name.Name).Members(codebook.Kind.Table, codebook.ShapeHash));
            if (ordinal < 0 || !File.Exists(path))
            {
                continue;
            }

            var stored = part.Documents[ordinal];
            if (at.Kind == PlaceKind.Row)
            {
                var table = part.TablesOf(stored).FirstOrDefault(t => t.Name == at.Table);
                return table is null || table.Rows.Count < at.Number ? throw ReviewProblems.CodebookChanged()
                    : new OpenMember(member, "", default, table.Rows[at.Number - 1], table.Columns);
            }

            var own = MemberFile.Read(path).Where(m => m.DocumentOrdinal == ordinal).ToList();
            var index = own.FindIndex(m => m.Place == at);
            return index < 0 ? throw ReviewProblems.CodebookChanged() : new OpenMember(member, part.TextOf(stored), MemberRanges.Of(part, stored, own)[index], null, []);
        }

        throw ReviewProblems.CodebookChanged();
    }
}
