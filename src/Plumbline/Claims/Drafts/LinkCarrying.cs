using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>What became of a link.</summary>
public enum CarryState
{
    /// <summary>It is still there.</summary>
    Kept,

    /// <summary>It is gone, and its figure was found again.</summary>
    Carried,

    /// <summary>It is gone, and where it belongs can't be told for certain.</summary>
    Doubtful,

    /// <summary>It is gone, and so is its figure.</summary>
    Lost,
}

/// <summary>A link of the earlier draft and where it belongs in the later one.</summary>
/// <param name="Was">The link.</param>
/// <param name="State">What became of it.</param>
/// <param name="Now">The place, as a link of the later draft; null when lost.</param>
/// <param name="IsChanged">True when the figure says something else than it did.</param>
public sealed record CarriedLink(DraftLink Was, CarryState State, DraftLink? Now, bool IsChanged)
{
    /// <summary>The word of the JSON contract.</summary>
    public string Word => State switch { CarryState.Kept => "kept", CarryState.Carried => "carried", CarryState.Doubtful => "doubtful", _ => "lost" };
}

/// <summary>
/// Carries links from a draft to a later state of it, by what the figure says and the eight words on each side of it. Every
/// link goes to one place at most, the likest pairs first; equally like ones in the order of the drafts. A place is
/// certain when it says the same among words that are mostly the same, or something else among nearly the same words,
/// and no free place is as like.
/// </summary>
public static class LinkCarrying
{
    private const double Same = 0.35;
    private const double Changed = 0.65;
    private const double Least = 0.1;
    private const double LeastChanged = 0.4;
    private const double Margin = 0.1;
    private const int Most = 200;

    /// <summary>What became of each link, in the order of the earlier draft.</summary>
    public static IReadOnlyList<CarriedLink> Between(Draft was, Draft now)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        var old = LinkSites.Of(was).Where(s => s.Link is not null).ToList();
        var sites = LinkSites.Of(now).ToList();
        foreach (var bare in old.Where(o => o.Figure is null).Select(o => o.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            sites.AddRange(LinkSites.Named(now, bare, sites));
        }

        var pairs = Pairs(old, sites);
        var (ofOld, taken) = (new Pair?[old.Count], new HashSet<LinkSite>(ReferenceEqualityComparer.Instance));
        foreach (var pair in pairs)
        {
            if (ofOld[pair.Old] is null && taken.Add(pair.Site))
            {
                ofOld[pair.Old] = pair;
            }
        }

        var rivals = pairs.Where(p => !taken.Contains(p.Site)).ToLookup(p => p.Old);
        return [.. old.Select((o, i) => ofOld[i] is { } own ? Decide(o, own, rivals[i]) : new CarriedLink(o.Link!, CarryState.Lost, null, false))];
    }

    /// <summary>The later draft with the links that were carried, as if they stood in it.</summary>
    public static Draft With(Draft now, IReadOnlyList<CarriedLink> links)
    {
        ArgumentNullException.ThrowIfNull(now);
        var order = now.Passages.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        return now with
        {
            Links = [.. now.Links.Concat(links.Where(l => l.State == CarryState.Carried).Select(l => l.Now!)).OrderBy(l => order[l.Passage]).ThenBy(l => l.Span)],
        };
    }

    private static CarriedLink Decide(LinkSite old, Pair own, IEnumerable<Pair> rivals)
    {
        var says = old.Says(own.Site);
        if (own.Site.Link is { } kept)
        {
            return new CarriedLink(old.Link!, CarryState.Kept, kept, !says);
        }

        var isCertain = own.Likeness >= (says ? Same : Changed) && !rivals.Any(r => Clashes(own, r));
        return new CarriedLink(old.Link!, isCertain ? CarryState.Carried : CarryState.Doubtful, new DraftLink(old.Link!.Id, own.Site.Passage, own.Site.SpanLike(old)), !says);
    }

    /// <summary>An end of the same range is no rival.</summary>
    private static bool Clashes(Pair own, Pair rival) =>
        rival.Score > own.Score - Margin && !(ReferenceEquals(own.Site.Passage, rival.Site.Passage) && own.Site.Span.Overlaps(rival.Site.Span));

    private static List<Pair> Pairs(List<LinkSite> old, List<LinkSite> sites)
    {
        var index = new Dictionary<object, List<LinkSite>>();
        foreach (var site in sites)
        {
            foreach (var key in Keys(site))
            {
                if (!index.TryGetValue(key, out var list))
                {
                    index[key] = list = [];
                }

                list.Add(site);
            }
        }

        var pairs = new List<Pair>();
        for (var i = 0; i < old.Count; i++)
        {
            var near = Keys(old[i]).SelectMany(k => index.GetValueOrDefault(k) ?? []).Distinct(ReferenceEqualityComparer.Instance).Cast<LinkSite>()
                .OrderBy(s => Math.Abs(s.Position - old[i].Position)).Take(Most);
            pairs.AddRange(near.Select(s => Pair.Of(i, old[i], s)).OfType<Pair>());
        }

        return [.. pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Old).ThenBy(p => p.Site.Position).ThenBy(p => p.Site.Span)];
    }

    /// <summary>What two places that may be the same have in common at least one of.</summary>
    private static IEnumerable<object> Keys(LinkSite site)
    {
        if (site.Link is { } link)
        {
            yield return ("id", link.Id);
        }

        yield return site.Figure is { } figure ? ("value", figure.Low, figure.High, figure.Date) : ("text", site.Text.ToLowerInvariant());
        if (site.Before is [.., var a, var b])
        {
            yield return ("before", a, b);
        }

        if (site.After is [var c, var d, ..])
        {
            yield return ("after", c, d);
        }
    }

    private sealed record Pair(int Old, LinkSite Site, double Likeness, double Score)
    {
        public static Pair? Of(int index, LinkSite old, LinkSite site)
        {
            var likeness = old.Likeness(site);
            if (site.Link is { } link)
            {
                // A link of another claim is not a place for this one; one of the same claim comes before all else.
                return link.Id == old.Link!.Id ? new Pair(index, site, likeness, 10 + likeness) : null;
            }

            var says = old.Says(site);
            var isSameKind = old.Figure?.Kind == site.Figure?.Kind;
            return old.Part != site.Part || likeness < (says ? Least : LeastChanged) || (!says && !isSameKind) ? null
                : new Pair(index, site, likeness, likeness + (says ? 0.35 : 0));
        }
    }
}
