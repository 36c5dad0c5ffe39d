namespace Plumbline.Claims.Next;

/// <summary>Claims as they would be read if some units were settled. Nothing is asked of the tables.</summary>
internal sealed class WhatIf(IReadOnlyDictionary<ClaimQuery, (ClaimReading Reading, OpenUnits Open)> known, IReadOnlyCollection<SettledUnit> settled) : IClaimReader
{
    private readonly ILookup<ClaimQuery, SettledUnit> settled = settled.ToLookup(s => s.Query);

    public ClaimReading Read(ClaimQuery claim)
    {
        var (reading, open) = known[claim];
        var own = settled[claim].ToList();
        if (own.Count == 0)
        {
            return reading;
        }

        var unread = Math.Max(0, reading.Unread - own.Count(s => s.State == OpenState.Unread));
        var (confirmed, rows) = (reading.Confirmed + own.LongCount(AddsConfirmed), reading.Rows - own.LongCount(s => !s.IsIn && s.State == OpenState.Possible) + own.LongCount(s => s.IsIn && s.State == OpenState.Unread));
        var (low, high) = claim.Measure switch
        {
            Measure.Count => (Value(Math.Min(Low(reading) + (confirmed - reading.Confirmed), High(reading) + (rows - reading.Rows))), Value(High(reading) + (rows - reading.Rows))),
            Measure.Exists => (Value(confirmed > 0 ? 1 : 0), Value(rows > 0 ? 1 : 0)),
            Measure.Sum => Sum(reading, own),
            Measure.Share => Share(open, own, confirmed, rows),
            _ => Extreme(claim.Measure, reading, open, own),
        };
        return reading with { Low = low, High = high, Unread = unread, Confirmed = confirmed, Rows = rows };
    }

    public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
    {
        total = 0;
        return [];
    }

    public void Dispose()
    {
    }

    private static bool AddsConfirmed(SettledUnit s) => s.IsIn && s.State is OpenState.Possible or OpenState.Unread && s.Unit?.IsConfirmed != true && s.IsIn;

    private static decimal Low(ClaimReading reading) => reading.Low?.Number ?? 0;

    private static decimal High(ClaimReading reading) => reading.High?.Number ?? 0;

    private static ClaimValue? Value(decimal number) => new(number);

    private static (ClaimValue?, ClaimValue?) Sum(ClaimReading reading, List<SettledUnit> own)
    {
        var (low, high) = (Low(reading), High(reading));
        foreach (var s in own.Where(s => s.Unit is not null))
        {
            var most = s.Unit!.Most ?? 0;
            low += s.IsIn ? most - (s.Unit.Settled ?? 0) : -(s.Unit.Settled ?? 0);
            high -= s.IsIn ? 0 : most;
        }

        return (Value(Math.Min(low, high)), Value(high));
    }

    private static (ClaimValue?, ClaimValue?) Share(OpenUnits open, List<SettledUnit> own, long confirmed, long rows)
    {
        var rest = open.SurelyRest + own.LongCount(s => s.State == OpenState.Whole || (!s.IsIn && (s.State == OpenState.Possible || s.Unit is { IsWhole: true, IsWholeConfirmed: false })));
        return open.WholePossible == 0 ? (null, null) : (Value((decimal)confirmed / open.WholePossible), Value(rows + rest == 0 ? 0 : (decimal)rows / (rows + rest)));
    }

    /// <summary>The smallest amount lies between the smallest possible and the smallest settled one; the largest likewise.</summary>
    private static (ClaimValue?, ClaimValue?) Extreme(Measure measure, ClaimReading reading, OpenUnits open, List<SettledUnit> own)
    {
        var isLeast = measure is Measure.Min or Measure.First;
        decimal? Number(ClaimValue? value) => value?.Number ?? (value?.Day is { } day ? day.DayNumber - new DateOnly(1970, 1, 1).DayNumber : null);
        decimal? End(IEnumerable<decimal?> all) => isLeast ? all.Min() : all.Max();
        decimal? Outer(OpenUnit unit) => isLeast ? unit.Least : unit.Most;
        decimal? Inner(OpenUnit unit) => isLeast ? unit.Most : unit.Least;
        var gone = own.Where(s => !s.IsIn && s.Unit is not null).Select(s => s.Unit!.UnitId).ToHashSet(StringComparer.Ordinal);
        var settledEnd = End([Number(isLeast ? reading.High : reading.Low), .. own.Where(s => s is { IsIn: true, Unit: not null }).Select(s => Inner(s.Unit!))]);
        var possible = open.Units.Where(u => u.State == OpenState.Possible).ToList();
        var beyond = open.Total(OpenState.Possible) > possible.Count && possible.Count > 0 ? Outer(possible[^1]) : null;
        var possibleEnd = End([settledEnd, beyond, .. possible.Where(u => !gone.Contains(u.UnitId)).Select(Outer)]);
        ClaimValue? Shown(decimal? amount) => amount is not { } value ? null
            : measure is Measure.First or Measure.Last ? new ClaimValue(null, new DateOnly(1970, 1, 1).AddDays((int)value)) : new ClaimValue(value);
        return isLeast ? (Shown(possibleEnd), Shown(settledEnd)) : (Shown(settledEnd), Shown(possibleEnd));
    }
}
