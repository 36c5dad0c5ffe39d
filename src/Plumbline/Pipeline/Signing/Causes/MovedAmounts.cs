using Plumbline.Claims;

namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>
/// By how much each unit that stands otherwise moved the ends of a sum. Units that may be the same add something together only: what all of
/// those that hang together moved is put down to the first of them that stands otherwise, so that nothing is counted twice or lost.
/// </summary>
internal static class MovedAmounts
{
    public static Dictionary<string, (decimal Low, decimal High)> Of(
        IReadOnlyDictionary<string, ClaimUnit?> then, IReadOnlyDictionary<string, ClaimUnit?> now, IReadOnlyList<string> changed)
    {
        var firstOf = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string name) => firstOf.TryGetValue(name, out var first) && first != name ? firstOf[name] = Root(first) : name;
        foreach (var (unit, group) in new[] { ("then ", then), ("now ", now) }.SelectMany(side => side.Item2.Values.Where(u => u?.Group is not null).Select(u => (u!.Value.Id, side.Item1 + u.Value.Group))))
        {
            firstOf[Root(unit)] = Root(group);
        }

        var heirs = changed.GroupBy(Root).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var moved = changed.ToDictionary(u => u, _ => (Low: 0m, High: 0m), StringComparer.Ordinal);
        foreach (var unit in then.Keys.Union(now.Keys))
        {
            if (heirs.TryGetValue(Root(unit), out var heir))
            {
                var (was, stands) = (then.GetValueOrDefault(unit), now.GetValueOrDefault(unit));
                var (low, high) = moved[heir];
                moved[heir] = (low + (stands?.Low ?? 0) - (was?.Low ?? 0), high + (stands?.High ?? 0) - (was?.High ?? 0));
            }
        }

        return moved;
    }
}
