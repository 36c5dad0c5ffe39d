using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Tests.Claims.Sql;

/// <summary>What is known of one variable of one unit: values it may have, and whether people settled it.</summary>
internal sealed record Known(bool IsSettled, params string[] Values)
{
    /// <summary>The status in force, as a build would give it.</summary>
    public Status Status => Values.Length switch { 0 => IsSettled ? Status.NotStated : Status.NotCoded, 1 => Status.Stated, _ => Status.Disputed };
}

/// <summary>A unit of a small table: values in their canonical text, lists joined by '|'.</summary>
internal sealed record SmallUnit(string Id, Dictionary<string, Known> Values, int Merge = 0)
{
    public Known this[string variable] => Values.GetValueOrDefault(variable) ?? new Known(false);
}

/// <summary>A kind of units with its units.</summary>
internal sealed record SmallKind(UnitKind Kind, IReadOnlyList<SmallUnit> Units);

/// <summary>Makes the tables that a build makes, from a model small enough to settle in every way.</summary>
internal static class SmallTables
{
    public static void Write(DuckDBConnection connection, params IReadOnlyList<SmallKind> kinds)
    {
        var sql = new StringBuilder(TableSchema.Common);
        sql.Append("INSERT INTO store.coders VALUES (0, 'rule', 'c', '', ''), (1, 'person', 'c', '', ''); INSERT INTO store.searches VALUES (0, ['q'], [], TRUE);");
        var members = 0;
        foreach (var kind in kinds)
        {
            Write(sql, kind, ref members);
        }

        using var command = connection.CreateCommand();
        command.CommandText = sql.ToString();
        command.ExecuteNonQuery();
    }

    public static void WriteFile(string path, params IReadOnlyList<SmallKind> kinds)
    {
        using var connection = new DuckDBConnection($"Data Source={path}");
        connection.Open();
        Write(connection, kinds);
    }

    private static void Write(StringBuilder sql, SmallKind kind, ref int members)
    {
        var name = kind.Kind.Table;
        sql.Append(TableSchema.Of(kind.Kind));
        foreach (var (variable, position) in kind.Kind.Variables.Select((v, i) => (v, i)))
        {
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.variables VALUES ('{name}', {position}, '{variable.Name}', '{variable.Type.Word()}', {variable.Multiple}, {Text(variable.Currency)}, NULL, FALSE, '', '');");
        }

        foreach (var unit in kind.Units)
        {
            var row = new List<string> { Text(unit.Id), Text(unit.Id + ".txt"), Text(new string('a', 64)), unit.Merge > 0 ? $"'g{unit.Merge}'" : "NULL" };
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.members(ordinal, kind, unit_id, member, document) VALUES ({members}, '{name}', {Text(unit.Id)}, {Text(unit.Id)}, {Text(new string('a', 64))});");
            foreach (var variable in kind.Kind.Variables)
            {
                var known = unit[variable.Name];
                row.AddRange(Cells(variable, known.Values.Length == 1 ? known.Values[0] : null));
                row.Add(Text(known.Status.Word()));
                row.Add(known.IsSettled ? "TRUE" : "FALSE");
                row.Add(known.Values.Length > 1 ? "TRUE" : "FALSE");
                foreach (var value in known.Values.SelectMany(v => variable.Multiple ? v.Split('|', StringSplitOptions.RemoveEmptyEntries) : [v]).Distinct())
                {
                    if (known.Values.Length > 1)
                    {
                        sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.{name}_alternatives VALUES ({Text(unit.Id)}, '{variable.Name}', {Text(value)});");
                    }

                    sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.\"{name}.{variable.Name}\"(member, status, value, coder, certain, evidence, quote, prefix, suffix, page, search) VALUES ({members}, 'stated', {Text(value)}, {(known.IsSettled ? 1 : 0)}, TRUE, 'text', {Text("quote of " + value)}, 'before', 'after', 1, 0);");
                }
            }

            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.{name} VALUES ({string.Join(", ", row)});");
            if (unit.Merge > 0)
            {
                sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.maybe_same VALUES ('{name}', {Text(unit.Id)}, 'g{unit.Merge}');");
            }

            members++;
        }
    }

    private static IEnumerable<string> Cells(Variable variable, string? value)
    {
        if (variable.Multiple)
        {
            yield return value is null ? "NULL" : "[" + string.Join(", ", value.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Text)) + "]";
        }
        else if (IsDate(variable))
        {
            var date = value is not null && CivilDate.TryParse(value, out var read) ? read : (CivilDate?)null;
            string Day(DateOnly day) => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
            yield return date is { IsDay: true } day ? Day(day.From) : "NULL";
            yield return date is { } from ? Day(from.From) : "NULL";
            yield return date is { } to ? Day(to.To) : "NULL";
        }
        else if (variable.Type == VariableType.Money)
        {
            yield return value?.Split(' ')[0] ?? "NULL";
            if (HasCurrency(variable))
            {
                yield return Text(value?.Split(' ')[1]);
            }
        }
        else if (variable.Type == VariableType.Duration)
        {
            yield return value is not null && TimeLength.TryParse(value, out var length) ? length.TotalMinutes.ToString(CultureInfo.InvariantCulture) : "NULL";
        }
        else
        {
            yield return variable.Type is VariableType.Integer or VariableType.Number ? value ?? "NULL" : Text(value);
        }
    }

    private static bool IsDate(Variable variable) => variable is { Type: VariableType.Date, Multiple: false };

    private static bool HasCurrency(Variable variable) => variable is { Type: VariableType.Money, Multiple: false, Currency: null };

    private static string Text(string? text) => text is null ? "NULL" : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
