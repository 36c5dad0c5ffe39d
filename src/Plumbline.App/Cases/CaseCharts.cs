using System.Globalization;
using DuckDB.NET.Data;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Tables;

namespace Plumbline.App.Cases;

/// <summary>One bar of a chart.</summary>
/// <param name="Key">A value, a status (then <paramref name="IsStatus"/>), a month (<c>2022-03</c>) or a year.</param>
/// <param name="IsStatus">True when no value is known.</param>
/// <param name="Settled">Units where people settled it, or that have it in their own column.</param>
/// <param name="Machine">Units where only the machine says so.</param>
internal sealed record ChartBar(string Key, bool IsStatus, long Settled, long Machine)
{
    /// <summary>All units of the bar.</summary>
    public long All => Settled + Machine;
}

/// <summary>Units of a kind by the values of one variable, or in time.</summary>
/// <param name="Kind">Table of the units.</param>
/// <param name="Variable">The variable.</param>
/// <param name="InMonths">Of a date: true for months, false for years; null for values.</param>
/// <param name="Bars">Values with most units first; months and years in order, empty ones among them.</param>
internal sealed record Chart(string Kind, Variable Variable, bool? InMonths, IReadOnlyList<ChartBar> Bars);

/// <summary>What a case looks like by its build in use: a few charts of each kind of unit, counted once a build. Thread safe.</summary>
internal static class CaseCharts
{
    private const int ValueCharts = 4;
    private const int MostBars = 8;
    private const int MostMonths = 48;

    private static readonly Lock Gate = new();
    private static (string Path, IReadOnlyList<Chart> Charts)? known;

    /// <summary>The charts of a build.</summary>
    public static IReadOnlyList<Chart> Of(BuiltCase built)
    {
        lock (Gate)
        {
            if (known is not { } last || last.Path != built.TablesPath)
            {
                known = last = (built.TablesPath, Read(built));
            }

            return last.Charts;
        }
    }

    private static List<Chart> Read(BuiltCase built)
    {
        var charts = new List<Chart>();
        using var connection = built.OpenTables();
        foreach (var kind in built.Codebooks.OrderBy(c => c.Of == PlaceKind.Row).Select(c => c.Kind))
        {
            if (kind.Variables.FirstOrDefault(v => v is { Type: VariableType.Date, Multiple: false }) is { } date && InTime(connection, kind.Table, date) is { } time)
            {
                charts.Add(time);
            }

            charts.AddRange(kind.Variables.Where(v => v is { Type: VariableType.Category or VariableType.YesNo, Multiple: false, Identity: false })
                .Select(v => ByValue(connection, kind.Table, v)).Where(c => c.Bars.Count(b => !b.IsStatus) > 1).Take(ValueCharts));
        }

        return charts;
    }

    private static Chart ByValue(DuckDBConnection connection, string table, Variable variable)
    {
        var rows = BuiltCase.Rows(
            connection, $"SELECT {variable.Name}::VARCHAR, {variable.Name}_status::VARCHAR, count(*) FILTER (WHERE {variable.Name}_settled), count(*) FILTER (WHERE NOT {variable.Name}_settled) FROM store.{table} GROUP BY ALL");
        var bars = rows.ConvertAll(r => new ChartBar((r[0] ?? r[1]) as string ?? "", r[0] is null, Number(r[2]), Number(r[3])));
        return new Chart(table, variable, null, [.. bars.OrderBy(b => b.IsStatus).ThenByDescending(b => b.All).ThenBy(b => b.Key, StringComparer.Ordinal).Take(MostBars)]);
    }

    /// <summary>Null where no unit, or only one month, has a date.</summary>
    private static Chart? InTime(DuckDBConnection connection, string table, Variable date)
    {
        var rows = BuiltCase.Rows(
            connection, $"SELECT strftime({date.Name}_from, '%Y-%m'), count(*) FILTER (WHERE {date.Name}_settled), count(*) FILTER (WHERE NOT {date.Name}_settled) FROM store.{table} WHERE {date.Name}_from IS NOT NULL GROUP BY ALL ORDER BY 1")
            .ConvertAll(r => (Month: (string)r[0]!, Settled: Number(r[1]), Machine: Number(r[2])));
        if (rows.Count < 2)
        {
            return null;
        }

        // Misread dates far from all others must not stretch the axis: what lies outside of the middle 98 of 100 units is left to the table of the variable.
        var all = rows.Sum(r => r.Settled + r.Machine);
        var (low, high) = (At(rows, all, 0.01), At(rows, all, 0.99));
        var kept = rows.FindAll(r => string.CompareOrdinal(r.Month, low) >= 0 && string.CompareOrdinal(r.Month, high) <= 0);
        var (first, last) = (Index(low), Index(high));
        var inMonths = last - first < MostMonths;
        var byKey = kept.ToLookup(r => inMonths ? r.Month : r.Month[..4]);
        var keys = inMonths ? Enumerable.Range(first, last - first + 1).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m / 12:0000}-{(m % 12) + 1:00}"))
            : Enumerable.Range(first / 12, (last / 12) - (first / 12) + 1).Select(y => y.ToString("0000", CultureInfo.InvariantCulture));
        List<ChartBar> bars = [.. keys.Select(k => new ChartBar(k, false, byKey[k].Sum(r => r.Settled), byKey[k].Sum(r => r.Machine)))];
        return bars.Count < 2 ? null : new Chart(table, date, inMonths, bars);
    }

    private static string At(List<(string Month, long Settled, long Machine)> rows, long all, double part)
    {
        var sum = 0L;
        return rows.First(r => (sum += r.Settled + r.Machine) >= all * part).Month;
    }

    private static int Index(string month) => (int.Parse(month[..4], CultureInfo.InvariantCulture) * 12) + int.Parse(month[5..7], CultureInfo.InvariantCulture) - 1;

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
