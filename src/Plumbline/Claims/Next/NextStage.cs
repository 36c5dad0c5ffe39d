using Plumbline.Claims.Drafts;

namespace Plumbline.Claims.Next;

/// <summary>
/// What to decide next: for each open figure of the drafts the cheapest way to a verdict, then over all of them the units
/// whose codings serve most for least, in order. Planned anew after each answer.
/// </summary>
public static class NextStage
{
    /// <summary>Units of each state that are listed of a claim; beyond them only numbers are known.</summary>
    private const int Listed = 1000;

    /// <param name="drafts">Drafts; with none, each claim is open while its ends differ.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="units">Names what keeps them open.</param>
    /// <param name="quotes">Quoted documents.</param>
    /// <param name="claim">One claim alone, or null.</param>
    /// <param name="limit">Most steps.</param>
    /// <param name="options">Options of the check.</param>
    public static NextReport Plan(
        IReadOnlyList<Draft> drafts, ClaimsFile claims, IClaimReader reader, IOpenUnitReader units, IQuotedDocuments quotes, string? claim, int limit, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(claims);
        options = (options ?? new CheckOptions()) with { EvidenceRows = 0, LooksInside = false };
        var report = ClaimsStage.Check(drafts, claims, reader, quotes, options);
        var known = new Dictionary<ClaimQuery, (ClaimReading, OpenUnits)>();
        var figures = report.Claims.Where(c => claim is null || c.Id == claim).Select(c => (c.Id, Checked: (CheckedClaim?)c)).ToList();
        if (figures.Count == 0)
        {
            figures = [.. report.Unused.Where(u => u.Fault is null && (claim is null ? drafts.Count == 0 : u.Id == claim)).Select(u => (u.Id, (CheckedClaim?)null))];
        }

        var open = new List<(OpenFigure Figure, FigurePlan Plan)>();
        foreach (var (id, figure) in figures.Where(f => f.Checked is null or { Verdict: Verdict.Open }))
        {
            var own = claims.Claims[id];
            var queries = Queries(own, claims).Distinct().ToList();
            foreach (var query in queries.Where(q => !known.ContainsKey(q)))
            {
                known[query] = (reader.Read(query), units.Open(query, Listed));
            }

            Verdict After(IReadOnlyCollection<SettledUnit> settled) => VerdictOf(own, figure, new MeasuredClaims(claims, new WhatIf(known, settled), quotes, options)[own], options);
            if (queries.Count == 0 || After([]) != Verdict.Open)
            {
                continue;
            }

            var plan = new FigurePlan(id, [.. queries.Select(q => (q, known[q].Item2))], After);
            open.Add((Figure(own, figure, plan, [.. queries.Select(q => known[q].Item2)], new MeasuredClaims(claims, new WhatIf(known, []), quotes, options)[own]), plan));
        }

        var ordered = open.OrderBy(o => o.Figure.Codings ?? long.MaxValue).ToList();
        var steps = NextSteps.InOrder([.. ordered.Select(o => o.Plan)], limit, out var more);
        return new NextReport { Figures = [.. ordered.Select(o => o.Figure)], Of = figures.Count, Steps = steps, More = more, Problems = report.Problems };
    }

    /// <summary>The queries that a claim's value is made of.</summary>
    private static IEnumerable<ClaimQuery> Queries(Claim claim, ClaimsFile claims) =>
        claim.Query is not null ? new[] { claim.Query, claim.Largest }.OfType<ClaimQuery>()
        : (claim.Expression?.Names ?? []).Where(claims.Claims.ContainsKey).SelectMany(n => Queries(claims.Claims[n], claims));

    private static Verdict VerdictOf(Claim claim, CheckedClaim? figure, MeasuredClaim measured, CheckOptions options)
    {
        if (measured.Fault is not null)
        {
            return Verdict.Open;
        }

        return figure is not null ? FigureVerdict.Decide(figure with { Verdict = Verdict.Error, Reason = "" }, figure.Figure, claim, measured, options).Verdict
            : measured.Value.Low == measured.Value.High && measured.Unread == 0 ? Verdict.Holds : Verdict.Open;
    }

    private static OpenFigure Figure(Claim claim, CheckedClaim? figure, FigurePlan plan, IReadOnlyList<OpenUnits> units, MeasuredClaim measured)
    {
        string? End(decimal? value) => value is not { } v ? null
            : measured.IsDay ? new ClaimValue(null, DateOnly.FromDayNumber((int)v)).ToString() : Verdicts.Shown(v);
        return new OpenFigure
        {
            Checked = figure, Id = claim.Id,
            Low = figure is { Low: not null } ? Verdicts.Shown(figure.Low) : End(measured.Value.Low),
            High = figure is { High: not null } ? Verdicts.Shown(figure.High) : End((measured.Largest ?? measured).Value.High),
            Possible = units.Sum(u => u.Total(OpenState.Possible)), Unread = measured.Unread,
            Confirmed = plan.Confirmed, Refuted = plan.Refuted, Codings = plan.Codings, Expected = plan.Expected,
        };
    }
}
