namespace Plumbline.Claims.Sql;

/// <summary>
/// From counts to the ends of a figure (DESIGN, "Confirmed and possible"). An end is null where the figure may not exist
/// at all: the smallest of no units.
/// </summary>
internal static class ClaimEnds
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>The ends of a measure.</summary>
    public static (ClaimValue? Low, ClaimValue? High) Of(Measure measure, IReadOnlyList<UnitCounts> units, IReadOnlyDictionary<string, MergedCounts> merged)
    {
        var alone = units.Where(u => u.Group is null).ToList();
        var merges = units.Where(u => u.Group is not null).GroupBy(u => u.Group!, StringComparer.Ordinal)
            .Select(g => new OpenMerge(g.ToList(), merged.GetValueOrDefault(g.Key))).ToList();
        var low = alone.Where(u => u.Confirmed).Sum(u => u.Count) + merges.Count(m => m.IsSure);
        var high = alone.Where(u => u.Possible).Sum(u => u.Count) + merges.Sum(m => m.Most);
        switch (measure)
        {
            case Measure.Count:
                return (new ClaimValue(low), new ClaimValue(high));
            case Measure.Exists:
                return (new ClaimValue(low > 0 ? 1 : 0), new ClaimValue(high > 0 ? 1 : 0));
            case Measure.Sum:
                return (new ClaimValue(alone.Sum(u => u.ConfirmedSum ?? 0) + merges.Sum(m => m.LeastSum)),
                    new ClaimValue(alone.Sum(u => u.PossibleSum ?? 0) + merges.Sum(m => m.MostSum)));
            case Measure.Share:
                var mostWhole = alone.Where(u => u.WholePossible).Sum(u => u.Count) + merges.Sum(m => m.MostOfWhole);
                var rest = alone.Where(u => u.WholeConfirmed && !u.Possible).Sum(u => u.Count) + merges.Count(m => m.IsSurelyRest);
                return mostWhole == 0 ? (null, null)
                    : (new ClaimValue((decimal)low / mostWhole), new ClaimValue(high + rest == 0 ? 0 : (decimal)high / (high + rest)));
            case Measure.Min or Measure.First:
                return (Value(measure, Least(alone.Select(u => u.PossibleMin).Concat(merges.Select(m => m.PossibleMin)))),
                    Value(measure, Least(alone.Select(u => u.ConfirmedMin).Concat(merges.Select(m => m.SureMin)))));
            default:
                return (Value(measure, Largest(alone.Select(u => u.ConfirmedMax).Concat(merges.Select(m => m.SureMax)))),
                    Value(measure, Largest(alone.Select(u => u.PossibleMax).Concat(merges.Select(m => m.PossibleMax)))));
        }
    }

    /// <summary>An amount as the measure shows it: a number, or the day that many days after 1970-01-01.</summary>
    public static ClaimValue? Value(Measure measure, decimal? amount) => amount is not { } value ? null
        : measure is Measure.First or Measure.Last ? new ClaimValue(null, Epoch.AddDays((int)value)) : new ClaimValue(value);

    private static decimal? Least(IEnumerable<decimal?> values) => values.Min();

    private static decimal? Largest(IEnumerable<decimal?> values) => values.Max();
}
