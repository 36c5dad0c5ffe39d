using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Plumbline.Evidence;

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
        var sql = new StringBuilder(
            "CREATE SCHEMA store; CREATE SCHEMA confirmed; CREATE SCHEMA possible;"
            + "CREATE TABLE store.maybe_same(kind VARCHAR, unit_id VARCHAR, group_id VARCHAR);"
            + "CREATE TABLE store.members(kind VARCHAR, unit_id VARCHAR, member VARCHAR, document VARCHAR, place VARCHAR, file VARCHAR, rank BIGINT);"
            + "CREATE TABLE store.variables(kind VARCHAR, position INTEGER, name VARCHAR, type VARCHAR, multiple BOOLEAN, currency VARCHAR, silence VARCHAR, identity BOOLEAN, definition VARCHAR, label VARCHAR);");
        foreach (var kind in kinds)
        {
            Write(sql, kind);
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

    private static void Write(StringBuilder sql, SmallKind kind)
    {
        var name = kind.Kind.Table;
        var columns = new List<string> { "unit_id VARCHAR", "file VARCHAR", "document VARCHAR" };
        var shown = new List<string> { "unit_id", "file", "document" };
        var settled = new List<string> { "unit_id", "file", "document" };
        foreach (var (variable, position) in kind.Kind.Variables.Select((v, i) => (v, i)))
        {
            var x = variable.Name;
            List<(string Column, string Type)> own = [(x, TypeOf(variable))];
            if (IsDate(variable))
            {
                own.AddRange([(x + "_from", "DATE"), (x + "_to", "DATE")]);
            }

            if (HasCurrency(variable))
            {
                own.Add((x + "_currency", "VARCHAR"));
            }

            own.Add((x + "_status", "ENUM('not-coded', 'stated', 'not-stated', 'unclear', 'not-applicable', 'disputed')"));
            columns.AddRange(own.Select(c => $"{c.Column} {c.Type}").Append($"{x}_settled BOOLEAN"));
            shown.AddRange(own.Select(c => c.Column));
            settled.AddRange(own.Select(c => $"CASE WHEN {x}_settled THEN {c.Column} END AS {c.Column}"));
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.variables VALUES ('{name}', {position}, '{x}', '{variable.Type.Word()}', {variable.Multiple}, {Text(variable.Currency)}, NULL, FALSE, '', '');");
        }

        sql.Append(CultureInfo.InvariantCulture, $"CREATE TABLE store.{name}({string.Join(", ", columns)});");
        sql.Append(CultureInfo.InvariantCulture, $"CREATE TABLE store.{name}_alternatives(unit_id VARCHAR, variable VARCHAR, value VARCHAR);");
        sql.Append(CultureInfo.InvariantCulture, $"CREATE TABLE main.{name}_codings(unit_id VARCHAR, variable VARCHAR, status VARCHAR, value VARCHAR, candidates VARCHAR[], coder_kind VARCHAR, coder VARCHAR, coder_version VARCHAR, definition VARCHAR, certain BOOLEAN, member VARCHAR, document VARCHAR, place VARCHAR, start BIGINT, \"end\" BIGINT, quote VARCHAR, prefix VARCHAR, suffix VARCHAR, page INTEGER, section VARCHAR, row BIGINT, line BIGINT, \"column\" VARCHAR, cell VARCHAR, searched VARCHAR[], sections VARCHAR[], evidence VARCHAR);");
        foreach (var variable in kind.Kind.Variables)
        {
            sql.Append(CultureInfo.InvariantCulture, $"CREATE VIEW store.\"{name}.{variable.Name}.shown\" AS SELECT * FROM main.{name}_codings WHERE variable = '{variable.Name}';");
        }

        sql.Append(CultureInfo.InvariantCulture, $"CREATE VIEW main.{name} AS SELECT {string.Join(", ", shown)} FROM store.{name};");
        sql.Append(CultureInfo.InvariantCulture, $"CREATE VIEW possible.{name} AS SELECT {string.Join(", ", shown)} FROM store.{name};");
        sql.Append(CultureInfo.InvariantCulture, $"CREATE VIEW confirmed.{name} AS SELECT {string.Join(", ", settled)} FROM store.{name};");
        foreach (var unit in kind.Units)
        {
            var row = new List<string> { Text(unit.Id), Text(unit.Id + ".txt"), Text(new string('a', 64)) };
            foreach (var variable in kind.Kind.Variables)
            {
                var known = unit[variable.Name];
                row.AddRange(Cells(variable, known.Values.Length == 1 ? known.Values[0] : null));
                row.Add(Text(known.Status.Word()));
                row.Add(known.IsSettled ? "TRUE" : "FALSE");
                foreach (var value in known.Values.SelectMany(v => variable.Multiple ? v.Split('|', StringSplitOptions.RemoveEmptyEntries) : [v]).Distinct())
                {
                    if (known.Values.Length > 1)
                    {
                        sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.{name}_alternatives VALUES ({Text(unit.Id)}, '{variable.Name}', {Text(value)});");
                    }

                    sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO main.{name}_codings(unit_id, variable, status, value, coder_kind, coder, certain, quote, prefix, suffix, page, searched, evidence) VALUES ({Text(unit.Id)}, '{variable.Name}', 'stated', {Text(value)}, '{(known.IsSettled ? "person" : "rule")}', 'c', TRUE, {Text("quote of " + value)}, 'before', 'after', 1, ['q'], 'text');");
                }
            }

            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.{name} VALUES ({string.Join(", ", row)});");
            if (unit.Merge > 0)
            {
                sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO store.maybe_same VALUES ('{name}', {Text(unit.Id)}, 'g{unit.Merge}');");
            }
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

    private static string TypeOf(Variable variable) => variable.Type switch
    {
        VariableType.Category when !variable.Multiple => $"ENUM({string.Join(", ", variable.Values.Select(v => Text(v.Key)))})",
        VariableType.YesNo => "ENUM('no', 'yes')",
        VariableType.Integer or VariableType.Duration => "BIGINT",
        VariableType.Number => "DOUBLE",
        VariableType.Money => "DECIMAL(18,2)",
        VariableType.Date => "DATE",
        _ => "VARCHAR",
    } + (variable.Multiple ? "[]" : "");

    private static string Text(string? text) => text is null ? "NULL" : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
