using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>What a claim reads of one table.</summary>
internal sealed record TableReads(TableKind Kind)
{
    /// <summary>Variables, in the order of the codebook.</summary>
    public List<TableVariable> Variables { get; } = [];

    /// <summary>Those whose status is read.</summary>
    public HashSet<TableVariable> Statuses { get; } = [];

    /// <summary>True when file or document are read.</summary>
    public bool Own { get; set; }

    /// <summary>Adds what another claim reads.</summary>
    public void Add(TableReads other)
    {
        Variables.AddRange(other.Variables.Except(Variables).ToList());
        Variables.Sort((a, b) => Place(a).CompareTo(Place(b)));
        Statuses.UnionWith(other.Statuses);
        Own |= other.Own;
    }

    private int Place(TableVariable variable) => Kind.Variables.ToList().IndexOf(variable);
}

/// <summary>A claim's rows with what matters for reading them.</summary>
internal sealed record ClaimShape
{
    /// <summary>The rows.</summary>
    public required ClaimRows Rows { get; init; }

    /// <summary>The table whose units it returns.</summary>
    public required TableKind Kind { get; init; }

    /// <summary>True for one SELECT from one table without queries within: then each row can be judged by itself.</summary>
    public required bool IsFlat { get; init; }

    /// <summary>The condition of a flat claim.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>The amount of a flat claim.</summary>
    public SqlExpression? Amount { get; init; }

    /// <summary>What it reads, by table.</summary>
    public required IReadOnlyDictionary<TableKind, TableReads> Reads { get; init; }

    /// <summary>Name of the money column whose currency must be one; null when there is none.</summary>
    public string? CurrencyOf { get; init; }

    /// <summary>Currency of the amount, where its column has a fixed one.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// True when the condition is an AND of parts that read one variable each, and the amount reads one: then units that
    /// all fulfil it do so however they are merged.
    /// </summary>
    public bool IsSeparable { get; init; }

    /// <summary>The shape; null with problems when the claim returns the wrong columns for its measure.</summary>
    public static ClaimShape? Of(ClaimRows rows, Measure measure, SqlTree tree, List<Problem> problems)
    {
        var needsAmount = measure is Measure.Sum or Measure.Min or Measure.Max or Measure.First or Measure.Last;
        var place = tree.Place(-1);
        var unit = rows.Output.Where(o => Is(o.Name, "unit_id")).ToList();
        if (unit.Count != 1 || !unit[0].Origin.IsUnitId)
        {
            problems.Add(SqlProblems.NoUnit(place));
            return null;
        }

        var others = rows.Output.Where(o => !Is(o.Name, "unit_id")).ToList();
        if (others.Count > 1 || (others.Count == 1 && !Is(others[0].Name, "amount")))
        {
            problems.Add(SqlProblems.OtherItems(place));
            return null;
        }

        if (needsAmount && others.Count == 0)
        {
            problems.Add(SqlProblems.NoAmount(measure, place));
            return null;
        }

        var reads = new Dictionary<TableKind, TableReads>();
        Collect(rows, reads);
        var flat = rows is SelectRows { With.Count: 0, From: TableSource } s && !ClaimTree.HasRows(s.Where) ? s : null;
        var amounts = needsAmount ? Amounts(rows).ToList() : [];
        if (amounts.Select(a => WrongAmount(a, measure)).FirstOrDefault(w => w is not null) is { } wrong)
        {
            problems.Add(SqlProblems.WrongAmount(measure, wrong, place));
            return null;
        }

        var money = amounts.SelectMany(ClaimTree.Columns).Where(c => c.Origin is { Variable.Type: VariableType.Money, Part: ColumnPart.Value }).ToList();
        var fixedOnes = money.Select(c => c.Origin.Variable!.Currency).Distinct().ToList();
        if (fixedOnes.Count > 1 || (fixedOnes is [null] && money.Select(c => c.Origin.Variable).Distinct().Count() > 1))
        {
            problems.Add(SqlProblems.Currencies(money[0].Name));
            return null;
        }

        return new ClaimShape
        {
            Rows = rows,
            Kind = unit[0].Origin.Kind!,
            IsFlat = flat is not null,
            Where = flat?.Where,
            Amount = flat is null ? null : amounts.FirstOrDefault(),
            Reads = reads,
            Currency = fixedOnes is [{ } known] ? known : null,
            CurrencyOf = fixedOnes is [null] ? money[0].Origin.Name : null,
            IsSeparable = flat is not null && Conjuncts(flat.Where).Concat(amounts).All(part => Variables(part) <= 1),
        };
    }

    /// <summary>The amounts of a claim: one for each SELECT that it joins by UNION.</summary>
    public static IEnumerable<SqlExpression> Amounts(ClaimRows rows) => rows switch
    {
        SelectRows select => select.Items.Where(i => Is(i.Name, "amount")).Select(i => i.Value),
        CombinedRows combined => Amounts(combined.Left).Concat(Amounts(combined.Right)),
        _ => [],
    };

    /// <summary>Names of SQL know no letter case.</summary>
    internal static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    // Through WITH or a query in brackets, the companions of a date (its range) and of money (its currency) are out of sight.
    private static string? WrongAmount(SqlExpression amount, Measure measure)
    {
        if (ClaimTree.Columns(amount).Any(c => c.Origin is { IsDirect: false, Variable: { } v } && (v.IsDate || v.HasCurrency)))
        {
            return "a date or an amount of money that comes out of WITH or a query in brackets";
        }

        if (amount is not ColumnUse { Origin: { Variable: { } variable, Part: var part } origin })
        {
            return null;
        }

        var isDate = variable.IsDate && part is ColumnPart.Value or ColumnPart.From or ColumnPart.To;
        var isNumber = part == ColumnPart.Value && variable.Type is VariableType.Integer or VariableType.Number or VariableType.Money or VariableType.Duration;
        return (measure is Measure.First or Measure.Last ? isDate : isNumber) && !origin.IsList ? null : $"the column '{origin.Name}'";
    }

    private static IEnumerable<SqlExpression> Conjuncts(SqlExpression? where) => where switch
    {
        null => [],
        Logic { IsAnd: true } and => and.Parts.SelectMany(Conjuncts),
        _ => [where],
    };

    private static int Variables(SqlExpression part) =>
        ClaimTree.Columns(part).Where(c => !c.Origin.IsUnitId).Select(c => c.Origin.Variable?.Name ?? c.Origin.Name).Distinct().Count();

    private static void Collect(ClaimRows rows, Dictionary<TableKind, TableReads> reads)
    {
        foreach (var (_, _, named) in rows.With)
        {
            Collect(named, reads);
        }

        if (rows is CombinedRows combined)
        {
            Collect(combined.Left, reads);
            Collect(combined.Right, reads);
        }
        else if (rows is SelectRows select)
        {
            Collect(select.From, reads);
            foreach (var expression in select.Items.Select(i => i.Value).Append(select.Where))
            {
                Collect(expression, reads);
            }
        }
    }

    private static void Collect(ClaimSource? source, Dictionary<TableKind, TableReads> reads)
    {
        switch (source)
        {
            case TableSource table:
                reads.TryAdd(table.Kind, new TableReads(table.Kind));
                break;
            case RowsSource inner:
                Collect(inner.Rows, reads);
                break;
            case UnnestSource unnest:
                Collect(unnest.List, reads);
                break;
            case JoinSource join:
                Collect(join.Left, reads);
                Collect(join.Right, reads);
                Collect(join.On, reads);
                foreach (var kind in reads.Values)
                {
                    foreach (var column in join.Using)
                    {
                        Read(kind, column);
                    }
                }

                break;
        }
    }

    private static void Collect(SqlExpression? expression, Dictionary<TableKind, TableReads> reads)
    {
        switch (expression)
        {
            case null:
                return;
            case ColumnUse { Origin.Kind: { } kind } use:
                reads.TryAdd(kind, new TableReads(kind));
                Read(reads[kind], use.Origin.Name);
                return;
            case AmongRows among:
                Collect(among.Rows, reads);
                break;
            case AnyRow any:
                Collect(any.Rows, reads);
                break;
        }

        foreach (var part in ClaimTree.Parts(expression))
        {
            Collect(part, reads);
        }
    }

    private static void Read(TableReads reads, string column)
    {
        if (reads.Kind.Find(column) is { } found)
        {
            var one = new TableReads(reads.Kind);
            one.Variables.Add(found.Variable);
            if (found.Part == ColumnPart.Status)
            {
                one.Statuses.Add(found.Variable);
            }

            reads.Add(one);
        }
        else if (Is(column, "file") || Is(column, "document"))
        {
            reads.Own = true;
        }
    }
}
