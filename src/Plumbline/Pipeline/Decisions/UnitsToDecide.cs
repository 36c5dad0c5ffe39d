using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>
/// Units of one kind with all that decisions on them need: members, keys and the machine's codings of each variable are read
/// once for all of them, texts when they are asked for. Owns its connection; not thread safe.
/// </summary>
internal sealed class UnitsToDecide : IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly Codebook codebook;
    private readonly string units;
    private readonly IReadOnlyList<(PartReader Reader, string Members)> parts;
    private readonly ILookup<string, (string Member, string Document, string Place, string File)> members;
    private readonly Dictionary<DocumentId, (int Part, int Ordinal)> documents = [];
    private readonly Dictionary<int, ILookup<int, PartMember>> memberFiles = [];
    private readonly Dictionary<string, ILookup<string, MachineCoding>> machine = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, string>> attached;

    /// <param name="connection">To the tables of the build; closed with this.</param>
    /// <param name="codebook">The kind.</param>
    /// <param name="units">Ids of units of the kind.</param>
    /// <param name="parts">Parts of the build, each with its file of members of this kind.</param>
    public UnitsToDecide(DuckDBConnection connection, Codebook codebook, IReadOnlyCollection<string> units, IReadOnlyList<(PartReader Reader, string Members)> parts)
    {
        (this.connection, this.codebook, this.parts) = (connection, codebook, parts);
        this.units = string.Join(',', units);
        members = Rows("SELECT unit_id, member, document, place, file FROM store.members WHERE kind = $2 AND unit_id IN (SELECT unnest(string_split($1, ','))) ORDER BY rank, place", codebook.Kind.Table)
            .ToLookup(r => (string)r[0]!, r => ((string)r[1]!, (string)r[2]!, (string)r[3]!, (string)r[4]!));
        attached = new(() => Rows($"SELECT DISTINCT unit, entry FROM store.{codebook.Kind.Table}_decisions WHERE unit IN (SELECT unnest(string_split($1, ',')))")
            .ToLookup(r => (string)r[0]!, r => (string)r[1]!));
        var wanted = members.SelectMany(m => m).Select(m => DocumentId.TryParse(m.Document, out var id) ? id : throw PipelineProblems.DamagedBuild()).ToHashSet();
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = 0; j < parts[i].Reader.Documents.Count; j++)
            {
                if (wanted.Contains(parts[i].Reader.Documents[j].Id))
                {
                    documents.TryAdd(parts[i].Reader.Documents[j].Id, (i, j));
                }
            }
        }
    }

    /// <summary>A unit and a variable of it.</summary>
    /// <param name="unit">Id of the unit.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="named">Beginning of the id of the member that the user named: it comes first.</param>
    /// <exception cref="UsageException">There is no such variable, or the codebook is another by now.</exception>
    public DecidedUnit Of(string unit, string variable, string named = "")
    {
        var known = codebook.Kind.Find(variable)
            ?? throw PipelineProblems.NoSuchVariable(variable, codebook.Kind.Table, Guess.Nearest(variable, codebook.Kind.Variables.Select(v => v.Name)));
        var keys = codebook.Key.SelectMany(k => Machine(k)[unit].Where(c => c.Value is not null).Select(c => (Variable: k, c.Member, Value: c.Value!))).ToLookup(k => k.Member);
        return new DecidedUnit
        {
            Unit = new UnitId(unit),
            Codebook = codebook,
            Variable = known,
            Members = MembersOf(unit, named),
            Machine = [.. Machine(variable)[unit]],
            Keys = keys.Where(k => k.Count() == codebook.Key.Count && k.DistinctBy(v => v.Variable).Count() == codebook.Key.Count).ToDictionary(
                k => k.Key, IReadOnlyDictionary<string, string> (k) => k.ToDictionary(v => v.Variable, v => v.Value, StringComparer.Ordinal)),
            Attached = attached.Value[unit].ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>A unit's members with their texts and rows, the one that the user named first, else in the order of the archive.</summary>
    public IReadOnlyList<OpenMember> MembersOf(string unit, string named = "") =>
        [.. members[unit].OrderByDescending(m => named.Length > 0 && m.Member.StartsWith(named, StringComparison.Ordinal)).Select(m => Open(m.Document, m.Place))];

    /// <summary>Name of the file of a unit's first member. Hostile text.</summary>
    public string FileOf(string unit) => members[unit].First().File;

    /// <summary>Rules' and columns' codings of a variable, by unit.</summary>
    public ILookup<string, MachineCoding> Machine(string variable)
    {
        if (!machine.TryGetValue(variable, out var known))
        {
            known = Rows(
                $"""
                SELECT unit_id, member, status::VARCHAR, value, evidence::VARCHAR, "start", "end", quote, prefix, suffix, "row", line, "column", cell, searched, sections
                FROM {TableSchema.ShownOf(codebook.Kind.Table, variable)} WHERE coder_kind <> 'person' AND unit_id IN (SELECT unnest(string_split($1, ','))) ORDER BY unit_id, member, "start", value
                """).ToLookup(r => (string)r[0]!, Coding);
            machine.Add(variable, known);
        }

        return known;
    }

    public void Dispose() => connection.Dispose();

    private static MachineCoding Coding(object?[] r) => new(
        new UnitId((string)r[1]!),
        StatusNames.TryParse((string)r[2]!, out var status) ? status : Status.NotCoded,
        r[3] as string,
        (string)r[4]! switch
        {
            "text" => new TextSelector(new TextSpan((int)BuiltCase.Number(r[5])!, (int)BuiltCase.Number(r[6])!), (string)r[7]!, r[8] as string ?? "", r[9] as string ?? ""),
            "record" => new RecordSelector((int)BuiltCase.Number(r[10])!, BuiltCase.Number(r[11]) ?? 0, (string)r[12]!, r[13] as string),
            _ => new SilenceSelector(BuiltCase.Texts(r[14]), BuiltCase.Texts(r[15]), WholeText: true),
        });

    private OpenMember Open(string document, string place)
    {
        if (!DocumentId.TryParse(document, out var id) || !Place.TryParse(place, out var at))
        {
            throw PipelineProblems.DamagedBuild();
        }

        if (!documents.TryGetValue(id, out var where))
        {
            throw ReviewProblems.CodebookChanged();
        }

        var member = new Member(codebook.Kind.Table, id, at);
        var reader = parts[where.Part].Reader;
        var stored = reader.Documents[where.Ordinal];
        if (at.Kind == PlaceKind.Row)
        {
            var table = reader.TablesOf(stored).FirstOrDefault(t => t.Name == at.Table);
            return table is null || table.Rows.Count < at.Number ? throw ReviewProblems.CodebookChanged()
                : new OpenMember(member, "", default, table.Rows[at.Number - 1], table.Columns);
        }

        var own = MembersOf(where.Part)[where.Ordinal].ToList();
        var index = own.FindIndex(m => m.Place == at);
        return index < 0 ? throw ReviewProblems.CodebookChanged() : new OpenMember(member, reader.TextOf(stored), MemberRanges.Of(reader, stored, own)[index], null, []);
    }

    private ILookup<int, PartMember> MembersOf(int part)
    {
        if (!memberFiles.TryGetValue(part, out var known))
        {
            var path = parts[part].Members;
            known = (File.Exists(path) ? MemberFile.Read(path) : throw ReviewProblems.CodebookChanged()).ToLookup(m => m.DocumentOrdinal);
            memberFiles.Add(part, known);
        }

        return known;
    }

    private List<object?[]> Rows(string sql, params string[] more) => BuiltCase.Rows(connection, sql, [units, .. more]);
}
