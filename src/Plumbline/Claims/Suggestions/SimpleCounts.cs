using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>Makes the counts, shares and amounts out of the cells of a kind.</summary>
internal static class SimpleCounts
{
    /// <summary>All of a kind, in a fixed order. Equal conditions are one object.</summary>
    public static IEnumerable<SimpleCount> Of(UnitKind kind, IReadOnlyList<CountedCell> cells)
    {
        var shared = new Dictionary<CountCondition, CountCondition>();
        CountCondition Shared(CountCondition condition) => shared.TryGetValue(condition, out var known) ? known : shared[condition] = condition;
        cells = [.. cells.Select(c => c with { Where = [.. c.Where.Select(Shared)] })];
        var units = cells.Where(c => c.Amount is null).ToDictionary(c => Key(c.Where), StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (cell.Amount is { } amount)
            {
                foreach (var count in Amounts(kind, cell, amount))
                {
                    yield return count;
                }

                continue;
            }

            yield return new SimpleCount { Kind = kind.Table, Where = cell.Where, Measure = SimpleMeasure.Count, Value = cell.Units, Settled = cell.Settled };
            foreach (var of in Wholes(cell.Where))
            {
                // What is all of its whole, or rests on a handful, is no share that anybody writes down.
                if (units.TryGetValue(Key(of), out var whole) && whole.Units > cell.Units && whole.Units >= 5)
                {
                    yield return new SimpleCount
                    {
                        Kind = kind.Table, Where = cell.Where, Of = of, Measure = SimpleMeasure.Share, Value = (double)cell.Units / whole.Units, Settled = whole.Settled == 0 ? 0 : (double)cell.Settled / whole.Settled,
                    };
                }
            }
        }
    }

    /// <summary>Unit of a variable's amounts; null for a plain number.</summary>
    public static string? Unit(Variable variable, IReadOnlyList<CountCondition> where) => variable.Type switch
    {
        VariableType.Money => variable.Currency ?? where.FirstOrDefault(w => w.Part == CountPart.Currency && w.Variable == variable.Name)?.Value,
        VariableType.Duration => "minutes",
        _ => variable.Name.Split('_')[^1] is "minutes" or "hours" or "days" or "weeks" ? variable.Name.Split('_')[^1] : null,
    };

    private static IEnumerable<SimpleCount> Amounts(UnitKind kind, CountedCell cell, string amount)
    {
        if (kind.Find(amount) is not { } variable || cell.Units == 0 || cell is not { Sum: { } sum, Max: { } max, Min: { } min })
        {
            yield break;
        }

        SimpleCount Of(SimpleMeasure measure, decimal value, decimal? settled) => new()
        {
            Kind = kind.Table, Where = cell.Where, Amount = amount, Measure = measure, Unit = Unit(variable, cell.Where), Value = (double)value, Settled = (double)(settled ?? 0),
        };
        if (min >= 0 && sum > 0)
        {
            yield return Of(SimpleMeasure.Sum, sum, cell.SettledSum);
        }

        if (cell.Units > 1)
        {
            yield return Of(SimpleMeasure.Mean, sum / cell.Units, cell.Settled > 0 ? cell.SettledSum / cell.Settled : null);
            yield return Of(SimpleMeasure.Min, min, cell.SettledMin);
            yield return Of(SimpleMeasure.Max, max, cell.SettledMax);
            yield return Of(SimpleMeasure.Range, min, cell.SettledMin) with { Largest = (double)max };
        }
    }

    private static IEnumerable<IReadOnlyList<CountCondition>> Wholes(IReadOnlyList<CountCondition> where) => where.Count switch
    {
        0 => [],
        1 => [[]],
        _ => [[], [where[0]], [where[1]]],
    };

    private static string Key(IReadOnlyList<CountCondition> where) =>
        string.Join('\u001e', where.Select(w => $"{w.Variable}\u001f{(int)w.Part}\u001f{w.Value}").Order(StringComparer.Ordinal));
}
