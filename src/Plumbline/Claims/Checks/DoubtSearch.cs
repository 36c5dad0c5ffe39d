using Plumbline.Cases;
using Plumbline.Claims.Drafts;

namespace Plumbline.Claims.Checks;

/// <summary>Looks for what does not go together inside of a draft.</summary>
public static class DoubtSearch
{
    private static readonly IDoubtRule[] Rules =
    [
        new StatedElsewhere(), new PartsOfWhole(), new PartsNearWhole(), new ColumnTotals(), new PercentagesOfWhole(), new QuotientOfCounts(), new ShareBesidePercent(), new ChangeOfCounts(),
    ];

    /// <summary>What the rules that need no case find in a draft, in its order. Deterministic.</summary>
    /// <param name="draft">A draft that was read.</param>
    /// <param name="hedges">How far hedges reach; the defaults when null.</param>
    public static IReadOnlyList<Doubt> Of(Draft draft, HedgeRules? hedges = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Of(new DraftProse(draft), hedges ?? new HedgeRules());
    }

    /// <summary>All rules, also those that look at what stands behind the figures.</summary>
    internal static IReadOnlyList<Doubt> Of(DraftProse prose, IReadOnlyList<CheckedClaim> found, ClaimsFile claims, CheckOptions options)
    {
        if (!options.LooksInside)
        {
            return [];
        }

        var figures = prose.Passages.SelectMany(p => p.Figures).Where(f => f.Claim is not null).DistinctBy(f => f.Place.Span).ToDictionary(f => f.Place.Span);
        var behind = found.Where(c => c.FigureSpan is not null && claims.Claims.ContainsKey(c.Id)).SelectMany(c =>
        {
            var figure = figures.GetValueOrDefault(c.FigureSpan!.Value);
            return (Doubt?[])[NounOfUnit.Find(c, claims.Claims[c.Id], figure, options.Units), FarHedge.Find(c, figure, options.Hedges)];
        }).OfType<Doubt>();
        return InOrder(Of(prose, options.Hedges).Concat(behind));
    }

    private static IReadOnlyList<Doubt> Of(DraftProse prose, HedgeRules hedges) => InOrder(Rules.SelectMany(r => r.Find(prose.Passages, hedges)));

    private static IReadOnlyList<Doubt> InOrder(IEnumerable<Doubt> doubts) =>
        [.. doubts.DistinctBy(d => (d.Here.Span, d.There?.Span, d.There is null ? d.Rule : "")).OrderBy(d => d.Here.Span.Start).ThenBy(d => d.There?.Span.Start).ThenBy(d => d.Rule, StringComparer.Ordinal)];
}
