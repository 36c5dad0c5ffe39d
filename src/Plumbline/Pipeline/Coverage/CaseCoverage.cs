using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Coverage;

/// <summary>Counts what a case has by court, month and source, and finds what is missing. No unit is left out of any count.</summary>
public static class CaseCoverage
{
    /// <summary>Counts the units of the build in use.</summary>
    /// <param name="built">Its build in use.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="terms">What may be shown: units that stand in documents which may not are counted under one name, whatever is asked.</param>
    /// <param name="reader">Starts the hidden verb that reads files, for the registry.</param>
    /// <param name="cancellation">Stops reading the registry.</param>
    /// <exception cref="UsageException">No such table, variable or file, or a registry that can't be compared.</exception>
    public static CoverageReport Of(BuiltCase built, CoverageOptions options, SourceTerms terms, ChildCommand reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(terms);
        var kind = KindOf(built, options.Kind);
        var columns = CoverageColumn.Of(kind, options.By);
        var numbers = options.Numbers is { } named ? kind.Find(named) ?? throw PipelineProblems.NoSuchVariable(named, kind.Table, Guess.Nearest(named, kind.Variables.Select(v => v.Name)))
            : kind.Find("case_number");
        var rows = Rows(built, terms, kind, columns, numbers is { Multiple: false } ? numbers : null);
        var confidential = rows.Count(r => r.IsHidden);
        var parsed = rows.Where(r => r.Number is not null).Select(r => (r.Court, Number: CaseNumber.Read(r.Number!))).ToList();
        var registry = options.Registry is null ? null : RegistryList.Read(options.Registry, kind, reader, cancellation);
        var compared = registry?.Compare(Rows(built, terms, kind, registry.Columns, null)) ?? [];
        return new CoverageReport
        {
            Kind = kind.Table,
            Units = rows.Count,
            Confidential = confidential,
            Axes = [.. columns.Select((c, i) => new CoverageAxis(c.By, c.Variable?.Name, Sorted(Count(rows, [i]), c.IsTime)))],
            Cells = Sorted(Count(rows, [.. Enumerable.Range(0, columns.Count)]), isTime: false),
            Numbers = numbers?.Name,
            Series = NumberGaps.Of(parsed.Where(p => p.Number is not null).Select(p => (p.Court, p.Number!.Value))),
            WithoutNumber = numbers is null ? 0 : rows.Count - confidential - parsed.Count,
            OtherNumbers = parsed.Count(p => p.Number is null),
            RegistryBy = registry is null ? [] : [.. registry.Columns.Select(c => c.By)],
            Registry = compared,
            Problems = [.. compared.Where(r => r.IsTooMany).Select(PipelineProblems.MoreThanRegistry)],
        };
    }

    private static UnitKind KindOf(BuiltCase built, string? name)
    {
        var all = built.Codebooks;
        return (name is null ? all.FirstOrDefault(c => c.Of != PlaceKind.Row) ?? all.FirstOrDefault() : all.FirstOrDefault(c => c.Kind.Table == name))?.Kind
            ?? throw PipelineProblems.NoSuchKind(name ?? "", Guess.Nearest(name ?? "", all.Select(c => c.Kind.Table)));
    }

    private static List<CoverageUnit> Rows(BuiltCase built, SourceTerms terms, UnitKind kind, IReadOnlyList<CoverageColumn> columns, Variable? numbers)
    {
        var sources = columns.Any(c => c.Variable is null) ? Sources(built, terms, kind.Table) : null;
        var hidden = built.HiddenUnits(terms);
        var court = CoverageColumn.Court(kind);
        using var connection = built.OpenTables();
        using var command = connection.CreateCommand();
        var cells = string.Concat(columns.Select(c => $", {c.Sql}, {(c.Variable is null ? "TRUE" : c.Variable.Name + "_settled")}"));
        command.CommandText = $"SELECT unit_id, {court?.Sql ?? "NULL"}, {(numbers is null ? "NULL" : numbers.Name + "::VARCHAR")}{cells} FROM store.\"{kind.Table}\"";
        using var reader = command.ExecuteReader();
        var units = new List<CoverageUnit>();
        while (reader.Read())
        {
            string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
            if (hidden.Contains(reader.GetString(0)))
            {
                // A court and a month can name a document.
                units.Add(new CoverageUnit([.. columns.Select(_ => SourceTerms.Confidential)], [.. columns.Select(_ => true)], null, null, IsHidden: true));
                continue;
            }

            var values = new string?[columns.Count];
            var settled = new bool[columns.Count];
            for (var i = 0; i < columns.Count; i++)
            {
                (values[i], settled[i]) = columns[i].Variable is null ? (sources!.GetValueOrDefault(reader.GetString(0)), true) : (Text(3 + (2 * i)), reader.GetBoolean(4 + (2 * i)));
            }

            units.Add(new CoverageUnit(values, settled, Text(1), Text(2)));
        }

        return units;
    }

    /// <summary>Sources of each unit; several in one text, since no unit counts twice.</summary>
    private static Dictionary<string, string> Sources(BuiltCase built, SourceTerms terms, string kind)
    {
        using var connection = built.OpenTables();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT DISTINCT unit_id, document FROM store.members WHERE kind = '{kind}'";
        using var reader = command.ExecuteReader();
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (terms.Shown(reader.GetString(1)).Credit is { } source)
            {
                (found.TryGetValue(reader.GetString(0), out var set) ? set : found[reader.GetString(0)] = new SortedSet<string>(StringComparer.Ordinal)).Add(source);
            }
        }

        return found.ToDictionary(f => f.Key, f => string.Join(" + ", f.Value), StringComparer.Ordinal);
    }

    private static IEnumerable<CoverageCell> Count(List<CoverageUnit> rows, IReadOnlyList<int> columns) => rows
        .GroupBy(r => string.Join('\u001f', columns.Select(c => r.Values[c] ?? "\u001e")), StringComparer.Ordinal)
        .Select(g => new CoverageCell([.. columns.Select(c => g.First().Values[c])], g.LongCount(), g.LongCount(r => columns.All(c => r.Settled[c]))));

    private static IReadOnlyList<CoverageCell> Sorted(IEnumerable<CoverageCell> cells, bool isTime) =>
    [
        .. cells.OrderBy(c => c.Values.All(v => v is null)).ThenByDescending(c => isTime ? 0 : c.Units).ThenBy(c => string.Join('\u001f', c.Values.Select(v => v ?? "")), StringComparer.Ordinal),
    ];
}

/// <summary>A unit as it is counted.</summary>
/// <param name="Values">One for each column.</param>
/// <param name="Settled">Whether people settled each.</param>
/// <param name="Court">Its court.</param>
/// <param name="Number">Its case number.</param>
/// <param name="IsHidden">True when it stands in documents not to be shown: of its values only that is said.</param>
internal sealed record CoverageUnit(IReadOnlyList<string?> Values, IReadOnlyList<bool> Settled, string? Court, string? Number, bool IsHidden = false);
