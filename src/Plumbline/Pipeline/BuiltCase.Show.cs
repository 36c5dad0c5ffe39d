using System.Globalization;
using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    private const int ShownContext = 200;

    /// <summary>A unit with every coding and its evidence in context.</summary>
    /// <param name="unit">Id of the unit, or of a member (an alias), or the first characters of one that no other has.</param>
    /// <param name="variable">One variable, or null for all.</param>
    /// <exception cref="UsageException">There is no such unit or variable.</exception>
    public ShownUnit Show(string unit, string? variable) => Reading(() =>
    {
        using var connection = OpenTables();
        return ShowUnit(connection, Named(connection, unit), variable);
    });

    /// <summary>Units of a kind, with all their variables.</summary>
    /// <param name="kind">The kind; it must be one of <see cref="Units"/>.</param>
    /// <param name="units">Their whole ids; null for all of the kind, by id.</param>
    public IReadOnlyList<ShownUnit> ShowAll(string kind, IReadOnlyList<string>? units = null) => Reading(() =>
    {
        using var connection = OpenTables();
        units ??= Rows(connection, "SELECT DISTINCT unit_id FROM store.members WHERE kind = $1 ORDER BY 1", kind).ConvertAll(r => (string)r[0]!);
        return (IReadOnlyList<ShownUnit>)[.. units.Select(u => ShowUnit(connection, Named(connection, u), null))];
    });

    private ShownUnit ShowUnit(DuckDBConnection connection, NamedUnit unit, string? variable)
    {
        var (kind, id) = (unit.Kind, unit.Id);
        var variables = Rows(connection, "SELECT name, label, multiple FROM store.variables WHERE kind = $1 ORDER BY position", kind)
            .ConvertAll(r => (Name: (string)r[0]!, Label: (string)r[1]!, IsList: (bool)r[2]!));
        if (variable is not null && variables.TrueForAll(v => v.Name != variable))
        {
            throw PipelineProblems.NoSuchVariable(variable, kind, Guess.Nearest(variable, variables.Select(v => v.Name)));
        }

        var shown = variables.FindAll(v => variable is null || v.Name == variable);
        var codings = Codings(connection, unit, [.. shown.Select(v => v.Name)]);
        var columns = shown.SelectMany(v => new[] { $"{(v.IsList ? $"array_to_string({v.Name}, ', ')" : v.Name)}::VARCHAR", $"{v.Name}_status::VARCHAR", $"{v.Name}_settled" });
        var row = Rows(connection, $"SELECT {string.Join(", ", columns)} FROM store.{kind} WHERE unit_id = $1", id)[0];
        return new ShownUnit
        {
            Id = id,
            Kind = kind,
            File = unit.Members[0].File,
            Members = unit.Members,
            MaybeSameAs = MaybeSame(connection, kind, id),
            Variables = [.. shown.Select((v, i) => new ShownVariable(v.Name, v.Label, row[3 * i] as string, (string)row[(3 * i) + 1]!, (bool)row[(3 * i) + 2]!, [.. codings[v.Name]]))],
        };
    }

    /// <summary>Units that may be the same.</summary>
    private static List<string> MaybeSame(DuckDBConnection connection, string kind, string id) => Rows(
        connection,
        "SELECT unit_id FROM store.maybe_same WHERE kind = $1 AND unit_id <> $2 AND group_id = (SELECT group_id FROM store.maybe_same WHERE kind = $1 AND unit_id = $2) ORDER BY 1",
        kind, id).ConvertAll(r => (string)r[0]!);

    private static (string Kind, string Unit) Find(DuckDBConnection connection, string unit)
    {
        var found = Named(connection, unit);
        return (found.Kind, found.Id);
    }

    /// <summary>A unit with its members, in the order of the archive.</summary>
    /// <param name="connection">To the tables.</param>
    /// <param name="name">Its id, or that of a member, or the first characters of one that no other has.</param>
    private static NamedUnit Named(DuckDBConnection connection, string name)
    {
        var text = name.Trim().ToLowerInvariant();
        if (Of(text) is { } whole)
        {
            return whole;
        }

        // Ids are looked for as a whole first: it takes a third of the time.
        const string Select = "SELECT DISTINCT unit_id FROM store.members WHERE";
        var found = text.Length < 4 ? [] : Rows(connection, $"{Select} member = $1 LIMIT 3", text);
        found = found.Count > 0 || text.Length < 4 ? found : Rows(connection, $"{Select} starts_with(unit_id, $1) OR starts_with(member, $1) LIMIT 3", text);
        return found.Count switch
        {
            1 => Of((string)found[0][0]!)!,
            0 => throw PipelineProblems.NoSuchUnit(name),
            _ => throw PipelineProblems.SeveralUnits(name),
        };

        NamedUnit? Of(string id) => Rows(connection, "SELECT kind, member, document, place, file, ordinal FROM store.members WHERE unit_id = $1 ORDER BY rank, place", id) is { Count: > 0 } rows
            ? new NamedUnit(
                (string)rows[0][0]!, id, rows.ConvertAll(r => new ShownMember((string)r[1]!, (string)r[2]!, (string)r[3]!, (string)r[4]!)), rows.ConvertAll(r => Convert.ToInt64(r[5], CultureInfo.InvariantCulture)))
            : null;
    }

    private ILookup<string, ShownCoding> Codings(DuckDBConnection connection, NamedUnit unit, IReadOnlyList<string> variables)
    {
        var rows = variables.Count == 0 ? [] : Rows(
            connection,
            $"""
            SELECT variable::VARCHAR, coder_kind, coder, coder_version, status::VARCHAR, value, candidates, certain, evidence::VARCHAR, file, document,
                "start", "end", quote, prefix, suffix, page, section, "row", line, "column", cell, searched, sections,
                act, shown, shown_entries, note, entry, found_by, stale, member
            FROM {TableSchema.ShownOf(unit.Kind, variables, unit.Ordinals)} WHERE unit_id = $1 ORDER BY variable, (coder_kind = 'person') DESC, (act = 'adjudication') DESC, entry, member, "start", value
            """,
            unit.Id);
        return rows.ToLookup(r => (string)r[0]!, r =>
        {
            var (start, end) = (Number(r[11]), Number(r[12]));
            var text = start is not null && DocumentId.TryParse((string)r[10]!, out var document) ? TextOf(document) : null;
            return new ShownCoding
            {
                CoderKind = (string)r[1]!,
                Coder = (string)r[2]!,
                Version = (string)r[3]!,
                Status = (string)r[4]!,
                Value = r[5] as string,
                Candidates = Texts(r[6]),
                IsCertain = (bool)r[7]!,
                Evidence = r[8] as string ?? "none",
                File = (string)r[9]!,
                Document = (string)r[10]!,
                Start = (int?)start,
                End = (int?)end,
                Quote = r[13] as string,
                Before = text is null ? r[14] as string : text[Math.Max(0, (int)start! - ShownContext)..(int)start!],
                After = text is null ? r[15] as string : text[(int)end!..Math.Min(text.Length, (int)end! + ShownContext)],
                Page = (int?)Number(r[16]),
                Section = r[17] as string,
                Row = Number(r[18]),
                Line = Number(r[19]),
                Column = r[20] as string,
                Cell = r[21] as string,
                Searched = Texts(r[22]),
                SearchedSections = Texts(r[23]),
                Act = r[24] as string,
                Shown = r[25] as string,
                ShownEntries = Texts(r[26]),
                Note = r[27] as string,
                Entry = r[28] as string,
                FoundBy = r[29] as string,
                IsStale = r[30] is true,
                Member = r[31] as string ?? "",
            };
        });
    }

    internal static long? Number(object? value) => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    internal static IReadOnlyList<string> Texts(object? value) => value is IEnumerable<string> texts ? [.. texts] : [];

    internal static List<object?[]> Rows(DuckDBConnection connection, string sql, params string[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter));
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A unit of the build.</summary>
    /// <param name="Kind">Its table.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Members">Its members, in the order of the archive.</param>
    /// <param name="Ordinals">Their numbers, by which their codings stand in order: so few rows of these are looked at.</param>
    private sealed record NamedUnit(string Kind, string Id, IReadOnlyList<ShownMember> Members, IReadOnlyList<long> Ordinals);
}
