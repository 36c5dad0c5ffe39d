using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>w/s: a sentence in which both sides hold; its hits are the shortest windows with a hit of each side that has any.</summary>
internal sealed class SentenceMatcher(Matcher left, Matcher right, int ends) : Matcher
{
    public override bool IsPossible(Positions positions) => left.IsPossible(positions) && right.IsPossible(positions);

    public override ulong[]? Candidates(Candidates documents) => documents.InAll([documents.Of(left), documents.Of(right)]);

    public override bool Match(Positions positions, ReadOnlySpan<TokenRange> scope, SpanList hits)
    {
        var any = false;
        foreach (var range in scope)
        {
            any |= left is SpanMatcher places
                ? MatchAround(places, positions, range, hits)
                : MatchEach(positions, range, hits);
        }

        return any;
    }

    // Only the sentences that hold a place of the left side.
    private bool MatchAround(SpanMatcher places, Positions positions, TokenRange range, SpanList hits)
    {
        var any = false;
        var lefts = positions.Rent();
        var own = positions.Rent();
        places.AddShortest(positions, range, lefts);
        for (var i = 0; i < lefts.Count;)
        {
            var sentence = SentenceAt(positions, range, lefts[i].From);
            own.Clear();
            for (; i < lefts.Count && lefts[i].From < sentence.To; i++)
            {
                if (lefts[i].To <= sentence.To)
                {
                    own.Add(lefts[i].From, lefts[i].To);
                }
            }

            any |= own.Count > 0 && MatchRight(positions, sentence, own, hits);
        }

        positions.Return(own);
        positions.Return(lefts);
        return any;
    }

    private bool MatchEach(Positions positions, TokenRange range, SpanList hits)
    {
        var any = false;
        var own = positions.Rent();
        for (var at = range.From; at < range.To;)
        {
            var sentence = SentenceAt(positions, range, at);
            own.Clear();
            if (sentence.Length > 0 && left.Match(positions, [sentence], own))
            {
                own.KeepShortest(0);
                any |= MatchRight(positions, sentence, own, hits);
            }

            at = sentence.To + 1;
        }

        positions.Return(own);
        return any;
    }

    private bool MatchRight(Positions positions, TokenRange sentence, SpanList lefts, SpanList hits)
    {
        var rights = positions.Rent();
        var holds = right.Match(positions, [sentence], rights);
        if (holds)
        {
            rights.KeepShortest(0);
            AddWindows(lefts, rights, hits);
        }

        positions.Return(rights);
        return holds;
    }

    private static void AddWindows(SpanList lefts, SpanList rights, SpanList hits)
    {
        if (lefts.Count == 0 || rights.Count == 0)
        {
            hits.AddRange(lefts.AsSpan());
            hits.AddRange(rights.AsSpan());
            return;
        }

        AddFrom(lefts, rights, hits);
        AddFrom(rights, lefts, hits);
    }

    // The windows that start with one of the firsts; of both lists starts and ends rise.
    private static void AddFrom(SpanList firsts, SpanList seconds, SpanList hits)
    {
        var next = 0;
        foreach (var first in firsts.AsSpan())
        {
            while (next < seconds.Count && seconds[next].From < first.From)
            {
                next++;
            }

            if (next == seconds.Count)
            {
                return;
            }

            hits.Add(first.From, Math.Max(first.To, seconds[next].To));
        }
    }

    private TokenRange SentenceAt(Positions positions, TokenRange range, int at)
    {
        var marks = positions.In(ends, range);
        int low = 0, high = marks.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (marks[middle] < at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return new TokenRange(low == 0 ? range.From : marks[low - 1] + 1, low == marks.Length ? range.To : marks[low]);
    }
}
