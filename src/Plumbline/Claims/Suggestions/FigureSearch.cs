using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>All that is searched for figures: the claims, each read once, and the simple counts; what is suggested is read as the claim that it would be.</summary>
internal sealed class FigureSearch
{
    /// <summary>Most counts that are read as claims for one list.</summary>
    private const int MostRead = 12;

    /// <summary>What words must name, for a value that does not fit to be worth a look.</summary>
    private const double WorthALook = 0.6;

    private readonly IClaimReader reader;
    private readonly CheckOptions options;
    private readonly IQuotedDocuments quotes;
    private readonly List<(Claim Claim, MeasuredClaim Measured, ClaimTerms Terms)> claims = [];
    private readonly Dictionary<string, KindTerms> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<CountCondition>> singles = new(StringComparer.Ordinal);
    private readonly List<SimpleCount> counts = [];
    private readonly Dictionary<SimpleCount, (Claim Claim, MeasuredClaim Measured)> exact = new(ReferenceEqualityComparer.Instance);

    public FigureSearch(ClaimsFile file, IReadOnlyList<SearchedKind> searched, IClaimReader reader, ISimpleCounts counted, IQuotedDocuments quotes, CheckOptions options)
    {
        (this.reader, this.quotes, this.options) = (reader, quotes, options with { EvidenceRows = 0 });
        var measured = new MeasuredClaims(file, reader, quotes, this.options);
        foreach (var claim in file.Claims.Values.Where(c => measured[c].Fault is null && !measured[c].IsDay))
        {
            claims.Add((claim, measured[claim], ClaimTerms.Of(claim, measured[claim].Kind)));
        }

        var known = file.Claims.Values.Where(c => c.Query is not null).Select(c => (c.Query!.Sql.Trim(), c.Query.OfSql?.Trim(), c.Query.Measure)).ToHashSet();
        foreach (var kind in searched)
        {
            var table = kind.Kind.Table;
            var named = claims.Where(c => c.Terms.Kind == table && c.Claim.Query is { Measure: Measure.Count } q && !q.Sql.Contains("WHERE", StringComparison.OrdinalIgnoreCase));
            kinds.Add(table, new KindTerms(kind, [.. named.SelectMany(c => c.Claim.Counts.SelectMany(n => n.Value))]));
            var all = SimpleCounts.Of(kind.Kind, counted.Of(table, [.. kind.Kind.Variables.Where(v => !v.Identity).Select(v => v.Name)])).ToList();
            singles.Add(table, [.. all.Where(c => c.Measure == SimpleMeasure.Count && c.Where.Count == 1).Select(c => c.Where[0])]);
            counts.AddRange(all.Where(c => !c.Forms.Any(f => known.Contains((f, c.Measure == SimpleMeasure.Share ? c.OfSql : null, Taken(c.Measure))))));
        }
    }

    /// <summary>How many counts there are, of every sort.</summary>
    public int Counts => counts.Count;

    /// <summary>How many claims could be read.</summary>
    public int Claims => claims.Count;

    /// <summary>Searches for one figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="passage">Text of the passage that it stands in.</param>
    /// <param name="all">All figures of the passage.</param>
    /// <param name="limit">Most suggestions.</param>
    public FoundForFigure Find(Figure figure, string passage, IReadOnlyList<Figure> all, int limit)
    {
        if (figure.IsNegated)
        {
            return new FoundForFigure();
        }

        var fit = new ValueFit(figure, options.Hedges);
        var words = new WordsFit(kinds, new SentenceWords(passage, figure, all));
        foreach (var (kind, conditions) in singles)
        {
            words.Name(kind, conditions);
        }

        var compared = new List<(SimpleCount Count, double Factor)>();
        var fitting = 0;
        var ranked = new List<Candidate>();
        var named = new List<(SimpleCount Count, double Factor)>();
        foreach (var count in counts)
        {
            if (ValueFit.Factor(figure, count) is not { } factor || !words.Asks(count.Measure, figure.Kind == FigureKind.Average))
            {
                continue;
            }

            compared.Add((count, factor));
            var fits = fit.Fits(count, factor);
            fitting += fits ? 1 : 0;
            var score = words.Of(count);
            if (score >= WordsFit.Enough)
            {
                named.Add((count, factor));
                ranked.Add(new Candidate(count, null, score, fits));
            }
        }

        ranked.AddRange(claims.Select((c, i) => new Candidate(null, i, words.Of(c.Terms), null)).Where(c => c.Words >= WordsFit.Enough));
        var (suggestions, others) = Read(figure, fit, [.. ranked.OrderByDescending(c => c.Rank).ThenBy(c => c.Count?.Where.Count ?? 0)], limit);
        return new FoundForFigure
        {
            Searched = compared.Count, Fitting = fitting, ByChance = fit.ByChance(compared), Named = named.Count, NamedFitting = named.Count(n => fit.Fits(n.Count, n.Factor)), NamedByChance = fit.ByChance(named),
            Suggestions = suggestions, Others = others,
        };
    }

    private (IReadOnlyList<Suggestion> Suggestions, IReadOnlyList<Suggestion> Others) Read(Figure figure, ValueFit fit, IReadOnlyList<Candidate> ranked, int limit)
    {
        var (found, others) = (new List<Suggestion>(), new List<Suggestion>());
        var (reads, looks) = (0, 0);
        foreach (var candidate in ranked)
        {
            if (candidate.Fits == false)
            {
                if (others.Count < 2 && looks < MostRead && candidate.Words >= WorthALook && candidate.Words >= found.Select(f => f.Words).DefaultIfEmpty(0).Max())
                {
                    looks++;
                    others.AddRange(Decide(figure, candidate) is { Verdict: not Verdict.Error } other ? [other] : []);
                }

                continue;
            }

            if (found.Count >= limit || (candidate.Count is not null && reads++ >= MostRead) || Decide(figure, candidate) is not { Verdict: not Verdict.Error } decided)
            {
                continue;
            }

            if (decided.Verdict is Verdict.Holds or Verdict.Open && (candidate.Count is not null || IsNear(figure, fit, candidate, decided)))
            {
                found.Add(decided);
            }
            else if (candidate.Claim is not null && others.Count < 2 && candidate.Words >= WorthALook)
            {
                others.Add(decided);
            }
        }

        var best = found.Select(f => f.Words).DefaultIfEmpty(0).Max();
        return (found, [.. others.Where(o => o.Words >= best)]);
    }

    private bool IsNear(Figure figure, ValueFit fit, Candidate candidate, Suggestion decided)
    {
        var measured = claims[candidate.Claim!.Value].Measured;
        var rounds = FigureScale.Rounds(figure, measured);
        return measured.Largest is not null || decided is { Low: null, High: null } || new[] { decided.Low, decided.High }.Any(e => e is { } end && fit.Fits((double)end, rounds));
    }

    private Suggestion? Decide(Figure figure, Candidate candidate)
    {
        var (claim, measured) = candidate.Count is { } count ? Exact(count) : (claims[candidate.Claim!.Value].Claim, claims[candidate.Claim.Value].Measured);
        if (measured.Fault is not null)
        {
            return null;
        }

        var blank = new CheckedClaim { Draft = "", Id = claim.Id, Text = "", Span = default, Line = 0, Column = 0, Sentence = "", Verdict = Verdict.Error, Reason = "" };
        var decided = FigureVerdict.Decide(blank, figure, claim, measured, options);
        return new Suggestion
        {
            Claim = candidate.Count is null ? claim.Id : null,
            What = candidate.Count?.InWords ?? claim.Id,
            Kind = measured.Kind ?? candidate.Count?.Kind,
            Verdict = decided.Verdict,
            Reason = decided.Reason,
            Low = decided.Low,
            High = decided.High,
            Unread = measured.Unread,
            Words = Math.Round(candidate.Words, 2),
            Count = candidate.Count,
        };
    }

    /// <summary>The count read as the claim that it would be.</summary>
    private (Claim Claim, MeasuredClaim Measured) Exact(SimpleCount count)
    {
        if (!exact.TryGetValue(count, out var read))
        {
            const string Id = "suggested";
            var file = ClaimsFile.Parse(ClaimText.Of(count, Id, ClaimsFile.Empty, null));
            exact[count] = read = file.Claims.TryGetValue(Id, out var claim)
                ? (claim, new MeasuredClaims(file, reader, quotes, options)[claim])
                : (new Claim { Id = Id, Place = new ProblemPlace() }, MeasuredClaim.Wrong("it can't be written as a claim"));
        }

        return read;
    }

    private static Measure Taken(SimpleMeasure measure) => measure switch
    {
        SimpleMeasure.Share => Measure.Share,
        SimpleMeasure.Sum => Measure.Sum,
        SimpleMeasure.Min or SimpleMeasure.Range => Measure.Min,
        SimpleMeasure.Max => Measure.Max,
        _ => Measure.Count,
    };

    /// <summary>What may be suggested: a count, or a claim by its place.</summary>
    private sealed record Candidate(SimpleCount? Count, int? Claim, double Words, bool? Fits)
    {
        /// <summary>Somebody who wrote a claim meant it to be used; of counts the simpler one.</summary>
        public double Rank => Words + (Claim is null ? -0.02 * (Count!.Where.Count + Count.Of.Count) : 0.08);
    }
}

/// <summary>What was found for one figure.</summary>
internal sealed record FoundForFigure
{
    public int Searched { get; init; }

    public int Fitting { get; init; }

    public double ByChance { get; init; }

    public int Named { get; init; }

    public int NamedFitting { get; init; }

    public double NamedByChance { get; init; }

    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    public IReadOnlyList<Suggestion> Others { get; init; } = [];
}
