namespace Plumbline.Claims.Suggestions;

/// <summary>What a simple count takes from its units.</summary>
internal enum SimpleMeasure
{
    Count,
    Share,
    Sum,
    Mean,
    Min,
    Max,
    Range,
}

/// <summary>A count that is searched: units of a kind under no more than two conditions, or an amount of them.</summary>
internal sealed record SimpleCount
{
    /// <summary>Table of the units.</summary>
    public required string Kind { get; init; }

    /// <summary>None, one or two conditions.</summary>
    public required IReadOnlyList<CountCondition> Where { get; init; }

    /// <summary>What is taken.</summary>
    public required SimpleMeasure Measure { get; init; }

    /// <summary>The variable whose amounts are taken.</summary>
    public string? Amount { get; init; }

    /// <summary>Conditions of the whole, for a share.</summary>
    public IReadOnlyList<CountCondition> Of { get; init; } = [];

    /// <summary>Currency, <c>minutes</c>, <c>hours</c>, <c>days</c> or <c>weeks</c>; null for a plain number.</summary>
    public string? Unit { get; init; }

    /// <summary>Over the standing values: what <c>plumb query</c> would give. A share is 0 to 1.</summary>
    public required double Value { get; init; }

    /// <summary>Over the settled values alone.</summary>
    public required double Settled { get; init; }

    /// <summary>For a range: the largest amount.</summary>
    public double? Largest { get; init; }

    /// <summary>Its SELECT as a claim has it.</summary>
    public string Sql => Select(Where, Amount);

    /// <summary>The SELECT of the whole of a share.</summary>
    public string OfSql => Select(Of, null);

    /// <summary>Both ways to write it: conditions stand in either order.</summary>
    public IEnumerable<string> Forms => Where.Count < 2 ? [Sql] : [Sql, Select([.. Where.Reverse()], Amount)];

    /// <summary>What is counted, for people: <c>rulings: outcome = fine, decided_on in 2019</c>. Holds values of the tables: hostile text.</summary>
    public string InWords
    {
        get
        {
            var conditions = string.Join(", ", Where.Select(Said));
            var of = Of.Count == 0 ? "" : $", of those with {string.Join(", ", Of.Select(Said))}";
            var units = Where.Count == 0 ? Kind : $"{Kind}: {conditions}";
            return Measure switch
            {
                SimpleMeasure.Count => units,
                SimpleMeasure.Share => $"share of {units}{of}",
                SimpleMeasure.Sum => $"sum of {Amount} of {units}",
                SimpleMeasure.Mean => $"mean of {Amount} of {units}",
                SimpleMeasure.Min => $"smallest {Amount} of {units}",
                SimpleMeasure.Max => $"largest {Amount} of {units}",
                _ => $"smallest to largest {Amount} of {units}",
            };
        }
    }

    /// <summary>The SELECT of the units that have an amount.</summary>
    public string SelectWithAmount => $"SELECT unit_id FROM {Kind} WHERE {string.Join(" AND ", Where.Select(c => c.Sql).Append($"{Amount} IS NOT NULL"))}";

    private static string Said(CountCondition condition) => condition.Part switch
    {
        CountPart.Contains => $"{condition.Variable} has {condition.Value}",
        CountPart.Year or CountPart.Month => $"{condition.Variable} in {condition.Value}",
        CountPart.Currency => $"in {condition.Value}",
        _ => $"{condition.Variable} = {condition.Value}",
    };

    private string Select(IReadOnlyList<CountCondition> where, string? amount) =>
        $"SELECT unit_id{(amount is null ? "" : $", {amount} AS amount")} FROM {Kind}{(where.Count == 0 ? "" : " WHERE " + string.Join(" AND ", where.Select(c => c.Sql)))}";
}
