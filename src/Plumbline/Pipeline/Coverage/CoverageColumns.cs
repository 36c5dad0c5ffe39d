using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Coverage;

/// <summary>What units can be counted by: a variable, a date's month or year, or the source.</summary>
/// <param name="By">The word it was asked by.</param>
/// <param name="Variable">The variable; null for the source.</param>
/// <param name="Digits">Of a date: 7 for the month, 4 for the year, 0 for the whole value.</param>
internal sealed record CoverageColumn(string By, Variable? Variable, int Digits)
{
    private static readonly Dictionary<string, int> Times = new(StringComparer.Ordinal) { ["month"] = 7, ["year"] = 4, ["day"] = 10 };

    /// <summary>True when its values have an order of their own.</summary>
    public bool IsTime => Digits > 0;

    /// <summary>The value as SQL over <c>store.K</c>: NULL where nothing stands, or where a date is not that exact.</summary>
    public string Sql => Variable is not { } v ? "NULL"
        : IsTime ? $"CASE WHEN left({v.Name}_from::VARCHAR, {Digits}) = left({v.Name}_to::VARCHAR, {Digits}) THEN left({v.Name}_from::VARCHAR, {Digits}) END"
        : v.Multiple ? $"array_to_string(list_sort({v.Name}::VARCHAR[]), ', ')"
        : $"{v.Name}::VARCHAR";

    /// <summary>The columns asked for; without any, what the table has of court, month and source.</summary>
    /// <exception cref="UsageException">There is no such thing.</exception>
    public static IReadOnlyList<CoverageColumn> Of(UnitKind kind, IReadOnlyList<string> by)
    {
        if (by.Count == 0)
        {
            return [.. new[] { Court(kind), Date(kind) is { } date ? new CoverageColumn("month", date, 7) : null, new CoverageColumn("source", null, 0) }.OfType<CoverageColumn>()];
        }

        return [.. by.Select(b => One(kind, b))];
    }

    /// <summary>The variable that tells sequences of case numbers apart, or null.</summary>
    public static CoverageColumn? Court(UnitKind kind) =>
        (kind.Find("court") ?? kind.Variables.FirstOrDefault(v => v is { Type: VariableType.Entity, Identity: false, Multiple: false })) is { } court ? new("court", court, 0) : null;

    private static CoverageColumn One(UnitKind kind, string by)
    {
        var parts = by.Split(':', 2);
        if (Times.TryGetValue(parts[0], out var digits) && kind.Find(by) is null)
        {
            var date = parts.Length == 2 ? kind.Find(parts[1]) : Date(kind);
            return date is { Type: VariableType.Date, Multiple: false } ? new CoverageColumn(by, date, digits) : throw PipelineProblems.NoSuchCoverage(by, kind.Table, null);
        }

        return kind.Find(by) is { } variable ? new CoverageColumn(by, variable, variable is { Type: VariableType.Date, Multiple: false } ? 10 : 0)
            : by == "source" ? new CoverageColumn(by, null, 0)
            : by == "court" && Court(kind) is { } court ? court
            : throw PipelineProblems.NoSuchCoverage(by, kind.Table, Guess.Nearest(by, kind.Variables.Select(v => v.Name).Concat(["month", "year", "source"])));
    }

    private static Variable? Date(UnitKind kind) => kind.Variables.FirstOrDefault(v => v is { Type: VariableType.Date, Multiple: false });
}
