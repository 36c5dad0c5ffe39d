namespace Plumbline.Claims.Sql;

/// <summary>
/// What one open merge adds to a figure's ends. Its units may turn out to be any number of units from one to all, each
/// with a mixture of its members' values.
/// </summary>
internal sealed class OpenMerge(IReadOnlyList<UnitCounts> units, MergedCounts? merged)
{
    private const int MaxExact = 500;

    private readonly bool agree = units.All(u => u.Key == units[0].Key);

    /// <summary>Counted at least once, however the merge is settled: all its units are confirmed, and no mixture of their values is otherwise.</summary>
    public bool IsSure => units.All(u => u.Confirmed) && agree;

    /// <summary>The same of the whole of a share.</summary>
    public bool IsSurelyWhole => units.All(u => u.WholeConfirmed) && agree;

    /// <summary>The same of the rest of the whole: surely in the whole, never in the part.</summary>
    public bool IsSurelyRest => IsSurelyWhole && !units.Any(u => u.Possible) && merged?.Possible != true;

    /// <summary>Most units that it can count as.</summary>
    public long Most => Units(u => u.Possible, merged?.Possible == true);

    /// <summary>Most units that it can count as in the whole of a share.</summary>
    public long MostOfWhole => Units(u => u.WholePossible, merged?.WholePossible == true);

    /// <summary>Smallest sum of a merge that is sure.</summary>
    public decimal LeastSum => IsSure ? units.Min(u => u.ConfirmedSum ?? 0) : 0;

    /// <summary>Largest amount that some unit of a sure merge keeps below, null when it may have none.</summary>
    public decimal? SureMin => IsSure && units.All(u => u.ConfirmedMin is not null) ? units.Max(u => u.ConfirmedMin) : null;

    /// <summary>Smallest amount that some unit of a sure merge keeps above, null when it may have none.</summary>
    public decimal? SureMax => IsSure && units.All(u => u.ConfirmedMax is not null) ? units.Min(u => u.ConfirmedMax) : null;

    /// <summary>Smallest possible amount.</summary>
    public decimal? PossibleMin => Smaller(units.Min(u => u.PossibleMin), merged?.Possible == true ? merged.PossibleMin : null);

    /// <summary>Largest possible amount.</summary>
    public decimal? PossibleMax => Larger(units.Max(u => u.PossibleMax), merged?.Possible == true ? merged.PossibleMax : null);

    /// <summary>
    /// Largest sum. Units that count by themselves give their own amounts; two or more merged give the largest amount M
    /// of any mixture. Tried: t of those that don't count merged with the smallest that do, the rest of them in pairs, and
    /// m pairs of those that count.
    /// </summary>
    public decimal MostSum
    {
        get
        {
            var own = units.Where(u => u.Possible).Select(u => u.PossibleSum ?? 0).Order().ToList();
            if (merged?.Possible != true)
            {
                return own.Sum();
            }

            var mixture = Math.Max(merged.PossibleMax ?? 0, own.Count > 0 ? own[^1] : 0);
            var others = units.Count - own.Count;
            if (units.Count > MaxExact)
            {
                return Most * mixture;
            }

            var (total, best) = (own.Sum(), 0m);
            for (var t = 0; t <= Math.Min(own.Count, others); t++)
            {
                for (var m = 0; t + (2 * m) <= own.Count; m++)
                {
                    var groups = t + m + ((others - t) / 2);
                    best = Math.Max(best, total - own.Take(t + (2 * m)).Sum() + (groups * mixture));
                }
            }

            return best;
        }
    }

    private long Units(Func<UnitCounts, bool> isIn, bool mixtureIsIn)
    {
        var own = units.Count(isIn);
        return own + (mixtureIsIn ? (units.Count - own) / 2 : 0);
    }

    private static decimal? Smaller(decimal? a, decimal? b) => a is null || b < a ? b ?? a : a;

    private static decimal? Larger(decimal? a, decimal? b) => a is null || b > a ? b ?? a : a;
}
