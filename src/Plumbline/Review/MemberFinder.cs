using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>A member that a document has now.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Range">Its range in the document's text; empty for rows.</param>
public readonly record struct PresentMember(Place Place, TextSpan Range);

/// <summary>How a decision came to its unit.</summary>
public enum FoundBy
{
    /// <summary>The member that it names.</summary>
    Member,

    /// <summary>Its quote, or the words at both ends of its unit, in the same document.</summary>
    Quote,

    /// <summary>Its key, which one unit only has.</summary>
    Key,

    /// <summary>A person attached it.</summary>
    Person,
}

/// <summary>Finds the member of a document that a decision belongs to, after its codebook or its reader changed.</summary>
public static class MemberFinder
{
    /// <summary>
    /// The member. A whole document and a row are what they were, since bytes never change. A part is not: another split
    /// may give its number to other words, so its quote decides, and without one the words at both ends.
    /// </summary>
    /// <param name="of">The member as it was decided on.</param>
    /// <param name="quotes">Words of it that the decision quotes.</param>
    /// <param name="members">All members of its kind in its document.</param>
    /// <param name="text">The document's text; asked for only when it is needed.</param>
    public static (PresentMember Member, FoundBy By)? Find(DecidedMember of, IReadOnlyList<TextSelector> quotes, IReadOnlyList<PresentMember> members, Func<string> text)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(text);
        var place = of.Member.Place;
        PresentMember? named = null;
        foreach (var member in members)
        {
            named = member.Place == place ? member : named;
        }

        if (place.Kind != PlaceKind.Part && named is { } same)
        {
            return (same, FoundBy.Member);
        }

        if (place.Kind == PlaceKind.Row || members.Count == 0)
        {
            return null;
        }

        (PresentMember Member, FoundBy By) Found(PresentMember member) => (member, member.Place == place ? FoundBy.Member : FoundBy.Quote);
        var words = text();
        var at = quotes.Select(q => QuoteFinder.Again(words, q)).OfType<TextSpan>().ToList();
        if (at.Count > 0)
        {
            var around = members.Where(m => m.Place.Kind != PlaceKind.Row && at.TrueForAll(m.Range.Contains)).ToList();
            if (around.Count == 1)
            {
                return Found(around[0]);
            }
        }
        else if (of.Text is { } ends)
        {
            var fitting = members.Where(m => m.Place.Kind != PlaceKind.Row && ends.Fits(words, m.Range)).ToList();
            if (fitting.Count > 1)
            {
                fitting = [.. fitting.Where(m => m.Place == place)];
            }

            if (fitting.Count == 1)
            {
                return Found(fitting[0]);
            }
        }

        return null;
    }
}
