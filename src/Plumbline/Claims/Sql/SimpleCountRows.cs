using System.Data.Common;
using System.Globalization;
using Plumbline.Claims.Suggestions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// All simple counts of one kind, in as many statements as it has variables: units by each value of each categorical variable, year, month and
/// frequent text, by each two of them, and the amounts of each. Grouping by two columns of a columnar file costs a few milliseconds for
/// 100,000 units, so what is read is bounded by the number of pairs, not by what they find.
/// </summary>
internal sealed class SimpleCountRows(DbConnection connection, TableKind kind, IReadOnlySet<string> allowed)
{
    /// <summary>Fewest units that share a text for it to be counted by: a text that few have may be a name.</summary>
    public const int Fewest = 5;

    /// <summary>Most values of a text, the most frequent ones.</summary>
    private const int MostTexts = 60;

    /// <summary>Most cells of one pair, and of a kind.</summary>
    private const int MostOfPair = 5000, Most = 60_000;

    private readonly string table = "store." + SqlText.Name(kind.Name);

    /// <summary>Counts.</summary>
    public IReadOnlyList<CountedCell> Read()
    {
        var total = Long(TablesSchema.Rows(connection, $"SELECT count(*) FROM {table}")[0][0]);
        var cells = new List<CountedCell> { new() { Units = total, Settled = total } };
        var variables = kind.Variables.Where(v => allowed.Contains(v.Name)).ToList();
        var axes = variables.SelectMany(Axes).ToList();
        var values = new Dictionary<Axis, HashSet<string>>();
        foreach (var axis in axes)
        {
            var found = Singles(axis).ToList();
            values[axis] = found.ConvertAll(c => c.Where[0].Value).ToHashSet(StringComparer.Ordinal);
            cells.AddRange(found);
        }

        // Months and currencies stand alone: with a second value they are too many to mean anything.
        var paired = axes.Where(a => values[a].Count > 0 && a.Part is not (CountPart.Month or CountPart.Currency)).ToList();
        for (var i = 0; i < paired.Count && cells.Count < Most; i++)
        {
            cells.AddRange(Pairs(paired[i], [.. paired.Skip(i + 1).Where(o => o.Variable.Name != paired[i].Variable.Name)], values));
        }

        foreach (var amount in variables.Where(v => !v.Multiple && v.Type is VariableType.Money or VariableType.Integer or VariableType.Number or VariableType.Duration))
        {
            cells.AddRange(Amounts(amount, [.. axes.Where(a => values[a].Count > 0 && (a.Part == CountPart.Currency ? a.Variable == amount : !amount.HasCurrency))], values));
        }

        return cells;
    }

    private static IEnumerable<Axis> Axes(TableVariable variable)
    {
        if (variable.IsDate)
        {
            var (from, to) = ("t." + SqlText.Name(variable.Name + "_from"), "t." + SqlText.Name(variable.Name + "_to"));
            yield return new Axis(variable, CountPart.Year, $"CASE WHEN year({from}) = year({to}) THEN CAST(year({from}) AS VARCHAR) END", false);
            yield return new Axis(variable, CountPart.Month, $"CASE WHEN date_trunc('month', {from}) = date_trunc('month', {to}) THEN strftime({from}, '%Y-%m') END", false);
        }
        else if (variable.HasCurrency)
        {
            yield return new Axis(variable, CountPart.Currency, "t." + SqlText.Name(variable.Name + "_currency"), true);
        }
        else if (variable.Multiple)
        {
            if (variable.Type is VariableType.Category or VariableType.YesNo or VariableType.Text or VariableType.Entity)
            {
                yield return new Axis(variable, CountPart.Contains, "", variable.Type is VariableType.Text or VariableType.Entity);
            }
        }
        else if (variable.Keys is not null || variable.Type is VariableType.Text or VariableType.Entity)
        {
            yield return new Axis(variable, CountPart.Value, "t." + SqlText.Name(variable.Name), variable.Keys is null);
        }
    }

    private IEnumerable<CountedCell> Singles(Axis axis)
    {
        var (from, value) = From(axis);
        return TablesSchema.Rows(connection,
            $"SELECT CAST({value} AS VARCHAR) AS v, count(*) AS n, count(*) FILTER (WHERE {axis.Settled}) FROM {from} WHERE {value} IS NOT NULL GROUP BY v"
            + (axis.IsText ? $" HAVING n >= {Fewest} ORDER BY n DESC, v LIMIT {MostTexts}" : " ORDER BY v"))
            .Select(r => new CountedCell { Where = [axis.Condition((string)r[0]!)], Units = Long(r[1]), Settled = Long(r[2]) });
    }

    private IEnumerable<CountedCell> Pairs(Axis first, IReadOnlyList<Axis> others, Dictionary<Axis, HashSet<string>> values)
    {
        if (others.Count == 0)
        {
            yield break;
        }

        var parts = others.Select((other, i) =>
        {
            var (from, a, b) = From(first, other);
            return $"(SELECT {i.ToString(CultureInfo.InvariantCulture)} AS i, CAST({a} AS VARCHAR) AS v, CAST({b} AS VARCHAR) AS w, count(*) AS n, count(*) FILTER (WHERE {first.Settled} AND {other.Settled}) AS s "
                   + $"FROM {from} WHERE {a} IS NOT NULL AND {b} IS NOT NULL GROUP BY v, w{(first.IsText || other.IsText ? $" HAVING n >= {Fewest}" : "")} ORDER BY n DESC, v, w LIMIT {MostOfPair})";
        });
        foreach (var row in TablesSchema.Rows(connection, string.Join(" UNION ALL ", parts)))
        {
            var other = others[(int)Long(row[0])];
            if (values[first].Contains((string)row[1]!) && values[other].Contains((string)row[2]!))
            {
                yield return new CountedCell { Where = [first.Condition((string)row[1]!), other.Condition((string)row[2]!)], Units = Long(row[3]), Settled = Long(row[4]) };
            }
        }
    }

    private IEnumerable<CountedCell> Amounts(TableVariable amount, IReadOnlyList<Axis> axes, Dictionary<Axis, HashSet<string>> values)
    {
        var (column, own) = ("t." + SqlText.Name(amount.Name), "t." + SqlText.Name(amount.Name + "_settled"));
        string Of(string measure, string? settled) => $"TRY_CAST({measure}({column}){(settled is null ? "" : $" FILTER (WHERE {settled})")} AS DECIMAL(38,2))";
        string Columns(string settled) => $"count(*), count(*) FILTER (WHERE {settled}), {Of("sum", null)}, {Of("sum", settled)}, {Of("max", null)}, {Of("max", settled)}, {Of("min", null)}, {Of("min", settled)}";
        var parts = axes.Select((axis, i) =>
        {
            var (from, value) = From(axis);
            return $"SELECT {i.ToString(CultureInfo.InvariantCulture)}, CAST({value} AS VARCHAR) AS v, {Columns($"{own} AND {axis.Settled}")} FROM {from} WHERE {column} IS NOT NULL AND {value} IS NOT NULL GROUP BY v";
        });
        if (!amount.HasCurrency)
        {
            parts = parts.Prepend($"SELECT -1, NULL, {Columns(own)} FROM {table} t WHERE {column} IS NOT NULL");
        }

        foreach (var row in TablesSchema.Rows(connection, string.Join(" UNION ALL ", parts)).Where(r => Long(r[2]) > 0))
        {
            var axis = Long(row[0]) < 0 ? null : axes[(int)Long(row[0])];
            if (axis is null || values[axis].Contains((string)row[1]!))
            {
                yield return new CountedCell
                {
                    Where = axis is null ? [] : [axis.Condition((string)row[1]!)], Amount = amount.Name, Units = Long(row[2]), Settled = Long(row[3]), Sum = Number(row[4]), SettledSum = Number(row[5]),
                    Max = Number(row[6]), SettledMax = Number(row[7]), Min = Number(row[8]), SettledMin = Number(row[9]),
                };
            }
        }
    }

    private (string From, string Value) From(Axis axis) => axis.Part == CountPart.Contains
        ? ($"{table} t, unnest(list_distinct(t.{SqlText.Name(axis.Variable.Name)})) AS a(one)", "a.one") : ($"{table} t", axis.Column);

    private (string From, string First, string Second) From(Axis first, Axis second)
    {
        var (from, a) = From(first);
        return second.Part == CountPart.Contains ? ($"{from}, unnest(list_distinct(t.{SqlText.Name(second.Variable.Name)})) AS b(one)", a, "b.one") : (from, a, second.Column);
    }

    private static long Long(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    /// <summary>What units are grouped by.</summary>
    private sealed record Axis(TableVariable Variable, CountPart Part, string Column, bool IsText)
    {
        public string Settled => "t." + SqlText.Name(Variable.Name + "_settled");

        public CountCondition Condition(string value) => new(Variable.Name, Part, value);
    }
}
