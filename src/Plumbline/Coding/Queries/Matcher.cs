using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>A compiled query, evaluated on the positions of one document. What each gives is defined in docs/query-language.md.</summary>
internal abstract class Matcher
{
    /// <summary>False when the words it needs are not in the unit at all.</summary>
    public abstract bool IsPossible(Positions positions);

    /// <summary>
    /// True when it holds in the scope (ranges apart from each other, in order). Adds hits in any order; none when it
    /// does not hold.
    /// </summary>
    public abstract bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits);

    /// <summary>The documents of a part that can hold it; null means all.</summary>
    public abstract ulong[]? Candidates(Candidates documents);
}

/// <summary>A query that is a set of places in the text: a word, a phrase, a distance, or a group of these joined by OR.</summary>
internal abstract class SpanMatcher : Matcher
{
    /// <summary>Adds every span within a range, ordered, each once.</summary>
    public abstract void AddAll(Positions positions, TokenRange range, SpanList into);

    /// <summary>Adds the spans within a range that contain no other, ordered.</summary>
    public virtual void AddShortest(Positions positions, TokenRange range, SpanList into)
    {
        var start = into.Count;
        AddAll(positions, range, into);
        into.KeepShortest(start);
    }

    public sealed override bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits)
    {
        var start = hits.Count;
        foreach (var range in scope)
        {
            AddShortest(positions, range, hits);
        }

        return hits.Count > start;
    }
}

internal sealed class AndMatcher(Matcher[] items) : Matcher
{
    public override bool IsPossible(Positions positions)
    {
        foreach (var item in items)
        {
            if (!item.IsPossible(positions))
            {
                return false;
            }
        }

        return true;
    }

    public override ulong[]? Candidates(Candidates documents) => documents.InAll(items.Select(documents.Of));

    public override bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits)
    {
        var start = hits.Count;
        foreach (var item in items)
        {
            if (!item.Match(positions, scope, hits))
            {
                hits.Truncate(start);
                return false;
            }
        }

        return true;
    }
}

internal sealed class OrMatcher(Matcher[] items) : Matcher
{
    public override bool IsPossible(Positions positions)
    {
        foreach (var item in items)
        {
            if (item.IsPossible(positions))
            {
                return true;
            }
        }

        return false;
    }

    public override ulong[]? Candidates(Candidates documents) => documents.InAny(items.Select(documents.Of));

    public override bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits)
    {
        var any = false;
        foreach (var item in items)
        {
            any |= item.IsPossible(positions) && item.Match(positions, scope, hits);
        }

        return any;
    }
}

internal sealed class NotMatcher(Matcher item) : Matcher
{
    public override bool IsPossible(Positions positions) => true;

    public override ulong[]? Candidates(Candidates documents) => null;

    public override bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits)
    {
        if (!item.IsPossible(positions))
        {
            return true;
        }

        var start = hits.Count;
        var holds = item.Match(positions, scope, hits);
        hits.Truncate(start);
        return !holds;
    }
}

internal sealed class SectionMatcher(string name, Matcher item) : Matcher
{
    public override bool IsPossible(Positions positions) => item.IsPossible(positions);

    public override ulong[]? Candidates(Candidates documents) => documents.Of(item);

    public override bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits)
    {
        var ranges = positions.Rent();
        var sections = positions.Sections;
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            if (section.Name == name)
            {
                foreach (var range in scope)
                {
                    var both = range.Intersect(section.Range);
                    if (both.Length > 0)
                    {
                        ranges.Add(both.From, both.To);
                    }
                }
            }
        }

        Join(ranges);
        var holds = ranges.Count > 0 && item.Match(positions, ranges.AsSpan(), hits);
        positions.Return(ranges);
        return holds;
    }

    // Ranges that overlap become one; ranges that only touch stay two.
    private static void Join(SpanList ranges)
    {
        ranges.Sort(0);
        var kept = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            if (kept > 0 && range.From < ranges[kept - 1].To)
            {
                ranges[kept - 1] = new TokenRange(ranges[kept - 1].From, Math.Max(ranges[kept - 1].To, range.To));
            }
            else
            {
                ranges[kept++] = range;
            }
        }

        ranges.Truncate(kept);
    }
}
