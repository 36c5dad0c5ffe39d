using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>A claim as it was read: ends, unread, and what reading more could do to it.</summary>
internal sealed record MeasuredClaim
{
    public Interval Value { get; init; }

    /// <summary>True when the ends are days (<see cref="DateOnly.DayNumber"/>).</summary>
    public bool IsDay { get; init; }

    /// <summary>True for 0 to 1: shares and quotients, which a draft gives in percent.</summary>
    public bool IsPart { get; init; }

    public long Unread { get; init; }

    public bool CanRise { get; init; }

    public bool CanFall { get; init; }

    /// <summary>Units of the confirmed and of the possible reading; null for expressions and quotes.</summary>
    public long? Confirmed { get; init; }

    public long? Rows { get; init; }

    public string? Currency { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<string> Reads { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Fault { get; init; }

    /// <summary>For a range: the largest amount; <see cref="Value"/> is the smallest.</summary>
    public MeasuredClaim? Largest { get; init; }

    /// <summary>For a quote: where it stands and its figures.</summary>
    public DocumentId? Document { get; init; }

    public TextSpan? QuotedAt { get; init; }

    public IReadOnlyList<Figure> Published { get; init; } = [];

    public static MeasuredClaim Wrong(string fault, IReadOnlyList<Problem>? problems = null) => new() { Fault = fault, Problems = problems ?? [] };
}

/// <summary>Reads each claim once, expressions through those they name.</summary>
internal sealed class MeasuredClaims(ClaimsFile file, IClaimReader reader, IQuotedDocuments quotes, CheckOptions options)
{
    private readonly Dictionary<string, MeasuredClaim> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<EvidenceRow>> evidence = new(StringComparer.Ordinal);

    /// <summary>All that were read so far, in the order of reading.</summary>
    public IEnumerable<MeasuredClaim> All => read.Values;

    public MeasuredClaim this[Claim claim]
    {
        get
        {
            if (!read.TryGetValue(claim.Id, out var measured))
            {
                read[claim.Id] = measured = claim.Query is not null ? FromSql(claim) : claim.Quote is not null ? FromQuote(claim) : FromExpression(claim);
            }

            return measured;
        }
    }

    /// <summary>The first rows behind a claim, read once however often it is linked; none for expressions and quotes.</summary>
    public IReadOnlyList<EvidenceRow> Evidence(Claim claim)
    {
        if (claim.Query is null || options.EvidenceRows <= 0)
        {
            return [];
        }

        if (!evidence.TryGetValue(claim.Id, out var rows))
        {
            evidence[claim.Id] = rows = reader.Evidence(claim.Query, options.EvidenceRows, out _);
        }

        return rows;
    }

    private MeasuredClaim FromSql(Claim claim)
    {
        var measured = Read(claim.Query!);
        return claim.Largest is null || measured.Fault is not null ? measured
            : Read(claim.Largest) is { Fault: null } largest ? measured with { Largest = largest }
            : measured with { Fault = "its largest amount can't be read" };
    }

    private MeasuredClaim Read(ClaimQuery query)
    {
        ClaimReading reading;
        try
        {
            reading = reader.Read(query);
        }
        catch (ItemFailedException e)
        {
            return MeasuredClaim.Wrong("its query failed", [e.ToProblem(new ProblemPlace("claims.yaml"))]);
        }

        if (reading.Problems.FirstOrDefault(p => p.Severity == Severity.Error) is { } wrong)
        {
            return MeasuredClaim.Wrong($"{wrong.Code}: {wrong.Sentence.TrimEnd('.')}", reading.Problems);
        }

        if (IsTooLarge(new Interval(reading.Low?.Number, reading.High?.Number)))
        {
            return MeasuredClaim.Wrong("its value is too large", reading.Problems);
        }

        if (reading.Low is null && reading.High is null)
        {
            return MeasuredClaim.Wrong("no unit gives it a value", reading.Problems);
        }

        var isDay = query.Measure is Measure.First or Measure.Last;
        decimal? End(ClaimValue? value) => value is { } v ? v.Number ?? v.Day?.DayNumber : null;
        return new MeasuredClaim
        {
            Value = new Interval(End(reading.Low), End(reading.High)),
            IsDay = isDay,
            IsPart = query.Measure == Measure.Share,
            Unread = reading.Unread,
            // One more unit can only add to a count, a sum, a maximum; a minimum and a first day can only fall.
            CanRise = query.Measure is not (Measure.Min or Measure.First),
            CanFall = query.Measure is Measure.Min or Measure.First or Measure.Share,
            Confirmed = reading.Confirmed,
            Rows = reading.Rows,
            Currency = reading.Currency,
            Kind = reading.Kind,
            Reads = reading.Reads,
            Problems = reading.Problems,
        };
    }

    private MeasuredClaim FromQuote(Claim claim)
    {
        var quote = claim.Quote!;
        if (!quotes.Contains(quote.Document, quote.Exact, out var document, out var at))
        {
            return MeasuredClaim.Wrong("the quoted words do not stand in the archived document, or it is not in the archive under this name");
        }

        var published = FigureParser.Parse(quote.Exact, [new TextSpan(0, quote.Exact.Length)]).Where(f => f.Low is not null || f.Date is not null).ToList();
        var backed = published.Where(f => f.NeedsBacking && !f.IsNegated).ToList();
        published = backed.Count > 0 ? backed : published;
        if (published.Count == 0)
        {
            return MeasuredClaim.Wrong("the quoted words hold no figure");
        }

        var only = published.Count == 1 && published[0].Low is not null ? StatementReader.Of(published[0], false, options.Hedges) : null;
        return new MeasuredClaim { Value = only is null ? default : new Interval(only.Low, only.High), Document = document, QuotedAt = at, Published = published };
    }

    private MeasuredClaim FromExpression(Claim claim)
    {
        try
        {
            var value = Evaluate(claim.Expression!);
            // Division leaves noise in the 28th place; without it 6 / 3 and 2 are the same.
            value = value with { Value = new Interval(Round(value.Value.Low), Round(value.Value.High)) };
            return value.Fault is null && IsTooLarge(value.Value) ? MeasuredClaim.Wrong("its value is too large")
                : value.Fault is null && value.Value is { Low: null, High: null } ? MeasuredClaim.Wrong("a claim in it has no bounds") : value;
        }
        catch (OverflowException)
        {
            return MeasuredClaim.Wrong("its value is too large");
        }
    }

    /// <summary>Values beyond this could overflow when they are brought to another unit; no figure of a draft comes near.</summary>
    private static bool IsTooLarge(Interval value) => Math.Abs(value.Low ?? 0) > 1e22m || Math.Abs(value.High ?? 0) > 1e22m;

    private static decimal? Round(decimal? value) => value is { } v ? Math.Round(v, 16) : null;

    private MeasuredClaim Evaluate(ClaimExpression expression)
    {
        if (expression.Sign == 'n')
        {
            return new MeasuredClaim { Value = Interval.Of(expression.Number) };
        }

        if (expression.Sign == 'i')
        {
            return !file.Claims.TryGetValue(expression.Name!, out var claim) ? MeasuredClaim.Wrong($"the claim '{expression.Name}' in it is not right")
                : this[claim] is { Fault: { } fault } wrong ? MeasuredClaim.Wrong($"the claim '{expression.Name}' in it: {fault}", wrong.Problems)
                : claim.Largest is not null || this[claim].IsDay ? MeasuredClaim.Wrong($"the claim '{expression.Name}' in it is a range or a day")
                : this[claim].Published.Count > 1 ? MeasuredClaim.Wrong($"the quote '{expression.Name}' in it holds several figures")
                : this[claim] with { Confirmed = null, Rows = null, Kind = null, Reads = [], IsPart = this[claim].IsPart };
        }

        var left = Evaluate(expression.Left!);
        if (left.Fault is not null)
        {
            return left;
        }

        if (expression.Sign == '~')
        {
            return left with { Value = -left.Value, CanRise = left.CanFall, CanFall = left.CanRise, IsPart = false };
        }

        var right = Evaluate(expression.Right!);
        if (right.Fault is not null)
        {
            return right;
        }

        if (left.Currency is not null && right.Currency is not null && left.Currency != right.Currency)
        {
            return MeasuredClaim.Wrong($"it mixes {left.Currency} and {right.Currency}");
        }

        if (expression.Sign == '/' && right.Value.HoldsZero)
        {
            return MeasuredClaim.Wrong("it divides by what may be 0");
        }

        // Whether unread units could raise or lower a product is not told apart: both.
        var isSum = expression.Sign is '+' or '-';
        var (rises, falls) = (left.CanRise && left.Unread > 0, left.CanFall && left.Unread > 0);
        var (rightRises, rightFalls) = expression.Sign == '-'
            ? (right.CanFall && right.Unread > 0, right.CanRise && right.Unread > 0)
            : (right.CanRise && right.Unread > 0, right.CanFall && right.Unread > 0);
        var any = left.Unread + right.Unread > 0;
        return new MeasuredClaim
        {
            Value = expression.Sign switch { '+' => left.Value + right.Value, '-' => left.Value - right.Value, '*' => left.Value * right.Value, _ => left.Value / right.Value },
            IsPart = expression.Sign == '/' || left.IsPart || right.IsPart,
            Unread = left.Unread + right.Unread,
            CanRise = isSum ? rises || rightRises : any,
            CanFall = isSum ? falls || rightFalls : any,
            Currency = expression.Sign == '/' && left.Currency is not null && right.Currency is not null ? null : left.Currency ?? right.Currency,
            Problems = [.. left.Problems, .. right.Problems],
        };
    }
}
