using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>
/// Finds claims that are stated differently in two places, of one draft or of several, in one language or in two: what is compared
/// is what figures mean, not their words. Never a verdict: both may hold.
/// </summary>
internal static class StatedTwice
{
    /// <summary>Nearest that a share in words and a percentage can be told apart: a third is 33%.</summary>
    private const decimal ShareStep = 0.005m;

    public static void Find(IReadOnlyList<CheckedClaim> claims, List<Problem> problems)
    {
        foreach (var same in claims.Where(c => c.Figure is not null).GroupBy(c => c.Id))
        {
            var first = same.First();
            foreach (var other in same.Skip(1).Where(o => Differ(first.Figure!, o.Figure!)))
            {
                problems.Add(ClaimsProblems.StatedDifferently(other, first));
            }
        }
    }

    private static bool Differ(Figure a, Figure b)
    {
        if (a.Unit != b.Unit && Sort(a.Kind) != Sort(b.Kind))
        {
            return false;
        }

        // "Most" of what is 60% elsewhere says the same, less closely; and languages have other words for dozens.
        if (IsMost(a) || IsMost(b))
        {
            return Most(a) <= 0.5m || Most(b) <= 0.5m;
        }

        if (a.Kind == FigureKind.Vague && b.Kind == FigureKind.Vague && a.Relation == b.Relation)
        {
            return Math.Max(a.Low ?? 0, b.Low ?? 0) >= 2 * Math.Min(a.Low ?? 0, b.Low ?? 0);
        }

        if (a.Kind != b.Kind && Sort(a.Kind) == FigureKind.Share && Sort(b.Kind) == FigureKind.Share)
        {
            return (a.Relation, a.IsNearly) != (b.Relation, b.IsNearly) || Apart(Share(a, a.Low), Share(b, b.Low)) || Apart(Share(a, a.High), Share(b, b.High));
        }

        return !a.StatesSame(b);
    }

    private static bool IsMost(Figure figure) => figure is { Kind: FigureKind.Share, Relation: Relation.MoreThan, Low: 0.5m };

    /// <summary>The most that it can mean, as a share; null where it is not bounded.</summary>
    private static decimal? Most(Figure figure) => figure.Relation is Relation.AtLeast or Relation.MoreThan ? null : Share(figure, figure.High ?? figure.Low);

    /// <summary>Kinds that state the same sort of thing in other words: dozens and 29, a third and 33%.</summary>
    private static FigureKind Sort(FigureKind kind) => kind switch { FigureKind.Vague => FigureKind.Count, FigureKind.Percent => FigureKind.Share, _ => kind };

    private static decimal? Share(Figure figure, decimal? value) => figure.Kind == FigureKind.Percent ? value / 100 : value;

    private static bool Apart(decimal? a, decimal? b) => a is { } x && b is { } y ? Math.Abs(x - y) > ShareStep : a != b;
}
