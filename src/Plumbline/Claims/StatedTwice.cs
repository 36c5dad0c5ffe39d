using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>Finds claims that are stated differently in two places. Never a verdict: both may hold.</summary>
internal static class StatedTwice
{
    public static void Find(IReadOnlyList<CheckedClaim> claims, List<Problem> problems)
    {
        foreach (var same in claims.Where(c => c.Figure is not null).GroupBy(c => c.Id))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                var (a, b) = (first.Figure!, other.Figure!);
                if ((a.Relation, a.Low, a.High, a.Date, a.IsNearly) != (b.Relation, b.Low, b.High, b.Date, b.IsNearly) && (a.Unit == b.Unit || a.Kind == b.Kind))
                {
                    problems.Add(ClaimsProblems.StatedDifferently(other, first));
                }
            }
        }
    }
}
