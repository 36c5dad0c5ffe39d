using System.Collections.Concurrent;
using System.Globalization;
using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Tables;

namespace Plumbline.App.Cases;

/// <summary>Units of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Units">How many.</param>
/// <param name="Settled">Of these, those whose date people settled, or that is a record's own.</param>
internal sealed record DayCount(DateOnly Day, long Units, long Settled);

/// <summary>Units of a kind by day. Each unit is counted once: under its day, without a day, or without a date.</summary>
/// <param name="Days">Days with units, in order.</param>
/// <param name="Vague">Units whose date is a month, a year or a range.</param>
/// <param name="Undated">Units without a date, by the word of its status.</param>
internal sealed record DayCounts(IReadOnlyList<DayCount> Days, long Vague, IReadOnlyList<(string Status, long Units)> Undated)
{
    /// <summary>All units.</summary>
    public long All => Days.Sum(d => d.Units) + Vague + Undated.Sum(u => u.Units);

    /// <summary>Years with units, and how many.</summary>
    public IReadOnlyList<(int Year, long Units)> Years => [.. Days.GroupBy(d => d.Day.Year).Select(g => (g.Key, g.Sum(d => d.Units)))];
}

/// <summary>A unit of a day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">Name of its file. Hostile text.</param>
/// <param name="When">Its date as it is known, or null.</param>
/// <param name="IsSettled">True when the date is settled.</param>
internal sealed record DatedUnit(string Id, string File, string? When, bool IsSettled);

/// <summary>Units by day. What a build holds is counted once a build. Thread safe.</summary>
internal sealed class TimelineDesk(OpenCase open)
{
    /// <summary>Stands for a day: units whose date is a month, a year or a range.</summary>
    public const string Vague = "vague";

    /// <summary>Stands for a day: units without a date.</summary>
    public const string None = "none";

    /// <summary>Units that are listed at most.</summary>
    public const int MostListed = 200;

    private readonly ConcurrentDictionary<(string Build, string Kind, string Variable), DayCounts> counted = new();

    /// <summary>Kinds of units with variables that are a date, each one day at most.</summary>
    public IReadOnlyList<(UnitKind Kind, string Label, IReadOnlyList<Variable> Dates)> Kinds() => open.Built is not { } built ? []
        : [.. built.Codebooks.Where(c => built.Units.ContainsKey(c.Kind.Table)).OrderBy(c => c.Of == PlaceKind.Row)
            .Select(c => (c.Kind, c.Label, Dates: (IReadOnlyList<Variable>)[.. c.Kind.Variables.Where(v => v is { Type: VariableType.Date, Multiple: false })]))
            .Where(k => k.Dates.Count > 0)];

    /// <summary>Units by day.</summary>
    /// <exception cref="UsageException">There is no such kind or date.</exception>
    public DayCounts Count(string kind, string variable)
    {
        var (built, table, date) = Known(kind, variable);
        return counted.GetOrAdd((built.Id, table, date), _ =>
        {
            using var connection = built.OpenTables();
            var days = BuiltCase.Rows(connection, $"SELECT {date}::VARCHAR, count(*), count(*) FILTER ({date}_settled) FROM store.{table} WHERE {date} IS NOT NULL GROUP BY {date} ORDER BY {date}");
            var vague = BuiltCase.Rows(connection, $"SELECT count(*) FROM store.{table} WHERE {date} IS NULL AND {date}_from IS NOT NULL");
            var none = BuiltCase.Rows(connection, $"SELECT {date}_status::VARCHAR, count(*) FROM store.{table} WHERE {date}_from IS NULL GROUP BY ALL ORDER BY 1");
            return new DayCounts(
                days.ConvertAll(r => new DayCount(Day((string)r[0]!), Number(r[1]), Number(r[2]))), Number(vague[0][0]), none.ConvertAll(r => ((string)r[0]!, Number(r[1]))));
        });
    }

    /// <summary>Units of a day, of <see cref="Vague"/> or of <see cref="None"/>, by their files; and how many there are.</summary>
    /// <exception cref="UsageException">There is no such kind or date, or the day is none.</exception>
    public (IReadOnlyList<DatedUnit> Units, long All) Units(string kind, string variable, string day)
    {
        var (built, table, date) = Known(kind, variable);
        string[] parameters = day is Vague or None ? [] : [Day(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        var condition = day switch { Vague => $"{date} IS NULL AND {date}_from IS NOT NULL", None => $"{date}_from IS NULL", _ => $"{date} = $1::DATE" };
        using var connection = built.OpenTables();
        var all = Number(BuiltCase.Rows(connection, $"SELECT count(*) FROM store.{table} WHERE {condition}", parameters)[0][0]);
        var rows = BuiltCase.Rows(
            connection, $"SELECT unit_id, file, {date}_from::VARCHAR, {date}_to::VARCHAR, {date}_settled FROM store.{table} WHERE {condition} ORDER BY file, unit_id LIMIT {MostListed}", parameters);
        return (rows.ConvertAll(r => new DatedUnit((string)r[0]!, r[1] as string ?? "", r[2] is string from ? (from == r[3] as string ? from : $"{from}/{r[3]}") : null, r[4] is true)), all);
    }

    /// <summary>Public holidays of a year, by what the case says of its country and by its own list.</summary>
    public (IReadOnlyDictionary<DateOnly, PublicHoliday> Days, IReadOnlyList<Problem> Problems) Holidays(int year)
    {
        var problems = new List<Problem>();
        return (PublicHolidays.Of(open.Folder, open.Settings.Holidays, year, problems), problems);
    }

    /// <summary>Names that go into a query: only those that the build has.</summary>
    private (BuiltCase Built, string Table, string Date) Known(string kind, string variable)
    {
        var built = open.Built ?? throw AppProblems.NoTimeline();
        var found = Kinds().FirstOrDefault(k => k.Kind.Table == kind);
        return found.Kind is not null && found.Dates.Any(d => d.Name == variable) ? (built, kind, variable) : throw AppProblems.NoTimeline();
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw AppProblems.NotADay();

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
